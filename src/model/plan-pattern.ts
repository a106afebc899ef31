import { compare, decimal, equals } from './decimal.ts';
import { countedShares, isRefused, type DisbursementPlan } from './disbursement-plan.ts';

/** How a disbursement plan spreads the payments over the year, in the order in which they are offered. */
export const PLAN_PATTERNS = ['december', 'quarterly', 'once', 'uneven', 'other'] as const;
export type PlanPattern = (typeof PLAN_PATTERNS)[number];

const HUNDRED = decimal(100);
const EVEN = [25, 50, 75, 100].map(decimal);

/**
 * The pattern of a plan:
 *
 * - `december`: only the last month-end is stated, so nothing is known of the year before it;
 * - `quarterly`: 25 %, 50 %, 75 %, 100 %;
 * - `once`: an earlier month-end is stated, and the first that is has the whole: 100 %, 100 %, 100 %, 100 %
 *   or blank, blank, 100 %, 100 %;
 * - `uneven`: all four are stated in other steps;
 * - `other`: gaps, nothing stated, or a value that cannot be true (25 %, 50 %, 750000 %, 100 %).
 */
export function planPatternOf(plan: DisbursementPlan): PlanPattern {
  const shares = countedShares(plan);
  if (shares.some(isRefused)) return 'other';
  const first = shares.findIndex(({ status }) => status === 'stated');
  if (first < 0) return 'other';
  const isWhole = shares.slice(first).every(({ status }) => status === 'stated');
  if (!isWhole) return 'other';
  if (first === shares.length - 1) return 'december';
  if (shares.slice(first).every(({ counted }) => compare(counted, HUNDRED) === 0)) return 'once';
  if (first > 0) return 'other';
  return shares.every(({ counted }, index) => equals(counted, EVEN[index] ?? HUNDRED))
    ? 'quarterly'
    : 'uneven';
}
