import { PublishingError } from '../../files/user-error.ts';
import { folderTarget } from './folder.ts';
import { branchTarget } from './git-branch.ts';
import { rsyncTarget } from './rsync.ts';
import type { Target } from './target.ts';

/**
 * The target that is named by `git:branch`, `rsync:user@host:/folder`, `rsync://host/module`, or a folder's path.
 *
 * @param options.guarded folders that no target may touch: the content, the built site.
 * @throws PublishingError
 */
export function openTarget(
  to: string,
  {
    guarded,
    content,
    push,
  }: { readonly guarded: readonly string[]; readonly content: string; readonly push: boolean },
): Target {
  if (to.startsWith('git:')) return branchTarget(to.slice('git:'.length), content, push);
  if (push) throw new PublishingError('--push 只用于 git 分支：--to git:分支名。');
  if (to.startsWith('rsync://')) return rsyncTarget(to);
  if (to.startsWith('rsync:')) return rsyncTarget(to.slice('rsync:'.length));
  if (/^[\w.+-]+:\/\//.test(to))
    throw new PublishingError(
      `不能发布到“${to}”：能写文件夹、rsync:账号@服务器:/文件夹、rsync://服务器/模块/文件夹，或 git:分支名。`,
    );
  if (/^(?:[\w.-]+@)?[\w.-]{2,}:/.test(to))
    throw new PublishingError(`不知道“${to}”是哪里。用 rsync 传到服务器的，写作 rsync:${to}；文件夹写路径。`);
  return folderTarget(to, guarded);
}
