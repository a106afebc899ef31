import { SEVERITY_NAMES, type Finding, type Severity, sortFindings } from './finding.ts';
import { groupFindings } from './group-findings.ts';
import { printable, printableLine } from './printable.ts';
import { linesAt, placeOf } from './source-file.ts';

export type FindingFormat = 'text' | 'json' | 'github';

const COLOURS: Record<Severity, string> = {
  error: '\u001b[31m',
  warning: '\u001b[33m',
  information: '\u001b[36m',
};
const RESET = '\u001b[0m';

/** The longest excerpt line shown, in terminal cells; longer lines are cut around the value. */
const EXCERPT_WIDTH = 100;

/** How many places of one sentence are listed beside the first: of few all, of many some examples. */
const mostPlaces = (findings: number) => (findings <= 50 ? 50 : 5);

/**
 * Prints findings: for people (`text`: errors first, each sentence once with all its places), or by file and position
 * for programs (`json`) and pull requests (`github`).
 *
 * @param elsewhere findings that were not asked for: for people they are counted.
 */
export function formatFindings(
  findings: readonly Finding[],
  format: FindingFormat,
  {
    colour = false,
    elsewhere = [],
  }: { readonly colour?: boolean; readonly elsewhere?: readonly Finding[] } = {},
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(sortFindings(findings).map(findingRecord), undefined, 2)}\n`;
    case 'github':
      return sortFindings(findings).map(toAnnotation).join('');
    case 'text':
      return toText(findings, elsewhere, colour);
  }
}

function toText(findings: readonly Finding[], elsewhere: readonly Finding[], colour: boolean): string {
  const { groups, left } = groupFindings(findings);
  const omitted = [...left].map(([kind, count]) => {
    return `同类的${kind} 还有 ${count} 处，只是值不同，没有列出。要看全部，请一次只检查一个文件，或加 --format json。\n`;
  });
  return [
    ...groups.map(([first, ...others]) => `${oneInText(first, colour)}${placesOf(others)}`),
    ...omitted,
    `${elsewhere.length === 0 ? '' : `别的文件里的没有列出，也不算在结果里：${countLine(elsewhere)}`}${countLine(findings)}`,
  ].join('\n');
}

/** Where else the same is found. */
function placesOf(findings: readonly Finding[]): string {
  if (findings.length === 0) return '';
  const lines = findings.slice(0, mostPlaces(findings.length)).map(({ file, range, severity }) => {
    const { line, column } = placeOf(file.text, range.start);
    return `    ${printableLine(file.path)}:${line}:${column} 同样的${SEVERITY_NAMES[severity]}\n`;
  });
  const more = findings.length - lines.length;
  if (more > 0) lines.push(`    ……还有 ${more} 处\n`);
  return `  同样的共 ${findings.length + 1} 处，其余在：\n${lines.join('')}`;
}

/** A finding as a program reads it: lines and columns from 1, columns in code points, the end exclusive. */
export function findingRecord({ file, range, severity, rule, message, hint, value }: Finding) {
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

export type FindingRecord = ReturnType<typeof findingRecord>;

function toAnnotation(finding: Finding): string {
  const { file, line, column, endLine, endColumn, severity, rule, message, hint } = findingRecord(finding);
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

function oneInText(finding: Finding, colour: boolean): string {
  const { file, range, severity, rule, message, hint, explanation } = finding;
  const { line, column } = placeOf(file.text, range.start);
  const name = colour ? `${COLOURS[severity]}${SEVERITY_NAMES[severity]}${RESET}` : SEVERITY_NAMES[severity];
  const lines = [`${printableLine(file.path)}:${line}:${column} ${name} ${rule}`, `  ${printable(message)}`];
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
