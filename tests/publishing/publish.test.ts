import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hashFiles } from '../../src/files/hash-files.ts';
import { describePublication } from '../../src/publishing/describe-publication.ts';
import { planPublication, stagesOf } from '../../src/publishing/plan-publication.ts';
import { siteToPublish } from '../../src/publishing/site-to-publish.ts';
import { openTarget } from '../../src/publishing/targets/open-target.ts';
import { serverEnvironment } from '../../scripts/setup/servers.mjs';
import { findServer, freePort, waitForPort } from '../setup/servers.ts';

let place: string;
let site: string;
let content: string;

const write = (path: string, text: string) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};
const textOf = (...path: readonly string[]) => readFileSync(join(place, ...path), 'utf8');

/** A made-up site as a build leaves it, of the content as it is. */
async function build(files: Readonly<Record<string, string>>): Promise<void> {
  rmSync(site, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) write(join(site, path), text);
  const state = { commit: 'c'.repeat(40), changed: false };
  const manifest = {
    program: { mingzhang: '0.0.0', node: '24.0.0', ...state },
    settings: { siteUrl: null, basePath: '/' },
    content: { ...state, files: await hashFiles(content) },
    files: await hashFiles(site),
  };
  write(join(site, 'manifest.json'), JSON.stringify(manifest));
}

const FIRST = {
  'index.html': '一',
  '404.html': '没有',
  '_assets/a.1.js': '甲',
  '2022/index.html': '年',
  '.nojekyll': '',
};
const SECOND = {
  'index.html': '二',
  '404.html': '没有',
  '_assets/a.2.js': '乙',
  'about/index.html': '关于',
  '.nojekyll': '',
};

const open = (to: string, push = false) => openTarget(to, { guarded: [site, content], content, push });

async function plan(to: string, takeOver = false) {
  const target = open(to);
  const built = await siteToPublish(site, content, { evenIfOutdated: false });
  return { target, built, publication: planPublication(built.files, await target.read(built), takeOver) };
}

async function publish(to: string, takeOver = false) {
  const { target, built, publication } = await plan(to, takeOver);
  expect(publication.inTheWay).toEqual([]);
  await target.write(publication, built);
  return publication;
}

/** Lets the program find what was brought for tests. */
function useServers(): void {
  const { PATH, LD_LIBRARY_PATH } = serverEnvironment();
  vi.stubEnv('PATH', PATH);
  vi.stubEnv('LD_LIBRARY_PATH', LD_LIBRARY_PATH);
}

