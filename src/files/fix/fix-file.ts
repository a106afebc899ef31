import { decode } from '../decode.ts';
import type { Finding } from '../finding.ts';
import { displayPath, readContentBytes, readContentFile } from '../read-file.ts';
import { FORMATS, type FormatName } from './formats.ts';
import { fixText } from './fix-text.ts';

/** What fixing a file comes to. Nothing is written yet. */
export type FixedFile =
  | { readonly kind: 'good'; readonly path: string }
  | {
      readonly kind: 'fixed';
      readonly path: string;
      /** As it stands, decoded and with LF, and as it should be. */
      readonly before: string;
      readonly after: string;
      /** What was done, a few words each. */
      readonly done: readonly string[];
    }
  | {
      readonly kind: 'left';
      readonly path: string;
      readonly reason: string;
      /** What `check` says of the file. */
      readonly findings: readonly Finding[];
    };

/** Reads a content file and fixes what needs no judgement; what remains is left whole, byte for byte. */
export function fixFile(path: string, name: FormatName): FixedFile {
  const format = FORMATS[name];
  const findings: Finding[] = [];
  const bytes = readContentBytes(path, (finding) => findings.push(finding));
  const decoded = bytes === undefined ? undefined : decode(bytes);
  if (decoded === undefined) return leftFile(path, name, '读不出文字');
  const before = decoded.text.replaceAll('\r\n', '\n');
  const fixed = fixText({ path: displayPath(path), text: before }, format);
  if (fixed.kind === 'left') return leftFile(path, name, fixed.reason);
  const done = [
    ...(decoded.encoding === 'UTF-8' ? [] : [`由${decoded.encoding}改为UTF-8`]),
    ...(decoded.marked ? ['去掉开头的字节顺序标记（BOM）'] : []),
    ...(before === decoded.text ? [] : ['换行统一为LF']),
    ...fixed.done,
  ];
  return done.length === 0
    ? { kind: 'good', path }
    : { kind: 'fixed', path, before, after: fixed.text, done };
}

function leftFile(path: string, name: FormatName, reason: string): FixedFile {
  const findings: Finding[] = [];
  const report = (finding: Finding) => findings.push(finding);
  const file = readContentFile(path, report);
  if (file !== undefined) FORMATS[name].read(file, report);
  return { kind: 'left', path, reason, findings };
}
