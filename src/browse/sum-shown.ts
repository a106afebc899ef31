import type { Decimal } from '../model/decimal.ts';
import { sumPlans, type PlanPoint } from '../model/disbursement-plan.ts';
import { totalBudget } from '../model/totals.ts';
import type { ListedProject } from './listed-project.ts';

/** What the projects shown add up to; amounts in 万元, exact. */
export interface ShownTotals {
  readonly projects: number;
  readonly budget: Decimal;
  /** Projects whose 预算数 is not stated and so not in the sums. */
  readonly withoutBudget: number;
  readonly plan: readonly PlanPoint[];
}

export function sumShown(projects: readonly ListedProject[]): ShownTotals {
  return {
    projects: projects.length,
    budget: totalBudget(projects),
    withoutBudget: projects.filter(({ budget }) => budget.total.value === undefined).length,
    plan: sumPlans(projects),
  };
}
