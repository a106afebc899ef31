import { format, percentageOf, roundsToZero, sum, trim } from '../model/decimal.ts';
import { formatWan } from '../model/money.ts';
import type { Project } from '../model/project.ts';
import { LEAST_SHARE } from '../model/terms.ts';
import { byBudget, totalBudget } from '../model/totals.ts';
import type { ChartDescription } from './chart.ts';

/** More bars than these no page shows: a canvas has a greatest height, and nobody reads on. */
const MOST_BARS = 100;

/**
 * Every project's budget, largest first.
 *
 * @param most how many are drawn at most; the sentence speaks of all of them.
 */
export function budgetByProject<Listed extends Pick<Project, 'name' | 'budget' | 'sequence'>>(
  projects: readonly Listed[],
  hrefOf: (project: Listed) => string,
  most = MOST_BARS,
): ChartDescription {
  const sorted = byBudget(projects);
  const drawn = sorted.slice(0, most);
  const whole = totalBudget(projects);
  const top = sorted.slice(0, 5).flatMap(({ budget }) => budget.total.value ?? []);
  const topShare = percentageOf(sum(top), whole, 2);
  const shares = drawn.map(({ budget: { total } }) => ({
    part: total.value,
    share: total.value === undefined ? undefined : percentageOf(total.value, whole, 2),
  }));
  const [largest] = sorted;
  const largestWords =
    largest?.budget.total.value === undefined
      ? ''
      : `，最大的是“${largest.name}”，${formatWan(largest.budget.total.value)}万元`;
  const topWords =
    top.length < 2 || topShare === undefined || sorted.length <= top.length
      ? ''
      : `；最大的${top.length}个合计${formatWan(sum(top))}万元，占${format(trim(topShare))}%`;
  const drawnWords = drawn.length < sorted.length ? `。这里画出最大的${drawn.length}个` : '';
  return {
    id: 'chart-budget',
    title: '各项目预算数',
    sentence: `${projects.length}个项目按预算数从大到小排列${largestWords}${topWords}${drawnWords}。`,
    drawing: 'bars',
    categoryName: '项目',
    categories: drawn.map((project) => ({ label: project.name, href: hrefOf(project) })),
    series: [
      { name: '预算数', unit: '万元', values: drawn.map(({ budget }) => budget.total.value), drawn: true },
      {
        name: '占比',
        unit: '%',
        values: shares.map(({ share }) => share),
        texts: shares.map(({ share, part }) =>
          share !== undefined && roundsToZero(share, part) ? LEAST_SHARE : undefined,
        ),
        drawn: false,
      },
    ],
  };
}
