import { printable } from '../files/printable.ts';
import type { Finding } from '../files/finding.ts';
import { formatFindings, type FindingFormat } from '../files/format-findings.ts';
import { IMPORT_PATH } from '../import-page/import-page.ts';

/** Writes findings to a stream, in colour where it is a terminal; those of `elsewhere` are counted. */
export function reportFindings(
  findings: readonly Finding[],
  stream: NodeJS.WriteStream,
  format: FindingFormat = 'text',
  elsewhere: readonly Finding[] = [],
): void {
  const colour = stream.isTTY && process.env.NO_COLOR === undefined;
  stream.write(formatFindings(findings, format, { colour, elsewhere }));
}

/** Says what long work is at: on a terminal only, so that a pipe or a log file gets nothing but results. */
export function logProgress(message: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${printable(message)}\n`);
}

/** Says at once what may go wrong. */
export function logWarning(message: string): void {
  process.stderr.write(`${printable(message)}\n`);
}

/** Says where documents can be imported in the browser, beside the one address on standard output. */
export function noteImportPage(siteUrl: string): void {
  process.stderr.write(`导入官方文件：${siteUrl}${IMPORT_PATH}\n`);
}
