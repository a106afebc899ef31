import type { Withdrawal } from './adjustment.ts';
import type { Decimal } from './decimal.ts';
import type { DisbursementPlan } from './disbursement-plan.ts';
import type { Evaluation } from './evaluation.ts';
import type { Indicator } from './indicator.ts';
import type { BudgetField, TextField } from './form.ts';
import type { Additional, Stated } from './stated.ts';
import type { MoneyUnit } from './money-unit.ts';

/** One project of one department in one budget year: one form of the official document. */
export interface Project extends ProjectKey, Readonly<Record<TextField, string>> {
  /** 序号: the place in the official document, from 1. */
  readonly sequence: number;
  /** 项目编码; '' where the document has none. */
  readonly code: string;
  readonly name: string;
  /** The unit in which its amounts are stated. */
  readonly unit: MoneyUnit;
  readonly budget: Budget;
  readonly disbursementPlan: DisbursementPlan;
  /** The goals without the numbers that the form sets before them. */
  readonly goals: readonly string[];
  /** All rows in the document's order. */
  readonly indicators: readonly Indicator[];
  /** 补充信息: what the form holds beside the fields of the format, in the document's order. */
  readonly additional: readonly Additional[];
  readonly explanations: readonly Explanation[];
  readonly corrections: readonly Correction[];
  /** The code under which the project stood the year before, where it was given a new one; else ''. */
  readonly previousCode: string;
  /** 变动说明: why it is new, or why its amount is not that of the year before; '' where its file does not say. */
  readonly changeReason: string;
  /** 撤销; such a project stands apart from those that count. */
  readonly withdrawal?: Withdrawal | undefined;
  /** 自评: what a later document says was achieved; undefined where none is published. */
  readonly evaluation?: Evaluation | undefined;
  /** 领域: the area that its file names; '' where its name decides (`areaOf`). */
  readonly area: string;
}

/** What editors add to a project and no official document holds, where they have added nothing. */
export const NOTHING_ADDED = {
  explanations: [],
  corrections: [],
  previousCode: '',
  changeReason: '',
  withdrawal: undefined,
  evaluation: undefined,
  area: '',
} as const satisfies Partial<Project>;

/** What names a project everywhere: the same code may stand in two years, and by mistake in two departments. */
export interface ProjectKey {
  readonly year: number;
  readonly departmentCode: string;
  /** The name of its file: its code, or its 序号 in three digits or more where the document has no codes. */
  readonly record: string;
}

/** A project's key as one text, which also stands in addresses: `2022/313001/13060522P004064100019`. */
export function projectId({ year, departmentCode, record }: ProjectKey): string {
  return `${String(year)}/${departmentCode}/${record}`;
}

/** The name of the file of a project without a code: `001`. */
export function recordOfSequence(sequence: number): string {
  return String(sequence).padStart(3, '0');
}

/** Whether a file of this name may be one of a project without a code, by its number then or now. */
export function isRecordOfSequence(record: string): boolean {
  return /^\d{3,9}$/.test(record) && record === recordOfSequence(Number(record));
}

/** Amounts; texts in the project's unit, values in 万元. */
export type Budget = Readonly<Record<BudgetField, Stated<Decimal>>>;

/** 核对说明: the editor's public explanation of a value that stays as published. */
export interface Explanation {
  /** Path of the value, for example `资金支出计划.10月底`. */
  readonly location: string;
  /** The value explained, repeated; '' for a blank. */
  readonly original: string;
  readonly text: string;
}

/** 更正: a value that was officially corrected after publication; the field holds the new one. */
export interface Correction {
  readonly location: string;
  readonly originalValue: string;
  readonly grounds: string;
  /** As written, YYYY-MM-DD; '' where blank. */
  readonly date: string;
}
