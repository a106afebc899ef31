import { describe, expect, it } from 'vitest';
import { writeProject } from '../../src/files/write-project.ts';
import { madeUpDepartment, writeMadeUpContent } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';
import { repository, temporaryFolder, type Folder } from './repository.ts';

const project = sampleProject();
const PATH = `content/2099/999001/projects/${project.code}.yaml`;
const SOUND = writeProject(project);
const BROKEN = SOUND.replace('预算数: 100.00', '预算数：100.00');

/** A repository with the hook switched on and sound content committed. */
function withContent(): Folder {
  const folder = repository();
  writeMadeUpContent(`${folder.path}/content`, [
    madeUpDepartment({ year: 2099, code: '999001', projects: [project] }),
  ]);
  folder.git('config', 'core.hooksPath', '.githooks');
  folder.git('add', 'content');
  const first = folder.git('commit', '-m', 'Begin');
  if (first.status !== 0) throw new Error(first.printed);
  return folder;
}

const commits = (folder: Folder) => folder.git('rev-list', '--count', 'HEAD').printed.trim();

describe('the pre-commit hook', () => {
  it('refuses content with an error, names file, line and correction, and says how to go on', () => {
    const folder = withContent();
    folder.write(PATH, BROKEN);
    folder.git('add', 'content');
    const { status, printed } = folder.git('commit', '-m', 'Break');
    expect(status).not.toBe(0);
    expect(printed).toContain(`${PATH}:5:`);
    expect(printed).toContain('预算数: 100.00');
    expect(printed).toContain('没有提交');
    expect(printed).toContain('git add content');
    expect(printed).not.toContain('mingzhang-staged');
    expect(commits(folder)).toBe('1');
    folder.write(PATH, `${SOUND}# 已改正\n`);
    folder.git('add', 'content');
    expect(folder.git('commit', '-m', 'Fix').status).toBe(0);
  });

  it('checks what is staged: neither a mistake nor a fixing that is only saved counts', () => {
    const folder = withContent();
    folder.write(PATH, `${SOUND}# 已暂存\n`);
    folder.git('add', 'content');
    folder.write(PATH, BROKEN);
    expect(folder.git('commit', '-m', 'Sound where staged').status).toBe(0);
    folder.git('add', 'content');
    folder.write(PATH, SOUND);
    expect(folder.git('commit', '-m', 'Broken where staged').status).not.toBe(0);
    expect(commits(folder)).toBe('2');
  });

  it('checks what commit -a and commit FILE bring, and a file that goes away', () => {
    const folder = withContent();
    folder.write(PATH, BROKEN);
    expect(folder.git('commit', '-am', 'All').status).not.toBe(0);
    expect(folder.git('commit', '-m', 'One', '--', PATH).status).not.toBe(0);
    folder.git('checkout', '--', 'content');
    folder.git('rm', '--quiet', 'content/2099/999001/department.md');
    expect(folder.git('commit', '-m', 'Remove').printed).toContain('department/missing');
    expect(commits(folder)).toBe('1');
  });

  it('lets warnings pass, and shows those in the files that change', () => {
    const folder = withContent();
    const changed = SOUND.replace('10月底: 75%', '10月底: 750000%');
    expect(changed).not.toBe(SOUND);
    folder.write(PATH, changed);
    folder.git('add', 'content');
    const { status, printed } = folder.git('commit', '-m', 'Warn');
    expect(status).toBe(0);
    expect(printed).toContain('plan/range');
    folder.write('content/site.yaml', '站点名称: 虚构站点二\n发布机构: 虚构机构\n站点性质: 演示\n');
    folder.git('add', 'content');
    const other = folder.git('commit', '-m', 'Elsewhere');
    expect(other.status).toBe(0);
    expect(other.printed).toContain('没有错误');
    expect(other.printed).not.toContain('plan/range');
  });

  it('does not look at content where none is committed', () => {
    const folder = withContent();
    folder.write(PATH, BROKEN);
    folder.write('notes.txt', 'made up\n');
    folder.git('add', 'notes.txt');
    const { status, printed } = folder.git('commit', '-m', 'Notes');
    expect(status).toBe(0);
    expect(printed).not.toContain('检查');
  });

  it('works in a second work tree of the repository', () => {
    const folder = withContent();
    folder.git('add', '--force', 'package.json', 'scripts', 'src', '.githooks', 'node_modules');
    folder.git('commit', '-m', 'Links to the program');
    const tree = temporaryFolder(`${folder.path}-tree`);
    expect(folder.git('worktree', 'add', '--quiet', tree.path, '-b', 'other').status).toBe(0);
    tree.write(PATH, BROKEN);
    tree.git('add', 'content');
    const refused = tree.git('commit', '-m', 'Break');
    expect(refused.status).not.toBe(0);
    expect(refused.printed).toContain(`${PATH}:5:`);
  });

  it('checks content in a repository of its own, whichever files a commit takes', () => {
    const program = repository();
    const own = temporaryFolder();
    own.git('init', '--quiet', '--initial-branch', 'main');
    writeMadeUpContent(own.path, [madeUpDepartment({ year: 2099, code: '999001', projects: [project] })]);
    const mingzhang = (...args: readonly string[]) =>
      program.run(process.execPath, 'src/cli/mingzhang.mjs', ...args, '--content', own.path);
    expect(mingzhang('hook').printed).toContain('已打开');
    expect(mingzhang('hook').printed).toContain('已经是打开的');
    own.git('add', '.');
    expect(own.git('commit', '-m', 'Begin').printed).toContain('没有错误');
    const path = PATH.replace('content/', '');
    own.write(path, BROKEN);
    for (const args of [
      ['-am', 'All'],
      ['-m', 'One', '--', path],
    ]) {
      const { status, printed } = own.git('commit', ...args);
      expect([status, commits(own)]).toEqual([1, '1']);
      expect(printed).toContain(`\n${path}:5:`.slice(printed.startsWith(path) ? 1 : 0));
      expect(printed).toContain('git add .');
    }
    // A commit of the program's repository has nothing to do with what is staged there.
    own.git('add', '.');
    program.git('config', 'core.hooksPath', '.githooks');
    program.write('notes.txt', 'made up\n');
    program.git('add', 'notes.txt');
    const notes = program.run('env', `CONTENT_DIR=${own.path}`, 'git', 'commit', '-m', 'Notes');
    expect(notes.printed).not.toMatch(/fatal|检查/);
    expect(notes.status).toBe(0);
    expect(mingzhang('hook', '--off').printed).toContain('已关闭');
    expect(own.git('commit', '-m', 'Unchecked').status).toBe(0);
  });

  it('checks content in a folder of a larger repository', () => {
    const folder = temporaryFolder();
    folder.git('init', '--quiet', '--initial-branch', 'main');
    writeMadeUpContent(`${folder.path}/预算/content`, [
      madeUpDepartment({ year: 2099, code: '999001', projects: [project] }),
    ]);
    const switched = folder.run(
      'sh',
      '-c',
      `cd 预算 && "${process.execPath}" "${process.cwd()}/src/cli/mingzhang.mjs" hook`,
    );
    expect(switched.printed).toContain('已打开');
    folder.write(`预算/${PATH}`, BROKEN);
    folder.git('add', '.');
    const { status, printed } = folder.git('commit', '-m', 'Broken');
    expect(status).toBe(1);
    expect(printed).toContain(`预算/${PATH}:5:`);
  });
});
