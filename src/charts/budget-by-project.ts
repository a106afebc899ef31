import { percentageOf, sum } from '../model/decimal.ts';
import type { Project } from '../model/project.ts';
import { byBudget, totalBudget } from '../model/totals.ts';
import { amount, amountCell, countWords, shareWords, words } from '../model/words.ts';
import { cell, shareCell, type ChartCell, type ChartDescription } from './chart.ts';

/** More bars than these no page shows: nobody reads on. */
const MOST_BARS = 100;

/** More rows than these would make a page heavy that few read so far. */
const MOST_ROWS = 1000;

interface Options<Listed> {
  /** The name of a project's department, where those listed are of several. */
  readonly departmentOf?: ((project: Listed) => string) | undefined;
  /** How many are drawn at most; the sentence speaks of all of them. */
  readonly drawn?: number;
  /** How many the chart holds at most, for its file. */
  readonly most?: number;
}

/** Every project's budget, largest first. */
export function budgetByProject<Listed extends Pick<Project, 'name' | 'unit' | 'budget'>>(
  projects: readonly Listed[],
  hrefOf: (project: Listed) => string,
  { departmentOf, drawn = MOST_BARS, most = MOST_ROWS }: Options<Listed> = {},
): ChartDescription {
  const sorted = byBudget(projects);
  const held = sorted.slice(0, most);
  const whole = totalBudget(projects);
  const top = sorted.slice(0, 5).flatMap(({ budget }) => budget.total.value ?? []);
  const topShare = percentageOf(sum(top), whole, 2);
  const isPartial = projects.some(({ budget }) => budget.total.value === undefined);
  const [largest] = sorted;
  const labelOf = (project: Listed) =>
    departmentOf === undefined ? project.name : `${project.name}（${departmentOf(project)}）`;
  const largestWords =
    largest?.budget.total.value === undefined
      ? []
      : words`，最大的是“${largest.name}”，${amount(largest.budget.total.value)}`;
  const topWords =
    top.length < 2 || topShare === undefined || sorted.length <= top.length
      ? []
      : words`；最大的${top.length}个合计${amount(sum(top))}，占${isPartial ? '列明的' : ''}${shareWords(topShare)}`;
  const drawnWords = drawn < sorted.length ? `。这里画出最大的${countWords(drawn)}个` : '';
  return {
    id: 'chart-budget',
    title: '各项目预算数',
    sentence: words`${countWords(projects.length)}个项目按预算数从大到小排列${largestWords}${topWords}${drawnWords}。`,
    drawing: 'bars',
    categoryName: '项目',
    categories: held.map((project) => ({ label: labelOf(project), href: hrefOf(project) })),
    ...(drawn < held.length ? { drawn } : {}),
    ...(held.length < sorted.length ? { total: sorted.length } : {}),
    series: [
      { name: '预算数', unit: '万元', cells: held.map(budgetCell), drawn: true },
      {
        name: '占比',
        unit: '%',
        cells: held.map(({ budget: { total } }) =>
          shareCell(total.value && percentageOf(total.value, whole, 2), total.text !== ''),
        ),
        drawn: false,
      },
    ],
  };
}

/** What is stated and cannot be read is no blank. */
function budgetCell({ budget: { total }, unit }: Pick<Project, 'budget' | 'unit'>): ChartCell {
  const isRefused = total.value === undefined && total.text !== '';
  return isRefused ? { text: amountCell(total, unit), refused: '读不出' } : cell(total.value);
}
