/**
 * The word nearest to a misspelt one: the only one that begins with it, else the one with the least edit
 * distance; undefined where none is near.
 */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  if (word === '') return undefined;
  const longer = candidates.filter((candidate) => candidate.startsWith(word));
  if (longer.length === 1) return longer[0];
  let best: string | undefined;
  let least = Math.max(1, Math.floor([...word].length / 2)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance([...word], [...candidate]);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Levenshtein distance: the fewest insertions, deletions and replacements of one character. */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, index) => index + 1);
  a.forEach((character, i) => {
    let diagonal = i;
    let left = i + 1;
    row = row.map((above, j) => {
      left = character === b[j] ? diagonal : 1 + Math.min(diagonal, above, left);
      diagonal = above;
      return left;
    });
  });
  return row.at(-1) ?? a.length;
}
