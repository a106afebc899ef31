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
import { drawnPart, lengthOf, valueOf, type ChartCell, type ChartDescription } from '../../charts/chart.ts';
import { lookOf, type Look } from '../../charts/looks.tsx';
import type { Palette } from '../../charts/palette.ts';
import { toNumber } from '../../model/decimal.ts';
import { fromWan } from '../../model/money.ts';
import type { MoneyUnit } from '../../model/money-unit.ts';
import { shownUnit } from '../display/preferences.ts';
import { canvasLabels } from './canvas-labels.ts';
import { coloursAt } from './page-look.ts';

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

/** A drawing: where its points stand, in pixels of the frame that it fills, and what marks one of them. */
export interface DrawnChart {
  readonly placeOf: (category: number) => { readonly x: number; readonly y: number };
  /** The category nearest to a place. */
  readonly nearest: (x: number, y: number) => number | undefined;
  /** Marks the points of a category, or none. */
  readonly mark: (category: number | undefined) => void;
}

/** Draws a chart on a canvas, in the reader's unit and look, in place of what was drawn there before. */
export function drawChart(canvas: HTMLCanvasElement, description: ChartDescription): DrawnChart {
  Chart.getChart(canvas)?.destroy();
  const data = { ...description, ...drawnPart(description) };
  const chart = new Chart(canvas, configuration(canvas, data, shownUnit()));
  const points = (category: number) =>
    data.series.flatMap(({ cells, comparison }, datasetIndex) => {
      const point = chart.getDatasetMeta(datasetIndex).data[category];
      const isKnown = lengthOf(cells[category]) !== null;
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
      const distances = data.categories.map((_, category) => Math.abs(along(category) - x));
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
  data: ChartDescription,
  money: MoneyUnit,
): ChartConfiguration<Kind, (number | null)[], string> {
  const place = canvas.parentElement ?? document.body;
  const colour = coloursAt(place);
  const style = getComputedStyle(canvas);
  const isLine = data.drawing === 'line';
  const isCompared = data.series.some(({ compared }) => compared);
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
      labels: data.categories.map(({ label }) => label),
      datasets: data.series.map((series, index) => {
        const look = lookOf(series, index);
        return {
          label: series.name,
          data: series.cells.map((cell) => numberOf(cell, series.unit, money)),
          ...(isLine ? lineStyle(look, index, colour) : columnStyle(colour)),
        };
      }),
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
    plugins: [canvasLabels(data, colour, size, money)],
  };
}

/** For drawing only; amounts in the reader's unit. */
function numberOf(cell: ChartCell, unit: string, money: MoneyUnit): number | null {
  const value = valueOf(cell);
  if (value === undefined) return null;
  return toNumber(unit === '万元' ? fromWan(value, money) : value);
}

function columnStyle({ accent, ink }: Palette) {
  return {
    backgroundColor: accent,
    hoverBackgroundColor: ink,
    categoryPercentage: 0.6,
    barPercentage: 1,
  };
}

function lineStyle(look: Look, index: number, palette: Palette) {
  const own = palette[look.colour];
  return {
    borderColor: own,
    backgroundColor: look.hollow ? 'transparent' : own,
    hoverBackgroundColor: own,
    borderWidth: look.width,
    borderDash: [...look.dash],
    pointStyle: look.point,
    pointRadius: look.radius,
    pointHoverRadius: look.radius + 3,
    pointBorderWidth: 2,
    // A point at 100 % is drawn whole.
    clip: (look.hollow ? 24 : 8) as number,
    // Chart.js draws the highest first. The comparison never covers what is compared; of equals the whole line is
    // drawn first, so that broken ones that lie in it are seen.
    order: look.colour === 'soft' && !look.hollow ? 1 : -index,
  };
}
