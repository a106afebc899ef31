import type { z } from 'zod';
import { nameFigureTypos } from '../model/money.ts';
import type { Finding, Report } from './finding.ts';
import { nearestWord } from './nearest-word.ts';
import { isTextAt, parentsOf, schemaAt } from './json-schema.ts';
import { blockOrLine } from './several-lines.ts';
import { placeOf, type SourceFile } from './source-file.ts';
import { formatOfPattern } from './text-formats.ts';
import { formatPath, type ValuePath } from './value-path.ts';
import { keyAt, nearestRange, toPlain, treeAt, type YamlTree } from './yaml-tree.ts';

/**
 * Validates a tree by a schema of the content format. Gives the typed value, or undefined after reporting
 * `field/unknown`, `field/missing` and `field/type` at their places.
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  tree: YamlTree,
  file: SourceFile,
  report: Report,
): z.output<Schema> | undefined {
  const result = schema.safeParse(toPlain(tree));
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => ({
    issue,
    path: issue.path.filter((step) => typeof step !== 'symbol'),
  }));
  // A misspelt key is not missing besides.
  const misspelt = new Set<string>();
  for (const { issue, path } of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    for (const key of issue.keys) {
      const { nearest, ...fault } = unknownKey(key, schema, tree, path);
      report({ file, severity: 'error', ...fault });
      if (nearest !== undefined) misspelt.add(formatPath([...path, nearest]));
    }
  }
  for (const { issue, path } of issues) {
    if (issue.code === 'unrecognized_keys' || misspelt.has(formatPath(path))) continue;
    report({ file, severity: 'error', ...faultOf(issue, schema, tree, file, path) });
  }
  return undefined;
}

type Fault = Omit<Finding, 'file' | 'severity'>;

function unknownKey(
  key: string,
  schema: z.ZodType,
  tree: YamlTree,
  path: ValuePath,
): Fault & { readonly nearest: string | undefined } {
  const known = Object.keys(schemaAt(schema, path)?.properties ?? {});
  const free = known.filter((one) => treeAt(tree, [...path, one]) === undefined);
  const [parent] = parentsOf(key, schemaAt(schema, []));
  const nearest = parent === undefined ? nearestWord(key, free) : undefined;
  return {
    range: keyAt(tree, [...path, key]) ?? nearestRange(tree, path),
    rule: 'field/unknown',
    message: key === '' ? '冒号前面没有栏目名。' : `这里没有名为“${key}”的栏目。`,
    hint:
      key === ''
        ? '请在冒号前面写上栏目名；如果多余，请删去这一行。'
        : nearest !== undefined
          ? `是不是“${nearest}”？`
          : parent !== undefined
            ? `“${key}”写在“${parent}”下面，请移到那里。`
            : `可以写的有：${known.join('、')}。`,
    value: key,
    nearest,
  };
}

function faultOf(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  tree: YamlTree,
  file: SourceFile,
  path: ValuePath,
): Fault {
  const node = treeAt(tree, path);
  const name = path.length === 0 ? '整个文件' : `“${formatPath(path)}”`;
  if (node === undefined) {
    const parent = path.slice(0, -1);
    return {
      range: keyAt(tree, parent) ?? firstKey(treeAt(tree, parent)) ?? nearestRange(tree, path),
      rule: 'field/missing',
      message: `缺少${name}。`,
      hint: hintToAdd(schema, tree, file, path),
    };
  }
  const key = keyAt(tree, path);
  const isBlank = node.range.start === node.range.end;
  const range = (isBlank ? key : undefined) ?? node.range;
  if (issue.code === 'too_small') {
    const isInItem = typeof path.at(-2) === 'number';
    const hint = isInItem
      ? '请填写这一项；这一条不用的，从它以“- ”开头的一行起，整条删去。'
      : '请填写这一项。';
    return { range, rule: 'field/missing', message: `${name}不能留空。`, hint };
  }
  const base = { range, rule: 'field/type', ...(node.type === 'text' && { value: node.text }) };
  const format = issue.code === 'invalid_format' ? formatOfPattern(issue.pattern) : undefined;
  if (format !== undefined && node.type === 'text') {
    const meant = format.meant(node.text);
    const isMeant = meant !== node.text && meant !== '' && format.pattern.test(meant);
    return {
      ...base,
      message: `${name}应是${format.name}，现为“${node.text}”${isMeant ? nameFigureTypos(node.text) : ''}。`,
      hint: isMeant ? `应写作“${String(path.at(-1))}: ${meant}”。` : format.hint,
    };
  }
  const message = `${name}应是${wantedAt(schema, path)}，现为${describe(node)}。`;
  const pieces = isTextAt(schema, path) && node.type === 'list' ? node.items.map(textOf) : [];
  if (key === undefined || pieces.length === 0 || pieces.includes(undefined)) {
    return { ...base, message, hint: hintToWrite(schema, node, path) };
  }
  const whole = { start: key.start, end: node.range.end };
  const texts = pieces.filter((piece) => piece !== undefined);
  return { ...base, message, range: whole, hint: blockOrLine(file.text, whole, texts) };
}

/** The line to add for a field that is missing, set in as those beside it. */
function hintToAdd(schema: z.ZodType, tree: YamlTree, file: SourceFile, path: ValuePath): string {
  const key = String(path.at(-1));
  const beside = firstKey(treeAt(tree, path.slice(0, -1)));
  const column = beside === undefined ? 0 : placeOf(file.text, beside.start).column - 1;
  const where = column === 0 ? '左边不空格' : `左边空${String(column)}格，和同组的其他栏对齐`;
  const wanted = schemaAt(schema, path);
  const parts = Object.keys(wanted?.properties ?? {});
  return parts.length === 0
    ? `请补上一行“${key}: ”，${where}；后面写内容${wanted?.minLength === undefined ? '，原文没有写明的留空' : ''}。`
    : `请补上一行“${key}:”，${where}；再在下面分行写：${parts.join('、')}，每行左边多空两格。`;
}

