import { diffArrays } from 'diff';
import type { DepartmentFolder } from '../../files/read-content.ts';
import type { ProjectEntry } from '../../files/read-project.ts';
import type { Range, SourceFile } from '../../files/source-file.ts';
import { formatPath, type ValuePath } from '../../files/value-path.ts';
import { keyAt, nearestRange, treeAt, type YamlTree } from '../../files/yaml-tree.ts';
import type { Project } from '../../model/project.ts';
import { LABELS as L } from '../../model/terms.ts';
import { compareProjects, type Difference } from '../../files/compare-projects.ts';
import { tidy, type Paragraph } from '../grid/grid.ts';
import { isSame } from '../keep-corrected.ts';
import { numberProjects } from '../number-projects.ts';
import { originOf, type ImportedDepartment } from '../read-document.ts';
import { readOverallGoals } from '../read-overall-goals.ts';

/** One thing that an official document and the content say differently. */
export interface SourceDifference {
  /** What it is, in the form's words, with the project's name. */
  readonly label: string;
  /** What the document says; undefined where it has no such thing. */
  readonly inDocument: string | undefined;
  /** Where it says it, or what is nearest to that. */
  readonly origin: string;
  /** What the content says; undefined where it has no such thing. */
  readonly inContent: string | undefined;
  readonly file: SourceFile;
  readonly range: Range;
  /** Whether it is a whole project that the content does not have. */
  readonly isMissingProject?: true;
  /** The project, and the place of the value as 核对说明 names it. */
  readonly subject?: { readonly project: Project; readonly location: string };
}

/** How a department's content compares with a document. */
export interface DepartmentVerification {
  readonly differences: readonly SourceDifference[];
  /** How many values are officially corrected, and so differ from the document as they should. */
  readonly corrected: number;
  /** The places in the document of which all is told: what differs there, or was corrected. */
  readonly settledAt: ReadonlySet<string>;
  /** The projects of the content that the document has, by their records. */
  readonly seen: ReadonlySet<string>;
  /** The projects of the document that the content does not have. */
  readonly missing: readonly Project[];
}

/**
 * Compares what a document says of a department with the content, both ways but for projects that the document does
 * not have at all: other documents may have them.
 *
 * @param version the department's projects as the document should have them.
 * @param introduction the paragraphs before the document's first form, for the department whose they are.
 */
export function verifyDepartment(
  document: ImportedDepartment,
  folder: DepartmentFolder,
  version: readonly ProjectEntry[],
  introduction: readonly Paragraph[],
): DepartmentVerification {
  const seen = new Set<string>();
  const missing: Project[] = [];
  const settledAt = new Set<string>();
  let corrected = 0;
  const head = fileOfFolder(folder);
  const differences: SourceDifference[] = [
    ...verifyHead(document, folder),
    ...verifyGoals(introduction, folder),
  ];
  const entries = version.map((entry) => ({ ...entry, record: entry.project.record }));
  // It may be another version of the one document that the content comes from.
  const isKnown = (folder.entry?.department.source.files ?? []).length <= 1;
  const numbered = numberProjects([document], entries, isKnown).documents.flat();
  for (const [place, { project, theirs: entry }] of numbered.entries()) {
    const { record } = document.projects[place] ?? project;
    const origin = (path: ValuePath) => originOf(document, record, path);
    if (entry === undefined) {
      missing.push(project);
      const label = `项目“${project.name}”`;
      differences.push({
        label,
        inDocument: project.name,
        origin: origin([L.name]),
        inContent: undefined,
        isMissingProject: true,
        ...head,
      });
      continue;
    }
    seen.add(entry.project.record);
    for (const difference of compareProjects(project, entry.project)) {
      if (isWhiteSpace(difference)) continue;
      const place = origin(difference.pathBefore);
      settledAt.add(place);
      for (const origin of originsOfRow(document, record, difference.pathBefore)) settledAt.add(origin);
      if (isCorrected(difference, entry.project)) corrected += 1;
      else differences.push(inProject(difference, place, entry));
    }
  }
  return { differences, corrected, settledAt, seen, missing };
}

