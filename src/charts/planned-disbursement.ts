import { decimal } from '../model/decimal.ts';
import type { PlanPoint } from '../model/disbursement-plan.ts';
import { amount, shareWords, words } from '../model/words.ts';
import { LEAST_MEANING, notAcceptedWords } from '../model/plan-words.ts';
import { cell, shareCell, type ChartDescription } from './chart.ts';

/**
 * What all projects together plan to have paid out by each month-end.
 *
 * @param isWhole whether all of them state their budgets.
 */
export function plannedDisbursement(
  plan: readonly PlanPoint[],
  ofWhat: string,
  isWhole = true,
): ChartDescription {
  const isLeast = ({ notStated }: PlanPoint) => notStated.count > 0;
  const points = plan.flatMap((point) =>
    point.share === undefined
      ? []
      : [`到${point.period}${isLeast(point) ? '至少' : ''}付${shareWords(point.share)}`],
  );
  return {
    id: 'chart-plan',
    title: '计划累计支出',
    sentence: [
      points.length === 0
        ? `${ofWhat}${plan.length === 0 ? '没有可以合计的支出计划' : '预算数合计是0，算不出比例'}。`
        : `${ofWhat}${isWhole ? '' : '列明'}的预算，计划${points.join('，')}。`,
    ],
    notes: notesOn(plan, plan.some(isLeast)),
    drawing: 'line',
    categoryName: '截至',
    categories: plan.map(({ period }) => ({ label: period })),
    series: [
      {
        name: '累计占预算',
        unit: '%',
        cells: plan.map((point) =>
          point.share === undefined ? shareCell(undefined, true) : cell(point.share, isLeast(point)),
        ),
        drawn: true,
      },
      {
        name: '累计金额',
        unit: '万元',
        cells: plan.map((point) => cell(point.amount, isLeast(point))),
        drawn: false,
      },
      {
        name: '未列明的项目',
        unit: '个',
        cells: plan.map(({ notStated }) => cell(decimal(notStated.count))),
        drawn: false,
      },
      {
        name: '未列明项目的预算',
        unit: '万元',
        cells: plan.map(({ notStated }) => cell(notStated.amount)),
        drawn: false,
      },
    ],
  };
}

/** What cannot be seen from a plan of many projects alone. */
function notesOn(plan: readonly PlanPoint[], isLeast: boolean): readonly string[] {
  return [
    `这是计划，不是实际支出。${isLeast ? LEAST_MEANING : ''}`,
    ...plan.filter(({ notAccepted }) => notAccepted > 0).map((point) => `${notAcceptedWords(point)}。`),
  ];
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
  const payments = plan.flatMap(
    ({ payment }, index) => words`${index === 0 ? '' : '，'}${names[index] ?? ''}${amount(payment)}`,
  );
  const vague = plan.some(({ notStated }) => notStated.count > 0);
  const lengths = monthsOf(plan).map(({ from, to }) => to - from + 1);
  const uneven = new Set(lengths).size > 1 ? `各时段长短不同，依次是${lengths.join('、')}个月。` : '';
  const unclear = vague ? '有的项目没有写前几个时段付多少，它的钱算在第一次写明的时段里。' : '';
  return {
    id: 'chart-payments',
    title: '各时段计划支出',
    sentence: words`${ofWhat}分时段的计划支出：${payments}。${uneven}${unclear}`,
    notes: notesOn(plan, false),
    drawing: 'columns',
    categoryName: '时段',
    categories: names.map((label) => ({ label })),
    series: [
      { name: '计划支出', unit: '万元', cells: plan.map(({ payment }) => cell(payment)), drawn: true },
    ],
  };
}
