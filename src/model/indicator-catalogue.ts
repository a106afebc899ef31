import type { Indicator } from './indicator.ts';
import type { Project } from './project.ts';
import type { TargetReading } from './target.ts';
import { CATEGORIES, KINDS, type Category } from './terms.ts';

/** A row of the indicator table with its project. */
export interface IndicatorEntry {
  readonly project: Project;
  readonly indicator: Indicator;
}

/** All rows of one second level. */
export interface IndicatorGroup {
  readonly category: Category;
  readonly kind: string;
  readonly entries: readonly IndicatorEntry[];
}

/** Every row of every project by level and kind in the form's order; kinds without rows are left out. */
export function catalogueOf(projects: readonly Project[]): readonly IndicatorGroup[] {
  const groups = new Map<string, IndicatorEntry[]>();
  for (const project of projects) {
    for (const indicator of project.indicators) {
      const key = keyOf(indicator.category, indicator.kind);
      const own = groups.get(key);
      if (own === undefined) groups.set(key, [{ project, indicator }]);
      else own.push({ project, indicator });
    }
  }
  return CATEGORIES.flatMap((category) => {
    const begin = keyOf(category, '');
    const own = [...groups.keys()]
      .filter((key) => key.startsWith(begin))
      .map((key) => key.slice(begin.length));
    // A kind that the form does not know stands behind those that it does.
    return [...new Set<string>([...KINDS[category], ...own])].map((kind) => ({
      category,
      kind,
      entries: groups.get(keyOf(category, kind)) ?? [],
    }));
  }).filter(({ entries }) => entries.length > 0);
}

const keyOf = (category: Category, kind: string) => `${category}\n${kind}`;

/** So many rows stand on one page; a longer catalogue is parted, so that a slow phone can hold each page. */
const MOST_WHOLE = 400;

/** How many rows a page of a parted catalogue has at most. */
export const MOST_IN_A_PART = 250;

/** A catalogue as it stands on pages: whole, or in parts. */
export function pagesOf(groups: readonly IndicatorGroup[]): readonly (readonly IndicatorGroup[])[] {
  const count = groups.reduce((total, { entries }) => total + entries.length, 0);
  return count <= MOST_WHOLE ? [groups] : partsOf(groups, MOST_IN_A_PART);
}

/** A catalogue in parts of at most `size` rows, each with its stretch of the groups. */
export function partsOf(
  groups: readonly IndicatorGroup[],
  size: number,
): readonly (readonly IndicatorGroup[])[] {
  const parts: IndicatorGroup[][] = [];
  let room = 0;
  for (const group of groups) {
    for (let from = 0; from < group.entries.length;) {
      if (room === 0) {
        parts.push([]);
        room = size;
      }
      const entries = group.entries.slice(from, from + room);
      parts.at(-1)?.push({ ...group, entries });
      from += entries.length;
      room -= entries.length;
    }
  }
  return parts;
}

/** Of what is known of rows, what is of those in some groups. */
export const ofRowsIn = <Value>(
  groups: readonly IndicatorGroup[],
  known: ReadonlyMap<Indicator, Value>,
): ReadonlyMap<Indicator, Value> =>
  new Map(
    groups.flatMap(({ entries }) =>
      entries.flatMap(({ indicator }) => {
        const value = known.get(indicator);
        return value === undefined ? [] : [[indicator, value] as const];
      }),
    ),
  );

/** What a target is written as, in a reader's words. */
export const TARGET_TYPES = ['数', '范围', '日期', '时间', '文字', '只有单位', '读不出的数', '空'] as const;
export type TargetType = (typeof TARGET_TYPES)[number];

const TYPE_OF_READING: Record<TargetReading['type'], TargetType> = {
  quantity: '数',
  range: '范围',
  date: '日期',
  time: '时间',
  text: '文字',
  unit: '只有单位',
  malformed: '读不出的数',
  blank: '空',
};

/** What kind of target a reading is. */
export function targetTypeOf({ type }: TargetReading): TargetType {
  return TYPE_OF_READING[type];
}
