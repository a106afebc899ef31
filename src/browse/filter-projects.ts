import { forEachFacet, type BrowseState } from './browse-state.ts';
import { hasWords, type WordFilter } from './find-words.ts';
import { FACETS, type Facet, type ListedProject } from './listed-project.ts';

/** The projects that pass, and beside each choice what it would give. */
export interface Filtered {
  readonly projects: readonly ListedProject[];
  /** For each choice of a facet, how many projects have it and pass all filters but this facet's own. */
  readonly counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
}

/**
 * Filters the list in one pass, keeping its order.
 *
 * @param latest the year that the list shows where no other is asked for.
 */
export function filterProjects(
  all: readonly ListedProject[],
  { chosen, least, most }: Pick<BrowseState, 'chosen' | 'least' | 'most'>,
  words: WordFilter,
  latest: number | undefined,
): Filtered {
  const years = chosen.year.length === 0 ? [String(latest)] : chosen.year.filter((year) => year !== 'all');
  const sets = forEachFacet((facet) => new Set(facet === 'year' ? years : chosen[facet]));
  const counts = forEachFacet(() => new Map<string, number>());
  const count = (facet: Facet, { choices }: ListedProject) => {
    const own = facet === 'year' ? [...choices.year, 'all'] : choices[facet];
    for (const one of own) counts[facet].set(one, (counts[facet].get(one) ?? 0) + 1);
  };
  const projects = all.filter((project) => {
    if (!hasWords(project, words) || !isWithin(project.amount, least, most)) return false;
    const failing = FACETS.filter(
      (facet) => sets[facet].size > 0 && !project.choices[facet].some((one) => sets[facet].has(one)),
    );
    const [only] = failing;
    // What fails by one facet alone would come in if that facet were chosen otherwise.
    if (only === undefined) for (const facet of FACETS) count(facet, project);
    else if (failing.length === 1) count(only, project);
    return only === undefined;
  });
  return { projects, counts };
}

/** A project without an amount is within no bounds. */
function isWithin(amount: number | undefined, least: number | undefined, most: number | undefined): boolean {
  if (least === undefined && most === undefined) return true;
  return amount !== undefined && amount >= (least ?? 0) && amount <= (most ?? Infinity);
}
