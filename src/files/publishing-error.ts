import { UserError } from './user-error.ts';

/** Why a site could not be built or put in its place, as one sentence for the user that says what to do. */
export class PublishingError extends UserError {
  override readonly name = 'PublishingError';
}

const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满，请腾出空间后重新运行',
  EDQUOT: '磁盘配额已满，请腾出空间后重新运行',
  EACCES: '没有权限，请检查这个位置和它上级文件夹的读写权限',
  EPERM: '系统不允许，请检查权限，并关闭正在使用它的程序',
  EROFS: '这里是只读的，请用 --out 换一个位置',
  ENOTDIR: '路径的上级不是文件夹，请检查路径',
  ENOENT: '路径不存在，请检查路径',
  EEXIST: '已有同名的文件，请换一个名字',
  EISDIR: '这里是一个文件夹，应是文件，请检查路径',
  ENAMETOOLONG: '路径太长，请换一个短一些的',
  ELOOP: '链接转了圈，请检查路径',
  EMFILE: '打开的文件太多，请关闭其他程序后重新运行',
  EBUSY: '它正被其他程序使用，或是一个挂载点，请关闭那个程序，或用 --out 换到它里面的一个文件夹',
  EXDEV: '它不能整体移动（挂载点，或容器映像中的文件夹），请先删除它，或用 --out 换一个位置',
};

/** Puts an error of the system into a sentence; what is already one, or no error of the system, stays as it is. */
export function toPublishingError(error: unknown, place: string): unknown {
  if (error instanceof UserError) return error;
  const code = codeOf(error);
  const advice = code === undefined ? undefined : ADVICE[code];
  if (code === undefined || advice === undefined) return error;
  return new PublishingError(`写不进“${pathOf(error) ?? place}”：${advice}（${code}）。`, { cause: error });
}

/** The system's code of an error or of what caused it; tools that wrap errors often leave it in the text only. */
function codeOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && at.code in ADVICE) return at.code;
    const inText = /\b(E[A-Z]{3,7})\b/.exec(at.message)?.[1];
    if (inText !== undefined && inText in ADVICE) return inText;
  }
  return undefined;
}

/** The path that could not be written; an error of copying names it second, after what was read. */
function pathOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('dest' in error && typeof error.dest === 'string') return error.dest;
  return 'path' in error && typeof error.path === 'string' ? error.path : undefined;
}
