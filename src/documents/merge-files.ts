import { isDeepStrictEqual } from 'node:util';
import { markdownBlocks } from '../files/markdown.ts';
import type { Report } from '../files/finding.ts';
import { splitFrontMatter } from '../files/front-matter.ts';
import { readDepartment, type DepartmentEntry } from '../files/read-department.ts';
import { readProject } from '../files/read-project.ts';
import { writeDepartment } from '../files/write-department.ts';
import { valuesOf } from '../files/project-values.ts';
import { writeProject } from '../files/write-project.ts';
import type { Range } from '../files/source-file.ts';
import { LABELS as L } from '../model/terms.ts';
import { followNotes, pathsAfter } from './follow-notes.ts';
import { PROJECT_FIELDS } from '../model/form.ts';
import { formLayout, type FormCell } from '../model/form-layout.ts';
import type { Source } from '../model/department.ts';
import type { Evaluation } from '../model/evaluation.ts';
import type { Project } from '../model/project.ts';
import { labelWords } from './forms/labels.ts';
import { placeCells, tidy, type DocumentBody, type Table } from './grid/grid.ts';
import { keepComments } from './keep-comments.ts';
import { keepCorrected } from './keep-corrected.ts';
import { readDocument, type DepartmentRead } from './read-document.ts';
import { readOverallGoals } from './read-overall-goals.ts';

/** A file of the content as an import would have it. */
export interface MergedFile {
  readonly text: string;
  /** The comments of the file that stands there which are not in it, each with its `#`. */
  readonly lostComments: readonly string[];
}

/** A file as an import would have it, and what the one that stands there says. */
export interface Merged<Value> extends MergedFile {
  readonly before: Value | undefined;
  readonly after: Value;
  /** What an editor wrote of values that are gone: `核对说明“绩效指标.产出指标[3].指标值”`. */
  readonly lostNotes: readonly string[];
}

export type DepartmentHead = DepartmentEntry['department'];

/**
 * A project as its file, with what editors added to the file that is there: 上年项目编码, 变动说明, 撤销, 自评, 领域, 核对说明 and 更正 at the
 * places that their values have now, and, where they can be placed, comments.
 *
 * @param isAdjusted whether the document replaces an earlier one: notes on values that it changed stay with those.
 * @returns undefined where the file that is there cannot be read.
 */
export function mergeProject(
  imported: Project,
  existing: string | undefined,
  department: Pick<DepartmentRead, 'code' | 'name' | 'year' | 'unit'>,
  isAdjusted = false,
): Merged<Project> | undefined {
  const { year, code: departmentCode, unit } = department;
  const context = { year, departmentCode, unit, record: imported.record };
  const read = (text: string) => readProject({ path: '', text }, context, ignore)?.project;
  const whole = { start: 0, end: existing?.length ?? 0 };
  return merge(imported, existing, whole, read, writeProject, (theirs) => {
    const after = pathsAfter(theirs, imported);
    const corrections = followNotes(theirs.corrections, after);
    const explanations = followNotes(theirs.explanations, after);
    const corrected = keepCorrected(writeProject(imported), existing ?? '', theirs.corrections, after);
    const said = keepSaid(read(corrected) ?? imported, theirs, department);
    const isKept = isAdjusted ? sayTheSame(theirs, said) : () => true;
    const kept = <Note extends { readonly location: string }>(
      own: readonly Note[],
      notes: readonly Note[],
    ): readonly Note[] => notes.filter((note, place) => isKept(own[place]?.location, note.location));
    return {
      value: {
        ...said,
        explanations: kept(theirs.explanations, explanations.notes),
        corrections: kept(theirs.corrections, corrections.notes),
        previousCode: theirs.previousCode,
        changeReason: theirs.changeReason,
        withdrawal: theirs.withdrawal,
        evaluation: theirs.evaluation,
        area: theirs.area,
      },
      // Those of an adjusted project stay with the version before it.
      lostNotes: isAdjusted
        ? []
        : [
            ...explanations.lost.map(({ location }) => `${L.explanations}“${location}”`),
            ...corrections.lost.map(({ location }) => `${L.corrections}“${location}”`),
          ],
    };
  });
}

/** Whether what two records of a project say at two places is the same. */
function sayTheSame(before: Project, after: Project) {
  const [old, now] = [before, after].map(
    (project) => new Map(valuesOf(project).map(({ location, text }) => [location, text])),
  );
  return (location: string | undefined, place: string): boolean =>
    location !== undefined && old?.get(location) === now?.get(place);
}

/** A project's file with a self-evaluation, or another than it has; all else stays as it is. */
export function mergeEvaluation(
  evaluation: Evaluation,
  existing: string,
  context: Pick<Project, 'year' | 'departmentCode' | 'unit' | 'record'>,
): Merged<Project> | undefined {
  const read = (text: string) => readProject({ path: '', text }, context, ignore)?.project;
  const theirs = read(existing);
  const whole = { start: 0, end: existing.length };
  return (
    theirs &&
    merge(theirs, existing, whole, read, writeProject, () => ({
      value: { ...theirs, evaluation },
      lostNotes: [],
    }))
  );
}

