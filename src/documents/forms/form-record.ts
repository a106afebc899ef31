import { BUDGET_FIELDS, forEachField, type BudgetField, type IndicatorField } from '../../model/form.ts';
import type { IndicatorTexts } from '../../model/indicator.ts';
import { certainFigures } from '../../model/money.ts';
import type { Additional } from '../../model/stated.ts';
import { LABELS as L, type Category, type Period } from '../../model/terms.ts';
import { MONEY_UNITS, type MoneyUnit } from '../../model/money-unit.ts';
import { formatPath, type ValuePath } from '../../files/value-path.ts';
import type { GridCell } from '../grid/grid.ts';
import type { Problem } from '../problem.ts';

/** What a table before the forms says of all of them. */
export type Cover = Pick<FormRecord, 'year' | 'department' | 'departmentCode' | 'unit' | 'unreadUnit'>;

/** One project as a form or the rows of a list state it, gathered while the document is read. */
export interface FormRecord {
  /** Where it begins in the document, for people. */
  origin: string;
  /** The number and name in the form's title; undefined where it has none. */
  title: { readonly sequence: number; readonly name: string; readonly origin: string } | undefined;
  year: number | undefined;
  department: DepartmentName | StatedDepartment | undefined;
  /** The department's code, where it stands apart from the name. */
  departmentCode: string | undefined;
  unit: MoneyUnit | undefined;
  /** What stands before it, of what it does not say itself. */
  cover: Cover | undefined;
  code: string;
  codeDigitsLost: boolean;
  name: string;
  readonly budget: Record<BudgetField, string>;
  purpose: string;
  readonly plan: { readonly period: Period; readonly text: string }[];
  goals: string | undefined;
  readonly rows: ReadRow[];
  readonly additional: Additional[];
  /** What of it is said to the editor. */
  readonly remarks: Problem[];
  /** Where its values stand, by their paths in the content file without a place in a list. */
  readonly origins: Map<string, string>;
  /** How the document draws it, in a word. */
  layout: string;
  /** A unit that could not be read, with its place. */
  unreadUnit: UnreadUnit | undefined;
}

/** Why a unit could not be read. No answer settles another unit than those of the content. */
export interface UnreadUnit extends Problem {
  readonly isOther?: true;
}

/** What is said of a unit that the content has not: whatever else were written, the amounts would be wrong. */
export function refuseUnit(unit: string, origin: string): UnreadUnit {
  const message = `金额单位是“${unit}”，内容里只有${MONEY_UNITS.join('、')}。请在原文件里把各项金额换算成其中一种，改写单位，另存以后再导入`;
  return { origin, message, isOther: true };
}

/** A row of indicators, with the place of each of its texts. */
export interface ReadRow {
  readonly category: Category;
  readonly texts: IndicatorTexts;
  readonly origins: Readonly<Record<IndicatorField, string>>;
}

export interface DepartmentName {
  readonly code: string | undefined;
  readonly name: string;
}

/** A department as a label names it, in the text and at the place where it does. */
export interface StatedDepartment extends DepartmentName {
  readonly label: string;
  readonly text: string;
  readonly origin: string;
}

export function newRecord(origin: string): FormRecord {
  return {
    ...{ origin, title: undefined, year: undefined, department: undefined },
    ...{ departmentCode: undefined, unit: undefined, cover: undefined },
    ...{ code: '', codeDigitsLost: false, name: '', purpose: '', plan: [], goals: undefined, rows: [] },
    ...{ origins: new Map<string, string>(), layout: '一个项目一张表' },
    ...{
      additional: [],
      remarks: [],
      unreadUnit: undefined,
      budget: { ...forEachField(BUDGET_FIELDS, () => '') },
    },
  };
}

/** Whether a record says anything of a project but its boxes that are blank. */
export function saysNothing({
  code,
  name,
  budget,
  purpose,
  plan,
  goals,
  rows,
  additional,
}: FormRecord): boolean {
  const texts = [code, name, purpose, goals ?? '', ...Object.values(budget), ...plan.map(({ text }) => text)];
  return texts.every((text) => text === '') && rows.length === 0 && additional.length === 0;
}

/** A code of digits, or of letters and digits before the first character of Chinese, and the name behind it. */
const CODE_AND_NAME =
  /^(?!20\d\d年)[[［(（【]?\s*([0-9０-９]{2,20}|(?=[A-Za-z]*\d)[0-9A-Za-z]{3,20}(?=[^\x20-\x7e]))\s*[\]］)）】]?\s*[-—－_]?\s*([^\d.．、].*)$/;

/**
 * A department's name with the code before it, with or without brackets: `313001某某局`, `[173]某部`, `104-某局`.
 *
 * @param code where the document states it elsewhere.
 */
export function readDepartmentName(text: string, code?: string): DepartmentName {
  // Where the seal stands is no part of the name.
  const plain = text.replace(/\s+/g, '').replace(/[（(](?:盖章|公章|签章|印章)[）)]$/, '');
  if (code !== undefined && plain.length > code.length && plain.startsWith(code)) {
    return { code, name: plain.slice(code.length) };
  }
  const match = CODE_AND_NAME.exec(plain);
  return match === null
    ? { code: undefined, name: plain }
    : { code: match[1]?.normalize('NFKC'), name: match[2] ?? '' };
}

/** That a table states two units. */
export function twoUnits(origin: string, one: MoneyUnit | undefined, other: MoneyUnit): Problem {
  const message = `同一张表里写了两种金额单位“${one ?? ''}”和“${other}”，不能确定各项金额是哪一种`;
  return { origin, message };
}

/** Figures as the content has them: in half width, without separators. What was changed is told. */
export function plainFigures(
  record: FormRecord,
  { text, origin }: Pick<GridCell, 'text' | 'origin'>,
): string {
  const plain = certainFigures(text).replace(/^[¥￥]\s*/, '');
  const figures = /^-?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?$/.test(plain) ? plain.replace(/[, ]/g, '') : plain;
  // What is no number stays as it is printed: （190.00）, 190.00万元.
  if (!/^-?\d+(?:\.\d+)?%?$/.test(figures)) return text;
  if (figures !== text) record.remarks.push({ origin, message: `“${text}”记作“${figures}”` });
  return figures;
}

/** Remembers where a value stands; the first place counts. */
export function noteOrigin(record: FormRecord, path: ValuePath, origin: string): void {
  const key = formatPath(path);
  if (!record.origins.has(key)) record.origins.set(key, origin);
}

/** Adds a line to what stands beside the fields under a label. */
export function addLine(record: FormRecord, label: string, line: string, origin: string): void {
  const place = record.additional.findIndex((one) => one.label === label);
  const before = record.additional[place];
  if (before === undefined) addAdditional(record, label, { text: line, origin });
  else record.additional[place] = { ...before, text: `${before.text}\n${line}` };
}

/** What has no place in the format, under its label as printed. Blank values are left out. */
export function addAdditional(
  record: FormRecord,
  label: string,
  { text, origin }: Pick<GridCell, 'text' | 'origin'>,
): void {
  const key = label.replace(/\s+/g, '').replace(/[:：]+$/, '');
  if (text === '') return;
  record.additional.push({ label: key, text });
  noteOrigin(record, [L.additional, key], origin);
}
