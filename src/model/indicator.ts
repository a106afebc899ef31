import type { Additional } from './stated.ts';
import { forEachField, INDICATOR_FIELDS, type IndicatorField, type OptionalIndicatorField } from './form.ts';
import { readTarget, type Target } from './target.ts';
import { CATEGORIES, KINDS, type Category } from './terms.ts';

/** One row of the form's indicator table. */
export interface Indicator extends Readonly<Record<Exclude<IndicatorField, 'target'>, string>> {
  /** 一级指标. Its `kind` is one of `KINDS[category]`, unless the source has another and an editor confirmed it. */
  readonly category: Category;
  readonly target: Target;
  /** 补充信息: columns of the form for which the format has no field. */
  readonly additional: readonly Additional[];
  /** The row's place in the document's order over all first levels, from 1: its page fragment. */
  readonly row: number;
  /** The row's place in its first level's list, from 1: its place in the content file. */
  readonly place: number;
}

/** The texts of an indicator as a form or file holds them. */
export interface IndicatorTexts
  extends
    Readonly<Record<Exclude<IndicatorField, OptionalIndicatorField>, string>>,
    Readonly<Partial<Record<OptionalIndicatorField, string>>> {
  readonly additional?: readonly Additional[];
}

/** Numbers the rows of a form, first level by first level in the form's order. */
export function numberIndicators(
  rows: Readonly<Partial<Record<Category, readonly IndicatorTexts[]>>>,
): readonly Indicator[] {
  let row = 0;
  return CATEGORIES.flatMap((category) =>
    (rows[category] ?? []).map((texts, index): Indicator => {
      row += 1;
      const target = readTarget(texts.target);
      const own = forEachField(INDICATOR_FIELDS, ({ name }) => texts[name] ?? '');
      return { ...own, additional: texts.additional ?? [], category, target, row, place: index + 1 };
    }),
  );
}

/** Whether the form allows this second level under this first level. */
export function isKindOf(kind: string, category: Category): boolean {
  return (KINDS[category] as readonly string[]).includes(kind);
}

/** The text that a row has in one column of the form. */
export function indicatorText(row: Indicator, field: IndicatorField): string {
  return field === 'target' ? row.target.text : row[field];
}
