import { adjustedOn } from '../../model/adjustment.ts';
import { toText } from '../../model/decimal.ts';
import { AREA_WORDS, areaOf } from '../../model/area.ts';
import { filesOf } from '../../model/department.ts';
import { executionOf, type Evaluation } from '../../model/evaluation.ts';
import { BUDGET_FIELDS, EVALUATION_FIELDS, PROJECT_FIELDS, TEXT_FIELDS } from '../../model/form.ts';
import type { Project } from '../../model/project.ts';
import { isBlank, type Additional } from '../../model/stated.ts';
import { EVALUATION_LABELS as E, LABELS as L } from '../../model/terms.ts';
import { count, exact, formText, pageColumn, pairsText, projectPath, projectRows } from '../columns.ts';
import { PROJECT_COLUMNS, PROJECT_KEY, PROJECT_LABEL, UNIT, type ProjectRow } from '../columns.ts';
import { mayBeBlank } from '../csv.ts';
import { tableOf, type ColumnOf } from '../table.ts';

const fieldOf = (name: (typeof PROJECT_FIELDS)[number]['name']) =>
  formText(PROJECT_FIELDS.find((field) => field.name === name) ?? PROJECT_FIELDS[0]);

/** Each amount as the document has it, and in 万元, in which amounts of all departments add up. */
const AMOUNTS = BUDGET_FIELDS.flatMap((field): readonly ColumnOf<ProjectRow>[] => {
  const { name, label } = field;
  return [
    {
      ...formText(field),
      type: 'decimal',
      description: `${label}，照原文，以“${UNIT.header}”一栏的单位计；空白表示未列或不是数，不是0。`,
      valueOf: ({ project: { budget } }) =>
        budget[name].value === undefined ? undefined : budget[name].text,
    },
    {
      ...formText(field),
      name: `${name}Wan`,
      header: mayBeBlank(`${label}（万元）`),
      type: 'decimal',
      unit: '万元',
      description: `${label}，准确换算成万元，各部门的可以相加；空白同上。`,
      columnType: 'value',
      valueOf: ({ project: { budget } }) => exact(budget[name].value),
    },
  ];
});

type EvaluationColumn = Omit<ColumnOf<ProjectRow>, 'valueOf'> & {
  readonly textOf: (evaluation: Evaluation) => string | undefined;
};

/** What a published self-evaluation says of the project as a whole; blank where none is. */
const EVALUATION = (
  [
    {
      name: 'evaluationPublished',
      header: `自评${E.published}`,
      type: 'date',
      description: '绩效自评公开的日期；空白表示没有公开自评，或者没有写日期。',
      example: '2023-06-30',
      textOf: ({ published }) => published.text,
    },
    ...(['allocated', 'spent'] as const).map((name): EvaluationColumn => ({
      name: `${name}Wan`,
      header: mayBeBlank(`${E[name]}（万元）`),
      type: 'decimal',
      unit: '万元',
      description: `自评表的“${E[name]}”，准确换算成万元；空白表示没有公开自评，或者未列、不是数，不是0。`,
      example: name === 'spent' ? '189.20' : '190.00',
      textOf: (evaluation) => exact(evaluation[name].value),
    })),
    {
      name: 'executionRate',
      header: mayBeBlank(E.rate),
      type: 'share',
      description:
        '自评表的“执行率”，照原文；自评表没有写的，是全年执行数除以全年预算数，两位小数；空白表示没有公开自评，或者未列、算不出。',
      example: '99.58%',
      textOf: (evaluation) => {
        const counted = executionOf(evaluation);
        if (evaluation.rate.text !== '') return evaluation.rate.value && evaluation.rate.text;
        return counted && `${toText(counted)}%`;
      },
    },
    {
      name: 'evaluationScore',
      header: mayBeBlank(`自评${E.total}`),
      type: 'decimal',
      description: '自评总分，照原文；各项的得分在“自评结果”表里。空白表示没有公开自评，或者未列、不是数。',
      example: '98.5',
      textOf: ({ total }) => total.value && total.text,
    },
    {
      name: 'achieved',
      header: mayBeBlank(E.achieved),
      type: 'text',
      description: '自评表写的年度总体目标的实际完成情况，照原文；空白表示没有公开自评，或者未列。',
      textOf: ({ achieved }) => achieved.text,
    },
  ] satisfies readonly EvaluationColumn[]
).map(({ textOf, ...column }): ColumnOf<ProjectRow> => ({
  ...column,
  valueOf: ({ project }) => project.evaluation && textOf(project.evaluation),
}));

