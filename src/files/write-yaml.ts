import { scalar } from './yaml-scalar.ts';

/** What canonical YAML says: a text, figures, a list, or a group by its keys. */
export type Written = string | Figures | readonly Written[] | Group;
/** A Map, because an object would set keys that are numbers before the others. */
export type Group = ReadonlyMap<string, Written>;

/** An amount, share, year or 序号: written as it stands, where a text that YAML takes for a number is quoted. */
export class Figures {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A group of keys; what is undefined is left out. */
export function group(entries: readonly (readonly [key: string, value: Written | undefined])[]): Group {
  return new Map(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

/** YAML in the layout that all content has: two blanks of indentation, a line a value, `[]` for an empty list. */
export function writeYaml(value: Group | readonly Written[]): string {
  return linesOf(value, 0)
    .map((line) => `${line}\n`)
    .join('');
}

function linesOf(value: Group | readonly Written[], indent: number): readonly string[] {
  const pad = ' '.repeat(indent);
  if (isGroup(value)) {
    return [...value].flatMap(([key, own]) => entryLines(`${pad}${scalar(key, 0)}:`, own, indent));
  }
  return value.flatMap((item) => {
    if (!isGroup(item)) return entryLines(`${pad}-`, item, indent);
    const [first = '', ...rest] = linesOf(item, indent + 2);
    return [`${pad}- ${first.trimStart()}`, ...rest];
  });
}

/** What stands behind a key or a dash, on its line or on lines of its own. */
function entryLines(head: string, value: Written, indent: number): readonly string[] {
  if (typeof value === 'string') return [`${head} ${scalar(value, indent)}`.trimEnd()];
  if (value instanceof Figures) {
    const { text } = value;
    return [`${head} ${/^-?\d+(\.\d+)?%?$/.test(text) ? text : scalar(text, indent)}`.trimEnd()];
  }
  const isEmpty = !isGroup(value) && value.length === 0;
  return isEmpty ? [`${head} []`] : [head, ...linesOf(value, indent + 2)];
}

export function isGroup(value: Written): value is Group {
  return value instanceof Map;
}
