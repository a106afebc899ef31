/** Adds to the charts of a page what scripts can add. */
import { enhanceChart } from './enhance-chart.ts';

document.querySelectorAll<HTMLElement>('figure.chart').forEach(enhanceChart);
