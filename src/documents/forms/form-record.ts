import { BUDGET_FIELDS, forEachField, type BudgetField } from '../../model/form.ts';
import type { IndicatorTexts } from '../../model/indicator.ts';
import type { Additional } from '../../model/stated.ts';
import type { Category, MoneyUnit, Period } from '../../model/terms.ts';

/** One project as a form or the rows of a list state it, gathered while the document is read. */
export interface FormRecord {
  /** Where it begins in the document, for people. */
  origin: string;
  /** The number and name in the form's title; undefined where it has none. */
  title: { readonly sequence: number; readonly name: string; readonly origin: string } | undefined;
  year: number | undefined;
  department: DepartmentName | undefined;
  unit: MoneyUnit | undefined;
  code: string;
  codeDigitsLost: boolean;
  name: string;
  readonly budget: Record<BudgetField, string>;
  purpose: string;
  readonly plan: { readonly period: Period; readonly text: string }[];
  goals: string | undefined;
  readonly rows: { readonly category: Category; readonly texts: IndicatorTexts }[];
  readonly additional: Additional[];
  /** What of it is said to the editor. */
  readonly remarks: string[];
}

export interface DepartmentName {
  readonly code: string | undefined;
  readonly name: string;
}

export function newRecord(origin: string): FormRecord {
  return {
    ...{ origin, title: undefined, year: undefined, department: undefined, unit: undefined },
    ...{ code: '', codeDigitsLost: false, name: '', purpose: '', plan: [], goals: undefined, rows: [] },
    ...{ additional: [], remarks: [], budget: { ...forEachField(BUDGET_FIELDS, () => '') } },
  };
}

/** A department's name with the code before it, with or without brackets: `313001某某局`, `[173]某部`, `104-某局`. */
export function readDepartmentName(text: string): DepartmentName {
  const plain = text.replace(/\s*\n\s*/g, '');
  const match = /^[[［(（【]?\s*([0-9０-９]{2,12})\s*[\]］)）】]?\s*[-—－_]?\s*(\D.*)$/.exec(plain);
  return match === null
    ? { code: undefined, name: plain.replace(/\s+/g, '') }
    : { code: match[1]?.normalize('NFKC'), name: (match[2] ?? '').replace(/\s+/g, '') };
}

/** An amount as the content has it: its digits without separators and blanks, half width. */
export function plainAmount(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  return /^[¥￥]?-?\d[\d,]*(?:\.\d+)?$/.test(plain) ? plain.replace(/[,¥￥]/g, '') : text;
}

/** What has no place in the format, under its label as printed. Blank values are left out. */
export function addAdditional(record: FormRecord, label: string, text: string): void {
  const key = label.replace(/\s+/g, '').replace(/[:：]+$/, '');
  if (text !== '') record.additional.push({ label: key, text });
}
