import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { PublishingError, UserError } from './user-error.ts';

const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满，请腾出空间后重新运行',
  EFBIG: '文件比系统允许的大，请检查对文件大小的限制',
  EDQUOT: '磁盘配额已满，请腾出空间后重新运行',
  EACCES: '没有权限，请检查这个位置和它上级文件夹的读写权限',
  EPERM: '系统不允许，请检查权限，并关闭正在使用它的程序',
  EROFS: '这里是只读的，请检查权限，或换一个位置',
  ENOTDIR: '路径的上级不是文件夹，请检查路径',
  ENOENT: '路径不存在，请检查路径',
  EEXIST: '已有同名的文件，请换一个名字',
  ENOTEMPTY: '另一个程序正在往这个文件夹里写，请等它完成后重新运行',
  EISDIR: '这里是一个文件夹，应是文件，请检查路径',
  ENAMETOOLONG: '路径太长，请换一个短一些的',
  ELOOP: '链接转了圈，请检查路径',
  EMFILE: '打开的文件太多，请关闭其他程序后重新运行',
  EBUSY: '它正被其他程序使用，或是一个挂载点，请关闭那个程序，或用 --out 换到它里面的一个文件夹',
  EXDEV: '它不能整体移动（挂载点，或容器映像中的文件夹），请先删除它，或用 --out 换一个位置',
};

/** What is said of what could not be read, where it is not the same. */
const READING: Readonly<Record<string, string>> = {
  ENOENT: '它不在了，可能在运行期间被移走，请放回原处后重新运行',
  EROFS: '这里是只读的，请检查权限',
};

/** Numbers of the system's errors, as tools that are no JavaScript have them in their texts: `(os error 28)`. */
const NUMBERS: Readonly<Record<string, string>> = {
  1: 'EPERM',
  2: 'ENOENT',
  13: 'EACCES',
  27: 'EFBIG',
  28: 'ENOSPC',
  30: 'EROFS',
  122: 'EDQUOT',
};

/** Puts an error of the system into a sentence; what is already one, or no error of the system, stays as it is. */
export function toPublishingError(error: unknown, place: string): unknown {
  if (error instanceof UserError) return error;
  const path = pathOf(error) ?? place;
  const found = codeOf(error);
  if (found === undefined) return error;
  const isRead = isReading(error, path);
  const code = isRead || found !== 'ENOENT' ? found : causeAbove(path);
  const advice = (isRead ? READING[code] : undefined) ?? ADVICE[code];
  return new PublishingError(`${isRead ? '读不出' : '写不进'}“${path}”：${advice ?? ''}（${code}）。`, {
    cause: error,
  });
}

/** The system's code of an error or of what caused it; tools that wrap errors often leave it in the text only. */
function codeOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && at.code in ADVICE) return at.code;
    const inText =
      /\b(E[A-Z]{3,7})\b/.exec(at.message)?.[1] ?? NUMBERS[/\(os error (\d+)\)/.exec(at.message)?.[1] ?? ''];
    if (inText !== undefined && inText in ADVICE) return inText;
  }
  return undefined;
}

/** The path that could not be read or written; an error of copying names it second, after what was read. */
function pathOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('dest' in error && typeof error.dest === 'string') return error.dest;
  return 'path' in error && typeof error.path === 'string' ? error.path : undefined;
}

/** Whether something could not be read. */
function isReading(error: unknown, path: string): boolean {
  const call = error instanceof Error && 'syscall' in error ? error.syscall : undefined;
  // What cannot be opened for reading is missing from its folder, or may not be read, for the very same reason.
  if (call === 'open')
    return existsSync(dirname(path)) && codeOf(accessError(path, constants.R_OK)) === codeOf(error);
  return typeof call === 'string' && /^(?:read|scandir|l?stat|readlink|access)/.test(call);
}

/** Why nothing can be made at a path whose folder is not there: the nearest one that is there may not be written to. */
function causeAbove(path: string): string {
  const parent = dirname(path);
  if (!existsSync(parent) && parent !== path) return causeAbove(parent);
  return codeOf(accessError(parent, constants.W_OK)) ?? 'ENOENT';
}

function accessError(path: string, mode: number): unknown {
  try {
    accessSync(path, mode);
    return undefined;
  } catch (error) {
    return error;
  }
}
