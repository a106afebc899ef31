import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { departmentFile, documentFile, projectFile } from '../files/layout.ts';
import { displayPath } from '../files/read-file.ts';
import { readProject } from '../files/read-project.ts';
import { UserError } from '../files/user-error.ts';
import type { Project } from '../model/project.ts';
import { mergeDepartment, mergeProject, type DepartmentHead, type Merged } from './merge-files.ts';
import type { ImportedDepartment } from './read-document.ts';

/** One file that an import would write, and what stands there now. */
export interface PlannedFile {
  readonly path: string;
  readonly bytes: Buffer;
  readonly status: 'new' | 'same' | 'different';
  /** What it says and what the file that stands there says; undefined for the official document. */
  readonly project?: Merged<Project>;
  readonly department?: Merged<DepartmentHead>;
}

/** What an import would do with a department's folder. */
export interface PlannedDepartment {
  readonly department: ImportedDepartment;
  readonly files: readonly PlannedFile[];
  /** Projects that have a file and do not stand in the document; nothing is deleted. */
  readonly absent: readonly { readonly path: string; readonly name: string }[];
}

/**
 * What importing a department would write below the content folder: its project files, `department.md` and
 * the document itself. Reads what is there and writes nothing.
 *
 * What editors add to these files and no document holds is taken over from the files that are there; that of a project
 * without a code from the file of its name, for its number may be another now.
 *
 * @param document the official document; undefined where what was read is none.
 * @throws UserError where such a file cannot be read.
 */
export async function planImport(
  contentDirectory: string,
  department: ImportedDepartment,
  document: { readonly fileName: string; readonly bytes: Buffer } | undefined,
): Promise<PlannedDepartment> {
  const headPath = departmentFile(contentDirectory, department);
  const existingHead = await readIfThere(headPath);
  const head = mergeDepartment(department, existingHead?.toString('utf8'));
  if (head === undefined) throw unreadable(headPath);
  const files: PlannedFile[] = [
    { ...planFile(headPath, Buffer.from(head.text), existingHead), department: head },
  ];
  if (document !== undefined) {
    const sourcePath = documentFile(contentDirectory, department, document.fileName);
    files.push(planFile(sourcePath, document.bytes, await readIfThere(sourcePath)));
  }
  const existing = await existingProjects(contentDirectory, department);
  const found = new Set<string>();
  const names = new Set(department.projects.map(({ name }) => name));
  for (const project of department.projects) {
    const path = projectFile(contentDirectory, department, project.record);
    const own = existing.get(project.record);
    const named = project.code === '' ? withoutCode(existing, project.name) : undefined;
    // The file of this number may be that of another project, which has another number now.
    const isAnother = project.code === '' && names.has(own?.project?.name ?? '');
    const theirs = named ?? (isAnother ? undefined : own);
    const merged = mergeProject(project, theirs?.text, department);
    if (merged === undefined) throw unreadable(path);
    found.add(theirs?.record ?? '').add(project.record);
    const planned = planFile(path, Buffer.from(merged.text), own && Buffer.from(own.text));
    files.push({ ...planned, project: merged });
  }
  const absent = [...existing.values()].filter(({ record }) => !found.has(record));
  return {
    department,
    files,
    absent: absent.map(({ path, project }) => ({ path, name: project?.name ?? '' })),
  };
}

interface ExistingProject {
  readonly record: string;
  readonly path: string;
  readonly text: string;
  /** Undefined where it cannot be read. */
  readonly project: Project | undefined;
}

async function existingProjects(
  contentDirectory: string,
  { year, code, unit }: ImportedDepartment,
): Promise<ReadonlyMap<string, ExistingProject>> {
  const place = { year, code };
  const folder = dirname(projectFile(contentDirectory, place, 'x'));
  const names = await ifThere(readdir(folder));
  const all = new Map<string, ExistingProject>();
  for (const name of (names ?? []).filter((one) => one.endsWith('.yaml')).sort()) {
    const record = basename(name, '.yaml');
    const path = projectFile(contentDirectory, place, record);
    const text = (await readFile(path)).toString('utf8');
    const context = { year, departmentCode: code, unit, record };
    all.set(record, {
      record,
      path,
      text,
      project: readProject({ path, text }, context, () => undefined)?.project,
    });
  }
  return all;
}

/** The one project of a name that has no code. */
function withoutCode(
  existing: ReadonlyMap<string, ExistingProject>,
  name: string,
): ExistingProject | undefined {
  const [first, ...others] = [...existing.values()].filter(
    ({ project }) => project?.code === '' && project.name === name,
  );
  return others.length === 0 ? first : undefined;
}

function unreadable(path: string): UserError {
  return new UserError(
    `“${displayPath(path)}”现在读不出来，其中编辑写的内容可能丢失，所以没有写入任何文件。请先运行 npm run check，改正后再导入。`,
  );
}

function planFile(path: string, bytes: Buffer, existing: Buffer | undefined): PlannedFile {
  if (existing === undefined) return { path, bytes, status: 'new' };
  return { path, bytes, status: existing.equals(bytes) ? 'same' : 'different' };
}

const readIfThere = (path: string): Promise<Buffer | undefined> => ifThere(readFile(path));

async function ifThere<Value>(work: Promise<Value>): Promise<Value | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
