/** @jsxImportSource preact */
import type { ComponentChildren, JSX } from 'preact';
import { besideLabel, cellLabel, tableValue } from '../charts/cell-words.ts';
import { amountLabel } from '../charts/amount-label.ts';
import {
  barLength,
  DRAWING_NAMES,
  drawnPart,
  greatestOf,
  valueOf,
  type ChartCell,
  type ChartDescription,
  type ChartSeries,
} from '../charts/chart.ts';
import { hasKey, lookOf, Mark, strokeOf } from '../charts/looks.tsx';
import { PAGE_COLOURS } from '../charts/palette.ts';
import { plot } from '../charts/plot.tsx';
import type { Decimal } from '../model/decimal.ts';
import { NOT_STATED } from '../model/stated.ts';
import { countWords, leastShareCell } from '../model/words.ts';
import { Figure, Sentence, Unit } from './Sentence.tsx';
import { Breakable } from './Term.tsx';

interface Props {
  readonly chart: ChartDescription;
  /** Whether the table stands open above the drawing, because it is what readers come for. */
  readonly tableFirst?: boolean;
  /** Whether the table says all that the sentence does, which is then only read out. */
  readonly saysTwice?: boolean;
  /** How many bars a phone shows at first, where a script of the page can show the others. */
  readonly first?: number;
  /** Of the title: the chart of a page is one among its sections, the chart of a frame is all there is. */
  readonly heading?: 'h1' | 'h2' | 'h3';
  /** Whether it stands without its page: no table, and with what the page would say around it. */
  readonly isBrief?: boolean;
  /** What a page offers below the drawing beside the table. */
  readonly children?: ComponentChildren;
}

/** So many bars stand on one sheet of paper; more go on to the next. */
const MOST_UNDIVIDED = 12;

/** A chart: what it shows in a sentence, a drawing that needs no script, and the table of its numbers. */
export function ChartFigure(props: Props): JSX.Element {
  const {
    chart,
    tableFirst = false,
    saysTwice = false,
    first,
    heading: Heading = 'h3',
    isBrief = false,
  } = props;
  const { id, title, sentence, drawing } = chart;
  const { series, categories } = drawnPart(chart);
  const classes = [
    'chart',
    ...(tableFirst ? ['table-first'] : []),
    ...(drawing === 'bars' && categories.length > MOST_UNDIVIDED ? [] : ['undivided']),
  ];
  return (
    <figure class={classes.join(' ')} id={id} aria-labelledby={`${id}-title`}>
      <figcaption>
        <Heading id={`${id}-title`}>
          <Breakable text={title} />
        </Heading>
        <p class={saysTwice ? 'hidden' : undefined}>
          <Sentence of={sentence} />
        </p>
      </figcaption>
      {tableFirst && tableOf(chart)}
      {series[0]?.unit === '万元' && (
        <p class="note">
          单位：
          <Unit />
        </p>
      )}
      {hasKey(series) && keyOf(series)}
      <div class="drawing">{drawing === 'bars' ? barsOf(chart, first) : plotOf(chart)}</div>
      {isBrief ? (
        chart.notes?.map((note) => (
          <p key={note} class="note">
            {note}
          </p>
        ))
      ) : (
        <div class="chart-tools">
          {!tableFirst && (
            <details>
              <summary>
                以表格显示<span class="hidden">：{title}</span>
              </summary>
              {tableOf(chart)}
            </details>
          )}
          {props.children}
        </div>
      )}
    </figure>
  );
}

/** How high values reach in a drawing on a page. */
const HEIGHT = 170;

function plotOf(chart: ChartDescription): JSX.Element {
  const frame = { width: undefined, height: HEIGHT, size: undefined, palette: PAGE_COLOURS };
  const { shapes, height } = plot(chart, frame);
  const name = `${chart.title}（${DRAWING_NAMES[chart.drawing]}）`;
  return (
    <svg class="static" width="100%" height={height} role="img" aria-label={name}>
      {shapes}
    </svg>
  );
}

