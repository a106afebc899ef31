import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { SourceDocument } from '../model/department.ts';
import type { Report } from './finding.ts';
import { listFolder, reportStranger } from './list-folder.ts';
import { codeOf } from './read-file.ts';
import { readAnew, type ReadThrough } from './read-through.ts';

/** Formats of official documents. A page or drawing with scripts would run as the site's own. */
const DOCUMENT = /\.(?:txt|csv|pdf|ofd|docx?|xlsx?|pptx?|wps|et|rtf|odt|ods|zip|jpe?g|png|tiff?)$/i;

/** Signs that an address or a file system takes for its own. */
const ODD_NAME = /[#?%\\/:*"<>|\p{Cc}\ufffd]/u;

/** The official documents of a department with their checksums; what is none is a finding. */
export async function readDocuments(
  directory: string,
  report: Report,
  readThrough: ReadThrough = readAnew,
): Promise<readonly SourceDocument[]> {
  const documents: SourceDocument[] = [];
  for (const fileName of await listFolder(directory, report)) {
    const path = join(directory, fileName);
    try {
      const status = await lstat(path);
      if (!status.isFile()) reportStranger(path, 'sources 文件夹里只放文件，不放文件夹和链接。', report);
      else if (!DOCUMENT.test(fileName)) {
        reportStranger(path, 'sources 文件夹里只放官方文件，例如 pdf、docx、xlsx、ofd、txt。', report);
      } else if (ODD_NAME.test(fileName)) {
        reportStranger(path, '文件名里不能有 # ? % \\ / : * " < > | 和看不见的字符，请改名。', report);
      } else {
        const sha256 = await readThrough(path, 'checksum', report, () => checksum(path));
        documents.push({ fileName, bytes: status.size, sha256 });
      }
    } catch (error) {
      reportStranger(path, `读不出这个文件（${codeOf(error)}），请检查文件名和读取权限。`, report);
    }
  }
  return documents;
}

/** SHA-256 of a file's bytes, read piece by piece. */
async function checksum(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