/** All files below a folder with what they hold. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'mingzhang-publish-'));
  site = join(place, 'dist');
  content = join(place, 'content');
  write(join(content, 'site.yaml'), '站点名称: 虚构站点\n');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(place, { recursive: true, force: true });
});

describe.each(['folder', 'rsync', 'ssh'])('publishing to a %s', (kind) => {
  let to = '';
  let www = '';
  let stop: () => void = () => undefined;
  const rsync = kind === 'folder' ? '' : findServer('rsync');
  beforeEach(async () => {
    www = join(place, 'www');
    mkdirSync(www);
    if (kind === 'folder') to = www;
    else {
      useServers();
    }
    if (kind === 'rsync') {
      const port = await freePort();
      const user = process.getuid?.() === 0 ? 'uid = root\ngid = root\n' : '';
      const settings = `${user}use chroot = no\n[www]\npath = ${place}\nread only = no\n`;
      write(join(place, 'rsyncd.conf'), settings);
      const args = [
        '--daemon',
        '--no-detach',
        `--config=${join(place, 'rsyncd.conf')}`,
        `--port=${String(port)}`,
      ];
      const daemon = spawn(rsync ?? '', [...args, '--address=127.0.0.1'], { stdio: 'ignore' });
      stop = () => daemon.kill();
      await waitForPort(port);
      to = `rsync://127.0.0.1:${String(port)}/www/www`;
    }
    if (kind === 'ssh') {
      // What the server would be asked to run is run here.
      write(
        join(place, 'ssh'),
        '#!/bin/sh\nshift\nwhile [ "$1" != rsync ]; do shift; done\nexec sh -c "$*"\n',
      );
      chmodSync(join(place, 'ssh'), 0o755);
      vi.stubEnv('RSYNC_RSH', join(place, 'ssh'));
      to = `rsync:editor@www.example.invalid:${www}`;
    }
  });
  afterEach(() => {
    stop();
  });

  it.skipIf(rsync === undefined)(
    'brings all files, then what changed, and removes only its own',
    async () => {
      await build(FIRST);
      await publish(to);
      expect(filesIn(www)).toEqual(filesIn(site));
      write(join(www, 'CNAME'), 'www.example.invalid');
      write(join(www, '2022/note.txt'), '别人的');
      await build(SECOND);
      const publication = await publish(to);
      expect(publication.added.map(({ path }) => path).sort()).toEqual([
        '_assets/a.2.js',
        'about/index.html',
      ]);
      expect(publication.changed.map(({ path }) => path).sort()).toEqual(['index.html', 'manifest.json']);
      expect([...publication.removed].sort()).toEqual(['2022/index.html', '_assets/a.1.js']);
      expect([...publication.foreign].sort()).toEqual(['2022/note.txt', 'CNAME']);
      expect(filesIn(www)).toEqual({
        ...filesIn(site),
        CNAME: 'www.example.invalid',
        '2022/note.txt': '别人的',
      });
      expect(await publish(to)).toMatchObject({ added: [], changed: [], removed: [], isResumed: false });
    },
  );

  it.skipIf(rsync === undefined)(
    'removes folders that are empty then, and puts a folder where a file was',
    async () => {
      await build({ ...FIRST, about: '文件', '2021/1/index.html': '旧' });
      await publish(to);
      await build({ ...FIRST, 'about/index.html': '关于' });
      await publish(to);
      expect(readdirSync(www).sort()).toEqual(readdirSync(site).sort());
      expect(filesIn(www)).toEqual(filesIn(site));
    },
  );

  it.skipIf(rsync === undefined)(
    'refuses where a file of others is in the way, unless it is told to take over',
    async () => {
      write(join(www, 'index.html'), '别人的首页');
      await build(FIRST);
      expect((await plan(to)).publication.inTheWay).toEqual(['index.html']);
      await publish(to, true);
      expect(textOf('www/index.html')).toBe('一');
    },
  );

  it.skipIf(rsync === undefined)(
    'finishes what was cut short, also where the site has changed meanwhile',
    async () => {
      await build(FIRST);
      await publish(to);
      await build({ ...SECOND, 'half.html': '只在中断的那次里' });
      // As a publication leaves it that ended in its midst.
      write(join(www, '.mingzhang-publishing'), readFileSync(join(site, 'manifest.json'), 'utf8'));
      for (const path of ['half.html', '_assets/a.2.js', 'index.html'])
        write(join(www, path), readFileSync(join(site, path), 'utf8'));
      await build({ ...SECOND, 'index.html': '三' });
      const publication = await publish(to);
      expect(publication.isResumed).toBe(true);
      expect(publication.removed).toContain('half.html');
      expect(filesIn(www)).toEqual(filesIn(site));
    },
  );

  it.skipIf(rsync === undefined)(
    'brings a new signature with a new manifest, and takes away one that no longer counts',
    async () => {
      const sign = (text: string) => {
        write(join(site, 'manifest.json.sig'), text);
      };
      await build(FIRST);
      sign('签名一');
      await publish(to);
      expect(await publish(to)).toMatchObject({ added: [], changed: [], removed: [] });
      await build(SECOND);
      sign('签名二');
      await publish(to);
      expect(filesIn(www)).toEqual(filesIn(site));
      await build(FIRST);
      expect((await publish(to)).removed).toContain('manifest.json.sig');
      expect(filesIn(www)).toEqual(filesIn(site));
    },
  );

  it.skipIf(rsync === undefined)(
    'says nothing of a new state where the site is built anew meanwhile, and brings it all the next time',
    async () => {
      await build(FIRST);
      await publish(to);
      const before = textOf('www/manifest.json');
      await build(SECOND);
      const { target, built, publication } = await plan(to);
      await build({ ...SECOND, 'index.html': '三' });
      await expect(target.write(publication, built)).rejects.toThrow(/发布期间.*变了/);
      expect(textOf('www/manifest.json')).toBe(before);
      await publish(to);
      expect(filesIn(www)).toEqual(filesIn(site));
    },
  );

  it.skipIf(rsync === undefined)(
    'takes names with spaces, quotes and Chinese signs as they are',
    async () => {
      await build({ ...FIRST, "sources/a b'$(x);.txt": '甲', 'sources/预算 -e.txt': '乙' });
      await publish(to);
      expect(filesIn(www)).toEqual(filesIn(site));
      await build(FIRST);
      await publish(to);
      expect(filesIn(www)).toEqual(filesIn(site));
    },
  );
});

describe('publishing to a folder', () => {
  const www = () => join(place, 'www');

  it('makes the folder where there is none', async () => {
    await build(FIRST);
    await publish(join(place, 'srv/new'));
    expect(filesIn(join(place, 'srv/new'))).toEqual(filesIn(site));
  });

  it('names a file that others changed since, and neither replaces nor removes it', async () => {
    await build(FIRST);
    await publish(www());
    write(join(www(), 'index.html'), '有人改过');
    write(join(www(), '2022/index.html'), '有人改过');
    await build(SECOND);
    const { publication } = await plan(www());
    expect(publication.inTheWay).toEqual(['index.html']);
    expect(publication.foreign).toEqual(['2022/index.html']);
  });

  it('does not write through a link', async () => {
    mkdirSync(join(place, 'elsewhere'));
    mkdirSync(www());
    symlinkSync(join(place, 'elsewhere'), join(www(), '_assets'));
    await build(FIRST);
    expect((await plan(www())).publication.inTheWay).toEqual(['_assets']);
    expect((await plan(www(), true)).publication.inTheWay).toEqual(['_assets']);
    expect(readdirSync(join(place, 'elsewhere'))).toEqual([]);
  });

  it('changes nothing where a file cannot be brought', async () => {
    await build(FIRST);
    await publish(www());
    await build(SECOND);
    const { target, built, publication } = await plan(www());
    appendFileSync(join(site, 'about/index.html'), '另一次生成');
    await expect(target.write(publication, built)).rejects.toThrow(/发布期间.*变了/);
    expect(textOf('www/index.html')).toBe('一');
    expect(existsSync(join(www(), '_assets/a.1.js'))).toBe(true);
    await build(SECOND);
    await publish(www());
    expect(filesIn(www())).toEqual(filesIn(site));
  });

  it.each(['content', 'content/inner', 'dist', '.'])(
    'refuses %s, which holds or is what is not to be touched',
    (path) => {
      mkdirSync(content, { recursive: true });
      expect(() => open(join(place, path))).toThrow(/互相包含/);
    },
  );
});

describe('what is published', () => {
  it('is refused where a file is missing, another or unfinished', async () => {
    await build(FIRST);
    const ready = () => siteToPublish(site, content, { evenIfOutdated: false });
    await expect(ready()).resolves.toMatchObject({ foreign: [] });
    write(join(site, 'index.html'), '改过');
    await expect(ready()).rejects.toThrow(/“index.html”和生成时不同/);
    rmSync(join(site, 'index.html'));
    await expect(ready()).rejects.toThrow(/少了“index.html”/);
    rmSync(join(site, 'manifest.json'));
    await expect(ready()).rejects.toThrow(/没有完整的网站/);
  });

  it('is refused where the content is newer, unless that is meant', async () => {
    await build(FIRST);
    appendFileSync(join(content, 'site.yaml'), '发布机构: 虚构机构\n');
    await expect(siteToPublish(site, content, { evenIfOutdated: false })).rejects.toThrow(
      /又改过“site.yaml”.*npm run build/,
    );
    await siteToPublish(site, content, { evenIfOutdated: true });
  });

  it('has the signature of its manifest, and no file that lies there by chance', async () => {
    await build(FIRST);
    write(join(site, 'manifest.json.sig'), 'signature');
    write(join(site, 'backup.zip'), 'secret');
    const { files, foreign } = await siteToPublish(site, content, { evenIfOutdated: false });
    expect(files.map(({ path }) => path)).toContain('manifest.json.sig');
    expect(foreign).toEqual(['backup.zip']);
  });

  it('comes in an order in which no page names what is not there: assets, pages, the manifest last', async () => {
    await build(FIRST);
    const { publication } = await plan(join(place, 'www'));
    expect(stagesOf(publication).map((stage) => stage.map(({ path }) => path).sort())).toEqual([
      ['.nojekyll', '_assets/a.1.js'],
      ['2022/index.html', '404.html'],
      ['index.html'],
      ['manifest.json'],
    ]);
    expect(describePublication(publication, 'www')).toMatch(/新增6个文件（\d+ KB）/);
  });
});

describe('an address to publish to', () => {
  it.each([
    'rsync:-e sh@host:/www',
    'rsync:host:-e',
    'rsync:-oProxyCommand=x:/www',
    'rsync:host:/www/../etc',
    'rsync:host:/www;rm',
    'rsync:host:/$(x)',
    'rsync:host:/a b',
    'rsync://host/module/../x',
    'rsync://ho st/module',
    'rsync:/local/path',
    'rsync://-host/www',
  ])('like %j is refused', (to) => {
    expect(() => open(to)).toThrow(/不是 rsync 的地址/);
  });
  it('that looks like a server’s is no folder', () => {
    expect(() => open('editor@host:/www')).toThrow(/写作 rsync:editor@host:\/www/);
    expect(() => open('ftp://host/www')).toThrow(/能写文件夹、rsync:账号@服务器/);
  });
  it('is told in plain words where nothing answers', async () => {
    useServers();
    await build(FIRST);
    if (findServer('rsync') === undefined) return;
    await expect(plan(`rsync://127.0.0.1:${String(await freePort())}/www`)).rejects.toThrow(/连不上服务器/);
  });
  it('of rsync says what is missing where there is no rsync', async () => {
    vi.stubEnv('PATH', place);
    await build(FIRST);
    await expect(plan('rsync:host:/www')).rejects.toThrow(/没有找到 rsync.*apt-get install rsync/);
  });
});

describe('publishing to a branch', () => {
  const git = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: place, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };
  beforeEach(() => {
    const who = { NAME: '编辑', EMAIL: 'editor@example.invalid' };
    for (const role of ['AUTHOR', 'COMMITTER'])
      for (const [key, value] of Object.entries(who)) vi.stubEnv(`GIT_${role}_${key}`, value);
    vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
    git('init', '--quiet', '--initial-branch', 'main');
    git('config', 'core.autocrlf', 'true');
    write(join(place, '.gitignore'), 'dist\n*.html\n');
    git('add', 'content', '.gitignore');
    git('commit', '--quiet', '-m', '内容');
  });

  it('makes one commit a publication, which names the content’s, and touches neither work tree nor index', async () => {
    await build({ ...FIRST, 'lines.csv': 'a\r\nb\r\n' });
    write(join(place, 'content/new.yaml'), '还没有提交');
    await build({ ...FIRST, 'lines.csv': 'a\r\nb\r\n' });
    git('add', 'content/new.yaml');
    const before = [git('status', '--porcelain'), git('rev-parse', 'main')];
    await publish('git:pages');
    await build(SECOND);
    await publish('git:pages');
    expect([git('status', '--porcelain'), git('rev-parse', 'main')]).toEqual(before);
    expect(git('log', '--format=%s', 'pages')).toBe(`发布网站：内容提交 ${'c'.repeat(12)}\n`.repeat(2));
    expect(git('ls-tree', '-r', '--name-only', 'pages').split('\n').filter(Boolean).sort()).toEqual(
      [...Object.keys(SECOND), 'manifest.json'].sort(),
    );
    expect(git('show', 'pages~1:lines.csv')).toBe('a\r\nb\r\n');
  });

  it('keeps what others put there', async () => {
    await build(FIRST);
    await publish('git:pages');
    git('worktree', 'add', '--quiet', join(place, 'other'), 'pages');
    write(join(place, 'other/CNAME'), 'www.example.invalid');
    for (const args of [
      ['add', '-f', 'CNAME'],
      ['commit', '--quiet', '-m', '域名'],
    ])
      spawnSync('git', args, { cwd: join(place, 'other') });
    git('worktree', 'remove', '--force', join(place, 'other'));
    await build(SECOND);
    await publish('git:pages');
    expect(git('show', 'pages:CNAME')).toBe('www.example.invalid');
  });

  it('pushes where that is asked for, and after what was published elsewhere meanwhile', async () => {
    const remote = join(place, 'remote.git');
    git('init', '--quiet', '--bare', remote);
    git('remote', 'add', 'origin', remote);
    const send = async () => {
      const target = open('git:pages', true);
      const built = await siteToPublish(site, content, { evenIfOutdated: false });
      return await target.write(planPublication(built.files, await target.read(built), false), built);
    };
    await build(FIRST);
    expect((await send()).join('')).toMatch(/已推送到 origin/);
    git('update-ref', '-d', 'refs/heads/pages');
    await build(SECOND);
    await send();
    expect(git('--git-dir', remote, 'rev-list', '--count', 'pages').trim()).toBe('2');
  });

  it('pushes what was published without a push, and asks for no more where nothing waits', async () => {
    const remote = join(place, 'remote.git');
    git('init', '--quiet', '--bare', remote);
    git('remote', 'add', 'origin', remote);
    await build(FIRST);
    await publish('git:pages');
    const target = open('git:pages', true);
    const built = await siteToPublish(site, content, { evenIfOutdated: false });
    const nothing = planPublication(built.files, await target.read(built), false);
    expect(nothing).toMatchObject({ added: [], changed: [], removed: [] });
    expect(target.unsent?.()).toBe('把分支“pages”推送到 origin？');
    expect((await target.write(nothing, built)).join('')).toBe('已推送到 origin。');
    expect(git('--git-dir', remote, 'rev-parse', 'pages')).toBe(git('rev-parse', 'pages'));
    await target.read(built);
    expect(target.unsent?.()).toBe(undefined);
  });

  it.each([
    ['git:main', /正在使用/],
    ['git:-f', /不能作分支的名称/],
    ['git:a..b', /不能作分支的名称/],
    ['git:', /不能作分支的名称/],
  ])('%s is refused', async (to, words) => {
    await build(FIRST);
    expect(() => open(to)).toThrow(words);
  });

  it('refuses a branch of other things', async () => {
    git('branch', 'work');
    await build(FIRST);
    await expect(plan('git:work')).rejects.toThrow(/没有本程序发布的网站/);
  });
});

it('the command shows what it would do, asks for a terminal or --yes, and then does it', async () => {
  await build(FIRST);
  const run = (...args: readonly string[]) =>
    spawnSync(
      process.execPath,
      [
        'src/cli/mingzhang.mjs',
        'publish',
        '--content',
        content,
        '--out',
        site,
        '--to',
        join(place, 'www'),
        ...args,
      ],
      { encoding: 'utf8', input: '' },
    );
  const asked = run();
  expect([asked.status, existsSync(join(place, 'www'))]).toEqual([2, false]);
  expect(asked.stdout).toMatch(/新增6个文件/);
  expect(asked.stderr).toMatch(/--yes/);
  expect(run('--dry-run')).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('没有发布') as string,
  });
  expect(run('--yes')).toMatchObject({ status: 0, stdout: expect.stringContaining('已发布') as string });
  expect(filesIn(join(place, 'www'))).toEqual(filesIn(site));
});
