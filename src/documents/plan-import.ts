import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { departmentFile, documentFile, earlierFile, projectFile } from '../files/layout.ts';
import { displayPath } from '../files/read-file.ts';
import { isDay } from '../files/text-formats.ts';
import { readProject } from '../files/read-project.ts';
import { UserError } from '../files/user-error.ts';
import { writeDepartment } from '../files/write-department.ts';
import type { Project } from '../model/project.ts';
import type { MoneyUnit } from '../model/money-unit.ts';
import type { JoinedDepartment } from './join-departments.ts';
import { adjustDepartment } from './adjust-department.ts';
import { mergeDepartment, mergeProject, readHead, type DepartmentHead, type Merged } from './merge-files.ts';
import { numberProjects, type Existing } from './number-projects.ts';
import type { DepartmentRead } from './read-document.ts';

/** One file that an import would write, and what stands there now. */
export interface PlannedFile {
  readonly path: string;
  readonly bytes: Buffer;
  /**
   * `extended` is what says all that the file there says, and names more official documents; `adjusted` what an
   * adjustment replaces, where what stands there is kept as the version before it.
   */
  readonly status: 'new' | 'same' | 'extended' | 'adjusted' | 'different';
  /** Where it is a project as it stood until an adjustment. */
  readonly earlier?: { readonly until: string; readonly record: string };
  /** What it says and what the file that stands there says; undefined for the official document. */
  readonly project?: Merged<Project>;
  readonly department?: Merged<DepartmentHead>;
}

/** What an import would do with a department's folder. */
export interface PlannedDepartment {
  readonly department: DepartmentRead;
  readonly files: readonly PlannedFile[];
  /** Projects that have a file and do not stand in the documents; nothing is deleted. */
  readonly absent: readonly { readonly path: string; readonly name: string }[];
  /** The unit of `department.md` as it stands there, where that is another. */
  readonly otherUnit: MoneyUnit | undefined;
}

