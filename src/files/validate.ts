import type { z } from 'zod';
import { nameFigureTypos, plainFigures } from '../model/money.ts';
import type { Finding, Report } from './finding.ts';
import { nearestWord } from './nearest-word.ts';
import { isTextAt, schemaAt, type SchemaNode } from './json-schema.ts';
import { blockOrLine } from './several-lines.ts';
import type { SourceFile } from './source-file.ts';
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
  const nearest = nearestWord(key, free);
  const parent = parentOf(key, schemaAt(schema, []));
  return {
    range: keyAt(tree, [...path, key]) ?? nearestRange(tree, path),
    rule: 'field/unknown',
    message: `这里没有名为“${key}”的栏目。`,
    hint:
      nearest !== undefined
        ? `是不是“${nearest}”？`
        : parent !== undefined
          ? `“${key}”写在“${parent}”下面，请移到那里。`
          : `可以写的有：${known.join('、')}。`,
    value: key,
    nearest,
  };
}

/** The key under which the format has this one. */
function parentOf(key: string, node: SchemaNode | undefined): string | undefined {
  for (const [name, child] of Object.entries(node?.properties ?? {})) {
    const inside = child.items ?? child;
    if (inside.properties !== undefined && Object.hasOwn(inside.properties, key)) return name;
    const deeper = parentOf(key, inside);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
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
      hint: `请补上一行“${String(path.at(-1))}: ”，冒号用半角，后面空一格。`,
    };
  }
  const isBlank = node.range.start === node.range.end;
  const range = (isBlank ? keyAt(tree, path) : undefined) ?? node.range;
  if (issue.code === 'too_small') {
    return { range, rule: 'field/missing', message: `${name}不能留空。`, hint: '请填写这一项。' };
  }
  const base = { range, rule: 'field/type', ...(node.type === 'text' && { value: node.text }) };
  const format = issue.code === 'invalid_format' ? formatOfPattern(issue.pattern) : undefined;
  if (format === undefined || node.type !== 'text') {
    const message = `${name}应是${wantedAt(schema, path)}，现为${describe(node)}。`;
    const key = keyAt(tree, path);
    const pieces = isTextAt(schema, path) && node.type === 'list' ? node.items.map(textOf) : [];
    if (key === undefined || pieces.length === 0 || pieces.includes(undefined)) return { ...base, message };
    const whole = { start: key.start, end: node.range.end };
    const texts = pieces.filter((piece) => piece !== undefined);
    return { ...base, message, range: whole, hint: blockOrLine(file.text, whole, texts) };
  }
  const message = `${name}应是${format.name}，现为“${node.text}”`;
  if (format.hint !== undefined) return { ...base, message: `${message}。`, hint: format.hint };
  const plain = plainFigures(node.text);
  return {
    ...base,
    message: `${message}${nameFigureTypos(node.text)}。`,
    ...(plain !== '' && format.pattern.test(plain) && { hint: `应写作“${formatPath(path)}: ${plain}”。` }),
  };
}

function textOf(node: YamlTree): string | undefined {
  return node.type === 'text' ? node.text : undefined;
}

function firstKey(node: YamlTree | undefined) {
  return node?.type === 'map' ? [...node.entries.values()][0]?.key : undefined;
}

function describe(node: YamlTree): string {
  if (node.type === 'list') return '一个列表';
  if (node.type === 'map') return '一组带冒号的项目';
  return node.text === '' ? '空白' : `“${node.text}”`;
}

function wantedAt(schema: z.ZodType, path: ValuePath): string {
  const node = schemaAt(schema, path);
  const choices = node?.enum?.filter((word) => word !== null);
  if (choices !== undefined) return choices.map((word) => `“${word}”`).join('、') + '之一';
  const type = [node?.type].flat()[0];
  if (type === 'array') return '列表（每项一行，以“- ”开头）';
  if (type === 'object') return '一组带冒号的项目';
  return '文字';
}
