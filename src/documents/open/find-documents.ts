import { lstat, readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { UserError } from '../../files/user-error.ts';

/** A file that is passed over, and why. */
export interface SkippedFile {
  readonly file: string;
  readonly reason: string;
}

/** The documents that are meant by files and folders, in order, and what is passed over. */
export interface FoundDocuments {
  readonly paths: readonly string[];
  readonly skipped: readonly SkippedFile[];
}

/** How the names of documents end that can be opened; what a file is, is told by what it holds. */
const DOCUMENT = /\.(?:docx?|docm|xlsx?|xlsm|od[st]|html?|mht|mhtml|txt|xml|wps|et)$/i;

/** In a folder, `项目10` follows `项目9`. */
const { compare } = new Intl.Collator('zh-CN', { numeric: true });

/**
 * Finds the documents that paths name: each file, and what in folders, also deeper ones, may be a document. None stands
 * there twice. What Word and Excel write beside a file while it is open is passed over in any case.
 *
 * @throws UserError for a folder without documents, or one that cannot be read.
 */
export async function findDocuments(paths: readonly string[]): Promise<FoundDocuments> {
  const found = new Map<string, string>();
  const skipped: SkippedFile[] = [];
  const take = (path: string) => {
    if (!found.has(resolve(path))) found.set(resolve(path), path);
  };
  const takeFolder = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
      throw new UserError(`读不出文件夹“${folder}”。请检查是否有读取权限。`);
    });
    for (const entry of entries.sort((a, b) => compare(a.name, b.name))) {
      const path = join(folder, entry.name);
      const reason = reasonToSkip(entry.name, entry.isFile() || entry.isDirectory());
      if (reason !== undefined) skipped.push({ file: path, reason });
      else if (entry.isDirectory()) await takeFolder(path);
      else if (DOCUMENT.test(entry.name)) take(path);
      else skipped.push({ file: path, reason: '这类文件不能导入' });
    }
  };
  for (const path of paths) {
    const isFolder = await lstat(path).then(
      (status) => status.isDirectory(),
      () => false,
    );
    const before = found.size;
    if (isFolder) await takeFolder(path);
    else if (isLockFile(basename(path))) skipped.push({ file: path, reason: LOCK_FILE });
    else take(path);
    if (isFolder && found.size === before)
      throw new UserError(`文件夹“${path}”里没有可以导入的文件。请确认是否选错了文件夹。`);
  }
  return { paths: [...found.values()], skipped };
}

const LOCK_FILE = '文件打开时的临时文件';
const isLockFile = (name: string) => name.startsWith('~$') || name.startsWith('.~');

function reasonToSkip(name: string, isPlain: boolean): string | undefined {
  if (isLockFile(name)) return LOCK_FILE;
  if (name.startsWith('.')) return '隐藏文件';
  return isPlain ? undefined : '指向别处的链接，或不是文件';
}
