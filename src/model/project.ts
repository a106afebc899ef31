import type { Decimal } from './decimal.ts';
import type { DisbursementPlan } from './disbursement-plan.ts';
import type { Indicator } from './indicator.ts';
import type { Stated } from './stated.ts';

/** One project of one department in one budget year: one form of the official document. */
export interface Project {
  readonly year: number;
  /** The department's code; with year and code it names the project. */
  readonly departmentCode: string;
  /** 序号: the place in the official document, from 1. */
  readonly sequence: number;
  readonly code: string;
  readonly name: string;
  readonly budget: Budget;
  /** 资金用途: what the money is for; may hold line breaks, '' where blank. */
  readonly purpose: string;
  readonly disbursementPlan: DisbursementPlan;
  /** The goals without the numbers that the form sets before them. */
  readonly goals: readonly string[];
  /** All rows in the document's order. */
  readonly indicators: readonly Indicator[];
  readonly explanations: readonly Explanation[];
  readonly corrections: readonly Correction[];
  /** The code under which the project stood the year before, where it was given a new one. */
  readonly previousCode: string | undefined;
}

/** Amounts; texts in the department's unit, values in 万元. */
export interface Budget {
  readonly total: Stated<Decimal>;
  readonly fiscal: Stated<Decimal>;
  readonly other: Stated<Decimal>;
}

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
