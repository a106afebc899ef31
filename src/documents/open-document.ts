import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { decode } from '../files/decode.ts';
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
  if (isOfficeFile(bytes)) {
    throw new UserError(
      `“${path}”是 Word 或 Excel 文件，还不能直接导入。请在 Word 中另存为“纯文本（*.txt）”，编码选 UTF-8，单元格以制表符开头，再导入。`,
    );
  }
  if (bytes.includes(0)) throw new UserError(`“${path}”不是文本文件，没有写入任何文件。`);
  return { fileName, bytes, document: readTextDump(textOf(bytes, path)) };
}

/**
 * The text of a table that was copied or saved from Excel, in any encoding that Excel writes.
 *
 * @param path the file; `-` for standard input.
 * @throws UserError where it cannot be read.
 */
export async function openTable(path: string): Promise<string> {
  const bytes = path === '-' ? await buffer(process.stdin) : await readBytes(path);
  const name = path === '-' ? '标准输入' : path;
  const way =
    '请在 Excel 中选中表格复制，粘贴到记事本里，另存为一个 .txt 文件（编码选UTF-8），再写这个文件的名称。';
  if (isOfficeFile(bytes)) throw new UserError(`“${name}”是 Excel 或 Word 文件，不能直接读。${way}`);
  const text = decode(bytes)?.text;
  if (text === undefined) throw new UserError(`“${name}”里没有认得出的文字。${way}`);
  // Windows PowerShell passes on nothing but ASCII.
  if (!/\p{Script=Han}/u.test(text) && text.includes('?')) {
    throw new UserError(`“${name}”里的汉字都变成了“?”，终端没有把它们传过来。${way}`);
  }
  return text;
}

/** Whether bytes are those of Word or Excel: archives, or the older compound files. */
function isOfficeFile(bytes: Buffer): boolean {
  return (
    bytes.subarray(0, 2).toString('latin1') === 'PK' || bytes.subarray(0, 4).toString('hex') === 'd0cf11e0'
  );
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

function textOf(bytes: Buffer, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UserError(
      `“${path}”不是UTF-8编码，可能是以GBK（ANSI）保存的。请在记事本中打开，选“另存为”，编码选“UTF-8”，再导入。`,
    );
  }
}
