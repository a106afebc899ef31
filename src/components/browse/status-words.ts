import { amountWords, countWords } from '../../site/words.ts';
import type { BrowseState } from '../../browse/browse-state.ts';
import type { WordFilter } from '../../browse/find-words.ts';
import type { ShownTotals } from '../../browse/sum-shown.ts';
import { sortWords } from '../../browse/words.ts';
import { replacedWords } from '../search/answer-words.ts';

/** What is announced of a result: how many, how much, in which order, and how pinyin was read. */
export function statusWords(
  { projects, budget }: Pick<ShownTotals, 'projects' | 'budget'>,
  { query, sort }: Pick<BrowseState, 'query' | 'sort'>,
  { readAs, replaced }: Pick<WordFilter, 'readAs' | 'replaced'>,
): string {
  if (projects === 0) return '没有符合条件的项目。可以少设几项条件，换一个说法，或者清除条件。';
  const reading =
    replaced.length > 0
      ? `没有项目写着“${query}”；${replacedWords(replaced)}。`
      : readAs.length > 0
        ? `拼音“${query}”读作${readAs.join('、')}。`
        : '';
  return `${reading}${countWords(projects)}个项目，预算数合计${amountWords(budget)}，按${sortWords(sort)}排列。`;
}
