import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { codeOf } from '../files/read-file.ts';
import { UserError } from '../files/user-error.ts';
import type { FormDocument } from './form-document.ts';
import { readTextDump } from './text-dump.ts';

/** An official document as a file, and its text taken apart. */
export interface OpenedDocument {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly document: FormDocument;
}

/** The largest document that is read; the longest real ones have a few megabytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Opens an official document: the text dump of a Word file.
 *
 * @throws UserError where the file cannot be read or is of a format that is not known.
 */
export async function openDocument(path: string): Promise<OpenedDocument> {
  const bytes = await readBytes(path);
  const fileName = basename(path);
  // Word and Excel files are archives; the older ones are compound files.
  if (
    bytes.subarray(0, 2).toString('latin1') === 'PK' ||
    bytes.subarray(0, 4).toString('hex') === 'd0cf11e0'
  ) {
    throw new UserError(
      `“${path}”是 Word 或 Excel 文件，还不能直接导入。请在 Word 中另存为“纯文本（*.txt）”，编码选 UTF-8，单元格以制表符开头，再导入。`,
    );
  }
  if (bytes.includes(0)) throw new UserError(`“${path}”不是文本文件，没有写入任何文件。`);
  return { fileName, bytes, document: readTextDump(decode(bytes, path)) };
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    const status = await stat(path);
    if (!status.isFile()) throw new UserError(`“${path}”不是文件。请写出要导入的文件的路径。`);
    if (status.size > MOST_BYTES)
      throw new UserError(`“${path}”超过64 MiB，不予读取。请确认是否选错了文件。`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = codeOf(error);
    throw new UserError(
      code === 'ENOENT'
        ? `找不到文件“${path}”。请检查路径是否写对。`
        : `读不出文件“${path}”（${code}）。请检查是否有读取权限。`,
    );
  }
}

function decode(bytes: Buffer, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UserError(
      `“${path}”不是UTF-8编码，可能是以GBK（ANSI）保存的。请在记事本中打开，选“另存为”，编码选“UTF-8”，再导入。`,
    );
  }
}
