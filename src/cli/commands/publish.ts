import { createHash } from 'node:crypto';
import { printable } from '../../files/printable.ts';
import { toPublishingError } from '../../files/publishing-error.ts';
import { few } from '../../integration/seal-build.ts';
import { describePublication } from '../../publishing/describe-publication.ts';
import { oneAtATime } from '../../publishing/one-at-a-time.ts';
import { countOf, planPublication } from '../../publishing/plan-publication.ts';
import { recoverFolder } from '../../publishing/replace-folder.ts';
import { siteToPublish } from '../../publishing/site-to-publish.ts';
import { openTarget } from '../../publishing/targets/open-target.ts';
import type { Target } from '../../publishing/targets/target.ts';
import { isAgreed } from '../ask.ts';
import { configuredTarget } from '../configured-content.ts';
import { flag, type Option, type ValuesOf } from '../option.ts';
import { content, out } from '../options.ts';
import { defineCommand, type ExitStatus } from '../run-command.ts';

/** Never from the content: who edits it must not decide where files go. */
const to: Option<string | undefined> = {
  description:
    '发布到哪里：文件夹、rsync:账号@服务器:/文件夹、rsync://服务器/模块 或 git:分支；不写时是 astro.config.mjs 里 mingzhang() 的 publish',
  placeholder: 'TARGET',
  variable: 'PUBLISH_TO',
  read: (given) => given?.at(-1) ?? configuredTarget(),
};

const options = {
  content,
  out,
  to,
  yes: flag('不询问，直接发布'),
  'dry-run': flag('只列出，不发布'),
  'take-over': flag('那里已有同名而不是本程序发布的文件，也替换'),
  outdated: flag('网站不是用现在的内容生成的，也发布'),
  push: flag('发布到 git 分支时，接着推送'),
};

export default defineCommand(
  {
    name: 'publish',
    summary:
      '把已生成的网站发布到指定的地方。先列出将要新增、更新、删除什么，问过再做；只删除本程序以前发布的文件，别的都保留。',
    options,
    examples: [
      'npm run publish -- --to /srv/www/budget --dry-run',
      'npm run publish -- --to rsync:zhangsan@www.example.gov.cn:/srv/www/budget',
      'npm run publish -- --to git:pages --push',
    ],
  },
  async (values) => {
    const { to, content, out, push } = values;
    // npm runs a script of this name when the program itself is published as a package.
    if (process.env.npm_command === 'publish') return 0;
    if (to === undefined) {
      process.stderr.write(
        '不知道发布到哪里。请写 --to，或在 astro.config.mjs 里写 mingzhang({ publish: … })。\n用法见 mingzhang publish --help\n',
      );
      return 2;
    }
    await oneAtATime(() => recoverFolder(out));
    const target = openTarget(to, { guarded: [content, out], content, push });
    return await oneAtATime(() => publish(target, values), {
      name: `publish-${createHash('sha256').update(target.name).digest('hex').slice(0, 16)}`,
      busy: `另一个命令正在发布到 ${target.name}，没有发布。请等它完成，再重新运行。`,
    });
  },
);

async function publish(
  target: Target,
  { content, out, yes, outdated, ...values }: ValuesOf<typeof options>,
): Promise<ExitStatus> {
  const site = await siteToPublish(out, content, { evenIfOutdated: outdated });
  const plan = planPublication(site.files, await target.read(site), values['take-over']);
  process.stdout.write(printable(describePublication(plan, target.name)));
  if (site.foreign.length > 0) {
    process.stderr.write(
      printable(
        `“${out}”里不是本程序生成的文件没有发布：${few(site.foreign)}。要发布的，请放进 public 文件夹，重新生成。\n`,
      ),
    );
  }
  if (plan.inTheWay.length > 0) {
    process.stderr.write(
      '上面“被占用的”文件不是本程序发布的，或发布以后被别人改过，没有发布。请先移走；确实要换成本网站的，加 --take-over。\n',
    );
    return 1;
  }
  const count = countOf(plan);
  const unsent = target.unsent?.();
  if (values['dry-run']) {
    process.stderr.write('只是列出，没有发布。\n');
    return 0;
  }
  if (count === 0 && !plan.isResumed && unsent === undefined) return 0;
  if (!yes && !process.stdin.isTTY) {
    process.stderr.write('这里不是终端，不能询问，没有发布。看过上面列出的以后，请加 --yes 再运行。\n');
    return 2;
  }
  const question = count > 0 ? `发布这${String(count)}处改动？` : (unsent ?? '把没有完成的发布做完？');
  if (!yes && !(await isAgreed(question))) {
    process.stderr.write('没有发布。\n');
    return 0;
  }
  try {
    const notes = await target.write(plan, site);
    process.stdout.write(`已发布。${notes.join('')}\n`);
  } catch (error) {
    process.stderr.write('发布没有完成；改好以后再运行一次，会接着完成。\n');
    throw toPublishingError(error, target.name);
  }
  return 0;
}
