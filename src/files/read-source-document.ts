import { lstat } from 'node:fs/promises';
import type { SourceDocument } from '../model/department.ts';
import { faultOfDocumentName } from './document-name.ts';
import type { Report } from './finding.ts';
import { checksumOf } from './hash-files.ts';
import { reportMisplaced } from './layout.ts';
import { codeOf, reportFile } from './read-file.ts';
import type { ReadThrough } from './read-through.ts';

/** An official document with its checksum; undefined, with a finding, where a file in `sources/` is none. */
export async function readDocument(
  { path, fileName }: { readonly path: string; readonly fileName: string },
  report: Report,
  readThrough: ReadThrough,
): Promise<SourceDocument | undefined> {
  try {
    const status = await lstat(path);
    if (!status.isFile()) {
      reportMisplaced(path, 'sources 文件夹里只放文件，不放文件夹和链接。', report);
      return undefined;
    }
    const fault = faultOfDocumentName(fileName);
    if (fault === undefined) {
      return { fileName, ...(await readThrough(path, 'checksum', report, () => checksumOf(path))) };
    }
    reportFile(path, fault, report);
  } catch (error) {
    reportMisplaced(path, `读不出这个文件（${codeOf(error)}），请检查文件名和读取权限。`, report);
  }
  return undefined;
}
