import { OTHER_AREA, totalsByArea, type Area } from '../model/area.ts';
import { decimal, percentageOf } from '../model/decimal.ts';
import type { Project } from '../model/project.ts';
import { totalsOf } from '../model/totals.ts';
import { amount, countWords, leftOutWords, shareWords, words } from '../model/words.ts';
import { cell, shareCell, sumCell, type ChartDescription } from './chart.ts';

/**
 * How much goes to each area, the largest first; a bar leads to its projects. The title says whose classification it
 * is, because a saved picture has nothing else that does.
 *
 * @param projects of one year.
 */
export function budgetByArea(
  projects: readonly Project[],
  areas: readonly Area[],
  hrefOf: (area: string) => string,
): ChartDescription {
  const { budget: whole, withoutBudget } = totalsOf(projects);
  const own = totalsByArea(projects, areas);
  const shares = own.map(({ totals: { budget } }) => budget && whole && percentageOf(budget, whole, 2));
  const named = own.filter(({ name }) => name !== OTHER_AREA);
  const other = own.find(({ name }) => name === OTHER_AREA)?.totals.projects ?? 0;
  const [largest] = named;
  const largestWords =
    largest?.totals.budget === undefined || shares[0] === undefined
      ? ''
      : words`，最多的是“${largest.name}”，${amount(largest.totals.budget)}，占${shareWords(shares[0])}`;
  const sortedWords =
    largest === undefined
      ? '没有项目归入列出的领域'
      : words`${countWords(projects.length - other)}个项目归入${named.length}个领域${largestWords}`;
  const otherWords = other === 0 ? '' : `；${countWords(other)}个项目归不进去，列在“${OTHER_AREA}”`;
  const leftOut =
    withoutBudget.count === 0 ? '' : `${leftOutWords(withoutBudget, '个项目', '预算数')}，没有算进去。`;
  return {
    id: 'chart-areas',
    title: '各领域的预算数（本站归类）',
    sentence: words`${sortedWords}${otherWords}。${leftOut}`,
    drawing: 'bars',
    categoryName: '领域',
    categories: own.map(({ name }) => ({ label: name, href: hrefOf(name) })),
    series: [
      {
        name: '预算数',
        unit: '万元',
        cells: own.map(({ totals }) => sumCell(totals.budget, totals.withoutBudget)),
        drawn: true,
      },
      {
        name: '占比',
        unit: '%',
        cells: own.map(({ totals }, place) =>
          shareCell(
            shares[place],
            totals.withoutBudget.count - totals.withoutBudget.unread < totals.projects,
          ),
        ),
        drawn: false,
        beside: true,
      },
      {
        name: '项目数',
        unit: '个',
        cells: own.map(({ totals }) => cell(decimal(totals.projects))),
        drawn: false,
      },
    ],
  };
}