/** Horizontal bars as a list: the name, the value, and a bar whose length needs no style attribute. */
function barsOf(chart: ChartDescription, first = Infinity): JSX.Element {
  const part = drawnPart(chart);
  const { categories, series } = part;
  const { cells = [], unit = '' } = series[0] ?? {};
  const greatest = greatestOf(cells);
  const rest = categories.length - first;
  return (
    <>
      <ol
        class={rest > 0 ? 'bars bare static folded' : 'bars bare static'}
        data-first={rest > 0 ? first : undefined}
      >
        {categories.map(({ label, href }, row) => {
          const cell = cells[row] ?? {};
          return (
            <li key={row} class={row >= first ? 'later' : undefined}>
              <span class="bar-name">{linked(label, href)}</span>
              <span class="bar-value">
                {labelOf(cell, unit)}
                {besideLabel(part, row)}
              </span>
              <svg width="100%" height="8" aria-hidden="true">
                <rect
                  width={`${(barLength(cell, greatest) * 100).toFixed(2)}%`}
                  height="8"
                  fill={PAGE_COLOURS.accent}
                />
              </svg>
            </li>
          );
        })}
      </ol>
      {rest > 0 && (
        <button type="button" class="plain unfold">
          显示其余{countWords(rest)}个{chart.categoryName}
        </button>
      )}
    </>
  );
}

const linked = (label: string, href: string | undefined): ComponentChildren =>
  href === undefined ? label : <a href={href}>{label}</a>;

/** The value beside a bar: amounts rounded, because the table has them exact. */
function labelOf(cell: ChartCell, unit: string): ComponentChildren {
  const value = valueOf(cell);
  if (unit !== '万元' || value === undefined) return cellLabel(cell, unit);
  return (
    <data value={cell.value} data-rounded="">
      {amountLabel(value)}
    </data>
  );
}

/** What the lines stand for, above them: side by side, or a row each where they are projects, whose names are long. */
function keyOf(series: readonly ChartSeries[]): JSX.Element {
  const areProjects = series.some(({ compared }) => compared);
  return (
    <p class={areProjects ? 'chart-key row projects' : 'chart-key row'} aria-hidden="true">
      {series.map((one, index) => {
        const look = lookOf(one, index);
        return (
          <span key={one.name}>
            <svg width="56" height="20">
              <line x1="0" x2="56" y1="10" y2="10" {...strokeOf(look, PAGE_COLOURS)} />
              {one.comparison !== true && <Mark look={look} palette={PAGE_COLOURS} x={28} y={10} most={8} />}
            </svg>
            {one.keyName ?? one.name}
          </span>
        );
      })}
    </p>
  );
}

/** The numbers of a chart that are drawn, exact. */
function tableOf(chart: ChartDescription): JSX.Element {
  const { title, categoryName, series } = chart;
  const { categories } = drawnPart(chart);
  const isShort = categories.every(({ label }) => label.length <= 8);
  const className = [isShort ? 'short' : '', series.length > 3 ? 'wide' : ''].filter(Boolean).join(' ');
  return (
    <div class="scroll" role="region" aria-label={`数据表：${title}`} tabIndex={0}>
      <table class={className}>
        <caption class="hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{categoryName}</th>
            {series.map((one) => (
              <th key={one.name} scope="col" class="number">
                {headOf(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map(({ label, href }, row) => (
            <tr key={row}>
              <th scope="row">{linked(label, href)}</th>
              {series.map((one) => tableCell(one, one.cells[row] ?? {}))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function headOf({ name, unit }: ChartSeries): JSX.Element {
  if (unit !== '万元') return <Breakable text={`${name}（${unit}）`} />;
  return (
    <>
      <Breakable text={name} />
      <wbr />
      <span class="short">
        （<Unit />）
      </span>
    </>
  );
}

/** A number that is no amount; a share that is only a lower bound brings its own sign. */
const figureOf = (value: Decimal, unit: string, isLeast = false): string =>
  isLeast && unit === '%' ? leastShareCell(value).slice(0, -1) : tableValue(value, unit);

function tableCell({ name, unit }: ChartSeries, cell: ChartCell): JSX.Element {
  const value = valueOf(cell);
  const money = unit === '万元' ? unit : undefined;
  return (
    <td
      key={name}
      class={value === undefined ? 'number absent' : 'number'}
      data-label={money ? name : `${name}（${unit}）`}
      data-money={money}
    >
      {/* One piece, with its sign: on a phone the column's name stands before it. */}
      <span class="short">
        {cell.isLeast === true && unit !== '%' && <span>≥</span>}
        {value === undefined && (cell.text ?? cell.refused ?? NOT_STATED)}
        {value !== undefined && (money ? <Figure of={value} /> : figureOf(value, unit, cell.isLeast))}
      </span>
    </td>
  );
}
