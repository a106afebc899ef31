import { sum } from '../model/decimal.ts';
import { amount, countWords, words, type Words } from '../model/words.ts';
import { replacedWords } from '../components/search/answer-words.ts';
import type { BrowseState } from './browse-state.ts';
import type { WordFilter } from './find-words.ts';
import type { ListedProject } from './listed-project.ts';
import { sortWords } from './words.ts';

/** The projects of each year, in the order in which the years come; two years are never added up. */
export function byYear(
  projects: readonly ListedProject[],
): readonly { readonly year: number; readonly own: readonly ListedProject[] }[] {
  const years = [...new Set(projects.map(({ year }) => year))].sort((a, b) => b - a);
  return years.map((year) => ({ year, own: projects.filter((project) => project.year === year) }));
}

/** What is announced of a result: how many, how much, in which order, and how pinyin was read. */
export function statusWords(
  projects: readonly ListedProject[],
  { query, sort }: Pick<BrowseState, 'query' | 'sort'>,
  { readAs, replaced }: Pick<WordFilter, 'readAs' | 'replaced'>,
): Words {
  if (projects.length === 0) return ['没有符合条件的项目。可以少设几项条件，换一个说法，或者清除条件。'];
  const reading =
    replaced.length > 0
      ? `没有项目写着“${query}”；${replacedWords(replaced)}。`
      : readAs.length > 0
        ? `拼音“${query}”读作${readAs.join('、')}。`
        : '';
  const years = byYear(projects);
  const sums = years.flatMap(({ year, own }, index) => {
    const stated = own.flatMap(({ budget }) => budget.total.value ?? []);
    const name = years.length > 1 ? `${index === 0 ? '' : '；'}${String(year)}年` : '';
    const total = stated.length === 0 ? undefined : sum(stated);
    return words`${name}${countWords(own.length)}个项目，预算数合计${amount(total)}`;
  });
  return words`${reading}${sums}，按${sortWords(sort)}排列。`;
}
