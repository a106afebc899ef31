import { lstat, readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { Report } from './finding.ts';
import type { SourceFile } from './source-file.ts';
import { LIMITS } from './yaml-tree.ts';

/** A path as findings name it: relative to the working directory, with `/`. */
export function displayPath(path: string): string {
  return relative(process.cwd(), path).split(sep).join('/') || '.';
}

/**
 * Reads a content file as text. Reports `file/kind` (a folder, link, empty or binary file), `yaml/limits`
 * (too large) and `yaml/encoding` (not UTF-8), and gives undefined then.
 *
 * Line ends stay as they are; a byte order mark is taken off after it was reported.
 */
export async function readContentFile(path: string, report: Report): Promise<SourceFile | undefined> {
  const name = displayPath(path);
  const refuse = (rule: string, message: string, hint: string): undefined => {
    report({
      file: { path: name, text: '' },
      range: { start: 0, end: 0 },
      severity: 'error',
      rule,
      message,
      hint,
    });
    return undefined;
  };
  try {
    const status = await lstat(path);
    if (!status.isFile()) {
      const kind = status.isDirectory() ? '一个文件夹' : status.isSymbolicLink() ? '一个链接' : '特殊文件';
      refuse('file/kind', `这里应是一个文本文件，现在是${kind}。`, '请换成真正的文件。');
      return;
    }
    if (status.size > LIMITS.bytes) {
      refuse(
        'yaml/limits',
        '文件超过1 MiB，不予读取。',
        '请确认放的是内容文件；官方文件请放在 sources 文件夹。',
      );
      return;
    }
    const bytes = await readFile(path);
    if (bytes.length === 0) {
      refuse('file/kind', '文件是空的。', '请填写内容，或删去这个文件。');
      return;
    }
    if (bytes.includes(0)) {
      refuse('file/kind', '这不是文本文件。', '请确认没有把 Word、Excel 或图片改名放在这里。');
      return;
    }
    return decode(bytes, name, refuse, report);
  } catch (error) {
    refuse('file/kind', `读不出这个文件（${codeOf(error)}）。`, '请检查文件是否存在、是否有读取权限。');
    return;
  }
}

function decode(
  bytes: Buffer,
  name: string,
  refuse: (rule: string, message: string, hint: string) => undefined,
  report: Report,
): SourceFile | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    refuse(
      'yaml/encoding',
      '文件不是UTF-8编码，可能是以GBK（ANSI）保存的。',
      '请在记事本中选“另存为”，编码选“UTF-8”，再保存一次。',
    );
    return;
  }
  if (!text.startsWith('\ufeff')) return { path: name, text };
  const file = { path: name, text: text.slice(1) };
  report({
    file,
    range: { start: 0, end: 0 },
    severity: 'error',
    rule: 'yaml/encoding',
    message: '文件开头有一个看不见的字节顺序标记（BOM）。',
    hint: '另存时编码请选“UTF-8”，不要选“带有BOM的UTF-8”。',
  });
  return file;
}

/** The system's code of a failure, such as EACCES. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
