import { createHash } from 'node:crypto';
import { relative, sep } from 'node:path';
import { zipSync } from 'fflate';
import { importDocuments, type PlannedImport } from '../documents/import-documents.ts';
import { reportImport, type ImportReport } from '../documents/report-import.ts';
import { RefusedRequest } from './refused-request.ts';
import type { GivenImport } from './read-request.ts';

/** What the documents of a request would become. */
export interface PlannedUpload {
  readonly planned: PlannedImport;
  readonly report: ImportReport;
  readonly seen: string;
}

/**
 * Plans the import of a request's documents into the content as it is now, as the command does.
 *
 * @throws UserError for a document that cannot be read or placed.
 */
export async function planUpload(
  directory: string,
  { documents, asked }: GivenImport,
): Promise<PlannedUpload> {
  const { year, unit, name, codes, replace } = asked;
  const planned = await importDocuments({
    directory,
    paths: [...documents.keys()],
    read: (path) => Promise.resolve(documents.get(path) ?? Buffer.alloc(0)),
    answers: { year, unit, name, codes: new Map(Object.entries(codes)) },
    force: new Set(replace),
  });
  const report = reportImport(planned);
  return { planned, report, seen: digestOf(planned, report) };
}

/** The same, where it is what the clerk has read: @throws RefusedRequest where it is another by now. */
export async function planAsSeen(directory: string, given: GivenImport): Promise<PlannedUpload> {
  const upload = await planUpload(directory, given);
  if (upload.seen === given.asked.seen) return upload;
  throw new RefusedRequest(
    409,
    '看过报告以后，内容文件夹里的文件又有改动，没有写入任何文件。请重新读取，再看一遍报告。',
  );
}

/** Of all that a report says of the files; which of them are replaced is asked with each request. */
function digestOf({ files }: PlannedImport, report: ImportReport): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify(report.files.map((file) => ({ ...file, written: undefined }))));
  for (const { bytes } of files) hash.update(createHash('sha256').update(bytes).digest());
  return hash.digest('hex');
}

/** The files to be written, packed as they would lie in the content folder. The same files give the same bytes. */
export function packFiles(directory: string, { toWrite }: PlannedImport): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const { path, bytes } of toWrite) files[relative(directory, path).split(sep).join('/')] = bytes;
  return zipSync(files, { mtime: new Date(2000, 0, 1) });
}
