import type { SheetCell, Sheet } from '../../office/sheet.ts';
import type { Look } from '../../office/sheet-looks.ts';
import { titleOf } from '../descriptions/about-data.ts';
import { FORMAT_VERSION } from '../descriptions/format-version.ts';
import type { Scope } from '../scope.ts';
import { typeWords, type Column, type TableData } from '../table.ts';
import { TABLES } from '../tables.ts';
import { headings, type TableSheet } from './table-sheets.ts';

const TITLE: Look = { bold: true, size: 16 };
const CELL: Look = { ruled: true };

/** What a workbook is called: by all that it is about, or the year, or the department. */
export function titleOfScope({ level, title }: Scope, { site }: TableData): string {
  return `${titleOf(site.settings)}${level === 'whole' ? '' : `（${title}）`}`;
}

/** What the data are, whose, and from where. */
export function coverSheet(scope: Scope, data: TableData): Sheet {
  const { departments } = scope;
  const { publisher, nature, licence } = data.site.settings;
  const projects = departments.flatMap((department) => department.projects);
  const published = departments.flatMap(({ source }) => source.published ?? []).toSorted();
  const sources = new Set(departments.flatMap(({ source }) => source.title ?? source.files));
  const home = data.addressOf('');
  const facts: readonly (readonly [label: string, value: string])[] = [
    ['发布机构', publisher],
    ['站点性质', nature],
    ['年度', [...new Set(departments.map(({ year }) => String(year)))].join('、')],
    [
      '部门',
      departments.length === 1 ? (departments[0]?.name ?? '') : `${String(departments.length)}个部门年度`,
    ],
    ['项目', `${String(projects.length)}个`],
    ['来源', sources.size > MOST_SOURCES ? '官方文件，逐份列在“部门”工作表里' : [...sources].join('\n')],
    ['官方文件公开日期', [...new Set([published[0], published.at(-1)])].join('至')],
    ['许可', [licence.name, licence.address].filter((text) => text !== '').join('\n')],
    ['网址', URL.canParse(home) ? `${home}${scope.folder}` : ''],
    ['数据格式版本', FORMAT_VERSION],
  ];
  return {
    name: '封面',
    widths: [22, 70],
    cells: [
      { text: titleOfScope(scope, data), look: TITLE, row: 0, column: 0, rows: 1, columns: 2 },
      ...grid(
        facts.filter(([, value]) => value !== ''),
        2,
      ),
    ],
  };
}

/** More official documents than this are not listed on the cover. */
const MOST_SOURCES = 5;

/** The sheets of the tables, with what they hold and the files that hold the same. */
export function contentsSheet(
  tables: readonly TableSheet[],
  { folder }: Scope,
  { addressOf }: TableData,
): Sheet {
  const links = tables.map(({ sheet: { name } }, place): SheetCell => ({
    ...{ text: name, to: name, row: place + 1, column: 0, rows: 1, columns: 1 },
    look: { ...CELL, isLink: true },
  }));
  const rows = tables.map(({ table, rows: count }) => [
    String(count),
    table.description,
    addressOf(`${folder}${table.name}.csv`),
  ]);
  return {
    name: '目录',
    widths: [20, 12, 60, 60],
    cells: [...headings(['工作表', '行数', '内容', '同样内容的CSV']), ...links, ...grid(rows, 1, 1)],
    header: { rows: 1, filters: false },
    landscape: true,
  };
}

const NOTES = [
  '空白是官方文件没有列，不是0。金额照原文，以部门的金额单位计；另有一栏准确换算成万元，各部门的可以相加。',
  '数、百分比和日期存成Excel的数值，显示的位数与原文相同；超过15位数字、Excel存不准的，存成文字，不参加求和。编码存成文字。',
  '以“=”“+”“-”“@”开头的文字（例如“=8个”）存成文字，不会被当作公式来算，前面也没有另加单引号。',
  '一格最多32767个字，放不下的写明全文在哪里；一张工作表放不下的行，接在名称带“（2）”“（3）”的工作表里。',
  'CSV、JSON和数据库文件里有同样的内容；“英文名”是JSON和数据库里的名称。',
];

/** How to read the workbook, and what each column means. */
export function explanationSheet(): Sheet {
  const notes = NOTES.map((text, row): SheetCell => ({
    ...{ text, row, column: 0, rows: 1, columns: HEADINGS.length, look: {} },
  }));
  const rows = TABLES.flatMap(({ title, columns }) =>
    columns.map((column) => [
      ...[title, column.header, column.name, typeWords(column)],
      ...[column.description, blankWords(column), column.example ?? ''],
    ]),
  );
  return {
    name: '说明',
    widths: [16, 24, 20, 16, 50, 22, 30],
    cells: [...notes, ...headings(HEADINGS, NOTES.length), ...grid(rows, NOTES.length + 1)],
    header: { rows: NOTES.length + 1, filters: true },
    landscape: true,
  };
}

const HEADINGS = ['工作表', '栏名', '英文名', '类型', '含义', '空白表示', '例'];

function blankWords({ required, header, description }: Column): string {
  if (required === true) return '不会空白';
  if (description.includes('空白')) return '见“含义”';
  return header.includes('空白为') ? '未列，不是0' : '没有或不适用，不是0';
}

/** Rows of texts as cells, from a place on. */
function grid(rows: readonly (readonly string[])[], first: number, from = 0): readonly SheetCell[] {
  return rows.flatMap((texts, row) =>
    texts.map((text, column): SheetCell => ({
      ...{ text, row: first + row, column: from + column, rows: 1, columns: 1 },
      look: CELL,
    })),
  );
}
