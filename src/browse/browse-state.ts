import type { Period } from '../model/terms.ts';
import { FACETS, type Choices, type Facet } from './listed-project.ts';

/** The months at whose ends a plan may state a share, in the order of the year. */
export const MONTHS = [
  ...(['january', 'february', 'march', 'april', 'may', 'june'] as const),
  ...(['july', 'august', 'september', 'october', 'november', 'december'] as const),
] as const;

/** The columns by which the table can be sorted, as the address names them. */
export const SORT_KEYS = [
  ...(['budget', 'share', 'name', 'year', 'department', 'rate', 'score'] as const),
  ...MONTHS,
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** The month-end of a column that has one: `march` is 3月底. */
export function periodOf(key: SortKey): Period | undefined {
  const month = (MONTHS as readonly string[]).indexOf(key);
  return month === -1 ? undefined : (`${String(month + 1)}月底` as Period);
}

/** How the address names the column of a month-end. */
export function monthOf(period: Period): SortKey {
  return MONTHS[Number.parseInt(period, 10) - 1] ?? 'december';
}

export interface Sort {
  readonly key: SortKey;
  readonly isAscending: boolean;
}

/** What the reader has asked of the table. All of it stands in the address. */
export interface BrowseState {
  readonly query: string;
  /** What is chosen of each facet; nothing chosen narrows nothing, but to the latest year (`all` is every year). */
  readonly chosen: Choices;
  /** In 万元, both inclusive. */
  readonly least: number | undefined;
  readonly most: number | undefined;
  readonly sort: Sort;
  /** How many rows are drawn. */
  readonly shown: number;
}

/** How many rows are drawn at first, and how many more each time. */
export const STEP = 200;

const LARGEST_FIRST: Sort = { key: 'budget', isAscending: false };

/** A record with a value for each facet. */
export function forEachFacet<Value>(valueOf: (facet: Facet) => Value): Readonly<Record<Facet, Value>> {
  return Object.fromEntries(FACETS.map((facet) => [facet, valueOf(facet)])) as Record<Facet, Value>;
}

/** Nothing asked: all projects, largest first. */
export const INITIAL: BrowseState = readState(
  new URLSearchParams(),
  forEachFacet(() => []),
);

/**
 * Reads the state from an address's parameters, or from a form. What makes no sense is left out, so that no
 * filter works that no control shows.
 *
 * @param known the choices that there are.
 */
export function readState(parameters: URLSearchParams, known: Choices): BrowseState {
  const shown = Number(parameters.get('rows') ?? STEP);
  return {
    query: parameters.get('q')?.trim() ?? '',
    chosen: forEachFacet((facet) =>
      known[facet].filter((one) => one !== '' && parameters.getAll(facet).includes(one)),
    ),
    least: readAmount(parameters.get('least')),
    most: readAmount(parameters.get('most')),
    sort: readSort(parameters.get('sort')) ?? LARGEST_FIRST,
    shown: Number.isSafeInteger(shown) && shown > 0 ? shown : STEP,
  };
}

/** Writes the state as an address's parameters; what is as at first is left out. */
export function writeState({ query, chosen, least, most, sort, shown }: BrowseState): URLSearchParams {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  for (const facet of FACETS) for (const one of chosen[facet]) parameters.append(facet, one);
  if (least !== undefined) parameters.set('least', String(least));
  if (most !== undefined) parameters.set('most', String(most));
  if (sort.key !== LARGEST_FIRST.key || sort.isAscending) parameters.set('sort', sortValue(sort));
  if (shown !== STEP) parameters.set('rows', String(shown));
  return parameters;
}

/** How many filters are set: words, bounds and choices each count. */
export function filterCount({ query, chosen, least, most }: BrowseState): number {
  const choices = FACETS.reduce((count, facet) => count + chosen[facet].length, 0);
  return choices + [query !== '', least !== undefined, most !== undefined].filter(Boolean).length;
}

/** A sort as the address has it: `budget-desc`. */
export function sortValue({ key, isAscending }: Sort): string {
  return `${key}-${isAscending ? 'asc' : 'desc'}`;
}

function readSort(text: string | null): Sort | undefined {
  const [, name, direction] = /^([a-z]+)-(asc|desc)$/.exec(text ?? '') ?? [];
  const key = SORT_KEYS.find((one) => one === name);
  return key === undefined ? undefined : { key, isAscending: direction === 'asc' };
}

/** Also `１００` and `1,000`, as people type them. */
function readAmount(text: string | null): number | undefined {
  const plain = (text ?? '').normalize('NFKC').replace(/[,\s]/g, '');
  return /^\d{1,15}(\.\d{0,6})?$/.test(plain) ? Number(plain) : undefined;
}
