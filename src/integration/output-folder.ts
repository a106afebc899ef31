import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { PublishingError } from '../files/user-error.ts';

/**
 * The file by which a folder is known as built by this program, and so as one it may replace. It also holds the
 * path below which the site is to be served.
 */
const MARKER = '.mingzhang';

/**
 * The real path of the folder to build into, after making sure that replacing it destroys nothing: it is no
 * file, holds neither the program nor the content nor a home folder, and is empty or built by this program.
 *
 * Throws a PublishingError that says why a folder is refused.
 */
export function checkOutputFolder(
  out: string,
  guarded: { readonly root: string; readonly content: string },
): string {
  const target = realPath(out);
  const refuse = (reason: string) =>
    new PublishingError(`不能把网站生成到“${out}”：${reason}。请用 --out 换一个文件夹。`);
  const root = realPath(guarded.root);
  const content = realPath(guarded.content);
  if (dirname(target) === target || holds(target, realPath(homedir())))
    throw refuse('它包含整个系统或用户文件夹');
  if (holds(target, root)) throw refuse('它包含程序本身，会被整个替换');
  if (holds(target, content)) throw refuse('它包含内容文件夹，内容会被删除');
  if (holds(content, target)) throw refuse('它在内容文件夹里面');
  if (liesInFile(target)) throw refuse('它的上级是一个文件');
  const names = list(target);
  if (names === 'file') throw refuse('它是一个文件');
  if (names.length > 0 && !names.includes(MARKER))
    throw refuse('它里面有不是本程序生成的文件，替换会丢失这些文件');
  return target;
}

/** Marks a folder as built by this program. */
export async function markFolder(folder: string, basePath: string): Promise<void> {
  await writeFile(join(folder, MARKER), `${JSON.stringify({ generator: 'mingzhang', basePath })}\n`);
}

/** The base path a folder was built for; undefined where this program has not built it. */
export function builtBasePath(folder: string): string | undefined {
  try {
    const mark: unknown = JSON.parse(readFileSync(join(folder, MARKER), 'utf8'));
    const basePath =
      typeof mark === 'object' && mark !== null && 'basePath' in mark ? mark.basePath : undefined;
    return typeof basePath === 'string' ? basePath : undefined;
  } catch {
    return undefined;
  }
}

/** Whether `inner` is `outer` or lies within it. */
export function holds(outer: string, inner: string): boolean {
  const path = relative(outer, inner);
  return path === '' || (!isAbsolute(path) && !/^\.\.(?:[\\/]|$)/.test(path));
}

/** Follows links as far as the path exists; the rest is taken as written. */
function realPath(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync.native(absolute);
  } catch {
    const parent = dirname(absolute);
    return parent === absolute ? absolute : join(realPath(parent), basename(absolute));
  }
}

function liesInFile(path: string): boolean {
  const parent = dirname(path);
  const found = statSync(parent, { throwIfNoEntry: false });
  return found === undefined ? parent !== path && liesInFile(parent) : !found.isDirectory();
}

function list(folder: string): readonly string[] | 'file' {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return [];
  return found.isDirectory() ? readdirSync(folder) : 'file';
}
