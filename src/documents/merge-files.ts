import type { Report } from '../files/finding.ts';
import { splitFrontMatter } from '../files/front-matter.ts';
import { readDepartment, type DepartmentEntry } from '../files/read-department.ts';
import { readProject } from '../files/read-project.ts';
import { writeDepartment } from '../files/write-department.ts';
import { writeProject } from '../files/write-project.ts';
import type { Range } from '../files/source-file.ts';
import type { Project } from '../model/project.ts';
import { keepComments } from './keep-comments.ts';
import { keepCorrected } from './keep-corrected.ts';
import type { ImportedDepartment } from './read-document.ts';

/** A file of the content as an import would have it. */
export interface MergedFile {
  readonly text: string;
  /** The comments of the file that stands there which are not in it, each with its `#`. */
  readonly lostComments: readonly string[];
}

/**
 * A project as its file, with what editors added to the file that is there: 核对说明, 更正, 上年项目编码, 领域
 * and, where they can be placed, comments.
 *
 * @returns undefined where the file that is there cannot be read.
 */
export function mergeProject(
  imported: Project,
  existing: string | undefined,
  department: ImportedDepartment,
): MergedFile | undefined {
  const { year, code: departmentCode, unit } = department;
  const context = { year, departmentCode, unit, record: imported.record };
  const read = (text: string) => readProject({ path: '', text }, context, ignore)?.project;
  const whole = { start: 0, end: existing?.length ?? 0 };
  return merge(
    imported,
    existing,
    whole,
    read,
    writeProject,
    ({ explanations, corrections, previousCode, area }) => {
      const corrected = read(keepCorrected(writeProject(imported), existing ?? '', corrections)) ?? imported;
      return { ...corrected, explanations, corrections, previousCode, area };
    },
  );
}

/**
 * A department as its `department.md`, with what no official document holds and editors added to the file that
 * is there: telephone, address, and of the source its title, address, date and approval. Goals stay where the
 * document has none for this department.
 *
 * @returns undefined where the file that is there cannot be read.
 */
export function mergeDepartment(
  imported: ImportedDepartment,
  existing: string | undefined,
): MergedFile | undefined {
  const read = (text: string) => readDepartment({ path: '', text }, ignore)?.department;
  const yaml =
    existing === undefined ? undefined : splitFrontMatter({ path: '', text: existing }, ignore)?.yaml;
  return merge<DepartmentEntry['department']>(imported, existing, yaml, read, writeDepartment, (theirs) => ({
    ...imported,
    source: { ...theirs.source, file: imported.source.file },
    telephone: theirs.telephone,
    postalAddress: theirs.postalAddress,
    overallGoals: imported.overallGoals || theirs.overallGoals,
  }));
}

const ignore: Report = () => undefined;

/**
 * What is imported as its file, joined with what the file that is there says. Only lines that differ in meaning change.
 *
 * @param yaml the part of the file that is there in which comments can stand.
 */
function merge<Value>(
  imported: Value,
  existing: string | undefined,
  yaml: Range | undefined,
  read: (text: string) => Value | undefined,
  write: (value: Value) => string,
  join: (theirs: Value) => Value,
): MergedFile | undefined {
  if (existing === undefined) return { text: write(imported), lostComments: [] };
  const theirs = read(existing);
  if (theirs === undefined || yaml === undefined) return undefined;
  const [before, after] = [write(theirs), write(join(theirs))];
  if (before === after) return { text: existing, lostComments: [] };
  const canonical = (text: string) => {
    const changed = read(text);
    return changed && write(changed);
  };
  return keepComments(existing, yaml, before, after, canonical);
}
