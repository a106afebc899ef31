import {
  countedShares,
  plannedAmount,
  type CountedShare,
  type ShareStatus,
} from '../../model/disbursement-plan.ts';
import { toText, type Decimal } from '../../model/decimal.ts';
import { fromWan } from '../../model/money.ts';
import { LABELS as L, MONTH_ENDS, type Period } from '../../model/terms.ts';
import { exact, pageColumn, projectPath, projectRows } from '../columns.ts';
import { PROJECT_COLUMNS, PROJECT_KEY, PROJECT_NAME, UNIT, type ProjectRow } from '../columns.ts';
import { mayBeBlank } from '../csv.ts';
import { tableOf } from '../table.ts';

interface PlanRow extends ProjectRow {
  readonly share: CountedShare;
  readonly status: string;
}

/** What stands at a month-end, in words. */
const STATUS: Readonly<Record<ShareStatus, string>> = {
  stated: '已列',
  blank: '未列',
  unreadable: '不是比例',
  'above-range': '超过100%',
  'below-last': '小于前面的比例',
};
const NOT_ON_FORM = '表上没有';

/** What of the budget is paid out by then, in 万元, by a share. */
const amountBy = ({ project }: PlanRow, share: Decimal | undefined): Decimal | undefined =>
  share && project.budget.total.value && plannedAmount(project.budget.total.value, share);

/** What the plan states and sums accept, in 万元. */
const statedAmount = (row: PlanRow) =>
  row.share.status === 'stated' ? amountBy(row, row.share.stated.value) : undefined;

/** Every project's plan, a row a month-end. All month-ends of the year are there, so that a column's sums are the site's. */
export const DISBURSEMENT_PLAN = tableOf<PlanRow>({
  name: 'disbursement-plan',
  title: L.disbursementPlan,
  description:
    '每个项目每个月底一行：从年初累计打算支出多少。同一年度里各份表格用到的月底都列出来；这是计划，不是实际支出。',
  key: [...PROJECT_KEY, 'period'],
  references: [{ columns: PROJECT_KEY, table: 'projects' }],
  *recordsOf(departments, { periodsOf }) {
    for (const own of projectRows(departments)) {
      const { year, disbursementPlan } = own.project;
      const onForm = new Set(disbursementPlan.map(({ period }) => period));
      for (const share of countedShares(disbursementPlan, periodsOf(year))) {
        yield { ...own, share, status: onForm.has(share.period) ? STATUS[share.status] : NOT_ON_FORM };
      }
    }
  },
  columns: [
    ...PROJECT_COLUMNS,
    PROJECT_NAME,
    {
      name: 'period',
      header: '月底',
      type: 'text',
      description: '到哪个月底为止。',
      example: '3月底',
      required: true,
      values: MONTH_ENDS,
      valueOf: ({ share }) => share.period,
    },
    {
      name: 'date',
      header: L.date,
      type: 'date',
      description: '这个月底是哪一天。',
      example: '2022-03-31',
      required: true,
      columnType: 'date:generic',
      valueOf: ({ project, share }) => lastDay(project.year, share.period),
    },
    {
      name: 'share',
      header: mayBeBlank('累计支出比例'),
      type: 'share',
      description: '到这个月底累计支出占预算数的比例，照原文，也包括不可能成立的；空白表示未列，不是0。',
      example: '25%',
      valueOf: ({ share: { stated } }) => (stated.value === undefined ? undefined : stated.text),
    },
    {
      name: 'unreadShare',
      header: '不是比例的原文',
      type: 'text',
      description: '这一格的原文不是比例的，写在这里；一般是空白。',
      example: '按进度支付',
      valueOf: ({ share: { stated } }) => (stated.value === undefined ? stated.text : undefined),
    },
    {
      name: 'status',
      header: '列明情况',
      type: 'text',
      description: `这一格写没写、能不能计入合计；“${NOT_ON_FORM}”是这份表格没有这个月底。`,
      example: STATUS.stated,
      required: true,
      values: [...Object.values(STATUS), NOT_ON_FORM],
      valueOf: ({ status }) => status,
    },
    {
      name: 'amount',
      header: mayBeBlank('累计支出金额'),
      type: 'decimal',
      description: '预算数乘以比例，准确值，以“金额单位”一栏的单位计；比例或预算数未列、不能成立的为空白。',
      example: '47.50',
      valueOf: (row) => {
        const amount = statedAmount(row);
        return amount && exact(fromWan(amount, row.project.unit));
      },
    },
    UNIT,
    {
      name: 'amountWan',
      header: mayBeBlank('累计支出金额（万元）'),
      type: 'decimal',
      unit: '万元',
      description: '同上，准确换算成万元。',
      example: '47.50',
      valueOf: (row) => exact(statedAmount(row)),
    },
    {
      name: 'countedShare',
      header: '计入合计的比例',
      type: 'share',
      description: '本站合计时用的比例：未列和不能成立的，按前面写过的数算，前面没有写的算0%。',
      example: '25%',
      required: true,
      valueOf: ({ share }) => `${toText(share.counted)}%`,
    },
    {
      name: 'countedWan',
      header: mayBeBlank('计入合计的金额（万元）'),
      type: 'decimal',
      unit: '万元',
      description: '预算数乘以计入合计的比例。同一月底的相加，就是网页上的“列明至少”；空白表示预算数未列。',
      example: '47.50',
      columnType: 'value',
      valueOf: (row) => exact(amountBy(row, row.share.counted)),
    },
    pageColumn(({ project }) => `${projectPath(project)}#plan`),
  ],
});

/** Twelve a year, asked for in every row. */
const lastDays = new Map<string, string>();

function lastDay(year: number, period: Period): string {
  const known = lastDays.get(period + String(year));
  if (known !== undefined) return known;
  const day = new Date(Date.UTC(year, MONTH_ENDS.indexOf(period) + 1, 0)).toISOString().slice(0, 10);
  lastDays.set(period + String(year), day);
  return day;
}
