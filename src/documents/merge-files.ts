import { applyPatch, structuredPatch } from 'diff';
import type { Report } from '../files/finding.ts';
import { commentTexts } from '../files/fix/comments.ts';
import { splitFrontMatter } from '../files/front-matter.ts';
import { readDepartment } from '../files/read-department.ts';
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

const ignore: Report = () => undefined;

/**
 * A project as its file, with what editors added to the file that is there: 核对说明, 更正, 上年项目编码 and,
 * where they can be placed, comments.
 *
 * @returns undefined where the file that is there cannot be read.
 */
export function mergeProject(
  imported: Project,
  existing: string | undefined,
  department: ImportedDepartment,
): MergedFile | undefined {
  if (existing === undefined) return { text: writeProject(imported), losesComments: false };
  const { year, code: departmentCode, unit } = department;
  const context = { year, departmentCode, unit, record: imported.record };
  const read = (text: string) => readProject({ path: '', text }, context, ignore)?.project;
  const project = read(existing);
  if (project === undefined) return undefined;
  const { explanations, corrections, previousCode } = project;
  const corrected = read(keepCorrected(writeProject(imported), existing, corrections)) ?? imported;
  const after = writeProject({ ...corrected, explanations, corrections, previousCode });
  return merge(existing, existing, writeProject(project), after, (text) => {
    const changed = read(text);
    return changed === undefined ? undefined : writeProject(changed);
  });
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
  if (existing === undefined) return { text: writeDepartment(imported), losesComments: false };
  const read = (text: string) => readDepartment({ path: '', text }, ignore)?.department;
  const department = read(existing);
  if (department === undefined) return undefined;
  const { source, telephone, postalAddress, overallGoals } = department;
  const after = writeDepartment({
    ...imported,
    source: { ...source, file: imported.source.file },
    telephone,
    postalAddress,
    overallGoals: imported.overallGoals === '' ? overallGoals : imported.overallGoals,
  });
  const yaml = splitFrontMatter({ path: '', text: existing }, ignore)?.yaml;
  const front = existing.slice(yaml?.start, yaml?.end);
  return merge(existing, front, writeDepartment(department), after, (text) => {
    const changed = read(text);
    return changed === undefined ? undefined : writeDepartment(changed);
  });
}

function merge(
  existing: string,
  yaml: string,
  before: string,
  after: string,
  canonical: (text: string) => string | undefined,
): MergedFile {
  if (commentTexts(yaml).length === 0) return { text: after, losesComments: false };
  const kept = keepComments(existing, before, after, canonical);
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
