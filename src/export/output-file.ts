import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PublishingError } from '../files/user-error.ts';
import { statementIn } from '../documents/open/own-export.ts';
import { WRITER } from '../office/package.ts';

/** The kinds of files in which forms are written. */
export const FORM_FILES = ['docx', 'xlsx', 'pdf'] as const;
export type FormFile = (typeof FORM_FILES)[number];

/** What may be replaced of each kind, as the end of a sentence that refuses all else. */
const REPLACED: Readonly<
  Record<FormFile, { readonly may: (bytes: Buffer) => boolean; readonly other: string }>
> = {
  pdf: { may: (bytes) => bytes.subarray(0, 5).toString('latin1') === '%PDF-', other: '不是PDF的文件' },
  docx: { may: (bytes) => isOwn(bytes, 'word/document.xml'), other: '不是导出的、或导出后又改过的文件' },
  xlsx: { may: (bytes) => isOwn(bytes, 'xl/workbook.xml'), other: '不是导出的、或导出后又改过的文件' },
};

const IS_FOLDER = '它是一个文件夹，请写到文件名为止';

/**
 * Refuses a file that cannot or must not be written, before anything is made: a folder, a place without permission, and
 * any file that would be lost. A PDF may be replaced, a Word or Excel file only as it was exported: one that someone
 * saved since may hold their work.
 */
export async function checkOutputFile(file: string, kind: FormFile): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) await checkFolder(file);
  else if (found.isDirectory()) throw refusal(file, IS_FOLDER);
  else {
    const { may, other } = REPLACED[kind];
    // An empty file is lost without a loss.
    if (found.size > 0 && !may(await readFile(file))) {
      throw refusal(file, `这里已有一个${other}，写入会丢失它`);
    }
    await checkFolder(file);
  }
}

/** The same for a file that replaces nothing, whatever stands there. */
export async function checkNewFile(file: string, kind: FormFile): Promise<void> {
  checkEnding(file, kind, '--template');
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) {
    await checkFolder(file);
    return;
  }
  throw refusal(file, found.isDirectory() ? IS_FOLDER : '这里已有一个文件，写入会丢失它');
}

/** Refuses a name whose ending is that of another kind. */
export function checkEnding(file: string, kind: FormFile, option: '--to' | '--template'): void {
  const other = FORM_FILES.find((ending) => ending !== kind && file.toLowerCase().endsWith(`.${ending}`));
  if (other === undefined) return;
  throw new PublishingError(
    `“${file}”的后缀与 ${option} ${kind} 不符，打开时会出错。请把后缀写成 .${kind}，或写 ${option} ${other}。`,
  );
}

async function checkFolder(file: string): Promise<void> {
  const folder = dirname(file);
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true) throw refusal(file, `没有“${folder}”这个文件夹`);
  try {
    await access(folder, constants.W_OK);
  } catch {
    throw refusal(file, `没有写入“${folder}”的权限`);
  }
}

/** Whether bytes are an Office file as the export wrote it: another program names itself when it saves. */
function isOwn(bytes: Buffer, main: string): boolean {
  const isKind = statementIn(bytes, '[Content_Types].xml')?.includes(`/${main}`) === true;
  return (
    isKind &&
    statementIn(bytes, 'docProps/app.xml')?.includes(`<Application>${WRITER}</Application>`) === true
  );
}

function refusal(file: string, reason: string): PublishingError {
  return new PublishingError(`不能写到“${file}”：${reason}。请用 --out 换一个文件。`);
}
