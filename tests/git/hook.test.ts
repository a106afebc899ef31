import { describe, expect, it } from 'vitest';
import { switchHookOff, switchHookOn } from '../../src/git/hook.ts';
import { gitIn, outputOf, repositoryOf, type Repository } from '../../src/git/run-git.ts';
import { repository, temporaryFolder, type Folder } from './repository.ts';

/** A repository as the program sees it, without the settings of who runs the tests. */
const seen = (folder: Folder): Repository => ({
  top: folder.path,
  path: 'content',
  git: (args) => {
    const { status, printed } = folder.git(...args);
    return { status: status ?? 1, output: printed, errors: printed };
  },
});

const switchOn = (folder: Folder) => switchHookOn(seen(folder), [process.execPath, 'made-up.mjs']);

const hooksPath = (folder: Folder) => folder.git('config', '--get', 'core.hooksPath').printed.trim();

describe('the switch of the pre-commit hook', () => {
  it('goes on and off, and says when it already was', () => {
    const folder = repository();
    expect(switchOn(folder)).toContain('已打开');
    expect(hooksPath(folder)).toBe('.githooks');
    expect(switchOn(folder)).toContain('已经是打开的');
    expect(switchHookOff(seen(folder))).toContain('已关闭');
    expect(hooksPath(folder)).toBe('');
    expect(switchHookOff(seen(folder))).toContain('本来就没有打开');
  });

  it('leaves hooks alone that someone else has set up', () => {
    const folder = repository();
    folder.git('config', 'core.hooksPath', '.husky');
    expect(() => switchOn(folder)).toThrow('core.hooksPath 已设为“.husky”，没有改动');
    expect(switchHookOff(seen(folder))).toContain('本来就没有打开');
    expect(hooksPath(folder)).toBe('.husky');
  });

  it('lets git show Chinese names of files as they are', () => {
    const folder = repository();
    switchOn(folder);
    folder.write('content/附件.txt', '');
    expect(folder.git('status', '--short', '-uall').printed).toContain('?? content/附件.txt');
  });

  it('leaves a hook alone that someone else has written', () => {
    const folder = temporaryFolder();
    folder.git('init', '--quiet');
    folder.write('.git/hooks/pre-commit', '#!/bin/sh\nexit 0\n');
    expect(() => switchOn(folder)).toThrow(/已经有别的提交前检查.*没有改动/);
    expect(switchHookOff(seen(folder))).toContain('本来就没有打开');
  });

  it('says what to do where there is no git repository', () => {
    expect(() => repositoryOf(temporaryFolder().path)).toThrow('不在 git 仓库里');
  });

  it.each([
    ["fatal: detected dubious ownership in repository at '/a'", /不信任.*safe\.directory/],
    ["fatal: Unable to create '/a/.git/index.lock': File exists.", /还没有结束/],
    ['fatal: made up', /git 没有成功，它的原话是：fatal: made up/],
  ])('explains what git says in English: %s', (errors, sentence) => {
    expect(() => outputOf({ status: 128, output: '', errors })).toThrow(sentence);
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
