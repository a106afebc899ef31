import { applyPatch, structuredPatch } from 'diff';
import { Lexer } from 'yaml';

/**
 * What an editor's file becomes where it is to say something else: only the lines that differ in meaning
 * change, so that comments and the editor's own layout stay.
 *
 * @param existing the file as it stands, perhaps with comments.
 * @param before what it says, as the canonical file would have it.
 * @param after what it is to say, as the canonical file has it.
 * @param canonical reads a file and gives the canonical one of the same meaning; undefined where it cannot.
 * @returns the file with its comments; undefined where they cannot be placed for certain.
 */
export function keepComments(
  existing: string,
  before: string,
  after: string,
  canonical: (text: string) => string | undefined,
): string | undefined {
  const changed = applyPatch(existing, structuredPatch('', '', before, after, '', '', { context: 1 }), {
    fuzzFactor: 1,
  });
  // A changed line may have landed beside a line that reads alike: only the right meaning is taken.
  return changed !== false && canonical(changed) === after ? changed : undefined;
}

/** Whether YAML holds comments; `#` in texts and quotes is none. */
export function hasComments(yaml: string): boolean {
  return [...new Lexer().lex(yaml)].some((token) => token.startsWith('#'));
}
