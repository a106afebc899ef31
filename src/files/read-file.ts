import { lstatSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { decode, type Decoded } from './decode.ts';
import type { Finding, Report } from './finding.ts';
import type { SourceFile } from './source-file.ts';
import { LIMITS } from './yaml-tree.ts';

/** A path as findings name it: relative to the working directory, with `/`. */
export function displayPath(path: string): string {
  return relative(process.cwd(), path).split(sep).join('/') || '.';
}

/** Reports what is wrong with a file or folder as a whole. */
export function reportFile(
  path: string,
  said: Pick<Finding, 'rule' | 'message' | 'hint'>,
  report: Report,
  text = '',
): void {
  const file = { path: displayPath(path), text };
  report({ file, range: { start: 0, end: 0 }, severity: 'error', ...said });
}

/**
 * Reads a content file as text. Reports what `readContentBytes` does and `yaml/encoding` (not UTF-8); a text
 * whose encoding is known is given all the same, so that everything else in it is reported in the same run.
 *
 * Line ends stay as they are. A byte order mark is taken off, and reported: other programs would read it as a
 * part of the first key. Not asynchronous: waiting for its turns takes many times as long as reading a file of some KB.
 */
export function readContentFile(path: string, report: Report): SourceFile | undefined {
  const bytes = readContentBytes(path, report);
  if (bytes === undefined) return undefined;
  const decoded = decode(bytes);
  const fault = faultOfEncoding(decoded);
  if (fault !== undefined) reportFile(path, { rule: 'yaml/encoding', ...fault }, report, decoded?.text);
  return decoded && { path: displayPath(path), text: decoded.text };
}

function faultOfEncoding(decoded: Decoded | undefined): Pick<Finding, 'message' | 'hint'> | undefined {
  if (decoded === undefined) {
    return {
      message: '文件不是以UTF-8编码保存的，也不是GBK。',
      hint: '请在记事本中选“另存为”，编码选“UTF-8”，再保存一次；如果显示的是乱码，请用备份恢复。',
    };
  }
  if (decoded.encoding !== 'UTF-8') {
    return {
      message: `文件不是以UTF-8编码保存的，而是${NAMES[decoded.encoding]}。`,
      hint: '请运行 npm run fix，或在记事本中选“另存为”，编码选“UTF-8”，再保存一次。',
    };
  }
  if (!decoded.marked) return undefined;
  return {
    message: '文件开头有一个看不见的字节顺序标记（BOM）。',
    hint: '请运行 npm run fix，或另存为时编码选“UTF-8”，不要选“带有BOM的UTF-8”。',
  };
}

const NAMES = { GBK: 'GBK（记事本中叫ANSI）', 'UTF-16': 'UTF-16（记事本中叫Unicode）' } as const;

/**
 * The bytes of a content file. Reports `file/kind` (a folder, link, empty or binary file) and `yaml/limits`
 * (too large), and gives undefined then.
 */
export function readContentBytes(path: string, report: Report): Buffer | undefined {
  const found = readBytes(path);
  if (found instanceof Uint8Array) return found;
  reportFile(path, found, report);
  return undefined;
}

function readBytes(path: string): Buffer | Pick<Finding, 'rule' | 'message' | 'hint'> {
  const refusal = (message: string, hint: string, rule = 'file/kind') => ({ rule, message, hint });
  try {
    const status = lstatSync(path);
    if (!status.isFile()) {
      const kind = status.isDirectory() ? '一个文件夹' : status.isSymbolicLink() ? '一个链接' : '特殊文件';
      return refusal(`这里应是一个文本文件，现在是${kind}。`, '请换成真正的文件。');
    }
    if (status.size > LIMITS.bytes) {
      const hint = '请确认放的是内容文件；官方文件请放在 sources 文件夹。';
      return refusal('文件超过1 MiB，不予读取。', hint, 'yaml/limits');
    }
    const bytes = readFileSync(path);
    if (bytes.length === 0) return refusal('文件是空的。', '请填写内容，或删去这个文件。');
    // UTF-16 has zeros too, but is known by its mark.
    if (bytes.includes(0) && decode(bytes)?.encoding !== 'UTF-16') {
      return refusal('这不是文本文件。', '请确认没有把 Word、Excel 或图片改名放在这里。');
    }
    return bytes;
  } catch (error) {
    return refusal(`读不出这个文件（${codeOf(error)}）。`, '请检查文件是否存在、是否有读取权限。');
  }
}

/** The system's code of a failure, such as EACCES. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
