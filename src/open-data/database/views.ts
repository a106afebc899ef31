import { PROJECTS } from '../tables/projects.ts';
import { wholeAmountOf } from './database-table.ts';

/** A view that answers a usual question. */
export interface View {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly sql: string;
}

/** A whole number of 0.000001元 as an exact amount in 万元, with at least two places as everywhere. */
const wan = (sum: string) =>
  `CASE WHEN ${sum} IS NOT NULL THEN printf('%d.%02d', ${sum} / 10000000000, ${sum} / 100000000 % 100) || rtrim(printf('%08d', ${sum} % 100000000), '0') END`;

/** The sum of a column in both units. */
const sumOf = (column: string, name: string, whole = `p."${column}"`) =>
  [`sum(${whole}) AS "${name}MicroYuan"`, `${wan(`sum(${whole})`)} AS "${name}Wan"`] as const;

const AMOUNTS = PROJECTS.columns.flatMap((column) => {
  const whole = wholeAmountOf(column);
  return whole === undefined ? [] : [{ text: column.name, whole }];
});

/** Amounts that are there, but in no column of whole numbers, and so in no sum. */
const leftOut = (amounts: readonly { readonly text: string; readonly whole: string }[]) =>
  `sum(${amounts.map(({ text, whole }) => `(p."${text}" IS NOT NULL AND p."${whole}" IS NULL)`).join(' + ')}) AS "notInSums"`;

const BEFORE = `q."year" = p."year" AND q."department" = p."department" AND q."record" = p."record"`;

export const VIEWS: readonly View[] = [
  {
    name: 'department_totals',
    title: '各部门合计',
    description: '每个部门每个年度的项目数和各项金额的合计；notInSums是有金额而没有计入合计的，一般是0。',
    sql: `SELECT p."year", p."department", p."departmentName", count(*) AS "projects",
  ${AMOUNTS.flatMap(({ whole }) => sumOf(whole, whole.replace('MicroYuan', ''))).join(',\n  ')},
  ${leftOut(AMOUNTS)}
FROM projects p GROUP BY p."year", p."department"`,
  },
  {
    name: 'planned_payments',
    title: '各期计划支出',
    description:
      '每个部门每个年度到各月底累计打算支出多少（cumulative），这一期打算支出多少（payment）；是计划，不是实际支出。',
    sql: `SELECT p."year", p."department", p."departmentName", p."period", p."date",
  ${sumOf('countedMicroYuan', 'cumulative').join(',\n  ')},
  ${sumOf('', 'payment', 'p."countedMicroYuan" - coalesce(q."countedMicroYuan", 0)').join(',\n  ')},
  ${leftOut([{ text: 'countedWan', whole: 'countedMicroYuan' }])}
FROM disbursement_plan p LEFT JOIN disbursement_plan q ON ${BEFORE} AND q."date" =
  (SELECT max(q."date") FROM disbursement_plan q WHERE ${BEFORE} AND q."date" < p."date")
GROUP BY p."year", p."department", p."date"`,
  },
  {
    name: 'indicators_by_kind',
    title: '各类绩效指标',
    description: '每个部门每个年度各级指标有几条、用在几个项目里，其中几条的指标值是数。',
    sql: `SELECT p."year", p."department", p."departmentName", p."category", p."kind",
  count(*) AS "indicators", count(DISTINCT p."record") AS "projects", sum(p."targetType" = '数') AS "withNumber"
FROM indicators p GROUP BY p."year", p."department", p."category", p."kind"`,
  },
];