/** Amounts, rates and points that are no numbers, as they are written. */
function unreadOf({ budget, evaluation }: Project): readonly Additional[] {
  const cells = [
    ...BUDGET_FIELDS.map(({ name, label }) => ({ label, ...budget[name] })),
    ...EVALUATION_FIELDS.flatMap(({ name, label, kind }) =>
      evaluation === undefined || kind === 'text' ? [] : [{ label, ...evaluation[name] }],
    ),
  ];
  return cells.filter((cell) => !isBlank(cell) && cell.value === undefined);
}

/** Every project, a row each. */
export const PROJECTS = tableOf<ProjectRow>({
  name: 'projects',
  title: '项目',
  description: '每个项目一行：名称、金额、用途、目标和来源。',
  key: PROJECT_KEY,
  references: [{ columns: ['year', 'department'], table: 'departments' }],
  recordsOf: projectRows,
  columns: [
    ...PROJECT_COLUMNS,
    {
      ...fieldOf('sequence'),
      type: 'integer',
      description: '项目在官方文件里的序号，从1开始。',
      valueOf: ({ project }) => count(project.sequence),
    },
    { ...fieldOf('name'), columnType: PROJECT_LABEL, valueOf: ({ project }) => project.name },
    {
      name: 'area',
      header: AREA_WORDS,
      type: 'text',
      description: '本站按项目名称归的类，官方文件里没有；空白表示本站不归类。',
      example: '社会保障和就业',
      valueOf: ({ project }, { site }) => areaOf(project, site.areas)?.name,
    },
    ...AMOUNTS,
    UNIT,
    {
      name: 'unreadAmounts',
      header: '不是数的金额',
      type: 'text',
      description: '金额栏（和自评的执行率、分数）里不是数的原文，写成“栏名：原文”，一行一条；一般是空白。',
      example: '预算数：待定',
      valueOf: ({ project }) => pairsText(unreadOf(project)),
    },
    ...TEXT_FIELDS.map((field): ColumnOf<ProjectRow> => ({
      ...formText(field),
      valueOf: ({ project }) => project[field.name],
    })),
    {
      ...fieldOf('goals'),
      description: '绩效目标，一行一条，不带表格里的编号。',
      valueOf: ({ project }) => project.goals.join('\n'),
    },
    {
      name: 'indicatorCount',
      header: '绩效指标（条）',
      type: 'integer',
      unit: '条',
      description: '绩效指标表有几行；内容在“绩效指标”表里。',
      example: '8',
      required: true,
      valueOf: ({ project }) => count(project.indicators.length),
    },
    {
      ...fieldOf('additional'),
      header: L.additional,
      description: '官方表格里另外的栏目，写成“栏名：原文”，一栏一行。',
      valueOf: ({ project }) => pairsText(project.additional),
    },
    {
      ...fieldOf('previousCode'),
      header: L.previousCode,
      type: 'code',
      description: '项目上一年度的编码；空白表示没有换过编码或不知道。',
      valueOf: ({ project }) => project.previousCode,
    },
    ...EVALUATION,
    {
      ...fieldOf('changeReason'),
      header: L.changeReason,
      description: '部门说明项目为什么是新增的，或者预算数为什么与上年不同；空白表示没有说明。',
      valueOf: ({ project }) => project.changeReason,
    },
    {
      name: 'adjustedOn',
      header: '预算调整日期',
      type: 'date',
      description: '这一行是哪一天的预算调整以后的数；空白表示年度中间没有调整过。',
      example: '2022-07-15',
      valueOf: ({ department, project }) => adjustedOn(department, project),
    },
    {
      name: 'noteCount',
      header: '数据说明（条）',
      type: 'integer',
      unit: '条',
      description: '核对时发现几处要说明的；内容在“数据说明”表里。',
      example: '0',
      required: true,
      valueOf: ({ project }, { notesOf }) => count(notesOf(project).length),
    },
    {
      name: 'sourceFile',
      header: '来源文件',
      type: 'text',
      description:
        '数据所依据的官方文件的文件名，几份的用“、”隔开；空白表示不知道，或部门的几份文件中不能确定是哪一份。',
      example: '000_d071826548224e33.txt',
      valueOf: ({ department, project }) => filesOf(department, project).join('、') || undefined,
    },
    pageColumn(({ project }) => projectPath(project)),
  ],
});
