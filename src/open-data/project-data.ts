import { adjustedOn } from '../model/adjustment.ts';
import { areaOf, type Area, type ProjectArea } from '../model/area.ts';
import type { Department } from '../model/department.ts';
import { readShare } from '../model/disbursement-plan.ts';
import { readEvaluation } from '../model/evaluation.ts';
import { answeredRows, type Outcome } from '../model/outcome.ts';
import { parseDecimal, toText, trim, type Decimal } from '../model/decimal.ts';
import {
  BUDGET_FIELDS,
  EVALUATION_FIELDS,
  forEachField,
  INDICATOR_FIELDS,
  RESULT_FIELDS,
  TEXT_FIELDS,
  type BudgetField,
  type EvaluationField,
  type IndicatorField,
  type ResultField,
  type TextField,
} from '../model/form.ts';
import { indicatorText, numberIndicators } from '../model/indicator.ts';
import { NOTHING_ADDED, type Project } from '../model/project.ts';
import type { Additional, Stated } from '../model/stated.ts';
import type { TargetReading } from '../model/target.ts';
import { CATEGORIES, type Period } from '../model/terms.ts';
import type { MoneyUnit } from '../model/money-unit.ts';
import type { Standing } from '../model/totals.ts';

/**
 * One project as JSON, at `/<year>/<department>/<record>/project.json`. Numbers are exact decimals as text; texts of
 * the form (资金用途 …) stand by their English names, '' where blank.
 */
export interface ProjectData extends Readonly<Record<TextField, string>> {
  readonly year: number;
  readonly department: { readonly code: string; readonly name: string };
  /** The name of the project in addresses: its code, or its number where the document has no codes. */
  readonly record: string;
  /** 序号: the place in the official document, from 1. */
  readonly sequence: number;
  /** '' where the document has none. */
  readonly code: string;
  readonly name: string;
  /** The unit in which the texts of `budget` are. */
  readonly unit: MoneyUnit;
  /** 预算数, 财政资金, 上年结转, 其他资金. */
  readonly budget: Readonly<Record<BudgetField, AmountData>>;
  /** Standing by 预算数 among the department's projects; null where the budget is not stated. */
  readonly standing: {
    /** From 1; equal budgets share a place. */
    readonly place: number;
    readonly shared: boolean;
    readonly of: number;
    /** Percentage of the department's total, two places; null where that is 0. */
    readonly share: string | null;
  } | null;
  /** The cumulative shares as the source has them, a month-end of the form each, in calendar order; '' where blank. */
  readonly disbursementPlan: readonly { readonly period: Period; readonly share: string }[];
  readonly goals: readonly string[];
  /** All rows in the document's order; `row` is the fragment on the project's page: `#indicator-7`. */
  readonly indicators: readonly IndicatorData[];
  /** 补充信息: what the form holds besides, label and text, in its order. */
  readonly additional: readonly Additional[];
  /** The site's own classification, and what decided it; null where the site has none. */
  readonly area: ProjectArea | null;
  /** 预算调整: the day of the adjustment after which all this holds; null where there was none within the year. */
  readonly adjustedOn: string | null;
  /** 自评: what a later document says was achieved, in its texts; null where none is published. */
  readonly evaluation: EvaluationData | null;
  /** 数据说明: what the checks say of values, each with the value's path as editors write it. */
  readonly notes: readonly NoteData[];
}

export interface IndicatorData extends Readonly<Record<IndicatorField, string>> {
  readonly row: number;
  readonly category: string;
  /** What 指标值 says, as far as it can be read; numbers are texts, and what is not stated is left out. */
  readonly reading: ReadingData;
  readonly additional: readonly Additional[];
}

/** Amounts are in the project's unit, as the source has them. */
export interface EvaluationData extends Readonly<Record<EvaluationField, string>> {
  /** In the document's order. */
  readonly results: readonly ResultData[];
}

export interface ResultData extends Readonly<Record<ResultField, string>> {
  /** The indicator that it answers; null where there is none. */
  readonly row: number | null;
  /** Whether that is reached, as far as the texts can be compared; null without an indicator. */
  readonly outcome: Outcome | null;
}

