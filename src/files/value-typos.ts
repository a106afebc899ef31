import { nameFigureTypos, plainFigures } from '../model/money.ts';
import { trimCharacters } from '../model/trim-characters.ts';
import { fixed, typo, type Fixed, type Typo } from './fixed-part.ts';
import { INVISIBLE_RULE, invisibleIn, withoutInvisible } from './invisible.ts';
import { figuresOf, fixedFigures, type KeyKind } from './key-kinds.ts';
import { scalar } from './yaml-scalar.ts';
import { parseYaml } from './yaml-tree.ts';

/** What is wrong with a text, and the text as it should be; the rule where it is not `yaml/syntax`. */
export interface ValueTypo {
  readonly message: string;
  readonly corrected: string;
  readonly rule?: string;
}

/**
 * What is wrong with a text on one line that YAML does not take as a text, and the text as it should be
 * written; undefined where it is taken as one. Whether a `#` begins a comment is the editor's to say.
 *
 * @param subject whose text it is, for the message.
 */
export function valueTypo(value: string, subject: string): ValueTypo | undefined {
  if (value === '' || /^[|>][+-]?\d?[+-]?(?:\s+#.*)?$/.test(value)) return undefined;
  const { tree, faults } = parseYaml(`k: ${value}\n`);
  const node = tree.type === 'map' ? tree.entries.get('k')?.value : undefined;
  const first = faults[0];
  if (first === undefined && node?.type !== 'map') return undefined;
  if (/^"[^"]*$|^'[^']*$/.test(value)) {
    const quote = value.slice(0, 1);
    // `"测试”`: the input method made another quote of the second.
    const closed = /.[“”‘’＂＇]$/.test(value) ? value.slice(0, -1) : value;
    return { message: `${subject}的引号（${quote}）没有配对。`, corrected: `${closed}${quote}` };
  }
  if (first?.text !== undefined) {
    const message = invisibleIn(first.text, subject)?.message ?? '';
    return { message, corrected: scalar(withoutInvisible(first.text), 0), rule: INVISIBLE_RULE };
  }
  const corrected = scalar(value.trim(), 0);
  if (first?.code === 'HASH') {
    return { message: `${subject}的文字里有空格加“#”，后面的字会被当成批注丢掉。`, corrected };
  }
  if (first?.code === 'FULL_WIDTH_COMMA') {
    return { message: `${subject}的文字以方括号开头，会被当成列表。`, corrected };
  }
  if (/: |:$/.test(value) && !/^["'[{&*!%@`]/.test(value)) {
    return { message: `${subject}的文字里有冒号加空格，会被当成另一个栏目名。`, corrected };
  }
  if (/^["']/.test(value)) {
    return { message: `${subject}的文字在引号后面还有字，程序认不出哪里结束。`, corrected };
  }
  return {
    message: `${subject}的文字以“${value.slice(0, 1)}”开头，这个符号在这里有特殊含义，要用双引号括起来。`,
    corrected,
  };
}

/** What is wrong with the value of a field, and the value as it should be. */
export function fieldTypos(name: string, kind: KeyKind, value: string, at: number): Fixed {
  if (kind === 'figures') return figureTypos(name, value, at);
  if (kind === 'group') return fixed(value);
  const found = kind === 'text' ? valueTypo(value, `“${name}”`) : bracketTypo(name, value);
  if (found === undefined) return fixed(value);
  return fixed(found.corrected, { ...ofValue(found, at, value.length), certain: found.corrected === '[]' });
}

/** What is wrong with a text as a typo of its line. */
export const ofValue = ({ message, rule }: ValueTypo, at: number, length: number): Typo => ({
  ...typo(at, length, message, false),
  ...(rule !== undefined && { rule }),
});

/** `［甲，乙］`: a list in full-width brackets. Whether its comma parts a text is the editor's to say. */
function bracketTypo(name: string, value: string): ValueTypo | undefined {
  if (/^\[[^\]]*$/.test(value)) {
    return { message: `“${name}”的方括号“[”没有配对。`, corrected: `${value}]` };
  }
  if (!/^[［【〔]/.test(value)) return undefined;
  const items = value
    .replace(/^[［【〔]|[］】〕\]]$/g, '')
    .split(/[，、,]/)
    .map((item) => trimCharacters(item, /[\s“”‘’"']/))
    .filter((item) => item !== '');
  const message = `“${name}”的列表用了全角括号“${value.slice(0, 1)}”，应该用半角的“[”和“]”，或每项一行、以“- ”开头。`;
  return { message, corrected: `[${items.join(', ')}]` };
}

function figureTypos(name: string, value: string, at: number): Fixed {
  const hash = value.search(/\s#/);
  const text = hash < 0 ? value : value.slice(0, hash).trimEnd();
  const comment = value.slice(text.length);
  const names = nameFigureTypos(text);
  const isQuoted = /^(?:"[^"]*"|'[^']*'|[|>].*)$/.test(text);
  const broken = isQuoted ? undefined : valueTypo(text, `“${name}”`);
  if (broken !== undefined) {
    // A sign beside figures that YAML does not take for a text: `[ 190.00`.
    const bare = trimCharacters(text, /[^\d%％０-９]/);
    if (figuresOf(name)?.fits(bare) === true) {
      return fixed(`${bare}${comment}`, typo(at, text.length, broken.message, false));
    }
    const hint = `请对照原文改正。原文没有写明的，冒号后面什么也不写；原文就是这样写的，用英文双引号把“${text}”括起来。`;
    return fixed(`${broken.corrected}${comment}`, {
      ...typo(at, text.length, `“${name}”的“${text}”不是数字。`, false),
      hint,
    });
  }
  if (names === '' || isQuoted) return fixed(value);
  const certain = fixedFigures(name, text);
  const figures = figuresOf(name);
  const likely = plainFigures(text);
  const plain = certain ?? (figures?.fits(likely) === true ? likely : undefined);
  if (plain === undefined) return fixed(value);
  const rule = figures?.rule ?? 'field/type';
  const message = `“${name}”的“${text}”${names.replace('，', '')}。`;
  return fixed(`${plain}${comment}`, { ...typo(at, text.length, message, certain !== undefined), rule });
}
