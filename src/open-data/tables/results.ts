import { answeredRows, OUTCOMES, type Answered } from '../../model/outcome.ts';
import type { Result } from '../../model/evaluation.ts';
import { RESULT_FIELDS } from '../../model/form.ts';
import { EVALUATION_LABELS as E } from '../../model/terms.ts';
import { count, formText, pageColumn, pairsText, projectPath, projectRows } from '../columns.ts';
import { PROJECT_COLUMNS, PROJECT_KEY, PROJECT_NAME, type ProjectRow } from '../columns.ts';
import { mayBeBlank } from '../csv.ts';
import { tableOf, type ColumnOf } from '../table.ts';

interface ResultRow extends ProjectRow {
  readonly result: Result;
  /** With its indicator; undefined where there is none. */
  readonly answer: Answered | undefined;
}

/** What self-evaluations say was achieved, an indicator a row. */
export const RESULTS = tableOf<ResultRow>({
  name: 'results',
  title: '自评结果',
  description:
    '公开了绩效自评的项目，每条结果一行，照自评表的次序；部门没有公开自评的项目没有行。预算执行和总分在“项目”表里。',
  key: [...PROJECT_KEY, 'number'],
  references: [
    { columns: PROJECT_KEY, table: 'projects' },
    { columns: [...PROJECT_KEY, 'row'], table: 'indicators' },
  ],
  *recordsOf(departments) {
    for (const own of projectRows(departments)) {
      const { evaluation } = own.project;
      if (evaluation === undefined) continue;
      const answers = new Map(answeredRows(own.project).map((one) => [one.result, one]));
      for (const result of evaluation.results) yield { ...own, result, answer: answers.get(result) };
    }
  },
  columns: [
    ...PROJECT_COLUMNS,
    PROJECT_NAME,
    {
      name: 'number',
      header: '第几条',
      type: 'integer',
      description: '在自评表里是第几条，从1开始。',
      example: '1',
      required: true,
      valueOf: ({ result }) => count(result.place),
    },
    {
      name: 'row',
      header: '行号',
      type: 'integer',
      description: '答的是“绩效指标”表里的第几行；空白表示目标表里没有这项指标。',
      example: '1',
      valueOf: ({ answer }) => (answer === undefined ? undefined : count(answer.indicator.row)),
    },
    ...RESULT_FIELDS.map((field): ColumnOf<ResultRow> => ({
      ...formText(field),
      header: field.name === 'name' ? field.label : mayBeBlank(field.label),
      type: field.kind === 'score' ? 'decimal' : 'text',
      description: `自评表的“${field.label}”，照原文${field.kind === 'score' ? '；不是数的为空白' : ''}。`,
      valueOf: ({ result }) =>
        field.kind === 'score' && result[field.name].value === undefined
          ? undefined
          : result[field.name].text,
    })),
    {
      name: 'unreadScores',
      header: '不是数的分数',
      type: 'text',
      description: '分值、得分里不是数的原文，写成“栏名：原文”，一行一条；一般是空白。',
      example: '得分：满分',
      valueOf: ({ result }) =>
        pairsText(
          RESULT_FIELDS.flatMap(({ name, label, kind }) =>
            kind !== 'score' || result[name].text === '' || result[name].value !== undefined
              ? []
              : [{ label, text: result[name].text }],
          ),
        ),
    },
    {
      name: 'outcome',
      header: '是否完成',
      type: 'text',
      description:
        '本站拿目标和实际完成值比较的结果，不是自评表的话；是文字、单位不同、看不出至少还是至多的，写“未能判断”。空白表示没有目标可比。',
      example: OUTCOMES[0],
      values: OUTCOMES,
      valueOf: ({ answer }) => answer?.outcome,
    },
    {
      name: 'published',
      header: mayBeBlank(E.published),
      type: 'date',
      description: '自评公开的日期。',
      example: '2023-06-30',
      valueOf: ({ project }) => project.evaluation?.published.text,
    },
    pageColumn(({ project, answer }) =>
      answer === undefined
        ? `${projectPath(project)}#evaluation`
        : `${projectPath(project)}#indicator-${count(answer.indicator.row)}`,
    ),
  ],
});
