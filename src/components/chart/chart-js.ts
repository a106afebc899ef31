import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartConfiguration,
} from 'chart.js';
import type { ChartData } from '../../charts/chart-data.ts';
import { LOOKS } from '../../charts/picture/looks.ts';
import { canvasLabels } from './canvas-labels.ts';
import { coloursAt, type Colours } from './colours.ts';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
);

type Kind = 'bar' | 'line';

/** How the comparison is drawn. */
const DASHES = [5, 5];

/** A drawing: where its points stand, in pixels of the frame that it fills, and what marks one of them. */
export interface DrawnChart {
  readonly placeOf: (category: number) => { readonly x: number; readonly y: number };
  /** The category nearest to a place. */
  readonly nearest: (x: number, y: number) => number | undefined;
  /** Marks the points of a category, or none. */
  readonly mark: (category: number | undefined) => void;
}

/** Draws a chart on a canvas, in place of what was drawn there before. */
export function drawChart(canvas: HTMLCanvasElement, data: ChartData): DrawnChart {
  Chart.getChart(canvas)?.destroy();
  const chart = new Chart(canvas, configuration(canvas, data));
  const points = (category: number) =>
    data.series.flatMap(({ values, comparison }, datasetIndex) => {
      const point = chart.getDatasetMeta(datasetIndex).data[category];
      const isKnown = values[category] != null;
      return point === undefined || !isKnown ? [] : [{ datasetIndex, comparison, x: point.x, y: point.y }];
    });
  /** Where a category stands on its axis, also where none of its values is known. */
  const along = (category: number) => chart.getDatasetMeta(0).data[category]?.x ?? 0;
  return {
    placeOf: (category) => {
      const own = points(category);
      const [place] = own.filter(({ comparison }) => !comparison).concat(own);
      return { x: along(category), y: place?.y ?? chart.chartArea.bottom };
    },
    nearest: (x) => {
      const distances = data.labels.map((_, category) => Math.abs(along(category) - x));
      const least = Math.min(...distances);
      return distances.length === 0 ? undefined : distances.indexOf(least);
    },
    mark: (category) => {
      const marked = category === undefined ? [] : points(category);
      chart.setActiveElements(marked.map(({ datasetIndex }) => ({ datasetIndex, index: category ?? 0 })));
      chart.update('none');
    },
  };
}

function configuration(
  canvas: HTMLCanvasElement,
  data: ChartData,
): ChartConfiguration<Kind, (number | null)[], string> {
  const place = canvas.parentElement ?? document.body;
  const colour = coloursAt(place);
  const style = getComputedStyle(canvas);
  const isLine = data.drawing === 'line';
  const isCompared = data.series.some(({ look }) => look !== undefined);
  // Enlarged text of the browser enlarges the chart's, as far as labels do not run over their neighbours;
  // 关怀版 has them nearer to each other, and names below columns are longest.
  const inCare = document.documentElement.dataset.care !== undefined;
  const mostAcross = inCare ? (isLine ? 20 : 22) : 25;
  const size = Math.min(Number.parseFloat(style.fontSize) * 0.85, place.clientWidth / mostAcross);
  // Its own, not the library's defaults: another chart of the page may have letters of another size.
  const letters = { font: { family: style.fontFamily, size }, color: colour.ink };
  const scale = {
    grid: { color: colour.rule },
    border: { display: false },
    beginAtZero: true,
    ticks: {
      ...letters,
      maxTicksLimit: 5,
      callback: (value: string | number) => `${Number(value).toLocaleString('en')}${isLine ? '%' : ''}`,
    },
    ...(isLine ? { max: 100 } : {}),
  };
  // Each of the few names is written, and level; their size is made for that.
  const level = { ...letters, autoSkip: false, maxRotation: 0 };
  const names = { offset: true, grid: { display: false }, border: { color: colour.ink }, ticks: level };
  return {
    type: isLine ? 'line' : 'bar',
    data: {
      labels: [...data.labels],
      datasets: data.series.map((series) => ({
        label: series.name,
        data: [...series.values],
        backgroundColor: series.comparison ? colour.soft : colour.accent,
        borderColor: series.comparison ? colour.soft : colour.accent,
        hoverBackgroundColor: series.comparison ? colour.soft : isLine ? colour.accent : colour.ink,
        ...(isLine
          ? { ...lineStyle(series.comparison), ...lookOf(series.look, colour) }
          : { categoryPercentage: 0.6, barPercentage: 1 }),
      })),
    },
    options: {
      maintainAspectRatio: false,
      // A value that grows stands for a moment where it is not.
      animation: false,
      // Points are marked from outside, by pointer and keyboard alike.
      events: [],
      layout: { padding: { top: isCompared ? 38 + (data.series.length > 2 ? size : 0) : 26, right: 18 } },
      scales: { x: names, y: scale },
    },
    plugins: [canvasLabels(data, colour, size)],
  };
}

function lineStyle(comparison: boolean) {
  return {
    borderWidth: comparison ? 2 : 3,
    borderDash: comparison ? DASHES : [],
    pointRadius: comparison ? 3 : 5,
    pointHoverRadius: comparison ? 5 : 8,
    // A point at 100 % is drawn whole.
    clip: 8 as const,
    // The comparison never covers what is compared.
    order: comparison ? 1 : 0,
  };
}

/** Lines that are compared differ by dash and point, not by colour alone; none differs from the usual. */
function lookOf(look: number | undefined, colour: Colours) {
  const style = look === undefined ? undefined : LOOKS[look];
  if (style === undefined) return {};
  const [own, inside] = [colour[style.colour], style.hollow ? 'transparent' : colour[style.colour]];
  return {
    borderColor: own,
    backgroundColor: inside,
    hoverBackgroundColor: own,
    borderDash: [...style.dash],
    pointStyle: style.point,
    pointRadius: style.radius,
    pointHoverRadius: style.radius + 3,
    pointBorderWidth: 2,
    clip: 24 as const,
    // The whole line is drawn first, so that broken ones that lie in it are seen; Chart.js draws the highest first.
    order: -(look ?? 0),
  };
}
