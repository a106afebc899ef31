import type { Problem } from './form-document.ts';

/** Why a document cannot be imported, in sentences for the user. Nothing has been written then. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';

  /** For a document whose text cannot be placed: every place, by line. */
  static ofProblems(path: string, problems: readonly Problem[]): DocumentError {
    const lines = problems.map(({ line, message }) => `${path}:${String(line)} ${message}。`);
    return new DocumentError(
      [
        ...lines,
        `有${String(problems.length)}处内容放不进表格，没有写入任何文件。请对照原文件检查这几行：是否少了或多了单元格，表中的固定文字是否被改动。`,
      ].join('\n'),
    );
  }
}
