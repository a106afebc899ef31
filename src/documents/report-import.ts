import { isDeepStrictEqual } from 'node:util';
import { diffArrays } from 'diff';
import type { Finding } from '../files/finding.ts';
import { findingRecord, type FindingRecord } from '../files/format-findings.ts';
import { displayPath } from '../files/read-file.ts';
import { add, parseDecimal, toText, ZERO } from '../model/decimal.ts';
import { certainFigures } from '../model/money.ts';
import { compareProjects } from '../files/compare-projects.ts';
import type { Project } from '../model/project.ts';
import { EVALUATION_LABELS as E, LABELS as L } from '../model/terms.ts';
import { NOT_STATED } from '../model/stated.ts';
import type { ReadDocument, PlannedImport } from './import-documents.ts';
import type { DepartmentHead } from './merge-files.ts';
import type { SkippedFile } from './open/find-documents.ts';
import type { PlannedFile } from './plan-import.ts';
import type { DepartmentRead } from './read-document.ts';
import { unknownLabels, type UnknownLabel } from './unknown-labels.ts';

/** One field of a file that would change; null where it has no such row, goal or box. */
export interface ReportedChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ReportedFile {
  readonly file: string;
  /** The project's name; '' for another file. */
  readonly name: string;
  readonly status: PlannedFile['status'];
  readonly written: boolean;
  readonly changes: readonly ReportedChange[];
  readonly lostComments: readonly string[];
  readonly lostNotes: readonly string[];
}

interface ReportedPlace {
  readonly place: string;
  readonly message: string;
}

/** What was read of a department: of one document, or of all together. */
export interface ReportedDepartment {
  readonly year: number;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly layouts: readonly string[];
  readonly projects: number;
  readonly indicators: number;
  /** The sum of the budgets that are stated, in the department's unit, and how many are not. */
  readonly budget: string;
  readonly withoutBudget: number;
}

export interface ReportedDocument {
  readonly file: string;
  readonly kind: string;
  readonly departments: readonly ReportedDepartment[];
  readonly notes: readonly ReportedPlace[];
  readonly lost: readonly ReportedPlace[];
  readonly leftOut: readonly { readonly place: string; readonly text: string; readonly reason: string }[];
  readonly unknownLabels: readonly UnknownLabel[];
}

/** What an import would do, as data: what `--format json` prints and people are told in words. */
export interface ImportReport {
  readonly documents: readonly ReportedDocument[];
  /** The files of folders that are no documents, and files that programs write beside them. */
  readonly skipped: readonly SkippedFile[];
  /** What all documents say together. */
  readonly departments: readonly ReportedDepartment[];
  readonly files: readonly ReportedFile[];
  /** Projects that have a file and do not stand in the documents; nothing is deleted. */
  readonly absent: readonly { readonly file: string; readonly name: string }[];
  readonly checks: {
    readonly errors: number;
    readonly warnings: number;
    readonly information: number;
    readonly findings: readonly FindingRecord[];
  };
}

/** Makes the report of a planned import. */
export function reportImport(
  { documents, departments, files, toWrite, findings }: PlannedImport,
  skipped: readonly SkippedFile[] = [],
): ImportReport {
  const written = new Set(toWrite);
  const count = (severity: Finding['severity']) => findings.filter((one) => one.severity === severity).length;
  return {
    documents: documents.map(reportDocument),
    skipped,
    departments: departments.map(({ department }) => reportDepartment(department)),
    files: files.map((file) => reportFile(file, written.has(file))),
    absent: departments
      .flatMap(({ absent }) => absent)
      .map(({ path, name }) => ({ file: displayPath(path), name })),
    checks: {
      errors: count('error'),
      warnings: count('warning'),
      information: count('information'),
      findings: findings.map(findingRecord),
    },
  };
}

const places = (all: ReadDocument['notes']): readonly ReportedPlace[] =>
  all.map(({ origin, message }) => ({ place: origin, message }));

function reportDocument({ path, kind, departments, notes, lost, leftOut }: ReadDocument): ReportedDocument {
  return {
    file: path,
    kind,
    departments: departments.map(reportDepartment),
    notes: places(notes),
    lost: places(lost),
    leftOut: leftOut.map(({ origin, text, reason }) => ({ place: origin, text, reason })),
    unknownLabels: unknownLabels(departments.flatMap(({ projects }) => projects)),
  };
}

function reportDepartment({ year, code, name, unit, layouts, projects }: DepartmentRead): ReportedDepartment {
  const amounts = projects.map(({ budget }) => parseDecimal(certainFigures(budget.total.text)));
  const sum = amounts.reduce((total, one) => add(total ?? ZERO, one ?? ZERO), ZERO) ?? ZERO;
  return {
    ...{ year, code, name, unit, layouts, projects: projects.length },
    indicators: projects.reduce((all, { indicators }) => all + indicators.length, 0),
    budget: toText(sum),
    withoutBudget: amounts.filter((one) => one === undefined).length,
  };
}

function reportFile({ path, status, project, department }: PlannedFile, written: boolean): ReportedFile {
  const { lostComments = [], lostNotes = [] } = project ?? department ?? {};
  const { before } = project ?? {};
  const evaluation = before && project && evaluationChange(before, project.after);
  const changes =
    project !== undefined && before !== undefined
      ? compareProjects(before, project.after)
      : department?.before === undefined
        ? []
        : compareHeads(department.before, department.after);
  return {
    ...{ file: displayPath(path), name: project?.after.name ?? '', status, written, lostComments, lostNotes },
    changes: [
      ...changes.map((change) => ({
        field: change.label,
        before: change.before ?? null,
        after: change.after ?? null,
      })),
      ...(evaluation === undefined ? [] : [evaluation]),
    ],
  };
}

/** A self-evaluation that is new, or another than before, in a few words. */
function evaluationChange(before: Project, after: Project): ReportedChange | undefined {
  if (isDeepStrictEqual(before.evaluation, after.evaluation)) return undefined;
  const said = ({ evaluation }: Project) =>
    evaluation === undefined
      ? null
      : `${String(evaluation.results.length)}项结果，${E.spent}${evaluation.spent.text || NOT_STATED}，${E.total}${evaluation.total.text || NOT_STATED}`;
  return { field: L.evaluation, before: said(before), after: said(after) };
}

interface Change {
  readonly label: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

const adjustmentWords = ({ adjustments = [] }: DepartmentHead): string =>
  adjustments
    .map(({ date, files, added }) =>
      [date, ...files, ...(added.length === 0 ? [] : [`${L.addedProjects}${added.join('、')}`])].join('，'),
    )
    .join('；');

/** What `department.md` says otherwise: its fields, and its goals line by line. */
function compareHeads(before: DepartmentHead, after: DepartmentHead): readonly Change[] {
  const fields = [
    [L.departmentName, before.name, after.name],
    [L.year, String(before.year), String(after.year)],
    [L.unit, before.unit, after.unit],
    [L.adjustments, adjustmentWords(before), adjustmentWords(after)],
    [`${L.source}的${L.file}`, before.source.files.join('、'), after.source.files.join('、')],
  ] as const;
  const lines = diffArrays(before.overallGoals.split('\n'), after.overallGoals.split('\n')).flatMap(
    ({ value, added, removed }): readonly Change[] =>
      added || removed
        ? value
            .filter((line) => line !== '')
            .map((line) => ({
              label: '部门整体绩效目标',
              before: removed ? line : undefined,
              after: added ? line : undefined,
            }))
        : [],
  );
  return [...fields.flatMap(([label, a, b]) => (a === b ? [] : [{ label, before: a, after: b }])), ...lines];
}
