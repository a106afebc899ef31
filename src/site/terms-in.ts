import type { GlossaryTerm } from '../model/site.ts';
import { LABELS } from '../model/terms.ts';

/** Shorter words stand within too many others: 项目, 累计. */
const SHORTEST = 3;

/** More help nobody with one page. */
const MOST = 6;

/** Labels of the form are explained where they stand. */
const LABEL_WORDS: ReadonlySet<string> = new Set(Object.values(LABELS));

/** The glossary's terms that stand in texts of a document, by themselves or by another name, in its order. */
export function termsIn(texts: readonly string[], glossary: readonly GlossaryTerm[]): readonly string[] {
  const text = texts.join('\n');
  return glossary
    .filter(({ term }) => !LABEL_WORDS.has(term))
    .filter(({ term, aliases }) =>
      [term, ...aliases].some((word) => word.length >= SHORTEST && text.includes(word)),
    )
    .map(({ term }) => term)
    .slice(0, MOST);
}
