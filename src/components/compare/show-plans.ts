import { plansCompared } from '../../charts/plans-compared.ts';
import { enhanceChart } from '../chart/enhance-chart.ts';
import { makeFigure } from '../chart/make-figure.ts';
import type { Compared } from './show-comparison.ts';

/** Shows the plans in one chart, with the table of their numbers before it. */
export function showPlans(place: HTMLElement, compared: readonly Compared[]): void {
  const figure = makeFigure(plansCompared(compared), true);
  place.append(figure);
  enhanceChart(figure);
}
