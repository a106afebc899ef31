import { budgetByProject } from '../../charts/budget-by-project.ts';
import type { ChartDescription } from '../../charts/chart.ts';
import { drawnValue, tableValue } from '../../charts/format-value.ts';
import { plannedDisbursement } from '../../charts/planned-disbursement.ts';
import type { ListedProject } from '../../browse/listed-project.ts';
import type { ShownTotals } from '../../browse/sum-shown.ts';
import { toNumber } from '../../model/decimal.ts';
import { NOT_STATED } from '../../model/terms.ts';
import { chartData } from '../chart/chart-data.ts';
import { element } from '../search/elements.ts';

/** How many bars are drawn at most: more are no picture any more, and the table has them all. */
const MOST_BARS = 20;

/** Draws the charts of what is shown into an element, in place of those that stood there. */
export async function drawShownCharts(
  into: HTMLElement,
  projects: readonly ListedProject[],
  { plan }: ShownTotals,
  addressOf: (project: ListedProject) => string,
): Promise<void> {
  const planned = plannedDisbursement(plan, '筛选出的项目');
  const canvas = element('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', `${planned.title}（折线图）`);
  const frame = element('div', { className: 'canvas' }, canvas);
  const budgets = budgetByProject(projects, addressOf, MOST_BARS);
  into.replaceChildren(figureOf(planned, frame), figureOf(budgets, barsOf(budgets)));
  const { drawChart } = await import('../chart/chart-js.ts');
  // Meanwhile another filter may have been set, or the charts folded away.
  if (canvas.isConnected) drawChart(canvas, chartData(planned));
}

function figureOf(chart: ChartDescription, drawing: HTMLElement): HTMLElement {
  const unit = chart.drawing === 'bars' ? [element('p', { className: 'note' }, '单位：万元')] : [];
  return element(
    'figure',
    { className: 'chart' },
    element('figcaption', {}, element('h3', {}, chart.title), element('p', {}, chart.sentence)),
    ...unit,
    element('div', { className: 'browse-drawing' }, drawing),
    element(
      'details',
      {},
      element('summary', {}, '数据表', element('span', { className: 'hidden' }, `：${chart.title}`)),
      tableOf(chart),
    ),
  );
}

/** As `chart/StaticBars.astro` draws them. */
function barsOf({ categories, series: [drawn] }: ChartDescription): HTMLElement {
  const numbers = drawn?.values.map((value) => (value === undefined ? 0 : toNumber(value))) ?? [];
  const greatest = Math.max(...numbers, 0) || 1;
  const items = categories.map(({ label, href = '' }, row) => {
    const value = drawn?.values[row];
    return element(
      'li',
      {},
      element('span', { className: 'bar-name' }, element('a', { href }, label)),
      element(
        'span',
        { className: 'bar-value' },
        value === undefined ? NOT_STATED : drawnValue(value, '万元'),
      ),
      barOf((numbers[row] ?? 0) / greatest),
    );
  });
  return element('ol', { className: 'bars static' }, ...items);
}

function barOf(part: number): SVGElement {
  const make = (name: string, attributes: Readonly<Record<string, string>>) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const svg = make('svg', { width: '100%', height: '8', 'aria-hidden': 'true' });
  svg.append(make('rect', { width: `${(part * 100).toFixed(2)}%`, height: '8' }));
  return svg;
}

/** As `chart/ChartTable.astro` writes it. */
function tableOf({ title, categoryName, categories, series }: ChartDescription): HTMLElement {
  const heads = series.map(({ name, unit }) =>
    element('th', { scope: 'col', className: 'number' }, `${name}（${unit}）`),
  );
  const rows = categories.map(({ label }, row) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, label),
      ...series.map(({ values, unit }) => {
        const value = values[row];
        return element(
          'td',
          { className: value === undefined ? 'number absent' : 'number' },
          value === undefined ? NOT_STATED : tableValue(value, unit),
        );
      }),
    ),
  );
  const scroll = element(
    'div',
    { className: 'scroll', tabIndex: 0 },
    element(
      'table',
      { className: categories.every(({ label }) => label.length <= 8) ? 'short' : '' },
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, categoryName), ...heads)),
      element('tbody', {}, ...rows),
    ),
  );
  scroll.setAttribute('role', 'region');
  scroll.setAttribute('aria-label', `数据表：${title}`);
  return scroll;
}
