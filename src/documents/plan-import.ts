import { readFile } from 'node:fs/promises';
import { departmentFile, documentFile, projectFile } from '../files/layout.ts';
import { displayPath } from '../files/read-file.ts';
import { UserError } from '../files/user-error.ts';
import { mergeDepartment, mergeProject, type MergedFile } from './merge-files.ts';
import type { ImportedDepartment } from './read-document.ts';

/** One file that an import would write, and what stands there now. */
export interface PlannedFile {
  readonly path: string;
  readonly bytes: Buffer;
  readonly status: 'new' | 'same' | 'different';
  /** What stands there now, as text, where it is different. */
  readonly existing: string;
  /** The comments of the file that stands there which would be lost. */
  readonly lostComments: readonly string[];
}

/**
 * What importing a department would write below the content folder: its project files, `department.md` and
 * the document itself. Reads what is there and writes nothing.
 *
 * What editors add to these files and no document holds is taken over from the files that are there.
 *
 * @throws UserError where such a file cannot be read.
 */
export async function planImport(
  contentDirectory: string,
  department: ImportedDepartment,
  document: { readonly fileName: string; readonly bytes: Buffer },
): Promise<readonly PlannedFile[]> {
  const merged = async (path: string, merge: (existing: string | undefined) => MergedFile | undefined) => {
    const existing = await readIfThere(path);
    const file = merge(existing?.toString('utf8'));
    if (file === undefined) throw unreadable(path);
    return planFile(path, Buffer.from(file.text), existing, file.lostComments);
  };
  const sourcePath = documentFile(contentDirectory, department, document.fileName);
  const files: PlannedFile[] = [
    await merged(departmentFile(contentDirectory, department), (existing) =>
      mergeDepartment(department, existing),
    ),
    planFile(sourcePath, document.bytes, await readIfThere(sourcePath)),
  ];
  for (const project of department.projects) {
    const path = projectFile(contentDirectory, department, project.record);
    files.push(await merged(path, (existing) => mergeProject(project, existing, department)));
  }
  return files;
}

function unreadable(path: string): UserError {
  return new UserError(
    `“${displayPath(path)}”现在读不出来，其中编辑写的内容可能丢失，所以没有写入任何文件。请先运行 npm run check，改正后再导入。`,
  );
}

function planFile(
  path: string,
  bytes: Buffer,
  existing: Buffer | undefined,
  lostComments: readonly string[] = [],
): PlannedFile {
  if (existing === undefined) return { path, bytes, status: 'new', existing: '', lostComments };
  return {
    path,
    bytes,
    status: existing.equals(bytes) ? 'same' : 'different',
    existing: existing.toString('utf8'),
    lostComments,
  };
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