/** Where the cells of a row stand, where a path names a whole row. */
function originsOfRow({ forms }: ImportedDepartment, record: string, path: ValuePath): readonly string[] {
  const [field, category, place, ...rest] = path;
  if (field !== L.indicators || rest.length > 0) return [];
  const rows = forms.get(record)?.rows.filter((row) => row.category === category) ?? [];
  return Object.values(rows[Number(place)]?.origins ?? {});
}

/** What the format takes off is no difference. */
function isWhiteSpace({ before, after }: Difference): boolean {
  return before !== undefined && after !== undefined && tidy(before) === tidy(after);
}

function isCorrected({ before, after, pathAfter }: Difference, { corrections }: Project): boolean {
  const location = formatPath(pathAfter);
  return (
    after !== undefined &&
    corrections.some((one) => one.location === location && isSame(before ?? '', one.originalValue))
  );
}

function inProject(
  { label, before, after, pathAfter }: Difference,
  origin: string,
  { project, file, tree }: ProjectEntry,
): SourceDifference {
  const location = formatPath(pathAfter);
  return {
    label: `${project.name}，${label}`,
    ...{ inDocument: before, origin, inContent: after, file, range: rangeAt(tree, pathAfter) },
    ...(after === undefined ? {} : { subject: { project, location } }),
  };
}

/** The range of a value; of its key where the value is blank; of what is nearest where it is left out. */
export function rangeAt(tree: YamlTree, path: ValuePath): Range {
  const range = treeAt(tree, path)?.range;
  const isBlank = range !== undefined && range.start === range.end;
  return (isBlank ? keyAt(tree, path) : range) ?? nearestRange(tree, path);
}

export function fileOfFolder({ entry, path }: DepartmentFolder): { file: SourceFile; range: Range } {
  return { file: entry?.file ?? { path, text: '' }, range: { start: 0, end: 0 } };
}

function verifyHead(document: ImportedDepartment, folder: DepartmentFolder): readonly SourceDifference[] {
  const { entry } = folder;
  if (entry === undefined) return [];
  const { department, file, tree } = entry;
  const [first] = document.projects;
  const origin = first === undefined ? '' : originOf(document, first.record, [L.departmentName]);
  const fields = [
    [L.departmentName, document.name, department.name],
    [L.unit, document.unit, department.unit],
  ] as const;
  return fields.flatMap(([label, inDocument, inContent]) =>
    inDocument === inContent.replace(/\s+/g, '')
      ? []
      : [{ label, inDocument, origin, inContent, file, range: rangeAt(tree, [label]) }],
  );
}

/** The department's goals line by line; an editor may write them where the document has none. */
function verifyGoals(
  introduction: readonly Paragraph[],
  { entry }: DepartmentFolder,
): readonly SourceDifference[] {
  const stated = introduction.filter((paragraph) => readOverallGoals([paragraph]) !== '');
  if (entry === undefined || stated.length === 0) return [];
  const { file, body, department } = entry;
  const lines = department.overallGoals.split('\n').filter((line) => line.trim() !== '');
  let next = 0;
  return diffArrays(
    stated.map((paragraph) => readOverallGoals([paragraph])),
    lines,
  ).flatMap(({ value, added, removed }): readonly SourceDifference[] => {
    const origins = added ? [] : stated.slice(next, (next += value.length)).map(({ origin }) => origin);
    if (!added && !removed) return [];
    return value.map((line, place) => {
      const start = added ? Math.max(file.text.indexOf(line, body.start), body.start) : body.start;
      return {
        label: '部门整体绩效目标',
        ...{ inDocument: removed ? line : undefined, origin: origins[place] ?? '' },
        ...{ inContent: added ? line : undefined, file },
        range: { start, end: start + (added ? line.length : 0) },
      };
    });
  });
}
