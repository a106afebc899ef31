import { lstat, readdir } from 'node:fs/promises';
import { compareText, type Report } from './finding.ts';
import { codeOf, displayPath } from './read-file.ts';

/** Files that programs leave behind and that are no content: hidden files, Word's locks, thumbnails. */
const IGNORED = /^(?:\..*|~\$.*|.*~|Thumbs\.db|desktop\.ini)$/i;

/** The names in a folder, sorted, without what is no content. A folder that cannot be listed is a finding. */
export async function listFolder(directory: string, report: Report): Promise<readonly string[]> {
  try {
    // A link could lead out of the content, to files that are nobody's to publish.
    if (!(await lstat(directory)).isDirectory()) {
      reportStranger(directory, '这里应是一个真正的文件夹，不能是文件或链接。', report);
      return [];
    }
    return (await readdir(directory)).filter((name) => !IGNORED.test(name)).sort(compareText);
  } catch (error) {
    reportStranger(
      directory,
      `读不出这个文件夹（${codeOf(error)}）。请检查它是否存在、是否有读取权限。`,
      report,
    );
    return [];
  }
}

export function reportStranger(path: string, hint: string, report: Report): void {
  report({
    file: { path: displayPath(path), text: '' },
    range: { start: 0, end: 0 },
    severity: 'error',
    rule: 'file/kind',
    message: '这里不应有这个文件或文件夹。',
    hint,
  });
}