/**
 * A project in which each field stands as the editor wrote it where the document says the same: where its form, read
 * as documents are, gives what was imported. So a figure in full width that an editor confirmed stays one.
 */
function keepSaid(
  imported: Project,
  theirs: Project,
  department: Pick<DepartmentRead, 'code' | 'name' | 'year' | 'unit'>,
): Project {
  const asRead = readOwnForm(theirs, department);
  const same = PROJECT_FIELDS.filter(({ name }) => isDeepStrictEqual(asRead?.[name], imported[name]));
  return { ...imported, ...Object.fromEntries(same.map(({ name }) => [name, theirs[name]])) };
}

/** What an import would read in a project's own form. */
function readOwnForm(
  project: Project,
  { year, code, name, unit }: Pick<DepartmentRead, 'code' | 'name' | 'year' | 'unit'>,
): Project | undefined {
  const { title, above, head, labels, groups } = formLayout(project, { code, name, unit });
  const table = (rows: readonly (readonly FormCell[])[]): Table => ({
    ...{ type: 'table', name: '', origin: '' },
    cells: placeCells(rows.map((row) => row.map((cell) => ({ ...cell, text: tidy(cell.text), origin: '' })))),
  });
  const body: DocumentBody = {
    blocks: [
      { type: 'paragraph', text: title, origin: '' },
      table([above, ...head]),
      table([labels, ...groups.flat()]),
    ],
    remarks: [],
    hasOwnForms: true,
  };
  const reading = readDocument(body, '', labelWords(), { year, department: code, unit });
  return 'departments' in reading ? reading.departments[0]?.projects[0] : undefined;
}

/**
 * A department as its `department.md`, with what no official document holds and editors added to the file that
 * is there: telephone, address, ended projects, and of the source its title, address, date and approval. Goals stay where the
 * document has none for this department.
 *
 * @param isWhole whether all projects of the content are in what is imported, so that it comes from no other document.
 * @returns undefined where the file that is there cannot be read.
 */
export function mergeDepartment(
  imported: DepartmentRead,
  existing: string | undefined,
  isWhole: boolean,
): Merged<DepartmentHead> | undefined {
  const yaml = existing === undefined ? undefined : yamlOf(existing);
  return merge<DepartmentHead>(imported, existing, yaml, readHead, writeDepartment, (theirs) => ({
    value: {
      ...imported,
      source: { ...theirs.source, files: filesAfter(imported.source, theirs.source, isWhole) },
      telephone: theirs.telephone,
      postalAddress: theirs.postalAddress,
      endedProjects: theirs.endedProjects,
      adjustments: theirs.adjustments ?? [],
      overallGoals: saysSame(theirs.overallGoals, imported.overallGoals)
        ? theirs.overallGoals
        : imported.overallGoals,
    },
    lostNotes: [],
  }));
}

/** A `department.md` without what only the place of its values is good for; undefined where it cannot be read. */
export const readHead = (text: string): DepartmentHead | undefined =>
  readDepartment({ path: '', text }, ignore)?.department;

/** The front matter of a `department.md`. */
export const yamlOf = (text: string): Range | undefined => splitFrontMatter({ path: '', text }, ignore)?.yaml;

/** The documents that the content comes from, in the order that the editor knows. */
function filesAfter(imported: Source, theirs: Source, isWhole: boolean): readonly string[] {
  if (imported.files.length === 0) return theirs.files;
  const kept = theirs.files.filter((file) => !isWhole || imported.files.includes(file));
  return [...new Set([...kept, ...imported.files])];
}

/** Whether the document has nothing to say of the goals, or what they say as written, in lists or bold. */
export function saysSame(theirs: string, imported: string): boolean {
  const paragraphs = markdownBlocks(theirs).map(({ marker, text }) => ({ text: tidy(marker + text) }));
  return imported === '' || readOverallGoals(paragraphs) === imported;
}

const ignore: Report = () => undefined;

/**
 * What is imported as its file, joined with what the file that is there says. Only lines that differ in meaning change.
 *
 * @param yaml the part of the file that is there in which comments can stand.
 */
export function merge<Value>(
  imported: Value,
  existing: string | undefined,
  yaml: Range | undefined,
  read: (text: string) => Value | undefined,
  write: (value: Value) => string,
  join: (theirs: Value) => { readonly value: Value; readonly lostNotes: readonly string[] },
): Merged<Value> | undefined {
  if (existing === undefined) {
    return { text: write(imported), lostComments: [], lostNotes: [], before: undefined, after: imported };
  }
  const theirs = read(existing);
  if (theirs === undefined || yaml === undefined) return undefined;
  const { value, lostNotes } = join(theirs);
  const said = { before: theirs, after: value, lostNotes };
  const [before, after] = [write(theirs), write(value)];
  if (before === after) return { text: existing, lostComments: [], ...said };
  const canonical = (text: string) => {
    const changed = read(text);
    return changed && write(changed);
  };
  return { ...keepComments(existing, yaml, before, after, canonical), ...said };
}
