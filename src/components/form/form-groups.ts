import { INDICATOR_FIELDS } from '../../model/form.ts';
import { indicatorText, type Indicator } from '../../model/indicator.ts';
import { CATEGORIES, type Category } from '../../model/terms.ts';

/** The rows under one first level, whose name stands in one merged cell beside them. */
export interface FormGroup {
  readonly category: Category;
  readonly rows: readonly Indicator[];
}

/**
 * The indicators as the form sets them: only the first level is one merged cell; the second is repeated in every
 * row, also where the row above has the same (as in the official document of 2022).
 */
export function formGroups(indicators: readonly Indicator[]): readonly FormGroup[] {
  return CATEGORIES.map((category) => ({
    category,
    rows: indicators.filter((row) => row.category === category),
  })).filter(({ rows }) => rows.length > 0);
}

/**
 * The columns of an indicator table beside the first level: the form's own, without those that not every form has
 * and no row fills, and the labels of what rows hold besides.
 */
export function indicatorColumns(indicators: readonly Indicator[]) {
  const isUsed = (field: (typeof INDICATOR_FIELDS)[number]) =>
    !('optional' in field) || indicators.some((row) => indicatorText(row, field.name) !== '');
  return {
    fields: INDICATOR_FIELDS.filter(isUsed),
    labels: [...new Set(indicators.flatMap(({ additional }) => additional.map(({ label }) => label)))],
  };
}

/** The form's title above its table: its place in the document and the project's name. */
export function formTitle({ sequence, name }: { readonly sequence: number; readonly name: string }): string {
  return `${String(sequence)}.${name}绩效目标表`;
}

/** The goals with the numbers that the form sets before them, one a line. */
export function numberedGoals(goals: readonly string[]): string {
  return goals.map((goal, index) => `${String(index + 1)}.${goal}`).join('\n');
}
