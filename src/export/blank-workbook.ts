import { BUDGET_FIELDS, INDICATOR_FIELDS } from '../model/form.ts';
import { CATEGORIES, KINDS, LABELS as L } from '../model/terms.ts';
import { BLANK_TITLE, blankForm, departmentRows, type BlankForms } from './blank-forms.ts';
import { CATEGORY_CHOICES, COMPARATORS, kindChoices, noteOf } from './cell-help.ts';
import type { Choices } from '../office/cell-help.ts';
import {
  amountColumns,
  CODE_AND_NAME,
  levelColumns,
  lines,
  list,
  textColumns,
  type ListColumn,
} from './lists.ts';
import { formSheet, rowsSheet } from './workbook.ts';
import { packWorkbook } from '../office/workbook.ts';

/** How many rows the lists have to be filled in. */
const [PROJECTS, INDICATORS] = [40, 200];

/**
 * Writes blank forms as an Excel workbook (.xlsx): what explains it, the department, a sheet a project, and the same as
 * lists, with lists to pick from and notes, which no import reads. The same call gives the same bytes.
 */
export function writeBlankWorkbook(forms: BlankForms): Uint8Array {
  const form = blankForm(forms);
  return packWorkbook(
    BLANK_TITLE,
    [
      lines('说明', EXPLANATION),
      rowsSheet(form, '部门', departmentRows(forms, form.columns)),
      ...Array.from({ length: forms.projects }, (_, place) => formSheet(form, `项目${String(place + 1)}`)),
      list(
        '项目一览',
        [...CODE_AND_NAME, ...amountColumns(BUDGET_FIELDS, ''), ...textColumns(forms.periods)].map(toFillIn),
        blankRows(PROJECTS),
      ),
      list(
        '指标一览',
        [...CODE_AND_NAME, ...levelColumns(INDICATOR_FIELDS)].map(toFillIn),
        blankRows(INDICATORS),
      ),
    ],
    false,
  );
}

/** What can be picked in a column of a list. */
const CHOICES: Readonly<Record<string, Choices>> = {
  [L.category]: CATEGORY_CHOICES,
  [L.kind]: kindChoices([...new Set(CATEGORIES.flatMap((category): readonly string[] => KINDS[category]))]),
  [L.target]: COMPARATORS,
};

/** A column without its texts, each cell of which keeps what is typed. */
const toFillIn = ({ label, width }: Pick<ListColumn<never>, 'label' | 'width'>): ListColumn<undefined> => ({
  ...{ label, width, kind: 'code', text: () => '', note: noteOf(label), choices: CHOICES[label] },
});

const blankRows = (length: number) => Array.from({ length }, () => undefined);

const EXPLANATION = [
  { text: '填表说明', look: { bold: true, size: 16 } },
  ...[
    '1. 先在“部门”里填写部门编码、部门名称、年度和金额单位。',
    '2. 一个项目填一张“项目”表。不够时，在工作表的名称上点右键，选“移动或复制”，勾选“建立副本”；名称随便起。项目的先后就是工作表的先后，多的空着。',
    '3. 项目多的，也可以不填“项目”表，改填“项目一览”（一行一个项目）和“指标一览”（一行一条指标，每一行都写项目名称和一级、二级指标）。同一个项目只填一处。',
    '4. 把鼠标停在有红角的栏名上，会显示这一栏填什么。有下拉箭头的格子可以选，也可以照原文写别的。',
    '5. 没有列明的留空，不要写“无”“/”或“0”：留空是“未列”，0是零元。二级指标每行都写，空着的算作和上一行相同。多的行空着；不够时，在这一组的中间插入行。',
    '6. 格子都是文本格式，写的是什么，存的就是什么：190.00、100%、≥95%和编码开头的0都不会变。一格里换行，按Alt+Enter。',
    '7. 表上另有的栏目，填在“绩效目标”下面的空行里：左边写栏名，右边写内容。用不着的空着。',
    '8. 填好后保存，用 npm run import 或导入的网页导入。这一页、批注和空着的格子都不会导入。',
  ].map((text) => ({ text, look: {} })),
];
