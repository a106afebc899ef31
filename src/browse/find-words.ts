import { readEverydayWords, type Replaced } from '../search/everyday-words.ts';
import type { Characters } from '../search/index-format.ts';
import { wordsOfPinyin } from '../search/pinyin.ts';
import { readQuery } from '../search/query.ts';
import type { BrowseData } from './browse-data.ts';
import type { ListedProject } from './listed-project.ts';

/** What the words of a query are looked for as. */
export interface WordFilter {
  /** A project must have all words of one of these; all projects pass where there are none. */
  readonly alternatives: readonly (readonly string[])[];
  /** The words that pinyin was read as; empty where the query was taken as it stands. */
  readonly readAs: readonly string[];
  /** The everyday words that were read in the words of the documents; empty where there are none. */
  readonly replaced: readonly Replaced[];
}

/**
 * Reads a query for the list: any part of code, name or purpose. Where nothing has it, its everyday words are read
 * in the words of the documents; and where it may be pinyin, as the words that it may stand for.
 *
 * @param charactersOf gives the readings of characters; asked only where pinyin has to be read.
 */
export async function readWords(
  query: string,
  projects: readonly ListedProject[],
  { traditional, everyday }: Pick<BrowseData, 'traditional' | 'everyday'>,
  charactersOf: () => Promise<Characters>,
): Promise<WordFilter> {
  const { words, pinyin } = readQuery(query, traditional);
  const asked: WordFilter = { alternatives: words.length === 0 ? [] : [words], readAs: [], replaced: [] };
  const isFound = (filter: WordFilter) => projects.some((project) => hasWords(project, filter));
  if (isFound(asked)) return asked;
  const reading = readEverydayWords(words, everyday);
  if (reading !== undefined) {
    const { replaced } = reading;
    for (const alternatives of [reading.alternatives, reading.loose, reading.apart])
      if (alternatives.length > 0 && isFound({ ...asked, alternatives }))
        return { ...asked, alternatives, replaced };
  }
  if (pinyin === undefined) return asked;
  const readAs = wordsOfPinyin(pinyin, await charactersOf()).filter((word) =>
    projects.some(({ folded }) => folded.includes(word)),
  );
  return readAs.length === 0 ? asked : { ...asked, alternatives: readAs.map((word) => [word]), readAs };
}

/** Whether a project has all words of one of the alternatives. */
export function hasWords(
  { folded }: ListedProject,
  { alternatives }: Pick<WordFilter, 'alternatives'>,
): boolean {
  return (
    alternatives.length === 0 || alternatives.some((words) => words.every((word) => folded.includes(word)))
  );
}
