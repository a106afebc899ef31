import { decode } from '../decode.ts';
import type { Finding } from '../finding.ts';
import { displayPath, readContentBytes, readContentFile } from '../read-file.ts';
import { FORMATS, type FormatName } from './formats.ts';
import { mendText } from './mend-text.ts';

/** What mending a file comes to. Nothing is written yet. */
export type MendedFile =
  | { readonly kind: 'good'; readonly path: string }
  | {
      readonly kind: 'mended';
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

/** Reads a content file and mends what needs no judgement; what remains is left whole, byte for byte. */
export async function mendFile(path: string, name: FormatName): Promise<MendedFile> {
  const format = FORMATS[name];
  const findings: Finding[] = [];
  const bytes = await readContentBytes(path, (finding) => findings.push(finding));
  const decoded = bytes === undefined ? undefined : decode(bytes);
  if (decoded === undefined) return leftFile(path, name, '读不出文字');
  const before = decoded.text.replaceAll('\r\n', '\n');
  const mended = mendText({ path: displayPath(path), text: before }, format);
  if (mended.kind === 'left') return leftFile(path, name, mended.reason);
  const done = [
    ...(decoded.encoding === 'UTF-8' ? [] : [`由${decoded.encoding}改为UTF-8`]),
    ...(decoded.marked ? ['去掉开头的字节顺序标记（BOM）'] : []),
    ...(before === decoded.text ? [] : ['换行统一为LF']),
    ...mended.done,
  ];
  return done.length === 0
    ? { kind: 'good', path }
    : { kind: 'mended', path, before, after: mended.text, done };
}

async function leftFile(path: string, name: FormatName, reason: string): Promise<MendedFile> {
  const findings: Finding[] = [];
  const report = (finding: Finding) => findings.push(finding);
  const file = await readContentFile(path, report);
  if (file !== undefined) FORMATS[name].read(file, report);
  return { kind: 'left', path, reason, findings };
}
