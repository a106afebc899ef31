/** A line of an example in three parts; the middle one is where it differs from the other example. */
export type MarkedLine = readonly [before: string, different: string, after: string];

/**
 * The lines of an example, marked where they differ from those of its counterpart. A line that the counterpart
 * does not have is compared with the line that stands in its place there, or marked whole.
 *
 * @example exampleMarks(['预算数：190'], ['预算数: 190']) // [['预算数', '：', '190']] and a space less
 */
export function exampleMarks(
  lines: readonly string[],
  counterpart: readonly string[],
): readonly MarkedLine[] {
  const unmatched = [...counterpart];
  return lines.map((line, index) => {
    const same = unmatched.indexOf(line);
    if (same >= 0) {
      unmatched.splice(same, 1);
      return [line, '', ''];
    }
    const other = counterpart[index];
    if (other === undefined || lines.includes(other)) return ['', line, ''];
    const shorter = Math.min(line.length, other.length);
    let before = 0;
    while (before < shorter && line[before] === other[before]) before += 1;
    let after = 0;
    while (after < shorter - before && line.at(-1 - after) === other.at(-1 - after)) after += 1;
    return [line.slice(0, before), line.slice(before, line.length - after), line.slice(line.length - after)];
  });
}
