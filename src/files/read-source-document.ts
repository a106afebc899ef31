import { lstat } from 'node:fs/promises';
import type { SourceDocument } from '../model/department.ts';
import type { Report } from './finding.ts';
import { checksumOf } from './hash-files.ts';
import { reportMisplaced } from './layout.ts';
import { INVISIBLE_RULE, invisibleIn } from './invisible.ts';
import { codeOf, reportFile } from './read-file.ts';
import type { ReadThrough } from './read-through.ts';

/** Formats of official documents. A page or drawing with scripts would run as the site's own. */
const DOCUMENT = /\.(?:txt|csv|pdf|ofd|docx?|xlsx?|pptx?|wps|et|rtf|odt|ods|zip|jpe?g|png|tiff?)$/i;

/** Signs that an address or a file system takes for its own. */
const ODD_NAME = /[#?%\\/:*"<>|\ufffd]/u;

/** An official document with its checksum; undefined, with a finding, where a file in `sources/` is none. */
export async function readDocument(
  { path, fileName }: { readonly path: string; readonly fileName: string },
  report: Report,
  readThrough: ReadThrough,
): Promise<SourceDocument | undefined> {
  try {
    const status = await lstat(path);
    const unseen = invisibleIn(fileName, '文件名');
    if (unseen !== undefined) {
      const hint = '请改名，去掉这个字符。';
      reportFile(path, { rule: INVISIBLE_RULE, message: unseen.message, hint }, report);
      return undefined;
    }
    const refusal = !status.isFile() ? 'sources 文件夹里只放文件，不放文件夹和链接。' : faultOfName(fileName);
    if (refusal === undefined) {
      return { fileName, ...(await readThrough(path, 'checksum', report, () => checksumOf(path))) };
    }
    reportMisplaced(path, refusal, report);
  } catch (error) {
    reportMisplaced(path, `读不出这个文件（${codeOf(error)}），请检查文件名和读取权限。`, report);
  }
  return undefined;
}

function faultOfName(fileName: string): string | undefined {
  if (!DOCUMENT.test(fileName)) return 'sources 文件夹里只放官方文件，例如 pdf、docx、xlsx、ofd、txt。';
  if (ODD_NAME.test(fileName)) return '文件名里不能有 # ? % \\ / : * " < > | 和读不出的字符，请改名。';
  return undefined;
}
