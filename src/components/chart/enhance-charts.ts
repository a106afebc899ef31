/** Adds to the charts that stand in the page what scripts can add. */
import type { ChartDescription } from '../../charts/chart.ts';
import '../unfold.ts';
import { enhanceChart } from './enhance-chart.ts';

document.querySelectorAll<HTMLScriptElement>('script[data-chart]').forEach((script) => {
  const { chart = '', source } = script.dataset;
  const figure = document.getElementById(chart);
  if (figure !== null) enhanceChart(figure, JSON.parse(script.text) as ChartDescription, source);
});
