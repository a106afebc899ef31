import { compare, decimal, equals } from './decimal.ts';
import { countedShares, isRefused, type DisbursementPlan } from './disbursement-plan.ts';

/** How a disbursement plan spreads the payments over the year, in the order in which they are offered. */
export const PLAN_PATTERNS = ['december', 'quarterly', 'once', 'uneven', 'other'] as const;
export type PlanPattern = (typeof PLAN_PATTERNS)[number];

const HUNDRED = decimal(100);

/**
 * The pattern of a plan:
 *
 * - `december`: only the last month-end is stated, so nothing is known of the year before it;
 * - `quarterly`: 25 %, 50 %, 75 %, 100 % at four month-ends;
 * - `once`: an earlier month-end is stated, and the first that is has the whole: 100 %, 100 %, 100 %, 100 %
 *   or blank, blank, 100 %, 100 %;
 * - `uneven`: all are stated in other steps;
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
  const isQuarterly =
    shares.length === 4 && shares.every(({ counted }, index) => equals(counted, decimal(25 * (index + 1))));
  return isQuarterly ? 'quarterly' : 'uneven';
}
