import { read, type CellObject } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { workbookOf } from '../../../src/components/save-list/list-workbook.ts';
import type { SavedList } from '../../../src/components/save-list/saved-list.ts';

const listWith = (text: string): SavedList => ({
  ...{ title: '虚构的列表', counter: '项', columns: [{ header: '描述' }], rows: [[text]] },
  ...{ totals: [], conditions: [], notes: [] },
});

it('a list with a text that no cell of Excel holds is saved all the same, and says where the text is whole', () => {
  const written = (text: string): unknown => {
    const book = read(Buffer.concat(workbookOf(listWith(text), 'https://example.gov.cn/indicators/')));
    return (book.Sheets['虚构的列表']?.A2 as CellObject | undefined)?.v;
  };
  expect(written('长'.repeat(32_768))).toBe('全文有32768个字，Excel的一格放不下，见同样这些行的CSV文件。');
  expect(written('=cmd')).toBe('=cmd');
});
