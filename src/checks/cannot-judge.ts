import type { Decimal } from '../model/decimal.ts';
import type { DisbursementPlan } from '../model/disbursement-plan.ts';
import { isBlank, type Stated } from '../model/stated.ts';

/** Why nothing can be compared with an amount; undefined where it has a value. */
export function whyNoAmount(label: string, amount: Stated<Decimal>): string | undefined {
  if (amount.value !== undefined) return undefined;
  return isBlank(amount) ? `${label}未列` : `${label}读不出`;
}

/** Why a plan cannot be looked at as a whole; undefined where each share that it states can be read. */
export function whyNoPlan(plan: DisbursementPlan): string | undefined {
  const stated = plan.filter((one) => !isBlank(one.stated));
  if (stated.length === 0) return '没有列支出计划';
  return stated.every((one) => one.stated.value !== undefined) ? undefined : '有的比例读不出';
}
