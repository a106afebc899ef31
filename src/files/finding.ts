import type { Project } from '../model/project.ts';
import type { Site } from '../model/site.ts';
import type { Range, SourceFile } from './source-file.ts';

/**
 * Error: cannot be published truthfully, stops the build. Warning: published as it stands, with a note.
 * Information: worth knowing and no fault.
 */
export type Severity = 'error' | 'warning' | 'information';

/** What people call each, gravest first. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  information: '提示',
};

/** Something the reader or a rule found, at a place in a file. */
export interface Finding {
  readonly file: SourceFile;
  readonly range: Range;
  readonly severity: Severity;
  /** Permanent id of the rule, for example `plan/range`. */
  readonly rule: string;
  /** What is wrong, in the words of the form. */
  readonly message: string;
  /** What to do, with the corrected text where one can be derived. */
  readonly hint?: string;
  /** The value in question, as written. */
  readonly value?: string;
  /** The project whose value it is, and the path of the value as 核对说明 names it. */
  readonly subject?: { readonly project: Project; readonly location: string };
  /** The editor's public answer in 核对说明, where there is one; the warning is then explained. */
  readonly explanation?: string;
}

/** What a rule could not judge of a project, because the document does not state what it compares. */
export interface Unjudged {
  /** The rule's id. */
  readonly rule: string;
  readonly project: Project;
  /** Why, in a few words: 预算数未列. */
  readonly reason: string;
}

/** What pages show: the content, and what the checks say of it. */
export interface Published {
  readonly site: Site;
  readonly findings: readonly Finding[];
  readonly unjudged: readonly Unjudged[];
}

/** Takes findings as they are made; a reader or rule reports and goes on. */
export type Report = (finding: Finding) => void;

/** Findings sorted by file, then by position, then by rule: the order in which all output has them. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      compareText(a.file.path, b.file.path) || a.range.start - b.range.start || compareText(a.rule, b.rule),
  );
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/** Compares by code units: the same order on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
