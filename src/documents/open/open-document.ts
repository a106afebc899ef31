import { lstat, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { codeOf } from '../../files/read-file.ts';
import { UserError } from '../../files/user-error.ts';
import type { DocumentBody } from '../grid/grid.ts';
import { readHtml } from '../grid/html.ts';
import { writeOutFormats } from '../grid/number-formats.ts';
import { readOpenDocument } from '../grid/open-document.ts';
import { readTextDump } from '../grid/text-dump.ts';
import { readWordBinary } from '../grid/word-binary/read-word-binary.ts';
import { readWord } from '../grid/word.ts';
import { readWorkbook } from '../grid/workbook.ts';
import { TooManyElements } from '../grid/xml.ts';
import type { LabelWords } from '../forms/labels.ts';
import { textOf, tooLarge, unpack, type Archive } from './archive.ts';
import { isOwnExport } from './own-export.ts';
import { openCompound } from './compound.ts';
import { decodeText, htmlPart } from './decode-text.ts';

/** An official document as a file, and taken apart. */
export interface OpenedDocument {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly body: OpenedBody;
}

export interface OpenedBody extends DocumentBody {
  /** What kind of file it is, whatever its name says. */
  readonly kind: string;
}

/** The largest document that is read; the longest real ones have a few megabytes. */
export const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Opens an official document by what it holds, whatever its name: Word (.docx, .doc), Excel (.xlsx, .xls), HTML,
 * OpenDocument, or the text dump of a Word file. Nothing in it is run, and nothing is fetched.
 *
 * @throws UserError where the file cannot be read, or holds none of these.
 */
export async function openDocument(
  path: string,
  words: LabelWords,
  read = readBytes,
): Promise<OpenedDocument> {
  const bytes = await read(path);
  return { fileName: basename(path), bytes, body: readBody(bytes, path, words) };
}

/** How archives begin, in which Word and Excel save, and the compound files in which they did. */
const ZIP = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, index) => bytes[index] === byte);
}

/** Whether bytes are those of Word or Excel. */
export function isOfficeFile(bytes: Uint8Array): boolean {
  return startsWith(bytes, ZIP) || startsWith(bytes, COMPOUND);
}

/** Takes apart a document by what its first bytes say it is. */
export function readBody(bytes: Uint8Array, path: string, words: LabelWords): OpenedBody {
  const starts = (...first: readonly number[]) => startsWith(bytes, first);
  if (bytes.length === 0) throw new UserError(`“${path}”是空文件。请确认文件已经下载完整。`);
  if (startsWith(bytes, ZIP)) return guarded(path, () => readArchive(bytes, path));
  if (startsWith(bytes, COMPOUND)) return guarded(path, () => readCompound(bytes, path));
  if (starts(0x25, 0x50, 0x44, 0x46))
    throw unknown(
      path,
      '是PDF文件，表格的行列在其中没有记录，读了会有错漏',
      '请向出具单位索取 Word 或 Excel 文件；只有PDF时，可在WPS或Word中转换为Word文件，逐项核对之后再导入',
    );
  if (starts(0x7b, 0x5c, 0x72, 0x74, 0x66)) throw unknown(path, '是RTF文件，还不能导入', SAVE_AS_WORD);
  if (
    starts(0x89, 0x50, 0x4e, 0x47) ||
    starts(0xff, 0xd8, 0xff) ||
    starts(0x47, 0x49, 0x46) ||
    starts(0x42, 0x4d)
  ) {
    throw unknown(
      path,
      '是图片，读不出其中的文字',
      '请向出具单位索取 Word 或 Excel 文件，或用 npm run new 照图填写',
    );
  }
  const isWide = starts(0xff, 0xfe) || starts(0xfe, 0xff);
  if (!isWide && bytes.includes(0))
    throw unknown(path, '不是文本文件，也不是 Word 或 Excel 文件', '请确认是否选错了文件');
  return guarded(path, () => readText(bytes, path, words));
}

const SAVE_AS_WORD = '请在Word或WPS中打开，另存为“Word 文档（*.docx）”，再导入';

function readArchive(bytes: Uint8Array, path: string): OpenedBody {
  // A general purpose flag of the first entry: the whole archive has a password. An archive without its directory at
  // the end is damaged, and the flag says nothing.
  const isWhole = Buffer.from(bytes).lastIndexOf('PK\u0005\u0006', undefined, 'latin1') >= 0;
  if (isWhole && ((bytes[6] ?? 0) & 1) !== 0) throw encrypted(path);
  const { files: archive, hasMacros, hasPictures } = unpack(bytes, path);
  const body = bodyOfArchive(archive, path);
  const whole = { ...body, hasPictures, hasOwnForms: isOwnExport(bytes) };
  return withRemarks(hasMacros ? [MACROS] : [], withText(whole, path));
}

const MACROS = '文件里有宏，没有运行，也没有读取';

