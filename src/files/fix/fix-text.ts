import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../finding.ts';
import type { SourceFile } from '../source-file.ts';
import { fixTypos } from '../yaml-typos.ts';
import { commentTexts, readComments } from './comments.ts';
import type { Format } from './formats.ts';
import { fixFigures } from './fix-figures.ts';
import { placeComments } from './place-comments.ts';

/** What fixing came to: the text as it should be and what was done, or why it stays as it is. */
export type FixedText =
  | { readonly kind: 'fixed'; readonly text: string; readonly done: readonly string[] }
  | { readonly kind: 'left'; readonly reason: string; readonly findings: readonly Finding[] };

/**
 * Fixes the text of a content file as far as that needs no judgement: the typos of input that have only one
 * meaning, figures, and the layout. All or nothing: the text is only given where it reads to exactly what
 * the text meant before it was laid out anew, with all its comments.
 */
export function fixText(file: SourceFile, format: Format): FixedText {
  const readable = withoutTypos(file, format);
  if ('kind' in readable) return readable;
  const yaml = format.yaml(readable.file);
  if (yaml === undefined) return left('找不到文件开头两行“---”之间的部分');
  const figures = fixFigures(readable.file, format, yaml);
  const plain = { path: file.path, text: figures.text };
  const laidOut = layOutAnew(plain, format);
  if (laidOut === undefined) return left('重新排列后与原来的意思或批注对不上');
  const done = [
    ...(readable.lines > 0 ? [`改正输入法造成的符号和缩进（${String(readable.lines)}行）`] : []),
    ...(figures.count > 0 ? [`数字、百分号改为半角（${String(figures.count)}处）`] : []),
    ...(laidOut === plain.text ? [] : ['按规范的顺序和缩进排列']),
  ];
  return { kind: 'fixed', text: laidOut, done };
}

function left(reason: string, findings: readonly Finding[] = []): FixedText {
  return { kind: 'left', reason, findings };
}

/** The file as it can be read, and how many lines were fixed for that. */
function withoutTypos(
  file: SourceFile,
  format: Format,
): FixedText | { readonly file: SourceFile; readonly lines: number } {
  const findings: Finding[] = [];
  if (format.read(file, (finding) => findings.push(finding)) !== undefined) return { file, lines: 0 };
  const range = format.yaml(file);
  if (range === undefined) return left('有需要您判断的错误', findings);
  const before = file.text.slice(range.start, range.end);
  const { yaml } = fixTypos(before, format.schema, false);
  const fixed = {
    path: file.path,
    text: `${file.text.slice(0, range.start)}${yaml}${file.text.slice(range.end)}`,
  };
  if (format.read(fixed, () => undefined) === undefined) return left('有需要您判断的错误', findings);
  const after = yaml.split('\n');
  return { file: fixed, lines: before.split('\n').filter((line, index) => line !== after[index]).length };
}

/** The text in its canonical layout with its comments; undefined where that would not mean the same. */
function layOutAnew(file: SourceFile, format: Format): string | undefined {
  const range = format.yaml(file);
  if (range === undefined) return undefined;
  const yaml = file.text.slice(range.start, range.end);
  const canonical = format.write(file, range);
  if (canonical === undefined) return undefined;
  // Most files are as they should be, and then there is nothing to compare.
  if (canonical === yaml) return file.text;
  const placed = placeComments(canonical, readComments(yaml), format.schema);
  if (placed === undefined) return undefined;
  const text = `${file.text.slice(0, range.start)}${placed}${file.text.slice(range.end)}`;
  const ignore = () => undefined;
  const same =
    isDeepStrictEqual(format.read({ path: file.path, text }, ignore), format.read(file, ignore)) &&
    isDeepStrictEqual(commentTexts(placed), commentTexts(yaml));
  return same ? text : undefined;
}
