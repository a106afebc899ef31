import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { switchHookOff, switchHookOn } from '../../git/hook.ts';
import { repositoryOf } from '../../git/run-git.ts';
import { flag } from '../option.ts';
import { content } from '../options.ts';
import { defineCommand } from '../run-command.ts';

const PROGRAM = fileURLToPath(new URL('../mingzhang.mjs', import.meta.url));

export default defineCommand(
  {
    name: 'hook',
    summary: '打开提交前的检查：以后 git commit 之前自动检查将要提交的内容，有错误就不能提交。',
    options: { content, off: flag('关闭提交前的检查') },
    examples: ['npm run hook', 'npm run hook -- --off'],
  },
  ({ content: directory, off }) => {
    const repository = repositoryOf(directory);
    const check = [process.execPath, PROGRAM, 'check', '--staged', '--content', resolve(directory)];
    process.stdout.write(`${off ? switchHookOff(repository) : switchHookOn(repository, check)}\n`);
    return Promise.resolve(0);
  },
);
