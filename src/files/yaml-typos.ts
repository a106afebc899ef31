import type { z } from 'zod';
import type { Finding } from './finding.ts';
import { parentsOf, schemaAt } from './json-schema.ts';
import { keyKinds } from './key-kinds.ts';
import { fixLine, type FixedLine } from './line-typos.ts';
import type { LineParts } from './line-parts.ts';
import { blockOrLine } from './several-lines.ts';
import { showLine, showLines } from './show-lines.ts';
import type { Range, SourceFile } from './source-file.ts';
import { itemOf } from './parted-lines.ts';
import { structureLines, type StructureLine } from './structure-lines.ts';

/**
 * The usual typos of Chinese input methods in YAML, and lines that stand where they do not belong. The parser's own
 * message would speak of their consequences, often lines away; this looks for the typos themselves, line by line, and
 * shows each line as it should be. Only for files that cannot be read: inside a text the same signs are no typos.
 */
export function findTypos(file: SourceFile, schema: z.ZodType, yaml: Range): readonly Finding[] {
  return typoLines(file.text.slice(yaml.start, yaml.end), schema, true).flatMap(
    ({ offset, typos, corrected, parts }) =>
      typos.map(({ at, length, rule, message, hint }): Finding => ({
        file,
        range: { start: yaml.start + offset + at, end: yaml.start + offset + at + length },
        severity: 'error',
        rule: rule ?? 'yaml/syntax',
        message,
        hint: hint ?? `${showCorrected(corrected, parts)}。`,
      })),
  );
}

function showCorrected(corrected: readonly string[], { indent, dash }: LineParts): string {
  const [line = ''] = corrected;
  if (corrected.length > 1) return showLines(corrected);
  const hasDash = line.trimStart().startsWith('-');
  return showLine(line, /^ */.exec(line)?.[0] === indent && hasDash === (dash !== ''));
}

/** More lines are not shown as they should be. */
const MOST_SHOWN = 12;

/**
 * The first line of a file that cannot be read of which the format does not know where it belongs: a field in the
 * wrong place, or a text without a field.
 */
export function findStray(file: SourceFile, schema: z.ZodType, yaml: Range): Finding | undefined {
  const kinds = keyKinds(schema);
  const lines = structureLines(file.text.slice(yaml.start, yaml.end), schema, kinds);
  const isStray = ({ place, block, parts: { rest } }: StructureLine) =>
    place === undefined && block === undefined && !rest.startsWith('#');
  const at = lines.findIndex(isStray);
  const stray = lines[at];
  if (stray === undefined) return undefined;
  const { indent, dash, rest, name } = stray.parts;
  const start = yaml.start + stray.offset + indent.length;
  const range = { start, end: start + dash.length + rest.length };
  const finding = { file, range, severity: 'error', rule: 'yaml/syntax' } as const;
  const parents = name === undefined ? [] : parentsOf(name, schemaAt(schema, []));
  if (name !== undefined && parents.length > 0) {
    const hint = `“${name}”写在“${parents.join('”、“')}”下面：请移到那里，或在上面补上少了的那一行。`;
    return { ...finding, message: `“${name}”不能写在这里。`, hint };
  }
  if (name !== undefined) return undefined;
  const above = lines[at - 1];
  const others = lines.slice(at).findIndex((own, index) => {
    return own.line !== stray.line + index || !isStray(own) || own.parts.name !== undefined;
  });
  const rows = lines.slice(at, others < 0 ? undefined : at + others);
  const [count, texts] = [rows.length, rows.map(({ parts }) => parts.dash + parts.rest)];
  const kind = above?.isText === true ? 'texts' : kinds.get(above?.parts.name ?? '');
  const place = above?.line === stray.line - 1 ? above.place : undefined;
  if (above === undefined || place === undefined || (kind !== 'text' && kind !== 'texts')) {
    const hint = '如果是哪一栏的内容，请写到那一栏的冒号后面；如果多余，请删去。';
    return { ...finding, message: '这一行没有栏目名。', hint };
  }
  const message =
    count === 1
      ? `“${texts[0] ?? ''}”这一行没有栏目名。`
      : `从“${texts[0] ?? ''}”起，${String(count)}行没有栏目名。`;
  if (kind === 'text') {
    const pieces = [above.parts.value, ...texts].filter((piece) => piece !== '');
    const end = yaml.start + (rows.at(-1)?.offset ?? 0) + lengthOf(rows.at(-1)?.parts);
    const whole = { start: yaml.start + above.offset + above.parts.indent.length, end };
    const name = above.parts.name ?? '';
    const lines =
      count > MOST_SHOWN
        ? `“${name}:”后面只写“|-”，文字都从下一行写起，每行左边空${String(place.column + 2)}格。`
        : blockOrLine(file.text, whole, pieces);
    const hint = `多余的请删去；属于“${name}”的，${lines}`;
    return { ...finding, range: whole, message, hint };
  }
  const list = above.isText ? place.level : place.opened;
  const column = list?.column ?? place.column + 2;
  const items = texts.map((text) => `${' '.repeat(column)}- ${itemOf(text, list?.name)}`);
  const shown =
    count > MOST_SHOWN
      ? `每一项写一行，以短横和空格“- ”开头，左边空${String(column)}格`
      : count === 1
        ? showLine(items[0] ?? '', false)
        : showLines(items, count);
  const before = above.isText ? '接着上一项的，写到上一项的末尾；' : '';
  return { ...finding, message, hint: `多余的请删去；${before}是“${list?.name ?? ''}”的内容的，${shown}。` };
}

function lengthOf(parts: LineParts | undefined): number {
  return parts === undefined ? 0 : parts.indent.length + parts.dash.length + parts.rest.length;
}

/** The YAML with its typos fixed, and for each of its lines the line of the old text that it comes from, from 0. */
export interface FixedYaml {
  readonly yaml: string;
  readonly origins: readonly number[];
}

/**
 * @param all whether also those are fixed whose meaning is only likely, which is never kept, and figures
 * that can be read as they stand.
 */
export function fixTypos(yaml: string, schema: z.ZodType, all: boolean): FixedYaml {
  const found = new Map(typoLines(yaml, schema, all).map((fixed) => [fixed.line, fixed]));
  const lines = yaml.split('\n').flatMap((text, line) => {
    const { typos = [], corrected = [] } = found.get(line) ?? {};
    const isFixed = found.has(line) && (all || typos.every(({ certain }) => certain));
    return (isFixed ? corrected : [text]).map((own) => ({ own, line }));
  });
  return { yaml: lines.map(({ own }) => own).join('\n'), origins: lines.map(({ line }) => line) };
}

interface TypoLine extends FixedLine {
  /** From 0. */
  readonly line: number;
  /** Where the line begins in the YAML. */
  readonly offset: number;
  readonly parts: LineParts;
}

function typoLines(yaml: string, schema: z.ZodType, figures: boolean): readonly TypoLine[] {
  const kinds = keyKinds(schema);
  return structureLines(yaml, schema, kinds).flatMap((own): readonly TypoLine[] => {
    const fixed = fixLine(own, kinds, figures);
    const { line, offset, parts } = own;
    return fixed.typos.length === 0 ? [] : [{ ...fixed, line, offset, parts }];
  });
}
