import { add, compare, decimal, divide, equals, percentageOf, sum, ZERO, type Decimal } from './decimal.ts';
import { sumPlans, type PlannedBudget, type PlanPoint } from './disbursement-plan.ts';
import { BUDGET_FIELDS, type BudgetField } from './form.ts';
import type { Project } from './project.ts';
import { leftOutOf, type LeftOut } from './stated.ts';
import { CATEGORIES, KINDS, type Category } from './terms.ts';

/** What the budgets and plans of a set of projects add up to; amounts in 万元. */
export interface Sums {
  readonly projects: number;
  /** Undefined where no project states any: not stated is not zero. */
  readonly budget: Decimal | undefined;
  /** Projects whose 预算数 is not stated or cannot be read, and so is not in the sums. */
  readonly withoutBudget: LeftOut;
  readonly plan: readonly PlanPoint[];
}

/** What a set of projects adds up to in all. Computed from the records, nowhere typed in. */
export interface Totals extends Sums {
  readonly indicators: number;
  /** What the budgets are made of, in the form's order; without what not every form has and none states. */
  readonly parts: readonly BudgetPart[];
  /** The average budget, rounded to two places; undefined without any. */
  readonly average: Decimal | undefined;
}

/** The sum of one part of the budgets, such as 财政资金. */
export interface BudgetPart {
  readonly field: Exclude<BudgetField, 'total'>;
  /** Undefined where no project states any. */
  readonly amount: Decimal | undefined;
  /** Projects that do not state it, or not so that it can be read, and so are not in the sum. */
  readonly without: LeftOut;
}

export function totalsOf(projects: readonly Project[]): Totals {
  const stated = (field: BudgetField) => projects.flatMap(({ budget }) => budget[field].value ?? []);
  const leftOut = (field: BudgetField) => leftOutOf(projects.map(({ budget }) => budget[field]));
  const sums = sumsOf(projects);
  return {
    ...sums,
    indicators: projects.reduce((count, { indicators }) => count + indicators.length, 0),
    average: sums.budget && divide(sums.budget, decimal(stated('total').length), 2),
    parts: BUDGET_FIELDS.flatMap((field): readonly BudgetPart[] => {
      if (field.name === 'total') return [];
      const own = stated(field.name);
      if ('optional' in field && own.length === 0) return [];
      return [{ field: field.name, amount: sumOfStated(own), without: leftOut(field.name) }];
    }),
  };
}

export function sumsOf(projects: readonly PlannedBudget[]): Sums {
  const budgets = projects.map(({ budget }) => budget.total);
  return {
    projects: projects.length,
    budget: sumOfStated(budgets.flatMap(({ value }) => value ?? [])),
    withoutBudget: leftOutOf(budgets),
    plan: sumPlans(projects),
  };
}

/** The sum of what is stated; undefined where nothing is. */
function sumOfStated(amounts: readonly Decimal[]): Decimal | undefined {
  return amounts.length === 0 ? undefined : sum(amounts);
}

/** Projects by budget, largest first; equal budgets in the order given; those without a budget last. */
export function byBudget<Ranked extends Pick<Project, 'budget'>>(
  projects: readonly Ranked[],
): readonly Ranked[] {
  return [...projects].sort((a, b) => byAmount(a.budget.total.value, b.budget.total.value));
}

/** Sorts amounts, largest first; those that are not known last. */
export function byAmount(a: Decimal | undefined, b: Decimal | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compare(b, a);
}

/** A project's standing by budget among others. */
export interface Standing {
  /** From 1; equal budgets share a place (并列). */
  readonly place: number;
  readonly shared: boolean;
  /** How many projects were compared: those with a stated budget. */
  readonly of: number;
  /** How many were not, having none. */
  readonly without: number;
  /** Its budget as a percentage of the sum of all, two places; undefined where that is 0. */
  readonly share: Decimal | undefined;
}

/** The standing of every project whose budget is stated, in one pass over the sorted projects. */
export function standingsOf(projects: readonly Project[]): ReadonlyMap<Project, Standing> {
  const whole = totalBudget(projects);
  const sorted = byBudget(projects).flatMap((project) => {
    const budget = project.budget.total.value;
    return budget === undefined ? [] : [{ project, budget }];
  });
  const equal = (a: number, b: number) => {
    const [x, y] = [sorted[a]?.budget, sorted[b]?.budget];
    return x !== undefined && y !== undefined && equals(x, y);
  };
  const standings = new Map<Project, Standing>();
  let place = 1;
  sorted.forEach(({ project, budget }, index) => {
    if (!equal(index, index - 1)) place = index + 1;
    standings.set(project, {
      place,
      shared: equal(index, index - 1) || equal(index, index + 1),
      of: sorted.length,
      without: projects.length - sorted.length,
      share: percentageOf(budget, whole, 2),
    });
  });
  return standings;
}

/** How the projects spread over sizes: a class of budgets and the projects in it. */
export interface SizeClass {
  /** From this amount on, in 万元. */
  readonly from: Decimal;
  /** Below this amount; undefined for the largest class. */
  readonly below: Decimal | undefined;
  readonly projects: readonly Project[];
}

/** The bounds of the size classes in 万元: each about three times the one before. */
const SIZE_BOUNDS = [0, 1, 3, 10, 30, 100, 300, 1000].map(decimal);

/** Projects with a stated budget by size class, smallest class first, from the first to the last in use. */
export function bySize(projects: readonly Project[]): readonly SizeClass[] {
  const classes = SIZE_BOUNDS.map((from, index): SizeClass => {
    const below = SIZE_BOUNDS[index + 1];
    const own = projects.filter(({ budget: { total } }) => {
      if (total.value === undefined || compare(total.value, from) < 0) return false;
      return below === undefined || compare(total.value, below) < 0;
    });
    return { from, below, projects: own };
  });
  const used = classes.map(({ projects: own }) => own.length > 0);
  return classes.slice(Math.max(0, used.indexOf(true)), used.lastIndexOf(true) + 1);
}

/** The sum of all budgets that are stated. */
export function totalBudget(projects: readonly Pick<Project, 'budget'>[]): Decimal {
  return projects.reduce((whole, { budget }) => add(whole, budget.total.value ?? ZERO), ZERO);
}

/** How many indicators stand under each second level, in the form's order; empty kinds are left out. */
export function indicatorsByKind(
  projects: readonly Project[],
): readonly { readonly category: Category; readonly kind: string; readonly count: number }[] {
  const rows = projects.flatMap(({ indicators }) => indicators);
  return CATEGORIES.flatMap((category) => {
    const own = rows.filter((row) => row.category === category);
    const kinds = new Set<string>([...KINDS[category], ...own.map(({ kind }) => kind)]);
    return [...kinds].map((kind) => ({
      category,
      kind,
      count: own.filter((row) => row.kind === kind).length,
    }));
  }).filter(({ count }) => count > 0);
}
