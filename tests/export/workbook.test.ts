import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readFigure } from '../../src/office/figure.ts';
import { writeWorkbook } from '../../src/export/workbook.ts';
import { bookOfTwo, partsOf } from './office-parts.ts';

const bookOf = (bytes: Uint8Array) => read(bytes, { type: 'array', cellNF: true });

describe('forms as an Excel workbook', () => {
  const bytes = writeWorkbook(bookOfTwo());
  const book = bookOf(bytes);
  const cellsOf = (name: string) =>
    Object.entries(book.Sheets[name] ?? {}).flatMap(([address, cell]) =>
      address.startsWith('!')
        ? []
        : [{ address, ...(cell as { t: string; v?: unknown; w?: string; z?: string }) }],
    );

  it('are the same bytes for the same content', () => {
    expect(Buffer.from(bytes)).toEqual(Buffer.from(writeWorkbook(bookOfTwo())));
  });

  it('are a sheet each, after contents, explanation, overall goals and lists', () => {
    expect(book.SheetNames).toEqual([
      ...['目录', '说明', '整体绩效目标', '项目一览', '指标一览'],
      ...['1.虚构项目', '2.虚构项目二'],
    ]);
  });

  it('hold amounts and shares as numbers that show what is written, and codes as text', () => {
    const form = cellsOf('1.虚构项目');
    const numbers = form.filter(({ t }) => t === 'n').map(({ v, w, z }) => [v, w, z]);
    expect(numbers).toEqual([
      [190, '190.00', '0.00####'],
      [190, '190', 'General'],
      [0.125, '12.5%', '0.0#####%'],
      [1, '100%', '0%'],
    ]);
    expect(cellsOf('项目一览').find(({ v }) => v === '123456789012345678901')?.t).toBe('s');
  });

  it.each(['=1+1', '@x', '+86', '-cmd', "'abc", '_x000D_', '1e5', 'TRUE', '0012'])(
    'hold the text %s as this text and no formula',
    (text) => {
      const sheet = bookOf(writeWorkbook(bookOfTwo({ purpose: text }))).Sheets['1.虚构项目'] ?? {};
      const cells = Object.values(sheet) as { v?: unknown; t?: string; f?: string }[];
      const [cell] = cells.filter(({ v }) => v === text);
      expect(cell).toMatchObject({ t: 's' });
      expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
    },
  );

  it('have lists that stay in sight, are filtered, and lead to the forms', () => {
    const contents = partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '';
    expect(contents).toContain('state="frozen"');
    expect(contents).toMatch(/<autoFilter ref="A5:E7"\/>/);
    expect(contents).toContain(`location="'1.虚构项目'!A1"`);
  });

  it('are refused where a text is longer than a cell of Excel, with the way out', () => {
    expect(() => writeWorkbook(bookOfTwo({ purpose: '长'.repeat(32_768) }))).toThrow(
      /最多32767个字。请改用 --to docx/,
    );
  });

  it('say where such a text is whole, where there is such a place', () => {
    const book = bookOf(writeWorkbook(bookOfTwo({ purpose: '长'.repeat(32_768) }), '虚构的Word文件'));
    const cells = Object.values(book.Sheets['1.虚构项目'] ?? {}) as { v?: unknown }[];
    expect(cells).toContainEqual(
      expect.objectContaining({ v: '全文有32768个字，Excel的一格放不下，见虚构的Word文件。' }),
    );
  });

  it('have names of sheets that Excel allows', () => {
    const long = bookOf(writeWorkbook(bookOfTwo({ name: `[甲]:*?/\\${'长'.repeat(40)}'` })));
    expect(long.SheetNames[5]).toBe(`1.甲${'长'.repeat(28)}`);
  });
});

describe('a figure', () => {
  it.each([
    ['0.000001', '0.000001', '0.000000'],
    ['750000%', '7500', '0%'],
    ['-5%', '-0.05', '0%'],
    ['190', '190', 'General'],
    ['123456789012', '123456789012', '0'],
  ])('%s is the number %s in the format %s', (text, value, format) => {
    expect(readFigure(text)).toEqual({ value, format });
  });

  it.each([
    ['88.5', 90.25, '90.25'],
    ['190.00', 190.005, '190.005'],
    ['190.00', 7, '7.00'],
    ['350', 350.5, '350.5'],
    ['12.5%', 0.1375, '13.75%'],
  ])('%s shows whole what is typed over it: %s as %s', (text, typed, shown) => {
    const z = readFigure(text)?.format ?? '';
    expect(utils.format_cell({ t: 'n', v: typed, z })).toBe(shown);
  });

  it.each(['007.5', '待定', '', '1,900', '1234567890123456', '-0', '5％'])('%s is none', (text) => {
    expect(readFigure(text)).toBeUndefined();
  });
});
