import type { Characters } from '../search/index-format.ts';
import { wordsOfPinyin } from '../search/pinyin.ts';
import { readQuery } from '../search/query.ts';
import type { ListedProject } from './listed-project.ts';

/** What the words of a query are looked for as. */
export interface WordFilter {
  /** A project must have all words of one of these; all projects pass where there are none. */
  readonly alternatives: readonly (readonly string[])[];
  /** The words that pinyin was read as; empty where the query was taken as it stands. */
  readonly readAs: readonly string[];
}

/**
 * Reads a query for the list: any part of code, name or purpose; where nothing has it and it may be pinyin,
 * the words that it may stand for.
 *
 * @param charactersOf gives the readings of characters; asked only where pinyin has to be read.
 */
export async function readWords(
  query: string,
  projects: readonly ListedProject[],
  traditional: readonly [from: string, to: string],
  charactersOf: () => Promise<Characters>,
): Promise<WordFilter> {
  const { words, pinyin } = readQuery(query, traditional);
  if (words.length === 0) return { alternatives: [], readAs: [] };
  const asked = { alternatives: [words], readAs: [] };
  if (pinyin === undefined || projects.some((project) => hasWords(project, asked))) return asked;
  const readAs = wordsOfPinyin(pinyin, await charactersOf()).filter((word) =>
    projects.some(({ folded }) => folded.includes(word)),
  );
  return readAs.length === 0 ? asked : { alternatives: readAs.map((word) => [word]), readAs };
}

/** Whether a project has all words of one of the alternatives. */
export function hasWords({ folded }: ListedProject, { alternatives }: WordFilter): boolean {
  return (
    alternatives.length === 0 || alternatives.some((words) => words.every((word) => folded.includes(word)))
  );
}