/** An official document as it is kept in `sources/`. */
export interface KeptDocument {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/**
 * What importing a department would write below the content folder: its project files, `department.md` and
 * the documents themselves. Reads what is there and writes nothing.
 *
 * What editors add to these files and no document holds is taken over from the files that are there; that of a project
 * without a code from the file of its name, for its number may be another now.
 *
 * @param documents the official documents; what was read may be none.
 * @param adjustment the day of the adjustment of which the documents tell, where they tell of one: then what they
 *   replace is kept, and the rest of the department stays.
 * @throws UserError where such a file cannot be read.
 */
export async function planImport(
  contentDirectory: string,
  { head: imported, parts }: JoinedDepartment,
  documents: readonly KeptDocument[],
  adjustment?: string,
): Promise<PlannedDepartment> {
  const headPath = departmentFile(contentDirectory, imported);
  const existingHead = await readIfThere(headPath);
  const existing = await existingProjects(contentDirectory, imported);
  const named = existingHead && readHead(existingHead.toString('utf8'));
  const sources = named?.source.files ?? [];
  // Of several documents it cannot be told from which a project without a code came.
  const isKnown = sources.length <= 1 && documents.every(({ fileName }) => sources.includes(fileName));
  const numbering = numberProjects(
    parts.map(({ department }) => department),
    existing,
    isKnown,
  );
  const isWhole = numbering.others.length === 0;
  const numbered = numbering.documents.flat();
  const department = { ...imported, projects: numbered.map(({ project }) => project) };
  const texts = new Map(existing.map(({ record, text }) => [record, text]));
  const isNew = ({ project }: (typeof numbered)[number]) => !texts.has(project.record);
  const head =
    adjustment === undefined
      ? mergeDepartment(department, existingHead?.toString('utf8'), isWhole)
      : adjustDepartment(imported, existingHead?.toString('utf8'), {
          date: adjustment,
          files: documents.map(({ fileName }) => fileName),
          added: numbered.filter(isNew).map(({ project }) => project.record),
        });
  if (head === undefined) throw unreadable(headPath);
  const plannedHead = planFile(headPath, Buffer.from(head.text), existingHead);
  const isExtended = adjustment === undefined ? namesMore(head) : plannedHead.status === 'different';
  const files: PlannedFile[] = [
    { ...plannedHead, ...(isExtended && { status: 'extended' }), department: head },
  ];
  for (const { fileName, bytes } of documents) {
    const path = documentFile(contentDirectory, imported, fileName);
    files.push(planFile(path, bytes, await readIfThere(path)));
  }
  const versions = adjustment === undefined ? await earlierVersions(contentDirectory, imported) : [];
  const projects: PlannedFile[] = [];
  for (const { project, theirs } of numbered) {
    // What an adjustment has replaced since is not brought back by its old document.
    const same = versions.find(
      ({ earlier: { record }, bytes }) =>
        record === project.record &&
        mergeProject(project, bytes.toString('utf8'), imported)?.text === bytes.toString('utf8'),
    );
    if (same !== undefined) {
      files.push(same);
      continue;
    }
    const path = projectFile(contentDirectory, imported, project.record);
    const merged = mergeProject(project, theirs?.text, imported, adjustment !== undefined);
    if (merged === undefined) throw unreadable(path);
    const text = texts.get(project.record);
    const own = text === undefined ? undefined : Buffer.from(text);
    const planned = planFile(path, Buffer.from(merged.text), own);
    projects.push({ ...planned, project: merged });
    if (adjustment === undefined || own === undefined || planned.status === 'same') continue;
    const earlier = { until: adjustment, record: project.record };
    const earlierPath = earlierFile(contentDirectory, imported, adjustment, project.record);
    const kept = await readIfThere(earlierPath);
    // Where another version is kept already, the adjustment was imported before, and this is a change of its own.
    if (kept !== undefined && !kept.equals(own)) continue;
    projects.splice(-1, 1, { ...planned, status: 'adjusted', project: merged });
    files.push({ ...planFile(earlierPath, own, kept), earlier });
  }
  // Behind what they replace: an import that is killed halfway has lost nothing, and checks see that it is not done.
  files.push(...projects);
  // The file of a project that has another number now may be overwritten by the one whose number it is.
  const written = new Set(files.map(({ path }) => path));
  return {
    department,
    files,
    absent: numbering.others
      .filter(({ path }) => !written.has(path))
      .map(({ path, project }) => ({ path, name: project?.name ?? '' })),
    otherUnit: head.before?.unit === imported.unit ? undefined : head.before?.unit,
  };
}

/** Whether a `department.md` differs from the one that is there in nothing but further official documents. */
function namesMore({ before, after }: Merged<DepartmentHead>): boolean {
  if (before === undefined || before.source.files.length === 0) return false;
  const { files } = before.source;
  const withoutMore = { ...after, source: { ...after.source, files } };
  return (
    after.source.files.length > files.length &&
    files.every((file) => after.source.files.includes(file)) &&
    writeDepartment(withoutMore) === writeDepartment(before)
  );
}

interface ExistingProject extends Existing {
  readonly path: string;
  readonly text: string;
}

async function existingProjects(
  contentDirectory: string,
  { year, code, unit }: JoinedDepartment['head'],
): Promise<readonly ExistingProject[]> {
  const place = { year, code };
  const folder = dirname(projectFile(contentDirectory, place, 'x'));
  const names = await ifThere(readdir(folder));
  const all: ExistingProject[] = [];
  for (const name of (names ?? []).filter((one) => one.endsWith('.yaml')).sort()) {
    const record = basename(name, '.yaml');
    const path = projectFile(contentDirectory, place, record);
    const text = (await readFile(path)).toString('utf8');
    const context = { year, departmentCode: code, unit, record };
    all.push({
      record,
      path,
      text,
      project: readProject({ path, text }, context, () => undefined)?.project,
    });
  }
  return all;
}

/** The projects of a department as they stood until its adjustments, as files that stay. */
async function earlierVersions(contentDirectory: string, place: JoinedDepartment['head']) {
  const list = async (folder: string) => ((await ifThere(readdir(folder))) ?? []).sort();
  const folder = dirname(dirname(earlierFile(contentDirectory, place, 'x', 'x')));
  const all: (PlannedFile & Required<Pick<PlannedFile, 'earlier'>>)[] = [];
  for (const until of (await list(folder)).filter(isDay)) {
    for (const name of (await list(join(folder, until))).filter((one) => one.endsWith('.yaml'))) {
      const path = join(folder, until, name);
      const earlier = { until, record: basename(name, '.yaml') };
      all.push({ path, bytes: await readFile(path), status: 'same', earlier });
    }
  }
  return all;
}

function unreadable(path: string): UserError {
  return new UserError(
    `“${displayPath(path)}”现在读不出来，其中编辑写的内容可能丢失，所以没有写入任何文件。请先运行 npm run check，改正后再导入。`,
  );
}

export function planFile(path: string, bytes: Buffer, existing: Buffer | undefined): PlannedFile {
  if (existing === undefined) return { path, bytes, status: 'new' };
  return { path, bytes, status: existing.equals(bytes) ? 'same' : 'different' };
}

export const readIfThere = (path: string): Promise<Buffer | undefined> => ifThere(readFile(path));

async function ifThere<Value>(work: Promise<Value>): Promise<Value | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
