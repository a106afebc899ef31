import type { Finding } from '../files/finding.ts';
import { formatFindings, type FindingFormat } from '../files/format-findings.ts';

/** Writes findings to a stream, in colour where it is a terminal. */
export function reportFindings(
  findings: readonly Finding[],
  stream: NodeJS.WriteStream,
  format: FindingFormat = 'text',
): void {
  stream.write(
    formatFindings(findings, format, { colour: stream.isTTY && process.env.NO_COLOR === undefined }),
  );
}

/** Says what long work is at: on a terminal only, so that a pipe or a log file gets nothing but results. */
export function logProgress(message: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${message}\n`);
}
