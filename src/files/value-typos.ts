import { INVISIBLE_RULE, invisibleIn, withoutInvisible } from './invisible.ts';
import { parseYaml } from './yaml-tree.ts';
import { scalar } from './yaml-scalar.ts';

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
  // An alias is only wrong where no text has its anchor, which a line alone does not show.
  if (/^\*[\w-]+$/.test(value)) return undefined;
  const { tree, faults } = parseYaml(`k: ${value}\n`);
  const node = tree.type === 'map' ? tree.entries.get('k')?.value : undefined;
  const first = faults[0];
  if (first === undefined && node?.type !== 'map') return undefined;
  if (/^"[^"]*$|^'[^']*$/.test(value)) {
    const quote = value.slice(0, 1);
    return { message: `${subject}的引号（${quote}）没有配对。`, corrected: `${value}${quote}` };
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
