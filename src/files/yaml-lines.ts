import { scalar } from './yaml-scalar.ts';

/** Lines of a canonical YAML file. Each function gives complete lines without the line end. */
export type Lines = readonly string[];

/** `key: value`, or `key:` where the value is blank. */
export function textLine(key: string, text: string, indent = 0): Lines {
  const value = scalar(text, indent);
  return [`${' '.repeat(indent)}${key}:${value === '' ? '' : ` ${value}`}`];
}

/** `key: value` with the value as it stands: amounts, shares, years, 序号. */
export function plainLine(key: string, text: string, indent = 0): Lines {
  return /^-?\d+(\.\d+)?%?$/.test(text)
    ? [`${' '.repeat(indent)}${key}: ${text}`]
    : textLine(key, text, indent);
}

/** A list of texts: `key: []`, or the key and a line an item. */
export function textList(key: string, items: readonly string[], indent = 0): Lines {
  const pad = ' '.repeat(indent);
  if (items.length === 0) return [`${pad}${key}: []`];
  return [
    `${pad}${key}:`,
    ...items.map((item) => {
      const value = scalar(item, indent + 2);
      return `${pad}  -${value === '' ? '' : ` ${value}`}`;
    }),
  ];
}

/** A list of groups, each given as its lines at no indentation. */
export function groupList(key: string, groups: readonly Lines[], indent = 0): Lines {
  const pad = ' '.repeat(indent);
  if (groups.length === 0) return [`${pad}${key}: []`];
  return [
    `${pad}${key}:`,
    ...groups.flatMap((lines) =>
      lines
        .flatMap((line) => line.split('\n'))
        .map((line, index) => (line === '' ? '' : `${pad}  ${index === 0 ? '- ' : '  '}${line}`)),
    ),
  ];
}
