import {
  add,
  compare,
  decimal,
  multiply,
  parseDecimal,
  percentageOf,
  shift,
  subtract,
  sum,
  ZERO,
  type Decimal,
} from './decimal.ts';
import type { Stated } from './stated.ts';
import { MONTH_ENDS, type Period } from './terms.ts';

/**
 * For each month-end that a project's form has, in calendar order, the cumulative share of the budget to be paid out
 * by then, in percent. Empty where the form has no such plan.
 */
export type DisbursementPlan = readonly PlannedShare[];

export interface PlannedShare {
  readonly period: Period;
  readonly stated: Stated<Decimal>;
}

const NOT_ON_FORM: Stated<Decimal> = { text: '' };

/** What a plan states for a month-end; a form without that month-end does not state it. */
export function shareAt(plan: DisbursementPlan, period: Period): Stated<Decimal> {
  return plan.find((one) => one.period === period)?.stated ?? NOT_ON_FORM;
}

/** The month-ends that one project or another of these has, in calendar order. */
export function periodsOf(
  projects: readonly { readonly disbursementPlan: DisbursementPlan }[],
): readonly Period[] {
  const found = new Set(
    projects.flatMap(({ disbursementPlan }) => disbursementPlan.map(({ period }) => period)),
  );
  return MONTH_ENDS.filter((period) => found.has(period));
}

const HUNDRED = decimal(100);

/** Reads a share cell such as `25%`; also negative and above 100 %, which the checks then speak of. */
export function readShare(text: string): Stated<Decimal> {
  const value = text.endsWith('%') && text.length <= 20 ? parseDecimal(text.slice(0, -1)) : undefined;
  return value === undefined ? { text } : { text, value };
}

/** Why a share counts as it does: as stated, or as the last accepted share before it because … */
export type ShareStatus = 'stated' | 'blank' | 'unreadable' | 'above-range' | 'below-last';

/** A share as sums count it. */
export interface CountedShare {
  readonly period: Period;
  readonly stated: Stated<Decimal>;
  readonly counted: Decimal;
  readonly status: ShareStatus;
}

/**
 * The shares as sums count them, in calendar order: a blank, and a value that cannot be true (above 100 %
 * or below the last accepted one), count as the last accepted share before it, 0 at the start.
 *
 * @param periods at which the shares are wanted; those of the plan itself where left out.
 * @example 25 %, 50 %, 750000 %, 100 % count as 25, 50, 50, 100.
 */
export function countedShares(
  plan: DisbursementPlan,
  periods: readonly Period[] = plan.map(({ period }) => period),
): readonly CountedShare[] {
  let last = ZERO;
  return periods.map((period) => {
    const stated = shareAt(plan, period);
    const status = shareStatus(stated, last);
    if (status === 'stated' && stated.value !== undefined) last = stated.value;
    return { period, stated, counted: last, status };
  });
}

/** Whether something is stated that sums do not count: it cannot be read, or cannot be true. */
export function isRefused({ status }: Pick<CountedShare, 'status'>): boolean {
  return status !== 'stated' && status !== 'blank';
}

function shareStatus({ text, value }: Stated<Decimal>, last: Decimal): ShareStatus {
  if (text === '') return 'blank';
  if (value === undefined) return 'unreadable';
  if (compare(value, HUNDRED) > 0) return 'above-range';
  return compare(value, last) < 0 ? 'below-last' : 'stated';
}

/** What of one project's budget is to be paid out by the end of a period, in 万元. */
export function plannedAmount(budget: Decimal, share: Decimal): Decimal {
  return shift(multiply(budget, share), -2);
}

/** A budget in 万元 with its plan; what the sums of this file add up. */
export interface PlannedBudget {
  readonly budget: { readonly total: Stated<Decimal> };
  readonly disbursementPlan: DisbursementPlan;
}

/** The sum of many plans at one month-end. */
export interface PlanPoint {
  readonly period: Period;
  /** Planned to be paid out by then, in 万元. A lower bound where `notStated.count` is not 0. */
  readonly amount: Decimal;
  /** Paid out in this period alone: the amount less that of the month-end before. */
  readonly payment: Decimal;
  /** The amount as a percentage of all budgets that are stated, two places; undefined without any. */
  readonly share: Decimal | undefined;
  /** Projects with a budget that leave this month-end blank (or unreadable), and their budgets' sum. */
  readonly notStated: { readonly count: number; readonly amount: Decimal };
  /** Projects whose value here cannot be true and counts as the last accepted one. */
  readonly notAccepted: number;
}

/** Adds up plans at each month-end that one of them has. Projects without a stated budget are left out. */
export function sumPlans(projects: readonly PlannedBudget[]): readonly PlanPoint[] {
  const periods = periodsOf(projects);
  // Many rows of a list may share one plan.
  const known = new Map<DisbursementPlan, readonly CountedShare[]>();
  const sharesOf = (plan: DisbursementPlan) => {
    const shares = known.get(plan) ?? countedShares(plan, periods);
    known.set(plan, shares);
    return shares;
  };
  const counted = projects.flatMap(({ budget, disbursementPlan }) =>
    budget.total.value === undefined
      ? []
      : [{ budget: budget.total.value, shares: sharesOf(disbursementPlan) }],
  );
  const whole = sum(counted.map(({ budget }) => budget));
  let before = ZERO;
  return periods.map((period, index) => {
    let amount = ZERO;
    let notStated = { count: 0, amount: ZERO };
    let notAccepted = 0;
    for (const { budget, shares } of counted) {
      const share = shares[index];
      if (share === undefined) continue;
      amount = add(amount, plannedAmount(budget, share.counted));
      if (share.status === 'blank' || share.status === 'unreadable') {
        notStated = { count: notStated.count + 1, amount: add(notStated.amount, budget) };
      } else if (share.status !== 'stated') notAccepted += 1;
    }
    const payment = subtract(amount, before);
    before = amount;
    return { period, amount, payment, share: percentageOf(amount, whole, 2), notStated, notAccepted };
  });
}
