import type { ListedProject } from '../../browse/listed-project.ts';
import type { ShownTotals } from '../../browse/sum-shown.ts';
import { budgetByProject } from '../../charts/budget-by-project.ts';
import { plannedDisbursement } from '../../charts/planned-disbursement.ts';
import { enhanceChart } from '../chart/enhance-chart.ts';
import { makeFigure } from '../chart/make-figure.ts';

/** How many bars are drawn at most: more are no picture any more, and the table has them all. */
const MOST_BARS = 20;

/** Draws the charts of what is shown into an element, in place of those that stood there. */
export function drawShownCharts(
  into: HTMLElement,
  projects: readonly ListedProject[],
  { plan }: ShownTotals,
  addressOf: (project: ListedProject) => string,
): void {
  const figures = [
    makeFigure(plannedDisbursement(plan, '筛选出的项目')),
    makeFigure(budgetByProject(projects, addressOf, MOST_BARS)),
  ];
  into.replaceChildren(...figures);
  figures.forEach(enhanceChart);
}