/** How to write what should stand at a path, where something else stands there. */
function hintToWrite(schema: z.ZodType, node: YamlTree, path: ValuePath): string {
  const wanted = schemaAt(schema, path);
  const [type] = [wanted?.type].flat();
  const choices = wanted?.enum?.filter((word) => word !== null) ?? [];
  const nearest = node.type === 'text' ? nearestWord(node.text, choices) : undefined;
  if (nearest !== undefined) return `是不是“${nearest}”？`;
  if (choices.length > 0) return '请从中选一个写上。';
  if (typeof path.at(-1) === 'number' && node.type === 'text' && node.text === '')
    return '这一项是空的：请填写，或删去这一行。';
  const keys = Object.keys((wanted?.items ?? wanted)?.properties ?? {}).join('、');
  if (path.length === 0) {
    const item = type === 'array' ? '，每一条的第一行以“- ”开头' : '';
    return `内容要分栏写，每行一栏：“栏目名: 内容”${item}。栏目有：${keys}。如果放错了文件，请移走。`;
  }
  if (type === 'array') {
    return keys === ''
      ? '请每项写一行，以“- ”开头。'
      : `请每项分行写：${keys}；第一行以“- ”开头，其余各行左边多空两格。`;
  }
  if (type === 'object') return `请在下面分行写：${keys}；每行左边多空两格，栏目名后用半角冒号和空格“: ”。`;
  return '请写成一行文字；几行的，冒号后面只写“|-”，文字从下一行写起，每行左边多空两格。';
}

function textOf(node: YamlTree): string | undefined {
  return node.type === 'text' ? node.text : undefined;
}

function firstKey(node: YamlTree | undefined) {
  return node?.type === 'map' ? [...node.entries.values()][0]?.key : undefined;
}

/** How much of a text a message repeats; the excerpt below it has more. */
const LONGEST = 30;

function describe(node: YamlTree): string {
  if (node.type === 'list') return '一个列表';
  if (node.type === 'map') return '一组栏目';
  const [line = ''] = node.text.split('\n');
  const characters = [...line];
  const isLong = line !== node.text || characters.length > LONGEST;
  return line === '' ? '空白' : `“${characters.slice(0, LONGEST).join('')}${isLong ? '…' : ''}”`;
}

function wantedAt(schema: z.ZodType, path: ValuePath): string {
  const node = schemaAt(schema, path);
  const choices = node?.enum?.filter((word) => word !== null);
  if (choices !== undefined) return choices.map((word) => `“${word}”`).join('、') + '之一';
  const type = [node?.type].flat()[0];
  if (type === 'array') return '列表（每项一行，以“- ”开头）';
  if (type === 'object') return '一组栏目（每行一栏）';
  return '文字';
}
