import { SEVERITY_NAMES, type Finding } from '../../files/finding.ts';
import { printable } from '../../files/printable.ts';
import { linesAt, placeOf } from '../../files/source-file.ts';
import { projectId } from '../../model/project.ts';
import type { Excerpt, FindingView } from './message.ts';

/** How much of a line is shown on each side of the value, in UTF-16 units. */
const AROUND = 120;

/** A finding in the words of `npm run check`, for the page. */
export function toView(finding: Finding): FindingView {
  const { file, range, severity, rule, message, hint, explanation } = finding;
  const { line, column } = placeOf(file.text, range.start);
  return {
    place: `${printable(file.path)}:${line}:${column}`,
    severity,
    severityName: SEVERITY_NAMES[severity],
    rule,
    message: printable(message),
    excerpt: file.text === '' ? undefined : excerptOf(finding, line),
    hint: hint === undefined ? undefined : printable(hint),
    explanation: explanation === undefined ? undefined : printable(explanation),
    page: pageOf(finding),
  };
}

/** The page of the project concerned, below the base path. */
export function pageOf({ subject }: Finding): string | undefined {
  const project = subject?.project;
  return project && `${projectId(project)}/`;
}

/** The line before, and the line with the value in it; of a value over several lines the first. */
function excerptOf({ file, range }: Finding, line: number): Excerpt {
  const { lineBefore, before, value, after } = linesAt(file.text, range);
  return {
    line,
    lineBefore: lineBefore === undefined ? undefined : printable(keepStart(lineBefore.trimEnd())),
    before: printable(keepEnd(before)),
    value: printable(keepStart(value.trimEnd())),
    after: printable(keepStart(after.trimEnd())),
  };
}

function keepStart(text: string): string {
  return text.length <= AROUND ? text : `${text.slice(0, AROUND).replace(/[\ud800-\udbff]$/, '')}…`;
}

function keepEnd(text: string): string {
  return text.length <= AROUND ? text : `…${text.slice(-AROUND).replace(/^[\udc00-\udfff]/, '')}`;
}
