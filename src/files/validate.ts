import type { z } from 'zod';
import { nameFigureTypos, plainFigures } from '../model/money.ts';
import type { Report } from './finding.ts';
import { nearestWord } from './nearest-word.ts';
import { schemaAt } from './json-schema.ts';
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
  for (const issue of result.error.issues) reportIssue(issue, schema, tree, file, report);
  return undefined;
}

function reportIssue(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  tree: YamlTree,
  file: SourceFile,
  report: Report,
) {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const node = treeAt(tree, path);
  const name = path.length === 0 ? '整个文件' : `“${formatPath(path)}”`;
  const base = { file, severity: 'error', range: nearestRange(tree, path) } as const;

  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    for (const key of issue.keys) {
      const nearest = nearestWord(
        key,
        known.filter((candidate) => treeAt(tree, [...path, candidate]) === undefined),
      );
      report({
        ...base,
        range: keyAt(tree, [...path, key]) ?? base.range,
        rule: 'field/unknown',
        message: `这里没有名为“${key}”的栏目。`,
        hint: nearest === undefined ? `可以写的有：${known.join('、')}。` : `是不是“${nearest}”？`,
        value: key,
      });
    }
    return;
  }
  if (node === undefined) {
    const parent = keyAt(tree, path.slice(0, -1)) ?? firstKey(treeAt(tree, path.slice(0, -1))) ?? base.range;
    report({
      ...base,
      range: parent,
      rule: 'field/missing',
      message: `缺少${name}。`,
      hint: `请补上一行“${String(path.at(-1))}: ”，冒号用半角，后面空一格。`,
    });
    return;
  }
  const range = node.range.start === node.range.end ? (keyAt(tree, path) ?? node.range) : node.range;
  if (issue.code === 'too_small') {
    report({ ...base, range, rule: 'field/missing', message: `${name}不能留空。`, hint: '请填写这一项。' });
    return;
  }
  const format = issue.code === 'invalid_format' ? formatOfPattern(issue.pattern) : undefined;
  if (format !== undefined && node.type === 'text') {
    const { text } = node;
    const isFigures = format.hint === undefined;
    const plain = plainFigures(text);
    const hint = format.pattern.test(plain) ? `应写作“${formatPath(path)}: ${plain}”。` : undefined;
    const said = format.hint ?? hint;
    report({
      ...base,
      range,
      rule: 'field/type',
      message: `${name}应是${format.name}，现为“${text}”${isFigures ? nameFigureTypos(text) : ''}。`,
      ...(said !== undefined && { hint: said }),
      value: text,
    });
    return;
  }
  const wanted = wantedAt(schema, path);
  report({
    ...base,
    range,
    rule: 'field/type',
    message: `${name}应是${wanted}，现为${describe(node)}。`,
    ...(node.type === 'text' ? { value: node.text } : {}),
  });
}

function firstKey(node: YamlTree | undefined) {
  return node?.type === 'map' ? [...node.entries.values()][0]?.key : undefined;
}

function describe(node: YamlTree): string {
  if (node.type === 'list') return '一个列表';
  if (node.type === 'map') return '一组带冒号的项目';
  return node.text === '' ? '空白' : `“${node.text}”`;
}

function keysAt(schema: z.ZodType, path: ValuePath): readonly string[] {
  return Object.keys(schemaAt(schema, path)?.properties ?? {});
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
