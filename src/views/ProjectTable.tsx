/** @jsxImportSource preact */
import { type ComponentChildren, type JSX } from 'preact';
import type { Decimal } from '../model/decimal.ts';
import { countedShares, isRefused, type DisbursementPlan } from '../model/disbursement-plan.ts';
import type { Stated } from '../model/stated.ts';
import { NOT_STATED, type MoneyUnit, type Period } from '../model/terms.ts';
import type { Standing, Totals } from '../model/totals.ts';
import {
  amountCell,
  countWords,
  leastShareCell,
  leftOutWords,
  refusedWords,
  shareCell,
  shareOfHundredWords,
  shareWords,
  UNREAD,
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
  /** In which its amounts are stated. */
  readonly unit: MoneyUnit;
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

interface Props<Row> {
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
}

/** Projects as a table, in the order given: rank, name, amount, share, plan; the sum of all at the end. */
export function ProjectTable<Row extends ProjectRow>(props: Props<Row>): JSX.Element {
  const { caption, label, rows, periods, hasYears = false, hasDepartments = false } = props;
  const { totals, first = Infinity, sorting } = props;
  const isFolded = rows.length > first;
  const shares = rows.map(({ disbursementPlan }) => countedShares(disbursementPlan, periods));
  const refused = shares.flat().filter(isRefused);
  const example = sorting === undefined ? exampleOf(rows) : undefined;
  const head = (column: ColumnName, content: ComponentChildren, className?: string) => (
    <th key={column} scope="col" class={className} aria-sort={sorting?.direction(column)}>
      {sorting === undefined ? content : sorting.heading(column, content)}
    </th>
  );
  const amountHead = (
    <>
      预算数（
      <Unit />）
    </>
  );
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
            <tr>
              <th scope="col" class="number">
                名次
              </th>
              {head('name', '项目')}
              {hasYears && head('year', '年度', 'number')}
              {hasDepartments && head('department', '部门')}
              {head('budget', amountHead, 'number')}
              {head('share', '占比', 'number')}
              {periods.map((period) => head(period, period, 'number period'))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.key} class={index >= first ? 'later' : undefined} data-project={row.key}>
                {numberCell('名次', row.standing?.place)}
                <th scope="row">
                  <a href={row.href}>{sorting === undefined ? row.name : sorting.name(row)}</a>
                  {sorting?.below(row)}
                </th>
                {hasYears && numberCell('年度', row.year)}
                {hasDepartments && (
                  <td class="wide" data-label="部门">
                    {row.departmentName}
                  </td>
                )}
                {totalCell(row.budget.total, row.unit)}
                {numberCell('占比', shareCell(row.standing?.share, row.budget.total.text !== ''))}
                {shares[index]?.map(({ period, stated: { text }, status }) =>
                  numberCell(
                    period,
                    text === '' ? NOT_STATED : `${text}${isRefused({ status }) ? '※' : ''}`,
                    text === '' ? 'period absent' : 'period',
                  ),
                )}
              </tr>
            ))}
          </tbody>
          {totals !== undefined && sumsOf(totals, props)}
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

/** A cell; on a phone its column's name stands before it. */
function numberCell(label: string, content: ComponentChildren, more = ''): JSX.Element {
  return (
    <td key={label} class={`number ${more}`.trim()} data-label={label}>
      {content}
    </td>
  );
}

function totalCell(amount: Stated<Decimal>, unit: MoneyUnit): JSX.Element {
  const isKnown = amount.value !== undefined;
  return (
    <td class="number wide" data-label="预算数" data-money={isKnown ? '万元' : undefined}>
      {isKnown ? <Figure of={amount.value} /> : amountCell(amount, unit)}
    </td>
  );
}

/** The sum of all rows. */
function sumsOf(
  { projects, budget, withoutBudget, plan }: Totals,
  { periods, hasYears = false, hasDepartments = false }: Omit<Props<never>, 'rows'>,
): JSX.Element {
  const isStated = budget !== undefined;
  const hasAny = isStated || withoutBudget.unread > 0;
  const none = withoutBudget.unread > 0 ? UNREAD : '';
  const planned = (period: Period) => plan.find((point) => point.period === period);
  const isLeast = (period: Period) => isStated && (planned(period)?.notStated.count ?? 0) > 0;
  return (
    <tfoot>
      <tr>
        <td class="number" />
        <th scope="row">
          合计 {countWords(projects)}个项目
          {withoutBudget.count > 0 && `（${leftOutWords(withoutBudget, '个', '预算数')}）`}
        </th>
        {hasYears && <td />}
        {hasDepartments && <td />}
        {totalCell(isStated ? { text: '', value: budget } : { text: none }, '万元')}
        {numberCell('占比', isStated && budget.digits !== 0n ? '100%' : shareCell(undefined, hasAny))}
        {periods.map((period) => {
          const share = planned(period)?.share;
          const text =
            share !== undefined && isLeast(period) ? leastShareCell(share) : shareCell(share, hasAny);
          return numberCell(period, text, 'period');
        })}
      </tr>
    </tfoot>
  );
}
