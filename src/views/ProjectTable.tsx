/** @jsxImportSource preact */
import { type ComponentChildren, type JSX } from 'preact';
import type { Decimal } from '../model/decimal.ts';
import { countedShares, isRefused } from '../model/disbursement-plan.ts';
import { NOT_STATED } from '../model/stated.ts';
import { countWords, shareOfHundredWords, shareWords } from '../model/words.ts';
import { refusedWords } from '../model/plan-words.ts';
import {
  projectColumns,
  type CellContent,
  type ColumnName,
  type ProjectColumn,
  type ProjectRow,
  type RowSums,
  type TableShape,
} from './project-columns.ts';
import { Figure, Unit } from './Sentence.tsx';
import { Term } from './Term.tsx';

/** What only the list does whose rows a reader filters. */
export interface Sorting<Row> {
  /** Draws the heading of a column; without, it is text alone. */
  readonly heading: (column: ColumnName, content: ComponentChildren) => JSX.Element;
  readonly direction: (column: ColumnName) => 'ascending' | 'descending' | undefined;
  /** The name with what was looked for marked, and where else it stands. */
  readonly name: (row: Row) => JSX.Element;
  readonly below: (row: Row) => ComponentChildren;
}

interface Props<Row> extends TableShape {
  /** What the table shows; '' where that stands above it. */
  readonly caption: string;
  readonly label: string;
  readonly rows: readonly Row[];
  /** The sums of all rows, a year each. */
  readonly totals?: readonly RowSums[];
  /** How many a phone shows at first, where more follows on the page; without scripts it shows all. */
  readonly first?: number;
  readonly sorting?: Sorting<Row>;
}

/** Projects as a table, in the order given: rank, name, amount, share, plan; the sum of all at the end. */
export function ProjectTable<Row extends ProjectRow>(props: Props<Row>): JSX.Element {
  const { caption, label, rows, periods, totals = [], first = Infinity, sorting } = props;
  const columns = projectColumns(props);
  const isFolded = rows.length > first;
  const refused = rows
    .flatMap(({ disbursementPlan }) => countedShares(disbursementPlan, periods))
    .filter(isRefused);
  const example = sorting === undefined ? exampleOf(rows) : undefined;
  return (
    <>
      <div class="scroll" role="region" aria-label={label} tabIndex={0}>
        <table
          class={isFolded ? 'stacked cards projects folded' : 'stacked cards projects'}
          data-first={isFolded ? first : undefined}
        >
          <caption>
            <div class="in-sight">
              {caption}月底各栏是<Term name="累计支出进度">累计</Term>的计划支出比例，照录原文；“
              <Term name={NOT_STATED}>{NOT_STATED}</Term>”是原文没有填写，不是0。
              {example && `占比${shareWords(example)}，就是合计里${shareOfHundredWords(example)}。`}
            </div>
          </caption>
          <thead>
            <tr>{columns.map((column) => headingOf(column, sorting))}</tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.key} class={index >= first ? 'later' : undefined} data-project={row.key}>
                {columns.map((column) =>
                  column.name === 'name' ? (
                    <th key="name" scope="row">
                      <a href={row.href}>{sorting === undefined ? row.name : sorting.name(row)}</a>
                      {sorting?.below(row)}
                    </th>
                  ) : (
                    cellOf(column, column.contentOf(row))
                  ),
                )}
              </tr>
            ))}
          </tbody>
          {totals.length > 0 && (
            <tfoot>
              {totals.map((sums) => (
                <tr key={sums.year}>{columns.map((column) => cellOf(column, column.sumOf(sums)))}</tr>
              ))}
            </tfoot>
          )}
        </table>
      </div>
      {isFolded && (
        <button type="button" class="plain unfold">
          显示其余{countWords(rows.length - first)}个项目
        </button>
      )}
      {refused.length > 0 && <p class="note">{refusedWords(refused)}</p>}
    </>
  );
}

/** A share to explain the column by. */
function exampleOf(rows: readonly ProjectRow[]): Decimal | undefined {
  return rows.find(({ standing }) => (standing?.share?.digits ?? 0n) > 0n)?.standing?.share;
}

/** How a column is set. */
function classOf({ name }: ProjectColumn): string | undefined {
  if (name === 'name' || name === 'department') return undefined;
  return isPeriod(name) ? 'number period' : 'number';
}

const isPeriod = (name: ProjectColumn['name']) => name.endsWith('月底');

function headingOf<Row>(column: ProjectColumn, sorting: Sorting<Row> | undefined): JSX.Element {
  const { name, label } = column;
  const content =
    name === 'budget' ? (
      <>
        {label}（
        <Unit />）
      </>
    ) : (
      label
    );
  const isSorted = sorting !== undefined && name !== 'place';
  return (
    <th
      key={name}
      scope="col"
      class={classOf(column)}
      aria-sort={isSorted ? sorting.direction(name) : undefined}
    >
      {isSorted ? sorting.heading(name, content) : content}
    </th>
  );
}

/** A cell; on a phone its column's name stands before it. */
function cellOf(column: ProjectColumn, content: CellContent): JSX.Element {
  const { name, label } = column;
  const isAmount = typeof content !== 'string';
  const shown = isAmount ? <Figure of={content} /> : content;
  if (name === 'name')
    return (
      <th key={name} scope="row">
        {shown}
      </th>
    );
  const more = [
    name === 'department' || name === 'budget' ? 'wide' : '',
    isPeriod(name) && content === NOT_STATED ? 'absent' : '',
  ];
  return (
    <td
      key={name}
      class={[classOf(column) ?? '', ...more].filter(Boolean).join(' ')}
      data-label={content === '' ? undefined : label}
      data-money={isAmount ? '万元' : undefined}
    >
      {shown}
    </td>
  );
}
