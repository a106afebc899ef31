/** A chart that a script shows: the figure that `Chart.astro` makes at build time. */
import type { ChartDescription } from '../../charts/chart.ts';
import { chartData, type ChartData } from '../../charts/chart-data.ts';
import { DRAWING_NAMES } from '../../charts/drawing-names.ts';
import { tableValue } from '../../charts/format-value.ts';
import { LOOKS, markShape } from '../../charts/picture/looks.ts';
import { plot } from '../../charts/picture/plot.ts';
import { NOT_STATED } from '../../model/terms.ts';
import { element } from '../element.ts';
import { makeBars } from './make-bars.ts';

/** So wide that its letters are as large on paper as the text beside it. */
const WIDTH = 860;

/**
 * Makes a chart's figure; once it stands in the page, `enhanceChart` draws it.
 *
 * @param tableFirst whether the table stands open above the drawing; the sentence, which says the same, is then read out only.
 */
export function makeFigure(chart: ChartDescription, tableFirst = false): HTMLElement {
  const data = chartData(chart);
  const json = element('script', { type: 'application/json' }, JSON.stringify(data));
  const still = chart.drawing === 'bars' ? makeBars(chart) : stillOf(chart, data);
  const drawing = element('div', { className: `drawing made ${chart.drawing}` }, still, json);
  const tools = element('div', { className: 'chart-tools' });
  if (!tableFirst) {
    const summary = element('summary', {}, '以表格显示', hidden(`：${chart.title}`));
    tools.append(element('details', {}, summary, tableOf(chart)));
  }
  const title = element('h3', { id: `${chart.id}-title` }, chart.title);
  const figure = element(
    'figure',
    { className: 'chart', id: chart.id },
    element('figcaption', {}, title, element('p', tableFirst ? { className: 'hidden' } : {}, chart.sentence)),
    ...(tableFirst ? [tableOf(chart)] : []),
    ...(data.unit === '万元' ? [unitNote()] : []),
    ...keyOf(data),
    drawing,
    tools,
  );
  figure.setAttribute('aria-labelledby', title.id);
  return figure;
}

const hidden = (text: string) => element('span', { className: 'hidden' }, text);

/** As `Chart.astro` writes it. */
function unitNote(): HTMLElement {
  const note = element('p', { className: 'note' }, '单位：', element('span', {}, '万元'));
  note.dataset.amounts = '';
  return note;
}

/** Which project each line is, where several are drawn: the sentence says it to those who cannot see the lines. */
function keyOf({ series }: ChartData): readonly HTMLElement[] {
  const entries = series.flatMap(({ key, look }) => {
    const style = look === undefined ? undefined : LOOKS[look];
    if (key === undefined || style === undefined) return [];
    const { colour, dash, hollow, radius } = style;
    const mark = markShape({ ...style, radius: Math.min(radius, 8) }, 28, 10, hollow ? 'class="hollow"' : '');
    const line = `<line x1="0" x2="56" y1="10" y2="10" stroke-dasharray="${dash.join(' ') || 'none'}"/>`;
    return [element('span', {}, drawn(`class="line-${colour}" width="56" height="20"`, line + mark), key)];
  });
  if (entries.length === 0) return [];
  const list = element('p', { className: 'chart-key projects' }, ...entries);
  list.setAttribute('aria-hidden', 'true');
  return [list];
}

/** The drawing as a picture: seen until the canvas has it, on paper, and where no canvas comes. */
function stillOf({ title, drawing }: ChartDescription, data: ChartData): Element {
  // The key stands above it, on paper too.
  const { svg, height } = plot(
    { ...data, series: data.series.map((one) => ({ ...one, key: undefined })) },
    WIDTH,
  );
  const still = drawn(`class="plot" viewBox="0 0 ${String(WIDTH)} ${String(height)}" role="img"`, svg);
  still.setAttribute('aria-label', `${title}（${DRAWING_NAMES[drawing]}）`);
  return still;
}

/** An SVG element with its attributes and content. */
function drawn(attributes: string, content: string): Element {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`;
  return document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true);
}

/** As `ChartTable.astro` writes it. */
function tableOf({ title, categoryName, categories, series }: ChartDescription): HTMLElement {
  const heads = series.map(({ name, unit }) =>
    element('th', { scope: 'col', className: 'number' }, `${name}（${unit}）`),
  );
  const rows = categories.map(({ label }, row) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, label),
      ...series.map(({ name, values, texts, unit }) => {
        const value = values[row];
        const text = texts?.[row] ?? '';
        const shown = value === undefined ? NOT_STATED : tableValue(value, unit);
        const className = value === undefined ? 'number absent' : 'number';
        const cell = element(
          'td',
          { className },
          element('span', { className: 'short' }, text === '' ? shown : text),
        );
        cell.dataset.label = `${name}（${unit}）`;
        return cell;
      }),
    ),
  );
  const scroll = element(
    'div',
    { className: 'scroll', tabIndex: 0 },
    element(
      'table',
      { className: categories.every(({ label }) => label.length <= 8) ? 'short' : '' },
      element('caption', { className: 'hidden' }, title),
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, categoryName), ...heads)),
      element('tbody', {}, ...rows),
    ),
  );
  scroll.setAttribute('role', 'region');
  scroll.setAttribute('aria-label', `数据表：${title}`);
  return scroll;
}
