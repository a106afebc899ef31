import { describe, expect, it } from 'vitest';
import { switchHookOff, switchHookOn } from '../../src/git/hook.ts';
import { gitIn, type RunGit } from '../../src/git/run-git.ts';
import { repository, temporaryFolder, type Folder } from './repository.ts';

/** git as the program runs it, without the settings of who runs the tests. */
function gitOf(folder: Folder): RunGit {
  return (args) => {
    const { status, printed } = folder.git(...args);
    return { status: status ?? 1, output: printed, errors: printed };
  };
}

const hooksPath = (folder: Folder) => folder.git('config', '--get', 'core.hooksPath').printed.trim();

describe('the switch of the pre-commit hook', () => {
  it('goes on and off, and says when it already was', () => {
    const folder = repository();
    expect(switchHookOn(gitOf(folder))).toContain('已打开');
    expect(hooksPath(folder)).toBe('.githooks');
    expect(switchHookOn(gitOf(folder))).toContain('已经是打开的');
    expect(switchHookOff(gitOf(folder))).toContain('已关闭');
    expect(hooksPath(folder)).toBe('');
    expect(switchHookOff(gitOf(folder))).toContain('本来就没有打开');
  });

  it('leaves hooks alone that someone else has set up', () => {
    const folder = repository();
    folder.git('config', 'core.hooksPath', '.husky');
    expect(() => switchHookOn(gitOf(folder))).toThrow('core.hooksPath 已设为“.husky”，没有改动');
    expect(switchHookOff(gitOf(folder))).toContain('本来就没有打开');
    expect(hooksPath(folder)).toBe('.husky');
  });

  it('says what to do where there is no git repository', () => {
    expect(() => switchHookOn(gitOf(temporaryFolder()))).toThrow('不在 git 仓库里');
  });

  it('says that it cannot be where the program is a folder of a larger repository', () => {
    const folder = repository();
    folder.write('program/README.md', '');
    const below: RunGit = (args) => gitOf(folder)(['-C', 'program', ...args]);
    expect(() => switchHookOn(below)).toThrow('不在 git 仓库的最上层');
  });

  it('is one command, which refuses politely', () => {
    const folder = repository();
    const hook = (...args: string[]) =>
      folder.run(process.execPath, 'src/cli/mingzhang.mjs', 'hook', ...args);
    expect(hook()).toMatchObject({ status: 0, printed: expect.stringContaining('已打开') as unknown });
    expect(hook('--off')).toMatchObject({ status: 0, printed: '已关闭提交前的检查。\n' });
    folder.git('config', 'core.hooksPath', 'elsewhere');
    const refused = hook();
    expect(refused.status).toBe(1);
    expect(refused.printed).toContain('elsewhere');
    expect(refused.printed).not.toContain('    at ');
  });

  it('names git where git is missing', () => {
    const path = process.env.PATH;
    process.env.PATH = '';
    try {
      expect(() => gitIn(import.meta.dirname)(['--version'])).toThrow('没有找到 git');
    } finally {
      process.env.PATH = path;
    }
  });
});
