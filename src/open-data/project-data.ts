import type { Department } from '../model/department.ts';
import { readShare } from '../model/disbursement-plan.ts';
import { parseDecimal, toText, trim, type Decimal } from '../model/decimal.ts';
import { numberIndicators } from '../model/indicator.ts';
import type { Project } from '../model/project.ts';
import type { Stated } from '../model/stated.ts';
import { CATEGORIES, PERIODS } from '../model/terms.ts';
import type { Standing } from '../model/totals.ts';

/** One project as JSON, at `/<year>/<department>/<code>/project.json`. Numbers are exact decimals as text. */
export interface ProjectData {
  readonly year: number;
  readonly department: { readonly code: string; readonly name: string };
  /** 序号: the place in the official document, from 1. */
  readonly sequence: number;
  readonly code: string;
  readonly name: string;
  /** 预算数, 财政资金, 其他资金. */
  readonly budget: { readonly total: AmountData; readonly fiscal: AmountData; readonly other: AmountData };
  /** Standing by 预算数 among the department's projects; null where the budget is not stated. */
  readonly standing: {
    /** From 1; equal budgets share a place. */
    readonly place: number;
    readonly shared: boolean;
    readonly of: number;
    /** Percentage of the department's total, two places; null where that is 0. */
    readonly share: string | null;
  } | null;
  /** 资金用途; '' where blank. */
  readonly purpose: string;
  /** The cumulative shares of the form as the source has them, in calendar order; '' where blank. */
  readonly disbursementPlan: readonly { readonly period: string; readonly share: string }[];
  readonly goals: readonly string[];
  /** All rows in the document's order; `row` is the fragment on the project's page: `#indicator-7`. */
  readonly indicators: readonly {
    readonly row: number;
    readonly category: string;
    readonly kind: string;
    readonly name: string;
    readonly description: string;
    readonly target: string;
    readonly basis: string;
  }[];
  /** 数据说明: what the checks say of values, each with the value's path as editors write it. */
  readonly notes: readonly NoteData[];
}

export interface NoteData {
  /** `绩效指标.产出指标[3].指标值`. */
  readonly location: string;
  readonly message: string;
  /** The editor's answer; null where there is none. */
  readonly explanation: string | null;
}

/** A note as the checks give it. */
type PublishedNote = Omit<NoteData, 'explanation'> & { readonly explanation: string | undefined };

/** An amount: as the source has it, and in 万元; null where that cannot be read. */
export interface AmountData {
  readonly text: string;
  readonly wan: string | null;
}

/** A project of the model as it is published as JSON. */
export function toProjectData(
  project: Project,
  department: Department,
  standing: Standing | undefined,
  notes: readonly PublishedNote[],
): ProjectData {
  const { year, sequence, code, name, budget, purpose, disbursementPlan, goals, indicators } = project;
  return {
    year,
    department: { code: department.code, name: department.name },
    sequence,
    code,
    name,
    budget: { total: toAmount(budget.total), fiscal: toAmount(budget.fiscal), other: toAmount(budget.other) },
    standing:
      standing === undefined
        ? null
        : {
            place: standing.place,
            shared: standing.shared,
            of: standing.of,
            share: standing.share === undefined ? null : toText(standing.share),
          },
    purpose,
    disbursementPlan: PERIODS.map((period) => ({ period, share: disbursementPlan[period].text })),
    goals,
    indicators: indicators.map(({ row, category, kind, name: own, description, target, basis }) => ({
      row,
      category,
      kind,
      name: own,
      description,
      target: target.text,
      basis,
    })),
    notes: notes.map(({ location, message, explanation = null }) => ({ location, message, explanation })),
  };
}

/** The project of the model that was published so; what the JSON does not hold (explanations of their own, corrections) is empty. */
export function fromProjectData(data: ProjectData): Project {
  const share = (period: string) =>
    readShare(data.disbursementPlan.find((one) => one.period === period)?.share ?? '');
  return {
    year: data.year,
    departmentCode: data.department.code,
    sequence: data.sequence,
    code: data.code,
    name: data.name,
    budget: {
      total: fromAmount(data.budget.total),
      fiscal: fromAmount(data.budget.fiscal),
      other: fromAmount(data.budget.other),
    },
    purpose: data.purpose,
    disbursementPlan: {
      '3月底': share('3月底'),
      '6月底': share('6月底'),
      '10月底': share('10月底'),
      '12月底': share('12月底'),
    },
    goals: data.goals,
    indicators: numberIndicators(
      Object.fromEntries(
        CATEGORIES.map((category) => [category, data.indicators.filter((row) => row.category === category)]),
      ),
    ),
    explanations: [],
    corrections: [],
    previousCode: undefined,
  };
}

function toAmount({ text, value }: Stated<Decimal>): AmountData {
  return { text, wan: value === undefined ? null : toText(trim(value, 2)) };
}

function fromAmount({ text, wan }: AmountData): Stated<Decimal> {
  const value = wan === null ? undefined : parseDecimal(wan);
  return value === undefined ? { text } : { text, value };
}
