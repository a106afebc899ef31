import { flag } from '../option.ts';
import { defineCommand } from '../run-command.ts';
import { switchHookOff, switchHookOn } from '../../git/hook.ts';
import { gitIn } from '../../git/run-git.ts';

export default defineCommand(
  {
    name: 'hook',
    summary: '打开提交前的检查：以后 git commit 之前自动检查将要提交的内容，有错误就不能提交。',
    options: { off: flag('关闭提交前的检查') },
    examples: ['npm run hook', 'npm run hook -- --off'],
  },
  ({ off }) => {
    const git = gitIn(process.cwd());
    process.stdout.write(`${off ? switchHookOff(git) : switchHookOn(git)}\n`);
    return Promise.resolve(0);
  },
);
