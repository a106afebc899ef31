import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../content/finding.ts';
import { displayPath } from '../content/read-file.ts';
import { readProject } from '../content/read-project.ts';
import { writeDepartment } from '../content/write-department.ts';
import { writeProject } from '../content/write-project.ts';
import type { Project } from '../model/project.ts';
import { DocumentError } from './document-error.ts';
import type { ImportedDepartment } from './read-document.ts';

/** One file that an import would write, and what stands there now. */
export interface PlannedFile {
  readonly path: string;
  readonly bytes: Buffer;
  readonly status: 'new' | 'same' | 'different';
  /** What stands there now, as text, where it is different. */
  readonly existing: string;
}

/**
 * What importing a department would write below the content folder: its project files, `department.md` and
 * the document itself. Reads what is there and writes nothing.
 *
 * What editors add to a project file (核对说明, 更正, 上年项目编码) is taken over from the file that is there.
 */
export async function planImport(
  contentDirectory: string,
  department: ImportedDepartment,
  document: { readonly fileName: string; readonly bytes: Buffer },
): Promise<readonly PlannedFile[]> {
  const folder = join(contentDirectory, String(department.year), department.code);
  const files: PlannedFile[] = [
    await planFile(join(folder, 'department.md'), Buffer.from(writeDepartment(department))),
    await planFile(join(folder, 'sources', document.fileName), document.bytes),
  ];
  for (const project of department.projects) {
    const path = join(folder, 'projects', `${project.code}.yaml`);
    const merged = keepEditorsFields(path, project, await readIfThere(path), department);
    files.push(await planFile(path, Buffer.from(writeProject(merged))));
  }
  return files;
}

function keepEditorsFields(
  path: string,
  imported: Project,
  existing: Buffer | undefined,
  department: ImportedDepartment,
): Project {
  if (existing === undefined) return imported;
  const ignore: Report = () => undefined;
  const context = { year: department.year, departmentCode: department.code, unit: department.unit };
  const entry = readProject({ path: '', text: existing.toString('utf8') }, context, ignore);
  if (entry === undefined) {
    throw new DocumentError(
      `“${displayPath(path)}”现在读不出来，其中编辑写的核对说明可能丢失，所以没有写入任何文件。请先运行 npm run check，改正后再导入。`,
    );
  }
  const { explanations, corrections, previousCode } = entry.project;
  return { ...imported, explanations, corrections, previousCode };
}

async function planFile(path: string, bytes: Buffer): Promise<PlannedFile> {
  const existing = await readIfThere(path);
  if (existing === undefined) return { path, bytes, status: 'new', existing: '' };
  const same = hash(existing) === hash(bytes);
  return { path, bytes, status: same ? 'same' : 'different', existing: existing.toString('utf8') };
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
