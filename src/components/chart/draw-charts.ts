/** Adds to the charts of a page what scripts can add; each stands before its description. */
import type { ChartDescription } from '../../charts/chart.ts';
import { enhanceChart } from './enhance-chart.ts';

document.querySelectorAll<HTMLScriptElement>('script[data-chart]').forEach((script) => {
  const { chart = '', source } = script.dataset;
  const figure = document.getElementById(chart);
  if (figure !== null) enhanceChart(figure, JSON.parse(script.text) as ChartDescription, source);
});
