/**
 * The signs in which one thing is written, by how a target is read: as Chinese input methods, Word's Symbol font (in
 * Unicode's private use) and careless copying have them. One character each, so that places in a text stay.
 */
const SIGNS: Readonly<Record<string, string>> = {
  '≥': '≧⩾\uf0b3',
  '≤': '≦⩽\uf0a3',
  '>': '﹥',
  '<': '﹤',
  '=': '﹦',
  '≈': '≒\uf0bb',
  '±': '\uf0b1',
  '%': '﹪℅',
  '-': '‐‑‒–—―−﹣\uf02d',
  '~': '〜∼',
  ':': '∶',
  '/': '∕⁄',
  '·': '•・‧⋅∙',
  '¥': '￥',
  ' ': '\u3000\u00a0\u2002\u2003\u2009\u202f\u00ad\u200b\u200c\u200d\u2060\ufeff',
};
const FOLDED = new Map(
  Object.entries(SIGNS).flatMap(([sign, others]) => [...others].map((one) => [one, sign])),
);

/**
 * A target's text in half-width with one sign for each meaning; as long as the text, character for character.
 *
 * @example foldTarget('≧９５％') // ≥95%
 */
export function foldTarget(text: string): string {
  return text.replace(
    /[^\p{Script=Han}\w]/gu,
    (sign) => FOLDED.get(sign) ?? (/[\uff01-\uff5e]/.test(sign) ? shifted(sign, 0xfee0) : symbol(sign)),
  );
}

/** Figures and ASCII signs of the Symbol font, as Word keeps them. */
const symbol = (sign: string) => (/[\uf020-\uf03f]/.test(sign) ? shifted(sign, 0xf000) : sign);

const shifted = (sign: string, by: number) => String.fromCharCode(sign.charCodeAt(0) - by);

/** Squares and cubes, which are written in many ways; other units are named as they stand. */
const NAMES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/km[2²]|㎢/gi, '平方公里'],
  [/m[2²](?![A-Za-z\d])|㎡|平米/gi, '平方米'],
  [/m[3³](?![A-Za-z\d])|㎥/gi, '立方米'],
];

/** One name for a unit, of a folded text. @example unitName('m²') // 平方米 */
export function unitName(unit: string): string {
  return NAMES.reduce((name, [pattern, own]) => name.replace(pattern, own), unit.replace(/\s/g, ''));
}

/** Measures that stand alone in a cell when its number was forgotten, longer ones first where one begins another. */
const MEASURES =
  '%|‰|℃|百分比|百分点|个百分点|元|万元|亿元|千元|百元|万|亿|人|人数|人次|万人|名|位|户|次|次数|件|个|项|家|支|份|篇|场|场次|期|批|套|台|辆|座|处|所|间|栋|条|部|册|本|株|棵|只|头|张|块|页|门|类|组|例|起|宗|倍|亩|公顷|吨|公斤|千克|米|公里|千米|平方米|平米|立方米|平方公里|㎡|㎥|km[2²]?|m[2²3³]?|kg|年|月|个月|季度|周|天|日|工作日|个工作日|小时|分|分钟|秒|学时|课时|度|岁|周岁';

const BARE_UNIT = new RegExp(`^(?:${MEASURES})(?:[/·]\\p{L}{1,5}){0,2}$`, 'iu');
const BEGINS_WITH_UNIT = new RegExp(`^(?:${MEASURES})`, 'iu');

/** Whether a folded text is a known measure and nothing else. */
export const isBareUnit = (text: string): boolean => BARE_UNIT.test(text);

/** Whether a folded text begins with a known measure: `个村街完成改造`. */
export const beginsWithUnit = (text: string): boolean => BEGINS_WITH_UNIT.test(text);

/** What Chinese words say up to 99, or figure by figure: 十五 is 15, 两 is 2, 二〇二二 is 2022. */
export function numberInWords(words: string): number {
  const digits = Array.from(
    words,
    (word) => ({ 〇: 0, 两: 2 })[word] ?? '零一二三四五六七八九十'.indexOf(word),
  );
  const ten = digits.indexOf(10);
  if (ten < 0) return Number(digits.join(''));
  return (ten === 0 ? 1 : (digits[0] ?? 0)) * 10 + (digits[ten + 1] ?? 0);
}
