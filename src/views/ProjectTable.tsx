import { type ComponentChildren, type JSX } from 'preact';
import type { Decimal } from '../model/decimal.ts';
import { countedShares, isRefused, type DisbursementPlan } from '../model/disbursement-plan.ts';
import type { Stated } from '../model/stated.ts';
import { NOT_STATED, type Period } from '../model/terms.ts';
import type { Standing, Totals } from '../model/totals.ts';
import {
  amountCell,
  countWords,
  REFUSED_WORDS,
  shareCell,
  shareOfHundredWords,
  shareWords,
} from '../model/words.ts';
import { Figure, Unit } from './Sentence.tsx';
import { Term } from './Term.tsx';

/** A project as a row of the table. */
export interface ProjectRow {
  /** By which the comparison knows it: `2022/313001/13060522P004064100019`. */
  readonly key: string;
  readonly href: string;
  readonly name: string;
  readonly year: number;
  readonly departmentName: string;
  readonly budget: { readonly total: Stated<Decimal> };
  readonly disbursementPlan: DisbursementPlan;
  /** Undefined where its budget is not known. */
  readonly standing: Pick<Standing, 'place' | 'share'> | undefined;
}

/** A column that can be sorted by: its heading as text, and what it is called in the address. */
export type ColumnName = 'name' | 'year' | 'department' | 'budget' | 'share' | Period;

/** What only the list does whose rows a reader filters. */
export interface Sorting<Row> {
  /** Draws the heading of a column; without, it is text alone. */
  readonly heading: (column: ColumnName, content: ComponentChildren) => JSX.Element;
  readonly direction: (column: ColumnName) => 'ascending' | 'descending' | undefined;
  /** The name with what was looked for marked, and where else it stands. */
  readonly name: (row: Row) => JSX.Element;
  readonly below: (row: Row) => ComponentChildren;
}