/** A reading with its exact numbers as texts. */
type Published<Reading> = Reading extends unknown
  ? { readonly [Key in keyof Reading]: Reading[Key] extends Decimal ? string : Reading[Key] }
  : never;
export type ReadingData = Published<TargetReading>;

export interface NoteData {
  /** `绩效指标.产出指标[3].指标值`. */
  readonly location: string;
  readonly message: string;
  /** The editor's answer; null where there is none. */
  readonly explanation: string | null;
}

/** A note as the checks give it. */
type PublishedNote = Omit<NoteData, 'explanation'> & { readonly explanation: string | undefined };

/** An amount: as the source has it in the project's unit, and in 万元; null where that cannot be read. */
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
  areas: readonly Area[],
): ProjectData {
  const { year, record, sequence, code, name, unit, budget, disbursementPlan, goals, indicators } = project;
  return {
    year,
    department: { code: department.code, name: department.name },
    record,
    sequence,
    code,
    name,
    unit,
    budget: forEachField(BUDGET_FIELDS, (field) => toAmount(budget[field.name])),
    standing: standing === undefined ? null : toStanding(standing),
    ...forEachField(TEXT_FIELDS, (field) => project[field.name]),
    disbursementPlan: disbursementPlan.map(({ period, stated }) => ({ period, share: stated.text })),
    goals,
    indicators: indicators.map((row) => ({
      row: row.row,
      category: row.category,
      reading: toReading(row.target.reading),
      ...forEachField(INDICATOR_FIELDS, (field) => indicatorText(row, field.name)),
      additional: row.additional,
    })),
    additional: project.additional,
    area: areaOf(project, areas) ?? null,
    adjustedOn: adjustedOn(department, project) ?? null,
    evaluation: toEvaluationData(project),
    notes: notes.map(({ location, message, explanation = null }) => ({ location, message, explanation })),
  };
}

/** The project that was published so; what the JSON does not hold (explanations, corrections) is empty. */
export function fromProjectData(data: ProjectData): Project {
  const { year, department, record, sequence, code, name, unit, budget, goals, additional } = data;
  return {
    year,
    departmentCode: department.code,
    record,
    sequence,
    code,
    name,
    unit,
    budget: forEachField(BUDGET_FIELDS, (field) => fromAmount(budget[field.name])),
    ...forEachField(TEXT_FIELDS, (field) => data[field.name]),
    disbursementPlan: data.disbursementPlan.map(({ period, share }) => ({
      period,
      stated: readShare(share),
    })),
    goals,
    indicators: numberIndicators(
      Object.fromEntries(
        CATEGORIES.map((category) => [category, data.indicators.filter((row) => row.category === category)]),
      ),
    ),
    additional,
    ...NOTHING_ADDED,
    evaluation: data.evaluation === null ? undefined : readEvaluation(data.evaluation, unit),
  };
}

function toEvaluationData(project: Project): EvaluationData | null {
  const { evaluation } = project;
  if (evaluation === undefined) return null;
  const answered = new Map(answeredRows(project).map((one) => [one.result, one]));
  return {
    ...forEachField(EVALUATION_FIELDS, ({ name }) => evaluation[name].text),
    results: evaluation.results.map((result) => {
      const { indicator, outcome } = answered.get(result) ?? {};
      return {
        row: indicator?.row ?? null,
        ...forEachField(RESULT_FIELDS, ({ name }) => result[name].text),
        outcome: outcome ?? null,
      };
    }),
  };
}

function toStanding({ place, shared, of, share }: Standing): NonNullable<ProjectData['standing']> {
  return { place, shared, of, share: share === undefined ? null : toText(share) };
}

function toReading(reading: TargetReading): ReadingData {
  if (reading.type === 'quantity') return { ...reading, number: toText(reading.number) };
  if (reading.type === 'range') return { ...reading, low: toText(reading.low), high: toText(reading.high) };
  return reading;
}

function toAmount({ text, value }: Stated<Decimal>): AmountData {
  return { text, wan: value === undefined ? null : toText(trim(value, 2)) };
}

function fromAmount({ text, wan }: AmountData): Stated<Decimal> {
  const value = wan === null ? undefined : parseDecimal(wan);
  return value === undefined ? { text } : { text, value };
}
