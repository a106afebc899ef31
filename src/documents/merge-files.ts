import { applyPatch, structuredPatch } from 'diff';
import type { Report } from '../files/finding.ts';
import { commentTexts } from '../files/fix/comments.ts';
import { splitFrontMatter } from '../files/front-matter.ts';
import { readDepartment, type DepartmentEntry } from '../files/read-department.ts';
import { readProject } from '../files/read-project.ts';
import { writeDepartment } from '../files/write-department.ts';
import { writeProject } from '../files/write-project.ts';
import type { Project } from '../model/project.ts';
import { keepCorrected } from './keep-corrected.ts';
import type { ImportedDepartment } from './read-document.ts';

/** A file of the content as an import would have it. */
export interface MergedFile {
  readonly text: string;
  /** Whether comments of the file that stands there are not in it. */
  readonly losesComments: boolean;
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
  return merge(
    imported,
    existing,
    existing,
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
  const front = existing?.slice(yaml?.start, yaml?.end);
  return merge<DepartmentEntry['department']>(imported, existing, front, read, writeDepartment, (theirs) => ({
    ...imported,
    source: { ...theirs.source, file: imported.source.file },
    telephone: theirs.telephone,
    postalAddress: theirs.postalAddress,
    overallGoals: imported.overallGoals || theirs.overallGoals,
  }));
}

const ignore: Report = () => undefined;

/**
 * What is imported as its file, joined with what the file that is there says.
 *
 * @param yaml the part of the file that is there in which comments can stand.
 */
function merge<Value>(
  imported: Value,
  existing: string | undefined,
  yaml: string | undefined,
  read: (text: string) => Value | undefined,
  write: (value: Value) => string,
  join: (theirs: Value) => Value,
): MergedFile | undefined {
  if (existing === undefined) return { text: write(imported), losesComments: false };
  const theirs = read(existing);
  if (theirs === undefined) return undefined;
  const after = write(join(theirs));
  if (yaml === undefined || commentTexts(yaml).length === 0) return { text: after, losesComments: false };
  const kept = keepComments(existing, write(theirs), after, (text) => {
    const changed = read(text);
    return changed && write(changed);
  });
  return { text: kept ?? after, losesComments: kept === undefined };
}

/**
 * What an editor's file becomes where it is to say something else: only the lines that differ in meaning
 * change, so that comments and the editor's own layout stay.
 *
 * @param existing the file as it stands, perhaps with comments.
 * @param before what it says, as the canonical file would have it.
 * @param after what it is to say, as the canonical file has it.
 * @param canonical reads a file and gives the canonical one of the same meaning; undefined where it cannot.
 * @returns the file with its comments; undefined where they cannot be placed for certain.
 */
function keepComments(
  existing: string,
  before: string,
  after: string,
  canonical: (text: string) => string | undefined,
): string | undefined {
  const changed = applyPatch(existing, structuredPatch('', '', before, after, '', '', { context: 1 }), {
    fuzzFactor: 1,
  });
  // A changed line may have landed beside a line that reads alike: only the right meaning is taken.
  return changed !== false && canonical(changed) === after ? changed : undefined;
}
