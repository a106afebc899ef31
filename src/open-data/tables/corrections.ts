import { valuesOf } from '../../files/project-values.ts';
import { LABELS as L } from '../../model/terms.ts';
import { count, pageColumn, projectPath, projectRows } from '../columns.ts';
import { PROJECT_COLUMNS, PROJECT_KEY, PROJECT_NAME, type ProjectRow } from '../columns.ts';
import { tableOf } from '../table.ts';

interface RemarkRow extends ProjectRow {
  readonly place: number;
  readonly kind: string;
  readonly location: string;
  readonly original: string;
  readonly value: string | undefined;
  readonly text: string;
  readonly date: string;
}

function* remarksOf(own: ProjectRow): Generator<RemarkRow> {
  const { corrections, explanations } = own.project;
  if (corrections.length + explanations.length === 0) return;
  const values = new Map(valuesOf(own.project).map(({ location, text }) => [location, text]));
  const all = [
    ...corrections.map(({ originalValue, grounds, ...rest }) => ({
      ...rest,
      kind: L.corrections,
      original: originalValue,
      text: grounds,
    })),
    ...explanations.map((one) => ({ ...one, kind: L.explanations, date: '' })),
  ];
  for (const [index, one] of all.entries()) {
    yield { ...own, ...one, place: index + 1, value: values.get(one.location) };
  }
}

/** What was officially corrected, and what editors explain of values that stay as they are. */
export const CORRECTIONS = tableOf<RemarkRow>({
  name: 'corrections',
  title: '更正和核对说明',
  description: '公开之后正式更正过的值（更正），和照原文公开、由编辑说明的值（核对说明），一个值一行。',
  key: [...PROJECT_KEY, 'number'],
  references: [{ columns: PROJECT_KEY, table: 'projects' }],
  *recordsOf(departments) {
    for (const own of projectRows(departments)) yield* remarksOf(own);
  },
  columns: [
    ...PROJECT_COLUMNS,
    PROJECT_NAME,
    {
      name: 'number',
      header: '第几条',
      type: 'integer',
      description: '是这个项目的第几条，从1开始。',
      example: '1',
      required: true,
      valueOf: ({ place }) => count(place),
    },
    {
      name: 'kind',
      header: '种类',
      type: 'text',
      description: '更正是值改了；核对说明是值没有改，只作说明。',
      example: L.corrections,
      required: true,
      values: [L.corrections, L.explanations],
      valueOf: ({ kind }) => kind,
    },
    {
      name: 'location',
      header: L.location,
      type: 'text',
      description: '值在表格的哪一格，用表格上的栏名，列表里的第几项写在方括号里。',
      example: '资金支出计划.10月底',
      required: true,
      valueOf: ({ location }) => location,
    },
    {
      name: 'original',
      header: '原值',
      type: 'text',
      description: '更正以前的值；核对说明的，就是现在的值。空白表示原来是空白。',
      example: '750000%',
      valueOf: ({ original }) => original,
    },
    {
      name: 'value',
      header: '现值',
      type: 'text',
      description: '现在公开的值；空白表示现在是空白。',
      example: '75%',
      valueOf: ({ value }) => value,
    },
    {
      name: 'text',
      header: '依据或说明',
      type: 'text',
      description: '更正的依据，或者说明的内容。',
      example: '疑为“75%”，按原文公开。',
      valueOf: ({ text }) => text,
    },
    {
      name: 'date',
      header: '更正日期',
      type: 'date',
      description: '哪一天更正的；没有写的、核对说明的为空白。',
      example: '2022-06-30',
      valueOf: ({ date }) => date,
    },
    pageColumn(({ project }) => projectPath(project)),
  ],
});
