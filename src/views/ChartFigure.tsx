import { Fragment, type JSX } from 'preact';
import { amountLabel, cellLabel, tableValue } from '../charts/cell-words.ts';
import {
  DRAWING_NAMES,
  drawnPart,
  greatestOf,
  lengthOf,
  valueOf,
  type ChartCell,
  type ChartDescription,
  type ChartSeries,
} from '../charts/chart.ts';
import { lookOf, Mark, strokeOf } from '../charts/looks.tsx';
import { PAGE_COLOURS } from '../charts/palette.ts';
import { hasKey } from '../charts/plot-line.tsx';
import { plot } from '../charts/plot.tsx';
import { NOT_STATED } from '../model/terms.ts';
import { Figure, Sentence, Unit } from './Sentence.tsx';
import { Breakable } from './Term.tsx';

/**
 * A chart: what it shows in a sentence, a drawing that needs no script, and the table of its numbers.
 *
 * @param tableFirst whether the table stands open above the drawing, because it is what readers come for.
 * @param saysTwice whether the table says all that the sentence does, which is then only read out.
 */
export function ChartFigure(props: {
  readonly chart: ChartDescription;
  readonly tableFirst?: boolean;
  readonly saysTwice?: boolean;
}): JSX.Element {
  const { chart, tableFirst = false, saysTwice = false } = props;
  const { id, title, sentence, drawing } = chart;
  const { series } = drawnPart(chart);
  return (
    <figure class={tableFirst ? 'chart table-first' : 'chart'} id={id} aria-labelledby={`${id}-title`}>
      <figcaption>
        <h3 id={`${id}-title`}>
          <Breakable text={title} />
        </h3>
        <p class={saysTwice ? 'hidden' : undefined}>
          <Sentence of={sentence} />
        </p>
      </figcaption>
      {tableFirst && <ChartTable chart={chart} />}
      {series[0]?.unit === '万元' && (
        <p class="note">
          单位：
          <Unit />
        </p>
      )}
      {hasKey(series) && <Key series={series} />}
      <div class="drawing">{drawing === 'bars' ? <Bars chart={chart} /> : <Plot chart={chart} />}</div>
      <div class="chart-tools">
        {!tableFirst && (
          <details>
            <summary>
              以表格显示<span class="hidden">：{title}</span>
            </summary>
            <ChartTable chart={chart} />
          </details>
        )}
      </div>
    </figure>
  );
}

/** How high values reach in a drawing on a page. */
const HEIGHT = 170;

function Plot({ chart }: { readonly chart: ChartDescription }): JSX.Element {
  const frame = { width: undefined, height: HEIGHT, size: undefined, palette: PAGE_COLOURS };
  const { shapes, height } = plot(chart, frame);
  return (
    <svg
      class="static"
      width="100%"
      height={height}
      role="img"
      aria-label={`${chart.title}（${DRAWING_NAMES[chart.drawing]}）`}
    >
      {shapes}
    </svg>
  );
}

/** Horizontal bars as a list: the name, the value, and a bar whose length needs no style attribute. */
function Bars({ chart }: { readonly chart: ChartDescription }): JSX.Element {
  const {
    categories,
    series: [drawn],
  } = drawnPart(chart);
  const greatest = greatestOf(drawn?.cells ?? []);
  return (
    <ol class="bars static">
      {categories.map(({ label, href }, row) => {
        const cell = drawn?.cells[row] ?? {};
        const length = ((lengthOf(cell) ?? 0) / greatest) * 100;
        return (
          <li key={row}>
            <span class="bar-name">{href === undefined ? label : <a href={href}>{label}</a>}</span>
            <span class="bar-value">
              <LabelText cell={cell} unit={drawn?.unit ?? ''} />
            </span>
            <svg width="100%" height="8" aria-hidden="true">
              <rect width={`${length.toFixed(2)}%`} height="8" fill={PAGE_COLOURS.accent} />
            </svg>
          </li>
        );
      })}
    </ol>
  );
}

/** The value beside a bar: amounts rounded, because the table has them exact. */
function LabelText({ cell, unit }: { readonly cell: ChartCell; readonly unit: string }): JSX.Element {
  const value = valueOf(cell);
  if (unit !== '万元' || value === undefined) return <>{cellLabel(cell, unit)}</>;
  return (
    <>
      {cell.isLeast === true && '≥'}
      <data value={cell.value} data-rounded="">
        {amountLabel(value)}
      </data>
    </>
  );
}

/** What the lines stand for, above them: side by side, or a row each where they are projects, whose names are long. */
function Key({ series }: { readonly series: readonly ChartSeries[] }): JSX.Element {
  const areProjects = series.some(({ compared }) => compared);
  return (
    <p class={areProjects ? 'chart-key projects' : 'chart-key'} aria-hidden="true">
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
function ChartTable({ chart }: { readonly chart: ChartDescription }): JSX.Element {
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
            {series.map(({ name, unit }) => (
              <th key={name} scope="col" class="number">
                <HeadWords name={name} unit={unit} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map(({ label, href }, row) => (
            <tr key={row}>
              <th scope="row">{href === undefined ? label : <a href={href}>{label}</a>}</th>
              {series.map(({ name, unit, cells }) => {
                const cell = cells[row] ?? {};
                const isMoney = unit === '万元';
                return (
                  <td
                    key={name}
                    class={cell.value === undefined ? 'number absent' : 'number'}
                    data-label={isMoney ? name : `${name}（${unit}）`}
                    data-money={isMoney ? unit : undefined}
                  >
                    {/* One piece, with its sign: on a phone the column's name stands before it. */}
                    <span class="short">
                      <CellText cell={cell} unit={unit} />
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeadWords({ name, unit }: { readonly name: string; readonly unit: string }): JSX.Element {
  if (unit !== '万元') return <Breakable text={`${name}（${unit}）`} />;
  return (
    <Fragment>
      <Breakable text={name} />
      <wbr />
      <span class="short">
        （<Unit />）
      </span>
    </Fragment>
  );
}

function CellText({ cell, unit }: { readonly cell: ChartCell; readonly unit: string }): JSX.Element {
  const value = valueOf(cell);
  if (value === undefined) return <>{cell.text ?? cell.refused ?? NOT_STATED}</>;
  return (
    <>
      {cell.isLeast === true && <span>≥</span>}
      {unit === '万元' ? <Figure of={value} /> : tableValue(value, unit)}
    </>
  );
}