/** Projects as a table, in the order given: rank, name, amount, share, plan; the sum of all at the end. */
export function ProjectTable<Row extends ProjectRow>(props: {
  /** What the table shows; '' where that stands above it. */
  readonly caption: string;
  readonly label: string;
  readonly rows: readonly Row[];
  /** The month-ends of the columns. */
  readonly periods: readonly Period[];
  readonly hasYears?: boolean;
  readonly hasDepartments?: boolean;
  /** The sums of all rows, where these are all that rank and share are counted among. */
  readonly totals?: Totals | undefined;
  /** How many a phone shows at first, where more follows on the page; without scripts it shows all. */
  readonly first?: number;
  readonly sorting?: Sorting<Row>;
}): JSX.Element {
  const { caption, label, rows, periods, hasYears = false, hasDepartments = false } = props;
  const { totals, first = Infinity, sorting } = props;
  const isFolded = rows.length > first;
  const shares = rows.map(({ disbursementPlan }) => countedShares(disbursementPlan, periods));
  const example = sorting === undefined ? exampleOf(rows) : undefined;
  return (
    <>
      <div class="scroll" role="region" aria-label={label} tabIndex={0}>
        <table class={isFolded ? 'cards projects folded' : 'cards projects'} data-compare="">
          <caption>
            <div class="in-sight">
              {caption}月底各栏是<Term name="累计支出进度">累计</Term>的计划支出比例，照录原文；“
              <Term name={NOT_STATED}>{NOT_STATED}</Term>”是原文没有填写，不是0。
              {example !== undefined && (
                <>
                  占比{shareWords(example)}，就是合计里{shareOfHundredWords(example)}。
                </>
              )}
            </div>
          </caption>
          <thead>
            <tr>
              <th scope="col" class="number">
                名次
              </th>
              <Head {...{ sorting }} column="name" text="项目" />
              {hasYears && <Head {...{ sorting }} column="year" text="年度" />}
              {hasDepartments && <Head {...{ sorting }} column="department" text="部门" />}
              <Head {...{ sorting }} column="budget" text="预算数" isAmount />
              <Head {...{ sorting }} column="share" text="占比" />
              {periods.map((period) => (
                <Head key={period} {...{ sorting }} column={period} text={period} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const { standing, budget } = row;
              const isKnown = budget.total.value !== undefined;
              return (
                <tr key={row.key} class={index >= first ? 'later' : undefined} data-project={row.key}>
                  <td class="number" data-label="名次">
                    {standing?.place}
                  </td>
                  <th scope="row">
                    <a href={row.href}>{sorting === undefined ? row.name : sorting.name(row)}</a>
                    {sorting?.below(row)}
                  </th>
                  {hasYears && (
                    <td class="number" data-label="年度">
                      {row.year}
                    </td>
                  )}
                  {hasDepartments && (
                    <td class="wide" data-label="部门">
                      {row.departmentName}
                    </td>
                  )}
                  <td class="number wide" data-label="预算数" data-money={isKnown ? '万元' : undefined}>
                    {budget.total.value === undefined ? (
                      amountCell(budget.total)
                    ) : (
                      <Figure of={budget.total.value} />
                    )}
                  </td>
                  <td class="number" data-label="占比">
                    {shareCell(standing?.share, budget.total.text !== '')}
                  </td>
                  {shares[index]?.map(({ period, stated: { text }, status }) => (
                    <td
                      key={period}
                      class={text === '' ? 'number period absent' : 'number period'}
                      data-label={period}
                    >
                      {text === '' ? NOT_STATED : text}
                      {isRefused({ status }) && '※'}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
          {totals !== undefined && <Sums {...{ totals, periods, hasYears, hasDepartments }} />}
        </table>
      </div>
      {isFolded && (
        <button type="button" class="plain unfold">
          显示其余{countWords(rows.length - first)}个项目
        </button>
      )}
      {shares.some((own) => own.some(isRefused)) && <p class="note">{REFUSED_WORDS}</p>}
    </>
  );
}

/** A share to explain the column by. */
function exampleOf(rows: readonly ProjectRow[]): Decimal | undefined {
  return rows.find(({ standing }) => (standing?.share?.digits ?? 0n) > 0n)?.standing?.share;
}

/** The heading of a column. */
function Head<Row>(props: {
  readonly column: ColumnName;
  readonly text: string;
  readonly isAmount?: boolean;
  readonly sorting: Sorting<Row> | undefined;
}): JSX.Element {
  const { column, text, isAmount = false, sorting } = props;
  const content = isAmount ? (
    <>
      {text}（<Unit />）
    </>
  ) : (
    text
  );
  const isText = column === 'name' || column === 'department';
  const isPeriod = column.endsWith('底');
  return (
    <th
      scope="col"
      class={isText ? undefined : isPeriod ? 'number period' : 'number'}
      aria-sort={sorting?.direction(column)}
    >
      {sorting === undefined ? content : sorting.heading(column, content)}
    </th>
  );
}

function Sums(props: {
  readonly totals: Totals;
  readonly periods: readonly Period[];
  readonly hasYears: boolean;
  readonly hasDepartments: boolean;
}): JSX.Element {
  const { totals, periods, hasYears, hasDepartments } = props;
  const { budget, withoutBudget, plan } = totals;
  const isStated = budget !== undefined;
  return (
    <tfoot>
      <tr>
        <td class="number" />
        <th scope="row">
          合计 {countWords(totals.projects)}个项目
          {withoutBudget > 0 && `（${countWords(withoutBudget)}个未列预算数）`}
        </th>
        {hasYears && <td />}
        {hasDepartments && <td />}
        <td class="number wide" data-label="预算数" data-money={isStated ? '万元' : undefined}>
          <Figure of={budget} />
        </td>
        <td class="number" data-label="占比">
          {isStated ? '100%' : NOT_STATED}
        </td>
        {periods.map((period) => {
          const point = plan.find((one) => one.period === period);
          return (
            <td key={period} class="number period" data-label={period}>
              {point !== undefined && isStated && point.notStated.count > 0 && '≥'}
              {shareCell(point?.share, isStated)}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}
