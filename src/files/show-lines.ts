/** Lines of a file as they should be, in the words of a hint that is obeyed to the letter. */

/** One line in place of another; where it stands is said if that is not where the old one stood. */
export function showLine(line: string, stays: boolean): string {
  const [text, where] = apart(line);
  return `应写作“${text}”${stays ? '' : `，${where}`}`;
}

/** Lines in place of `count` others. */
export function showLines(lines: readonly string[], count = 1): string {
  const shown = lines.map(apart).map(([text, where]) => `“${text}”（${where}）`);
  return `${count === 1 ? '' : `这${String(count)}行`}应写成${String(lines.length)}行：${shown.join('、')}`;
}

/** A line without its blanks at the left, and how many these are. */
function apart(line: string): readonly [text: string, where: string] {
  const text = line.trimStart();
  const blanks = line.length - text.length;
  return [text, blanks === 0 ? '左边不空格' : `左边空${String(blanks)}格`];
}
