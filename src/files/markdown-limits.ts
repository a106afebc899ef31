/** The longest body of a page that is read; the longest real one has some 5,000 characters. */
const MOST_CHARACTERS = 200_000;

/** What a line begins with in quotes, lists and notes. */
const OPENERS = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]|\[\^))+/;
const OPENER = />|[-*+][ \t]|[.)][ \t]|\[\^/g;

/** How deep a line may stand in them: the parser is recursive, and would stop the whole check. */
const DEEPEST = 39;

/**
 * How many of them a text may have, and how many signs and lines may stand together without a blank line between: with
 * their number the time of the parser grows as the square. `*a_` eight thousand times takes it seconds.
 */
const MOST_OPENERS = 2000;
const MOST_SIGNS = 1000;
const MOST_LINES = 2000;

const SIGN = /[*_~`[<]/g;

/** Why a Markdown text is not read, where, and what to do. */
export interface MarkdownExcess {
  readonly start: number;
  readonly message: string;
  readonly hint: string;
}

/** What the parser could not bear of a Markdown text, or not in time; undefined where there is nothing. */
export function markdownExcess(body: string): MarkdownExcess | undefined {
  if (body.length > MOST_CHARACTERS)
    return { start: 0, message: '正文太长，不予读取。', hint: '请把正文分成几页。' };
  let [start, openers, signs, lines] = [0, 0, 0, 0];
  for (const line of body.split(/(?<=\n)/)) {
    if (/^[>\s]*$/.test(line)) [signs, lines] = [0, 0];
    signs += line.match(SIGN)?.length ?? 0;
    lines += 1;
    const depth = OPENERS.exec(line)?.[0].match(OPENER)?.length ?? 0;
    openers += depth;
    if (depth > DEEPEST)
      return { start, message: '正文的引用或列表嵌套太深，不予读取。', hint: '请减少行首的“>”或“-”。' };
    if (openers > MOST_OPENERS)
      return {
        start,
        message: `正文的引用和列表项超过${String(MOST_OPENERS)}个，不予读取。`,
        hint: '请把正文分成几页，或改用表格。',
      };
    if (signs > MOST_SIGNS)
      return {
        start,
        message: `正文到这里有${String(MOST_SIGNS)}多个“*”“_”“[”之类的符号连在一起，中间没有空行，不予读取。`,
        hint: '请用空行分段，或删去多余的符号；表格请分成几张。',
      };
    if (lines > MOST_LINES)
      return {
        start,
        message: `正文到这里有${String(MOST_LINES)}多行连在一起，中间没有空行，不予读取。`,
        hint: '请用空行分段；表格请分成几张。',
      };
    start += line.length;
  }
  return undefined;
}
