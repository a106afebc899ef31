import { format, trim, type Decimal } from '../model/decimal.ts';
import {
  countedShares,
  isRefused,
  type CountedShare,
  type DisbursementPlan,
} from '../model/disbursement-plan.ts';
import { NOT_STATED, type Stated } from '../model/stated.ts';
import { EVALUATION_LABELS, type Period } from '../model/terms.ts';
import type { MoneyUnit } from '../model/money-unit.ts';
import type { Standing, Sums } from '../model/totals.ts';
import { amountCell, countWords, leastShareCell, leftOutWords, shareCell, UNREAD } from '../model/words.ts';

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
  /** 执行率 and 总分 of its self-evaluation, as far as stated and read; undefined without one. */
  readonly results?: { readonly rate: Decimal | undefined; readonly score: Decimal | undefined } | undefined;
}

/** What the rows of one year add up to. */
export interface RowSums extends Sums {
  /** Where the rows are of several years, which are never added up. */
  readonly year?: number | undefined;
  /** Whether rank and share are counted among more than these rows: the shares of a part are not 100%. */
  readonly isPart?: boolean;
}

/** A column that can be sorted by: its heading as text, and what it is called in the address. */
export type ColumnName = 'name' | 'year' | 'department' | 'budget' | 'share' | 'rate' | 'score' | Period;

/** What a cell says: an amount in 万元, which each reader sees in a unit of choice, or a text; '' for nothing. */
export type CellContent = Decimal | string;

/** A column of the table of projects, on pages and in files. */
export interface ProjectColumn {
  readonly name: ColumnName | 'place';
  readonly label: string;
  readonly contentOf: (row: ProjectRow) => CellContent;
  readonly sumOf: (sums: RowSums) => CellContent;
}

/** Which columns a table of projects has. */
export interface TableShape {
  /** The month-ends of the columns. */
  readonly periods: readonly Period[];
  readonly hasYears?: boolean | undefined;
  readonly hasDepartments?: boolean | undefined;
  /** Whether a project of the list has a published self-evaluation. */
  readonly hasResults?: boolean | undefined;
}

/** The columns of the table of projects: what is written here is what pages show and files hold. */
export function projectColumns({
  periods,
  hasYears = false,
  hasDepartments = false,
  hasResults = false,
}: TableShape): readonly ProjectColumn[] {
  const nothing = () => '';
  return [
    { name: 'place', label: '名次', contentOf: ({ standing }) => countOf(standing?.place), sumOf: nothing },
    { name: 'name', label: '项目', contentOf: ({ name }) => name, sumOf: sumName },
    ...(hasYears
      ? [
          {
            name: 'year',
            label: '年度',
            contentOf: ({ year }) => String(year),
            sumOf: nothing,
          } as const satisfies ProjectColumn,
        ]
      : []),
    ...(hasDepartments
      ? [
          {
            name: 'department',
            label: '部门',
            contentOf: ({ departmentName }) => departmentName,
            sumOf: nothing,
          } as const satisfies ProjectColumn,
        ]
      : []),
    {
      name: 'budget',
      label: '预算数',
      contentOf: ({ budget: { total }, unit }) => total.value ?? amountCell(total, unit),
      sumOf: ({ budget, withoutBudget }) => budget ?? (withoutBudget.unread > 0 ? UNREAD : NOT_STATED),
    },
    {
      name: 'share',
      label: '占比',
      contentOf: ({ standing, budget }) => shareCell(standing?.share, budget.total.text !== ''),
      sumOf: (sums) => {
        if (!isOfSomething(sums)) return shareCell(undefined, hasAny(sums));
        return sums.isPart === true ? '' : '100%';
      },
    },
    ...periods.map((period) => periodColumn(period, periods)),
    ...(hasResults ? RESULT_COLUMNS : []),
  ];
}

/** What was spent and reached, of projects of which that is published; a sum of points says nothing. */
const RESULT_COLUMNS: readonly ProjectColumn[] = [
  {
    name: 'rate',
    label: `${EVALUATION_LABELS.rate}（自评）`,
    contentOf: ({ results }) => (results === undefined ? '' : shareCell(results.rate)),
    sumOf: () => '',
  },
  {
    name: 'score',
    label: `${EVALUATION_LABELS.total}（自评）`,
    contentOf: ({ results }) =>
      results === undefined ? '' : results.score === undefined ? NOT_STATED : format(trim(results.score)),
    sumOf: () => '',
  },
];

const countOf = (count: number | undefined) => (count === undefined ? '' : String(count));

function sumName({ year, projects, withoutBudget }: RowSums): string {
  const left = withoutBudget.count > 0 ? `（${leftOutWords(withoutBudget, '个', '预算数')}）` : '';
  return `${year === undefined ? '' : `${String(year)}年`}合计 ${countWords(projects)}个项目${left}`;
}

const isOfSomething = ({ budget }: RowSums) => budget !== undefined && budget.digits !== 0n;
const hasAny = ({ budget, withoutBudget }: RowSums) => budget !== undefined || withoutBudget.unread > 0;

function periodColumn(period: Period, periods: readonly Period[]): ProjectColumn {
  const place = periods.indexOf(period);
  // Many rows of a list share one plan.
  const known = new Map<DisbursementPlan, CountedShare | undefined>();
  const shareOf = (plan: DisbursementPlan) => {
    const share = known.get(plan) ?? countedShares(plan, periods.slice(0, place + 1))[place];
    known.set(plan, share);
    return share;
  };
  return {
    name: period,
    label: period,
    contentOf: ({ disbursementPlan }) => {
      const share = shareOf(disbursementPlan);
      if (share === undefined || share.stated.text === '') return NOT_STATED;
      return `${share.stated.text}${isRefused(share) ? '※' : ''}`;
    },
    // With blanks under it a sum is a lower bound and is called one.
    sumOf: (sums) => {
      const point = sums.plan.find((one) => one.period === period);
      const isLeast = sums.budget !== undefined && (point?.notStated.count ?? 0) > 0;
      if (point?.share !== undefined && isLeast) return leastShareCell(point.share);
      return shareCell(point?.share, hasAny(sums));
    },
  };
}
