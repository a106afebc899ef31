import type { SearchFilter } from '../../search/answer.ts';

/** What is asked: the words and the filters. It stands in the address, so that an answer can be shared. */
export interface SearchState {
  readonly query: string;
  readonly filter: SearchFilter;
}

/** Names of the filters, in the address and of the controls that set them. */
export const FILTER_NAMES = ['year', 'department', 'part', 'least', 'most'] as const;

/** Reads the state from an address's parameters, or from a form; what makes no sense is left out. */
export function readState(parameters: URLSearchParams): SearchState {
  const text = (name: (typeof FILTER_NAMES)[number]) => parameters.get(name)?.trim() ?? '';
  const amount = (name: 'least' | 'most') => {
    const number = text(name) === '' ? NaN : Number(text(name).normalize('NFKC').replaceAll(',', ''));
    return Number.isFinite(number) && number >= 0 ? { [name]: number } : {};
  };
  return {
    query: parameters.get('q')?.trim() ?? '',
    filter: {
      ...(/^\d{4}$/.test(text('year')) ? { year: Number(text('year')) } : {}),
      ...(text('department') === '' ? {} : { department: text('department') }),
      ...(text('part') === '' ? {} : { part: text('part') }),
      ...amount('least'),
      ...amount('most'),
    },
  };
}

/** Puts the state into the address; typing does not fill the history. */
export function keepInAddress({ query, filter }: SearchState): void {
  const address = new URL(location.href);
  address.search = '';
  if (query !== '') address.searchParams.set('q', query);
  for (const name of FILTER_NAMES) {
    const value = filter[name];
    if (value !== undefined) address.searchParams.set(name, String(value));
  }
  if (address.href !== location.href) history.replaceState(null, '', address);
}
