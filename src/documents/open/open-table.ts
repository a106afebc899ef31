import { buffer } from 'node:stream/consumers';
import { decode } from '../../files/decode.ts';
import { UserError } from '../../files/user-error.ts';
import { isOfficeFile, readBytes } from './open-document.ts';

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
