import { foldTarget } from '../model/target-text.ts';
import type { Finding, Report } from './finding.ts';
import type { Range, SourceFile } from './source-file.ts';
import type { ValuePath } from './value-path.ts';
import { scalar } from './yaml-scalar.ts';
import { CONTROL, valuesIn, type YamlTree } from './yaml-tree.ts';

/** The one rule on characters that readers cannot see, wherever they stand. */
export const INVISIBLE_RULE = 'text/invisible';

/** What the rule says of a text. */
export type SaidOfInvisible = Pick<Finding, 'severity' | 'message'> & { readonly hint: string };

/** Neither seen nor blanks, or without a shape of their own; line ends and the marks that choose a shape are neither. */
const HIDDEN =
  /(?!\r?\n|[\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufffd]/gu;

/** Nothing but common characters that all can see, and blanks among them: most texts, about which nothing is to be said. */
const PLAIN = /^(?! )[ -~‘’“”…—≤≥·\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e]*$/;

const NAMES: Readonly<Record<string, string>> = {
  '\0': '空字符',
  '\u0007': '响铃符',
  '\b': '退格符',
  '\t': '制表符（Tab）',
  '\v': '垂直制表符',
  '\f': '换页符',
  '\r': '回车符',
  '\u001b': '转义符',
  '\u007f': '删除符',
  '\u00ad': '软连字符',
  '\u200b': '零宽空格',
  '\u200c': '零宽不连字',
  '\u200d': '零宽连字',
  '\u2028': '行分隔符',
  '\u2029': '段分隔符',
  '\u2060': '词连接符',
  '\ufeff': '字节顺序标记',
  '\ufffd': '替换符，原来的字已经丢失',
};

/** Kinds of characters, the first that fits. */
const KINDS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/, '改变文字方向的字符'],
  [/\p{Cc}/u, '控制字符'],
  [/\p{Co}/u, '专用区字符，多数设备上显示为方框'],
  [/\p{Cs}/u, '半个字符'],
  [/[\u{e0000}-\u{e007f}]/u, '标签字符'],
  [/[\ufff9-\ufffb]/, '行间注释符'],
];

function nameOf(sign: string): string {
  const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const name = NAMES[sign] ?? KINDS.find(([pattern]) => pattern.test(sign))?.[1] ?? '看不见的字符';
  return `U+${code}（${name}）`;
}

/** The text without the characters that cannot be seen; a sign of the Symbol font is the one that all fonts have. */
export const withoutInvisible = (text: string): string =>
  text.replace(HIDDEN, (sign) => (/\p{Co}/u.test(sign) ? foldTarget(sign) : ''));

/** Whether a text has something, of which a reader sees nothing. */
export const isUnseen = (text: string): boolean => text !== '' && text.replace(HIDDEN, '').trim() === '';

/**
 * What is to be said of characters in a text that cannot be seen; undefined where there are none. It is an error
 * where they turn the direction of reading or steer a terminal.
 *
 * @param what whose text it is, as the sentence begins: `“资金用途”`.
 */
export function invisibleIn(text: string, what: string): SaidOfInvisible | undefined {
  if (PLAIN.test(text)) return undefined;
  const signs = [...new Set(text.match(HIDDEN))];
  const [first] = signs;
  if (first === undefined) return undefined;
  const before = text.slice(0, text.indexOf(first)).trimEnd().slice(-6);
  const names = signs.slice(0, MOST_NAMED).map(nameOf).join('、');
  return {
    severity: CONTROL.test(text) ? 'error' : 'warning',
    message: `${what}${before === '' ? '开头' : `的“${before}”后面`}有看不见的字符：${names}${signs.length > MOST_NAMED ? '等' : ''}。`,
    hint: '请删去这个字符，需要时换成空格或看得见的字；找不到时，把这一处重新输入一遍，不要从别处粘贴。',
  };
}

const MOST_NAMED = 3;

/** Longer texts are not shown as they should be. */
const LONGEST_SHOWN = 60;

/** What stands for a blank, a line or a sign, and is not just to be left out. */
const MEANT_FOR_SOMETHING = /[\p{Cc}\p{Co}\p{Zl}\p{Zp}\u2800\ufffd]/u;

/** What is to be said of a value: also where a reader sees nothing of it, a name of blanks for one. */
export function invisibleInValue(text: string, path: ValuePath): SaidOfInvisible | undefined {
  if (PLAIN.test(text)) return undefined;
  const what = `“${path.findLast((step) => typeof step === 'string') ?? ''}”`;
  if (!isUnseen(text)) {
    const said = invisibleIn(text, what);
    const key = path.at(-1);
    const isSure =
      typeof key === 'string' && text.length <= LONGEST_SHOWN && !MEANT_FOR_SOMETHING.test(foldTarget(text));
    return said && isSure
      ? { ...said, hint: `应写作“${key}: ${scalar(withoutInvisible(text), 0)}”。` }
      : said;
  }
  const names = [...new Set(text.match(HIDDEN))].slice(0, MOST_NAMED).map(nameOf).join('、');
  return {
    severity: 'error',
    message: `${what}里只有${names === '' ? '空格' : `看不见的字符：${names}`}，读者什么也看不到。`,
    hint: '请写上内容；没有内容的，冒号后面什么也不写。',
  };
}

/** Reports the characters that cannot be seen in the values of a YAML file. */
export function reportInvisible(tree: YamlTree, file: SourceFile, report: Report): void {
  for (const { path, node } of valuesIn(tree)) {
    if (node.type !== 'text') continue;
    const said = invisibleInValue(node.text, path);
    if (said === undefined) continue;
    report({ file, range: signIn(file, node.range), rule: INVISIBLE_RULE, value: node.text, ...said });
  }
}

/** The first hidden character within a range of a file; the whole range where it is written in another way. */
export function signIn({ text }: SourceFile, range: Range): Range {
  const at = text.slice(range.start, range.end).search(HIDDEN);
  const start = range.start + at;
  return at < 0 ? range : { start, end: start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1) };
}
