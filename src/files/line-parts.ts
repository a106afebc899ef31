/** A line of YAML taken apart, as an editor meant it: full-width signs stand for their half-width ones. */
export interface LineParts {
  /** The blanks, tabs and full-width blanks at the left. */
  readonly indent: string;
  /** The dash of a list with what stands between it and the text; '' without. */
  readonly dash: string;
  /** All behind indentation and dash. */
  readonly rest: string;
  /** The key as written, quotes included; undefined with all below where the line has none. */
  readonly key: string | undefined;
  /** The key in half-width, without quotes. */
  readonly name: string | undefined;
  /** What stands between key and colon. */
  readonly gap: string;
  /** The colon, half or full-width, or signs in its place. */
  readonly colon: string | undefined;
  /** What stands between colon and value. */
  readonly after: string;
  readonly value: string;
}

/** Blanks as Chinese input and word processors make them, beside the ordinary one. */
export const BLANK = '[ \\t\\u3000\\u00a0]';

const LEFT = new RegExp(
  `^(${BLANK}*)((?:-(?:${BLANK}+|$))+|[－—–−]${BLANK}*|-(?=[\\p{Script=Han}“]))?(.*)$`,
  'u',
);
const KEY = new RegExp(
  `^(["'“”‘’]?([^\\s:：﹕;；=＝"'“”‘’#[\\]{}]+)["'“”‘’]?)(${BLANK}*)([:：﹕;；=＝]+)(${BLANK}*)(.*)$`,
  'u',
);

export function lineParts(line: string): LineParts {
  const [, indent = '', dash = '', rest = ''] = LEFT.exec(line) ?? [];
  const [, key, name, gap = '', colon, after = '', value = ''] = KEY.exec(rest) ?? [];
  return { indent, dash, rest, key, name: name?.normalize('NFKC'), gap, colon, after, value };
}

/** How wide an indentation looks; a tab and a full-width blank are two blanks. */
export function widthOf(indent: string): number {
  return indent.replace(/[\t\u3000]/g, '  ').length;
}

/** What stands in the place of a blank that YAML does not take for one, and its name; undefined where nothing does. */
export function oddBlank(text: string): { readonly at: number; readonly name: string } | undefined {
  const found = /[^ ]/.exec(text);
  return found === null ? undefined : { at: found.index, name: NAMES[found[0]] ?? `“${found[0]}”` };
}

const NAMES: Readonly<Record<string, string>> = {
  '\t': '制表符（Tab）',
  '\u3000': '全角空格',
  '\u00a0': '不间断空格',
};
