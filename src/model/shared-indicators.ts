import { catalogueOf, type IndicatorEntry } from './indicator-catalogue.ts';
import type { Indicator } from './indicator.ts';
import type { Project } from './project.ts';
import { targetKey } from './target.ts';
import type { Category } from './terms.ts';

/** How many of a year are listed; with tens of thousands of rows there is no end of them. */
const MOST_LISTED = 300;

/** Of an indicator that very many projects have, this many rows are listed; the search finds all. */
export const MOST_ROWS = 40;

/** About this many rows stand on a page. */
const ROWS_ON_A_PAGE = 250;

/** An indicator that two or more projects have, with its rows. */
export interface SharedIndicator {
  readonly category: Category;
  readonly kind: string;
  /** Its shortest wording. */
  readonly name: string;
  /** The folded name: the same for all its rows. */
  readonly key: string;
  readonly entries: readonly IndicatorEntry[];
  /** Whether the rows explain the name differently, so that a reader has to judge whether it is the same. */
  readonly isExplainedDifferently: boolean;
  /** How many different targets the rows state. */
  readonly targets: number;
}

/**
 * What a row measures, as far as rows are compared by it: its name without width, case, signs and without
 * what stands in brackets as a placeholder or unit. Undefined where neither name nor description says more
 * than the row's kind does: 生态效益指标 below 生态效益指标, or 满意度 below 服务对象满意度指标, of whatever it be.
 *
 * @example 城乡居民政策知晓率(≥**%) and 城乡居民政策知晓率 are the same
 */
export function indicatorKeyOf({ kind, name, description }: Indicator): string | undefined {
  const fromName = foldName(name);
  const fromDescription = foldName(description);
  // 完成率 alone leaves open of what; its description says 疫苗完成率.
  const isMoreExact =
    fromName.length <= SHORT &&
    fromDescription.length > fromName.length &&
    fromDescription.endsWith(fromName);
  if (!isSaidBy(kind, fromName)) return isMoreExact ? fromDescription : fromName;
  return isSaidBy(kind, fromDescription) ? undefined : fromDescription;
}

/** Names of up to this many characters seldom say of what they speak. */
const SHORT = 4;

/** Brackets that hold no words: `(≥**%)`, `（%）`, and the unit `（人）`. */
const PLACEHOLDER = /\([^()\p{Script=Han}]*\)|\(\p{Script=Han}\)/gu;

function foldName(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(PLACEHOLDER, '')
      // The dash between figures is part of the name: 1-6级.
      .replace(/(\d-)(?=\d)|[\p{P}\p{S}\s]/gu, '$1')
  );
}

/** Whether words say nothing beyond their kind: 生态指标 says no more than 生态效益指标. */
function isSaidBy(kind: string, folded: string): boolean {
  const bare = folded.replace(/指标$/, '');
  return bare.length < 2 || kind.includes(bare);
}

/**
 * The indicators that more than one project has, most projects first, then in the form's order.
 *
 * @param projects those of one year: the same project in another year is no other project.
 */
export function sharedIndicators(projects: readonly Project[]): readonly SharedIndicator[] {
  return (
    catalogueOf(projects)
      .flatMap(({ category, kind, entries }) => {
        const byKey = new Map<string, IndicatorEntry[]>();
        for (const entry of entries) {
          const key = indicatorKeyOf(entry.indicator);
          if (key === undefined) continue;
          const own = byKey.get(key);
          if (own === undefined) byKey.set(key, [entry]);
          else own.push(entry);
        }
        return [...byKey].map(([key, own]) => ({
          ...{ category, kind, key, entries: own },
          count: new Set(own.map(({ project }) => project)).size,
        }));
      })
      // Most names have one project, and need not be looked at closer.
      .filter(({ count }) => count > 1)
      .sort((a, b) => b.count - a.count)
      .map(({ category, kind, key, entries }) => ({
        ...{ category, kind, key, entries },
        name: nameOf(entries, key),
        isExplainedDifferently:
          new Set(entries.map(({ indicator }) => foldName(indicator.description))).size > 1,
        targets: new Set(entries.map(({ indicator }) => targetKey(indicator.target))).size,
      }))
  );
}

/** Those of a year that are listed, the first of them first, in parts of which each is a page. */
export function listedIndicators(all: readonly SharedIndicator[]): readonly (readonly SharedIndicator[])[] {
  const parts: SharedIndicator[][] = [[]];
  let rows = 0;
  for (const shared of all.slice(0, MOST_LISTED)) {
    const own = Math.min(shared.entries.length, MOST_ROWS);
    if (rows > 0 && rows + own > ROWS_ON_A_PAGE) {
      parts.push([]);
      rows = 0;
    }
    parts.at(-1)?.push(shared);
    rows += own;
  }
  return parts;
}

/** The shortest wording among the rows, so that no placeholder stands in a heading. */
function nameOf(entries: readonly IndicatorEntry[], key: string): string {
  const wordings = entries
    .flatMap(({ indicator: { name, description } }) => [name, description])
    .filter((wording) => foldName(wording) === key);
  return wordings.reduce((best, one) => (one.length < best.length ? one : best), wordings[0] ?? key);
}
