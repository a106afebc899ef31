import { BLANK_TITLE, blankForm, departmentRows, type BlankForms } from './blank-forms.ts';
import { packWord } from './word-document.ts';
import { columnWidths, formTables, table } from './word-form.ts';
import { WordHelp } from './word-help.ts';
import { paragraph, text } from './word-paragraph.ts';

/**
 * Writes blank forms as a Word document (.docx): the department once, then a form a page, with lists to pick from and
 * comments on the first, which no import reads. The same call gives the same bytes.
 */
export function writeBlankWord(forms: BlankForms): Uint8Array {
  const help = new WordHelp();
  const { columns, ...form } = blankForm(forms);
  const blocks = [
    table(columnWidths(columns), departmentRows(forms, columns), 'Blank', help),
    ...Array.from({ length: forms.projects }, (_, place) => [
      paragraph(
        place === 0 ? 'BlankFormTitle' : 'FormTitle',
        place === 0 ? help.commented(HOW_TO, text(BLANK_TITLE)) : text(BLANK_TITLE),
      ),
      ...formTables({ columns, ...form }, place === 0 ? help : help.withoutComments()),
    ]).flat(),
  ];
  return packWord(BLANK_TITLE, blocks, { comments: help.comments() });
}

const HOW_TO =
  '一个项目一张表，先后就是序号。表不够时，从这个标题起到表的末尾，整张复制到后面；多的空着，不会导入。没有列明的留空，不要写“无”或“0”。二级指标每行都写，空着的算作和上一行相同。行不够时插入行，多的空着。批注可以留着，也可以删去。';
