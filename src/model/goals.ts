/** What may number a goal: `1.`, `1、`, `（1）`, `目标1：`. `1.5万` is a quantity, `1.2022年…` is none. */
const NUMBER =
  /^(?:(\d{1,2})\s*[.．、](?:(?=20\d\d年)|(?!\d+(?![\d.．、])))|[（(](\d{1,2})[）)]\s*[、.．]?|目标\s*(\d{1,2})\s*[:：、.．])\s*/;

/**
 * The goals of a form, a line each, without the numbers that the form sets before them: those in order from 1, where
 * each goal stands on a line of its own. Only one number is taken off: `1.1.做好…` is the goal `1.做好…`.
 *
 * @example splitGoals('1.做好保障。\n2.提高水平。') // ['做好保障。', '提高水平。']
 * @example splitGoals('1.挂牌112株；2.复壮8株。')    // as it is: two goals in one line
 */
export function splitGoals(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.some(holdsSeveral)) return lines;
  let next = 1;
  return lines.map((line) => {
    const match = NUMBER.exec(line);
    if (match === null || Number(match[1] ?? match[2] ?? match[3]) !== next) return line;
    next += 1;
    return line.slice(match[0].length).trim();
  });
}

/** Whether the goal after the first begins within the line, numbered in the same way: `1.…；2.…`. */
function holdsSeveral(line: string): boolean {
  const [, plain, inBrackets, named] = NUMBER.exec(line) ?? [];
  const after = (number: string) => String(Number(number) + 1);
  const following =
    plain !== undefined
      ? `${after(plain)}[.．、](?!\\d)`
      : inBrackets !== undefined
        ? `[（(]${after(inBrackets)}[）)]`
        : named !== undefined
          ? `目标${after(named)}[:：、]`
          : undefined;
  return following !== undefined && new RegExp(`[；;。，,、\\s]${following}`).test(line);
}

/**
 * The goals with the numbers that the form sets before them, one a line: as `1.…`, unless that would read otherwise.
 *
 * @example numberGoals(['5个村通水'])                  // （1）5个村通水, because 1.5个村 is a quantity
 * @example numberGoals(['1.挂牌112株；2.复壮8株。'])   // as it is: the source numbers within the line
 */
export function numberGoals(goals: readonly string[]): string {
  const usual = goals.map((goal, index) => `${String(index + 1)}.${goal}`).join('\n');
  const inBrackets = goals.map((goal, index) => `（${String(index + 1)}）${goal}`).join('\n');
  const bare = goals.join('\n');
  const others = goals.some(holdsSeveral) ? [bare, inBrackets] : [inBrackets, bare];
  const readsBack = (text: string) => splitGoals(text).join('\0') === goals.join('\0');
  return [usual, ...others].find(readsBack) ?? usual;
}
