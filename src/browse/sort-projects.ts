import { compare, decimal, type Decimal } from '../model/decimal.ts';
import { countedShares } from '../model/disbursement-plan.ts';
import { periodOf, type Sort, type SortKey } from './browse-state.ts';
import type { ListedProject } from './listed-project.ts';

/** Chinese names by pinyin, numbers in them by size. */
const collator = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true });

/**
 * Sorts projects by a column. What is not stated comes last in either direction; equal ones keep their
 * order, the document's.
 */
export function sortProjects(
  projects: readonly ListedProject[],
  { key, isAscending }: Sort,
): readonly ListedProject[] {
  const sign = isAscending ? 1 : -1;
  const keyed = projects.map((project) => ({ project, value: valueOf(project, key) }));
  keyed.sort(({ value: a }, { value: b }) => {
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    if (typeof a === 'string' && typeof b === 'string') return sign * collator.compare(a, b);
    return typeof a === 'string' || typeof b === 'string' ? 0 : sign * compare(a, b);
  });
  return keyed.map(({ project }) => project);
}

/** What a project is sorted by; undefined where that is not stated. */
function valueOf(project: ListedProject, key: SortKey): Decimal | string | undefined {
  switch (key) {
    case 'name':
      return project.name;
    case 'department':
      return project.departmentName;
    case 'year':
      return decimal(project.year);
    case 'budget':
      return project.budget.total.value;
    case 'share':
      return project.standing?.share;
    case 'rate':
    case 'score':
      return project.results?.[key];
    default:
      return shareAt(project, key);
  }
}

/** As stated, also where it cannot be true: the column shows it so. */
function shareAt({ disbursementPlan }: ListedProject, key: SortKey): Decimal | undefined {
  const share = countedShares(disbursementPlan).find(({ period }) => period === periodOf(key));
  return share?.stated.value;
}
