import { matchLists, type Match } from '../files/match-lists.ts';
import { INDICATOR_FIELDS } from '../model/form.ts';
import { indicatorText, type Indicator } from '../model/indicator.ts';
import type { Project } from '../model/project.ts';
import { CATEGORIES, type Category } from '../model/terms.ts';

/** One thing through the years: what each edition of a project has of it, undefined where it has nothing. */
export type Row<Item> = readonly (Item | undefined)[];

/**
 * The items of several lists side by side, one list a column. Each list is matched with what the ones before it had last,
 * so that an item that is left out for a year comes back in its row; what is new stands where its own list has it.
 */
export function alignLists<Item>(
  lists: readonly (readonly Item[])[],
  match: (before: readonly Item[], after: readonly Item[]) => readonly Match[],
): readonly Row<Item>[] {
  return lists.reduce<readonly Row<Item>[]>((rows, list, place) => {
    const latest = rows.flatMap((row) => row.findLast((item) => item !== undefined) ?? []);
    return match(latest, list).map(({ before, after }) => [
      ...(rows[before ?? -1] ?? Array.from({ length: place }, () => undefined)),
      list[after ?? -1],
    ]);
  }, []);
}

/** The goals of a project's editions side by side. */
export function alignGoals(editions: readonly Project[]): readonly Row<string>[] {
  return alignLists(
    editions.map(({ goals }) => goals),
    (before, after) => matchLists(before, after, (goal) => [goal]),
  );
}

/**
 * Which row of a year is which of another: by all that it says, by its name, else by a name and description that are
 * mostly the same. Target and basis are often alike in rows of different things.
 */
function matchRows(before: readonly Indicator[], after: readonly Indicator[]): readonly Match[] {
  return matchLists(
    before,
    after,
    (row) => [
      INDICATOR_FIELDS.map(({ name }) => indicatorText(row, name)).join('\n'),
      [row.kind, row.name, row.description].join('\n'),
      [row.kind, row.name].join('\n'),
      row.name,
    ],
    ({ name, description }) => `${name}\n${description}`,
  );
}

/** The rows under one first level of a project's editions side by side. */
export interface AlignedCategory {
  readonly category: Category;
  readonly rows: readonly Row<Indicator>[];
}

/** The indicators of a project's editions side by side, by first level; those without rows are left out. */
export function alignRows(editions: readonly Project[]): readonly AlignedCategory[] {
  return CATEGORIES.map((category) => ({
    category,
    rows: alignLists(
      editions.map(({ indicators }) => indicators.filter((row) => row.category === category)),
      matchRows,
    ),
  })).filter(({ rows }) => rows.length > 0);
}

/** The boxes of editions that the format has no field for, by their labels; of several of one label the texts in a line each. */
export function alignAdditional(
  editions: readonly Project[],
): readonly { readonly label: string; readonly row: Row<string> }[] {
  const labels = new Set(editions.flatMap(({ additional }) => additional.map(({ label }) => label)));
  return [...labels].map((label) => ({
    label,
    row: editions.map(({ additional }) => {
      const own = additional.filter((one) => one.label === label);
      return own.length === 0 ? undefined : own.map(({ text }) => text).join('\n');
    }),
  }));
}

/** All lists of a project's editions side by side. */
export interface Aligned {
  readonly goals: readonly Row<string>[];
  readonly categories: readonly AlignedCategory[];
  readonly additional: ReturnType<typeof alignAdditional>;
}

export const alignEditions = (editions: readonly Project[]): Aligned => ({
  goals: alignGoals(editions),
  categories: alignRows(editions),
  additional: alignAdditional(editions),
});
