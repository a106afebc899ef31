/** Text in a picture that is made without a page to measure it in. */

/** Fonts by the names that the systems give them; the picture brings none. */
export const FONTS =
  "system-ui, -apple-system, 'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";

/**
 * What stays together in a line: opening marks with what follows them, closing marks with what they close, words
 * and addresses whole, and a figure with its unit.
 *
 * @example “750000%”，  10月底  1,209.41万元
 */
const PIECES =
  /[“‘（《「『]*(?:[\w.,%/:≥#?&=~-]+(?:月底|万元|[年月日个项])?|.)[，。、；：？！）》」』”’％]*/gsu;

/** About how wide a text is, rather too wide than too narrow: a Chinese character is as wide as the size. */
export function widthOf(text: string, size: number): number {
  let ems = 0;
  for (const character of text) {
    if (character > '\u{2E7F}' || /[“”‘’—…]/u.test(character)) ems += 1;
    else ems += /[A-Z@%mwMW≥≤]/u.test(character) ? 0.85 : 0.6;
  }
  return ems * size;
}

/**
 * Cuts a text into lines; Chinese breaks anywhere but beside marks, and only what is longer than a line is cut.
 *
 * @param measure how wide a text is, where that is known better than `widthOf` does.
 */
export function wrap(
  text: string,
  size: number,
  width: number,
  measure: (text: string) => number = (words) => widthOf(words, size),
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (piece: string) => measure(line + piece) <= width;
  for (const piece of text.match(PIECES) ?? []) {
    if (!fits(piece) && line !== '') {
      lines.push(line);
      line = '';
    }
    const rest = line === '' ? piece.trimStart() : piece;
    if (fits(rest)) {
      line += rest;
      continue;
    }
    for (const character of rest) {
      if (!fits(character)) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** A text in one line, shortened with an ellipsis where it is too wide. */
export function shorten(text: string, size: number, width: number): string {
  if (widthOf(text, size) <= width) return text;
  let short = '';
  for (const character of text) {
    if (widthOf(`${short}${character}…`, size) > width) break;
    short += character;
  }
  return `${short}…`;
}

/** A text in one line, shortened in its middle: its last characters are what tells it from another. */
export function shortenWithin(text: string, size: number, width: number): string {
  if (widthOf(text, size) <= width) return text;
  let end = '';
  for (const character of [...text].reverse()) {
    if (widthOf(`…${character}${end}`, size) > width / 2) break;
    end = `${character}${end}`;
  }
  const head = shorten(text, size, width - widthOf(end, size));
  return `${head}${end}`;
}

/**
 * Texts each in one line of its own width, shortened at the end; those that would then look alike, in the middle.
 *
 * @example of two names with one beginning: 提前下达2022年…补助资金（180万） and 提前下达2022年…补助资金（1万）
 */
export function shortenApart(
  texts: readonly string[],
  size: number,
  widthFor: (row: number) => number,
): readonly string[] {
  const short = texts.map((text, row) => shorten(text, size, widthFor(row)));
  const beginning = (row: number) => (short[row] ?? '').replace(/…$/, '');
  return texts.map((text, row) => {
    const own = short[row] ?? '';
    if (own === text) return own;
    const isAlike = texts.some(
      (other, place) =>
        place !== row &&
        short[place] !== other &&
        other !== text &&
        (beginning(place).startsWith(beginning(row)) || beginning(row).startsWith(beginning(place))),
    );
    return isAlike ? shortenWithin(text, size, widthFor(row)) : own;
  });
}
