import { readTarget, type Target } from './target.ts';
import { CATEGORIES, KINDS, type Category } from './terms.ts';

/** One row of the form's indicator table. */
export interface Indicator {
  /** 一级指标. */
  readonly category: Category;
  /** 二级指标; one of `KINDS[category]`, unless the source has another and an editor confirmed it. */
  readonly kind: string;
  /** 三级指标. */
  readonly name: string;
  readonly description: string;
  readonly target: Target;
  readonly basis: string;
  /** The row's place in the document's order over all first levels, from 1: its page fragment. */
  readonly row: number;
  /** The row's place in its first level's list, from 1: its place in the content file. */
  readonly place: number;
}

/** The texts of an indicator as a form or file holds them. */
export interface IndicatorTexts {
  readonly kind: string;
  readonly name: string;
  readonly description: string;
  readonly target: string;
  readonly basis: string;
}

/** Numbers the rows of a form, first level by first level in the form's order. */
export function numberIndicators(
  rows: Readonly<Partial<Record<Category, readonly IndicatorTexts[]>>>,
): readonly Indicator[] {
  let row = 0;
  return CATEGORIES.flatMap((category) =>
    (rows[category] ?? []).map((texts, index): Indicator => {
      row += 1;
      return { ...texts, category, target: readTarget(texts.target), row, place: index + 1 };
    }),
  );
}

/** Whether the form allows this second level under this first level. */
export function isKindOf(kind: string, category: Category): boolean {
  return (KINDS[category] as readonly string[]).includes(kind);
}
