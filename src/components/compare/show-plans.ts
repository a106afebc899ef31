import { plansCompared } from '../../charts/plans-compared.ts';
import { drawnValue, tableValue } from '../../charts/format-value.ts';
import { toNumber } from '../../model/decimal.ts';
import { NOT_STATED } from '../../model/terms.ts';
import type { ChartData } from '../chart/chart-data.ts';
import { element } from '../search/elements.ts';
import type { Compared } from './show-comparison.ts';

/** Shows the plans in one chart, with the table of their numbers before it. */
export function showPlans(place: HTMLElement, compared: readonly Compared[]): void {
  const chart = plansCompared(compared);
  const head = element('tr', {}, element('th', { scope: 'col' }, chart.categoryName));
  chart.series.forEach(({ name, unit }) => {
    head.append(element('th', { scope: 'col', className: 'number' }, `${name}（${unit}）`));
  });
  const body = element('tbody');
  chart.categories.forEach(({ label }, row) => {
    const line = element('tr', {}, element('th', { scope: 'row' }, label));
    for (const { values, texts, unit } of chart.series) {
      const value = values[row];
      const text = value === undefined ? (texts?.[row] ?? '') || NOT_STATED : tableValue(value, unit);
      line.append(element('td', { className: value === undefined ? 'number absent' : 'number' }, text));
    }
    body.append(line);
  });
  const canvas = element('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', `${chart.title}（折线图）`);
  const drawing = element('div', { className: 'drawing plans' }, canvas);
  place.append(
    element(
      'figure',
      { className: 'chart', id: chart.id },
      element('figcaption', {}, element('h3', {}, chart.title), element('p', {}, chart.sentence)),
      element('table', {}, element('thead', {}, head), body),
      drawing,
    ),
  );
  const data: ChartData = {
    drawing: chart.drawing,
    unit: '%',
    labels: chart.categories.map(({ label }) => label),
    series: chart.series.map(({ name, unit, values }, index) => ({
      name,
      values: values.map((value) => (value === undefined ? null : toNumber(value))),
      texts: values.map((value) => (value === undefined ? '' : drawnValue(value, unit))),
      comparison: false,
      look: index,
    })),
  };
  void import('../chart/chart-js.ts').then(
    ({ drawChart }) => {
      if (canvas.isConnected) drawChart(canvas, data);
    },
    // The table has the numbers.
    () => {
      drawing.remove();
    },
  );
}
