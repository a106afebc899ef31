import { type Finding, type Severity, sortFindings } from './finding.ts';
import { printable } from './printable.ts';
import { linesAt, placeOf } from './source-file.ts';

export type FindingFormat = 'text' | 'json' | 'github';

export const SEVERITY_NAMES: Record<Severity, string> = {
  error: '错误',
  warning: '警告',
  information: '提示',
};
const COLOURS: Record<Severity, string> = {
  error: '\u001b[31m',
  warning: '\u001b[33m',
  information: '\u001b[36m',
};
const RESET = '\u001b[0m';

/** The longest excerpt line shown, in terminal cells; longer lines are cut around the value. */
const EXCERPT_WIDTH = 100;

/** Prints findings, sorted: for people (`text`), programs (`json`), or pull requests (`github`). */
export function formatFindings(
  findings: readonly Finding[],
  format: FindingFormat,
  { colour = false }: { readonly colour?: boolean } = {},
): string {
  const sorted = sortFindings(findings);
  switch (format) {
    case 'json':
      return `${JSON.stringify(sorted.map(toRecord), undefined, 2)}\n`;
    case 'github':
      return sorted.map(toAnnotation).join('');
    case 'text':
      return [...sorted.map((finding) => toText(finding, colour)), countLine(sorted)].join('\n');
  }
}

/** A finding as a program reads it: lines and columns from 1, columns in code points, the end exclusive. */
function toRecord({ file, range, severity, rule, message, hint, value }: Finding) {
  const start = placeOf(file.text, range.start);
  const end = placeOf(file.text, range.end);
  return {
    file: file.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    severity,
    rule,
    message,
    hint: hint ?? null,
    value: value ?? null,
  };
}

function toAnnotation(finding: Finding): string {
  const { file, line, column, endLine, endColumn, severity, rule, message, hint } = toRecord(finding);
  const level = { error: 'error', warning: 'warning', information: 'notice' }[severity];
  const property = (text: string | number) =>
    escapeCommand(String(text)).replace(/[:,]/g, encodeURIComponent);
  const properties = `file=${property(file)},line=${line},col=${column},endLine=${endLine},endColumn=${endColumn},title=${property(rule)}`;
  const body = hint === null ? message : `${message}\n提示：${hint}`;
  return `::${level} ${properties}::${escapeCommand(body)}\n`;
}

function escapeCommand(text: string): string {
  return text.replace(/[%\r\n]/g, encodeURIComponent);
}

function toText(finding: Finding, colour: boolean): string {
  const { file, range, severity, rule, message, hint, explanation } = finding;
  const { line, column } = placeOf(file.text, range.start);
  const name = colour ? `${COLOURS[severity]}${SEVERITY_NAMES[severity]}${RESET}` : SEVERITY_NAMES[severity];
  const lines = [`${printable(file.path)}:${line}:${column} ${name} ${rule}`, `  ${printable(message)}`];
  lines.push(...excerpt(finding, line));
  if (explanation !== undefined) lines.push(`  已说明：${printable(explanation)}`);
  else if (hint !== undefined) lines.push(`  提示：${printable(hint)}`);
  return `${lines.join('\n')}\n`;
}

/** The line before, the line itself, and carets under the value. */
function excerpt({ file, range }: Finding, line: number): readonly string[] {
  if (file.text === '') return [];
  const { lineBefore, before, value, after } = linesAt(file.text, range);
  const width = String(line).length;
  const focus = cellWidth(printable(before));
  const view = cut(printable(`${before}${value}${after}`), focus);
  const carets = '^'.repeat(Math.max(1, Math.min(cellWidth(printable(value)), EXCERPT_WIDTH)));
  return [
    ...(lineBefore === undefined ? [] : [numbered(line - 1, width, cut(printable(lineBefore), 0).text)]),
    numbered(line, width, view.text),
    `  ${' '.repeat(width)} | ${' '.repeat(Math.max(0, focus - view.skipped))}${carets}`,
  ];
}

function numbered(line: number, width: number, text: string): string {
  return `  ${String(line).padStart(width)} | ${text}`.trimEnd();
}

/** Cuts a long line so that the cell `focus` stays in view. */
function cut(text: string, focus: number): { readonly text: string; readonly skipped: number } {
  if (cellWidth(text) <= EXCERPT_WIDTH) return { text, skipped: 0 };
  const start = Math.max(0, focus - 40);
  let [skipped, shown, cells] = [0, '', 0];
  for (const character of text) {
    const width = cellWidth(character);
    if (skipped + width <= start) skipped += width;
    else if (cells + width <= EXCERPT_WIDTH) {
      shown += character;
      cells += width;
    } else break;
  }
  return { text: shown, skipped };
}

/** How many terminal cells a text takes: two for Chinese and full-width characters. */
export function cellWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mark}/u.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}“”‘’—…≥≤×]/u;

function countLine(findings: readonly Finding[]): string {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  if (findings.length === 0) return '没有发现问题。\n';
  const explained = findings.filter(({ explanation }) => explanation !== undefined).length;
  const answered = explained === 0 ? '' : `（其中 ${explained} 个已说明）`;
  return `共 ${count('error')} 个错误、${count('warning')} 个警告${answered}、${count('information')} 条提示。\n`;
}