function bodyOfArchive(archive: Archive, path: string): OpenedBody {
  if ('word/document.xml' in archive) return { ...readWord(archive), kind: 'Word 文件（.docx）' };
  // The workbook's reader gets what was unpacked, so that it unpacks nothing itself.
  if (Object.keys(archive).some((name) => name.startsWith('xl/workbook'))) {
    const sheets = Object.entries(archive).filter(([name]) => name.startsWith('xl/worksheets/'));
    if (sheets.reduce((sum, [, { length }]) => sum + length, 0) > MOST_BYTES) throw tooLarge(path);
    const styles = textOf(archive, 'xl/styles.xml');
    const whole =
      styles === undefined ? archive : { ...archive, 'xl/styles.xml': strToU8(writeOutFormats(styles)) };
    return { ...readWorkbook(zipSync(whole, { level: 0 })), kind: 'Excel 文件（.xlsx）' };
  }
  if ('content.xml' in archive) return { ...readOpenDocument(archive), kind: 'OpenDocument 文件' };
  throw unknown(
    path,
    '是压缩包或其他程序的文件，不是 Word、Excel 或WPS文字、表格文件',
    '压缩包请先解压，再导入其中的文件',
  );
}

function readCompound(bytes: Uint8Array, path: string): OpenedBody {
  const streams = openCompound(bytes);
  const macros = streams('_VBA_PROJECT') === undefined ? [] : [MACROS];
  if (streams('EncryptedPackage') !== undefined) throw encrypted(path);
  const document = streams('WordDocument');
  if (document !== undefined) {
    // [MS-DOC] FibBase: fEncrypted.
    if (((document[0x0b] ?? 0) & 1) !== 0) throw encrypted(path);
    return withRemarks(
      macros,
      withText({ ...readWordBinary(streams), kind: 'Word 97-2003 文件（.doc）' }, path),
    );
  }
  if (streams('Workbook') !== undefined || streams('Book') !== undefined)
    return withRemarks(
      macros,
      withText({ ...readWorkbook(bytes), kind: 'Excel 97-2003 文件（.xls）' }, path),
    );
  throw unknown(path, '不是 Word 或 Excel 文件', '请在原来的程序中打开，另存为 .docx 或 .xlsx，再导入');
}

function readText(bytes: Uint8Array, path: string, words: LabelWords): OpenedBody {
  const text = decodeText(bytes);
  const start = text.slice(0, 4096);
  if (/^\s*(?:mime-version|from|content-type):/im.test(start) && /text\/html/i.test(text)) {
    const html = htmlPart(new TextDecoder('latin1').decode(bytes));
    if (html !== undefined) return { ...readHtml(html), kind: '单个文件网页（MHTML）' };
  }
  if (/progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet/.test(start))
    return { ...readWorkbook(bytes), kind: 'Excel 的XML文件' };
  if (/progid="Word\.Document"|<w:wordDocument/.test(start))
    throw unknown(path, '是Word 2003的XML文件，还不能导入', SAVE_AS_WORD);
  if (/<(?:!doctype\s+html|html|table|body)\b/i.test(start))
    return { ...readHtml(text), kind: '网页文件', hasPictures: /<img\b/i.test(text) };
  return { ...readTextDump(text, words), kind: '纯文本文件' };
}

const withRemarks = (remarks: readonly string[], body: OpenedBody): OpenedBody => ({
  ...body,
  remarks: [...body.remarks, ...remarks],
});

/** A document without any text is a picture of a form. */
function withText(body: OpenedBody, path: string): OpenedBody {
  if (body.blocks.length === 0) {
    throw unknown(
      path,
      '里没有文字，可能只有扫描的图片',
      '请向出具单位索取可以编辑的文件，或用 npm run new 照图填写',
    );
  }
  return body;
}

/** A reader's own fault is said as what it mostly is: a damaged file. */
function guarded(path: string, read: () => OpenedBody): OpenedBody {
  try {
    return read();
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (error instanceof TooManyElements) throw tooLarge(path);
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) throw encrypted(path);
    throw new UserError(
      `“${path}”读不下去，文件可能已损坏或没有下载完整。请重新下载，或在Word、Excel或WPS中打开后另存一份，再导入。`,
    );
  }
}

function encrypted(path: string): UserError {
  return new UserError(`“${path}”有打开密码，读不出来。请在Word、Excel或WPS中去掉密码后另存，再导入。`);
}

function unknown(path: string, what: string, advice: string): UserError {
  return new UserError(`“${path}”${what}。${advice}。没有写入任何文件。`);
}

/** The bytes of a file. @throws UserError where it cannot be read or is too large. */
export async function readBytes(path: string): Promise<Buffer> {
  try {
    const status = await lstat(path);
    if (status.isSymbolicLink())
      throw new UserError(`“${path}”是指向别处的链接。请写出文件本身的路径，没有写入任何文件。`);
    if (!status.isFile())
      throw new UserError(`“${path}”不是文件。请写出要导入的文件的路径，没有写入任何文件。`);
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
