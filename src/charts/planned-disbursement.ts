import { format, trim } from '../model/decimal.ts';
import type { PlanPoint } from '../model/disbursement-plan.ts';
import { formatWan } from '../model/money.ts';
import type { ChartDescription } from './chart.ts';

/** What all projects together plan to have paid out by each month-end. */
export function plannedDisbursement(plan: readonly PlanPoint[], ofWhat: string): ChartDescription {
  const lowerBounds = plan.map(({ notStated }) => notStated.count > 0);
  const points = plan.flatMap(({ period, share, notStated }) =>
    share === undefined ? [] : [`到${period}${notStated.count > 0 ? '至少' : ''}付${format(trim(share))}%`],
  );
  return {
    id: 'chart-plan',
    title: '计划累计支出',
    sentence: `${ofWhat}的预算，年初计划${points.join('，')}。`,
    drawing: 'line',
    categoryName: '截至',
    categories: plan.map(({ period }) => ({ label: period })),
    series: [
      {
        name: '累计占预算',
        unit: '%',
        values: plan.map(({ share }) => share),
        lowerBounds,
        drawn: true,
      },
      {
        name: '累计金额',
        unit: '万元',
        values: plan.map(({ amount }) => amount),
        lowerBounds,
        drawn: false,
      },
      {
        name: '未列明的项目',
        unit: '个',
        values: plan.map(({ notStated }) => ({ digits: BigInt(notStated.count), scale: 0 })),
        drawn: false,
      },
      {
        name: '未列明项目的预算',
        unit: '万元',
        values: plan.map(({ notStated }) => notStated.amount),
        drawn: false,
      },
    ],
  };
}

/** The stretches between the month-ends, by their first and last months. */
function monthsOf(plan: readonly PlanPoint[]): readonly { readonly from: number; readonly to: number }[] {
  let month = 0;
  return plan.map(({ period }) => {
    const from = month + 1;
    month = Number.parseInt(period, 10);
    return { from, to: month };
  });
}

/** The names of the stretches between the month-ends: `1–3月`, `4–6月`, `7–10月`, `11–12月`. */
export function stretches(plan: readonly PlanPoint[]): readonly string[] {
  return monthsOf(plan).map(({ from, to }) => (from === to ? `${to}月` : `${from}–${to}月`));
}

/** What is planned to be paid out in each stretch of the year alone. */
export function paymentsPerPeriod(plan: readonly PlanPoint[], ofWhat: string): ChartDescription {
  const names = stretches(plan);
  const words = plan.map(({ payment }, index) => `${names[index] ?? ''}${formatWan(payment)}万元`);
  const vague = plan.some(({ notStated }) => notStated.count > 0);
  const lengths = monthsOf(plan).map(({ from, to }) => to - from + 1);
  const uneven = new Set(lengths).size > 1 ? `各时段长短不同，依次是${lengths.join('、')}个月。` : '';
  return {
    id: 'chart-payments',
    title: '各时段计划支出',
    sentence: `${ofWhat}分时段的计划支出：${words.join('，')}。${uneven}${
      vague ? '有的项目没有写前几个时段付多少，它的钱算在第一次写明的时段里。' : ''
    }`,
    drawing: 'columns',
    categoryName: '时段',
    categories: names.map((label) => ({ label })),
    series: [{ name: '计划支出', unit: '万元', values: plan.map(({ payment }) => payment), drawn: true }],
  };
}
