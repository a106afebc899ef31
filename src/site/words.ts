/** Files as readers see them named. */

/** A file's size for a person: `78 KB`. */
export function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

const FORMAT_WORDS: Readonly<Record<string, string>> = {
  doc: 'Word文档',
  docx: 'Word文档',
  xls: 'Excel工作簿',
  xlsx: 'Excel工作簿',
  pdf: 'PDF文件',
  txt: '文本文件',
};

/** How a file's name ends, with its point: `.txt`; nothing where it has no such ending. */
export const endingOf = (fileName: string): string => /\.[0-9a-z]+$/i.exec(fileName)?.[0] ?? '';

/** What kind of file a name is that of: `文本文件`; an ending without a word stands for itself. */
export function formatWords(fileName: string): string {
  const ending = endingOf(fileName).slice(1).toLowerCase();
  return FORMAT_WORDS[ending] ?? (ending === '' ? '文件' : `${ending.toUpperCase()}文件`);
}
