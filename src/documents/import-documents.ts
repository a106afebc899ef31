import { writeFileAtomically } from '../files/write-file.ts';
import { DocumentError } from './document-error.ts';
import { openDocument } from './open-document.ts';
import { planImport, type PlannedFile } from './plan-import.ts';
import { readDocument } from './read-document.ts';

export interface ImportOptions {
  /** The content folder. */
  readonly directory: string;
  /** The official documents. */
  readonly paths: readonly string[];
  readonly year: number | undefined;
  /** Whether files that differ are replaced. */
  readonly force: boolean;
}

/** What an import would do, and the doing of it. */
export interface PlannedImport {
  readonly files: readonly PlannedFile[];
  readonly toWrite: readonly PlannedFile[];
  readonly write: () => Promise<void>;
}

/**
 * Reads documents and plans what they become. All documents are read before anything is written, so one
 * that cannot be placed stops the whole import.
 *
 * @throws DocumentError for a document that cannot be read or placed.
 */
export async function importDocuments({
  directory,
  paths,
  year,
  force,
}: ImportOptions): Promise<PlannedImport> {
  const files: PlannedFile[] = [];
  for (const path of paths) {
    const { fileName, bytes, document } = await openDocument(path);
    const reading = readDocument(document, fileName, year);
    if ('problems' in reading) throw DocumentError.ofProblems(path, reading.problems);
    for (const department of reading.departments) {
      files.push(...(await planImport(directory, department, { fileName, bytes })));
    }
  }
  const twice = files.find(({ path }, index) => files.findIndex((file) => file.path === path) < index);
  if (twice !== undefined) {
    throw new DocumentError(`两份文件都要写入“${twice.path}”，没有写入任何文件。请分开导入。`);
  }
  const toWrite = files.filter(({ status }) => status === 'new' || (force && status === 'different'));
  return {
    files,
    toWrite,
    write: async () => {
      for (const { path, bytes } of toWrite) await writeFileAtomically(path, bytes);
    },
  };
}
