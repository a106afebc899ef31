import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartConfiguration,
  type Plugin,
} from 'chart.js';
import type { ChartData } from './chart-data.ts';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

type Kind = 'bar' | 'line';

/** Height of the row above the lines that names the comparison, and the dashes in which it is drawn. */
const KEY = 24;
const DASHES = [5, 5];

/** Draws a chart on a canvas, in place of what was drawn there before. */
export function drawChart(canvas: HTMLCanvasElement, data: ChartData): void {
  Chart.getChart(canvas)?.destroy();
  const colour = coloursOf(canvas);
  const style = getComputedStyle(canvas);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const isLine = data.drawing === 'line';
  const isBars = data.drawing === 'bars';
  const hasKey = data.series.some(({ comparison }) => comparison);
  Chart.defaults.font.family = style.fontFamily;
  // Enlarged text of the browser enlarges the chart's, as far as labels do not run over their neighbours.
  Chart.defaults.font.size = Math.min(
    Number.parseFloat(style.fontSize) * 0.85,
    (canvas.parentElement?.clientWidth ?? 400) / 25,
  );
  Chart.defaults.color = colour.ink;

  const scale = {
    grid: { color: colour.rule },
    border: { display: false },
    beginAtZero: true,
    ticks: {
      maxTicksLimit: 5,
      callback: (value: string | number) => `${Number(value).toLocaleString('en')}${isLine ? '%' : ''}`,
    },
    ...(isLine ? { max: 100 } : {}),
  };
  const names = { offset: true, grid: { display: false }, border: { color: colour.ink } };
  // The list before the canvas has the names and values of bars.
  const hidden = { display: false, beginAtZero: true };
  const config: ChartConfiguration<Kind, (number | null)[], string> = {
    type: isLine ? 'line' : 'bar',
    data: {
      labels: [...data.labels],
      datasets: data.series.map((series) => ({
        label: series.name,
        data: [...series.values],
        backgroundColor: series.comparison ? colour.soft : colour.accent,
        borderColor: series.comparison ? colour.soft : colour.accent,
        ...(isLine
          ? { ...lineStyle(series.comparison), ...lookOf(series.look, colour) }
          : isBars
            ? { barThickness: 8 }
            : { categoryPercentage: 0.6, barPercentage: 1 }),
      })),
    },
    options: {
      indexAxis: isBars ? 'y' : 'x',
      maintainAspectRatio: false,
      animation: calm ? false : { duration: 400 },
      layout: { padding: isBars ? 0 : { top: 26 + (hasKey ? KEY : 0), right: 12 } },
      scales: isBars ? { x: hidden, y: { display: false } } : { x: names, y: scale },
      interaction: { mode: 'index', axis: isBars ? 'y' : 'x', intersect: false },
      plugins: {
        tooltip: {
          enabled: !isBars,
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => {
              const series = data.series[datasetIndex];
              const unit = data.unit === '万元' ? '万元' : '';
              return series === undefined ? '' : `${series.name} ${series.texts[dataIndex] ?? ''}${unit}`;
            },
          },
        },
      },
    },
    plugins: isBars ? [] : [labels(data, colour)],
  };
  new Chart(canvas, config);
}

function lineStyle(comparison: boolean) {
  return {
    borderWidth: comparison ? 2 : 3,
    borderDash: comparison ? DASHES : [],
    pointRadius: comparison ? 3 : 5,
    pointHoverRadius: 7,
    // A point at 100 % is drawn whole.
    clip: 8 as const,
    // The comparison never covers what is compared.
    order: comparison ? 1 : 0,
  };
}

/** Lines that are compared differ by dash and point, not by colour alone; none differs from the usual. */
function lookOf(look: number | undefined, colour: ReturnType<typeof coloursOf>) {
  if (look === undefined) return {};
  const line = [colour.accent, colour.ink, colour.soft, colour.ink][look] ?? colour.ink;
  return {
    borderColor: line,
    backgroundColor: line,
    borderDash: [[], [8, 4], [2, 4], [12, 4, 2, 4]][look] ?? [],
    pointStyle: (['circle', 'rect', 'triangle', 'rectRot'] as const)[look] ?? 'circle',
  };
}

/** Colours come from the style sheet, so that the drawing follows it. */
function coloursOf(element: HTMLElement) {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: read('--ink'),
    soft: read('--ink-soft'),
    rule: read('--rule'),
    accent: read('--accent'),
    paper: read('--paper'),
  };
}

/**
 * Writes the values beside the points or above the columns, on a halo where a line passes behind them, and
 * names the comparison in a row of its own above them: beside its line another line may cross the name.
 */
function labels(data: ChartData, colour: ReturnType<typeof coloursOf>): Plugin<Kind> {
  const isLine = data.drawing === 'line';
  return {
    id: 'labels',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      const write = (text: string, x: number, y: number) => {
        ctx.strokeText(text, x, y);
        ctx.fillText(text, x, y);
      };
      ctx.save();
      ctx.strokeStyle = colour.paper;
      ctx.lineWidth = 4;
      ctx.lineJoin = 'round';
      data.series.forEach((series, index) => {
        const points = chart.getDatasetMeta(index).data;
        if (series.look !== undefined) return;
        if (series.comparison) {
          writeKey(ctx, series.name, chart.chartArea.left, colour);
          return;
        }
        ctx.textAlign = isLine ? 'right' : 'center';
        ctx.textBaseline = 'bottom';
        points.forEach(({ x, y }, place) => {
          const text = series.texts[place] ?? '';
          if (text !== '') write(text, isLine ? x - 7 : x, y - 5);
        });
      });
      nameLines(chart, data, write);
      ctx.restore();
    },
  };
}

/** A stretch of the comparison's dashes and its name. */
function writeKey(
  ctx: CanvasRenderingContext2D,
  name: string,
  left: number,
  colour: ReturnType<typeof coloursOf>,
): void {
  ctx.save();
  ctx.strokeStyle = colour.soft;
  ctx.lineWidth = 2;
  ctx.setLineDash(DASHES);
  ctx.beginPath();
  ctx.moveTo(left, KEY / 2);
  ctx.lineTo(left + 30, KEY / 2);
  ctx.stroke();
  ctx.restore();
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillText(name, left + 38, KEY / 2);
}

/** Names compared lines at each point; where several meet, all their names stand together. */
function nameLines(
  chart: Chart<Kind>,
  data: ChartData,
  write: (text: string, x: number, y: number) => void,
): void {
  const NEAR = 14;
  const places: { x: number; y: number; names: string }[] = [];
  data.series.forEach(({ look, name, values }, index) => {
    if (look === undefined) return;
    chart.getDatasetMeta(index).data.forEach(({ x, y }, place) => {
      if (values[place] == null) return;
      const met = places.find((one) => Math.abs(one.x - x) < 1 && Math.abs(one.y - y) < NEAR);
      if (met === undefined) places.push({ x, y, names: name });
      else met.names += name;
    });
  });
  chart.ctx.textAlign = 'right';
  chart.ctx.textBaseline = 'bottom';
  for (const { x, y, names } of places) write(names, x - 7, y - 5);
}
