import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { compareFiles, hashFiles } from '../../src/files/hash-files.ts';
import { randomNumbers } from '../setup/random.ts';
import { runMingzhang } from '../setup/run-mingzhang.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const YEARS = fileURLToPath(new URL('../fixtures/over-the-years', import.meta.url));
const isFull = process.env.TEST_FULL === '1';
const place = mkdtempSync(join(tmpdir(), 'mingzhang-rebuild-'));
const content = join(place, 'content');
afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

const git = (...args: readonly string[]) => {
  const own = ['-C', content, '-c', 'user.name=示例', '-c', 'user.email=a@example.org', ...args];
  const { status, stderr } = spawnSync('git', own, { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
};
cpSync(YEARS, content, { recursive: true });
git('init', '--quiet');
git('add', '--all');
git('commit', '--quiet', '--message', 'made-up content');

/** Builds the content in a project: that of the repository, or a copy of it. */
async function buildIn(root: string, out: string, options: readonly string[]) {
  const folder = join(place, out);
  const run = await runMingzhang(['build', '--content', content, '--out', folder, ...options], {
    ...{ root, environment: { SITE_URL: 'https://example.org/budget/', CI: '' } },
  });
  return { ...run, folder };
}

const build = (out: string, ...options: readonly string[]) => buildIn(ROOT, out, options);

/** How the files of two built sites differ. */
async function difference(one: string, other: string) {
  const { changed, added, removed } = compareFiles(await hashFiles(one), await hashFiles(other));
  return [...changed, ...added, ...removed];
}

const filesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

const filesOf = (end: string) =>
  filesIn(content).filter((name) => !name.startsWith('.git') && name.endsWith(end));

type Random = (below: number) => number;

const oneOf = (names: readonly string[], random: Random) => join(content, names[random(names.length)] ?? '');

function change(file: string, pattern: RegExp, to: string) {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(pattern, to));
}

const projects = () => filesOf('.yaml').filter((name) => name.includes('/projects/'));

/** What editors do to a content folder. */
const EDITS: Readonly<Record<string, (random: Random) => void>> = {
  'another word': (random) => {
    change(oneOf(projects(), random), /^资金用途: .*/m, `资金用途: 虚构用途${String(random(1e6))}。`);
  },
  'another name': (random) => {
    change(oneOf(projects(), random), /^项目名称: (.*)/m, `项目名称: 改名${String(random(1e6))}的$1`);
  },
  'another amount': (random) => {
    change(oneOf(projects(), random), /^( +预算数): .*/m, `$1: ${String(random(90_000) / 100)}`);
  },
  'another target': (random) => {
    change(oneOf(projects(), random), /^( +指标值): .*/m, `$1: ≥${String(random(100))}个`);
  },
  'a project more': (random) => {
    const file = oneOf(projects(), random);
    const name = `NEW${String(random(1e6))}`;
    const text = readFileSync(file, 'utf8')
      .replace(/^项目编码: .*/m, `项目编码: ${name}`)
      .replace(/^序号: .*/m, `序号: ${String(500 + random(400))}`);
    writeFileSync(join(dirname(file), `${name}.yaml`), text);
  },
  'a project less': (random) => {
    rmSync(oneOf(projects(), random));
  },
  'a department named otherwise': (random) => {
    change(oneOf(filesOf('department.md'), random), /^部门名称: .*/m, `部门名称: 部门${String(random(99))}`);
  },
  'other goals of a department': (random) => {
    appendFileSync(oneOf(filesOf('department.md'), random), `\n虚构的目标${String(random(1e6))}。\n`);
  },
  'another name of the site': (random) => {
    change(join(content, 'site.yaml'), /^站点名称: .*/m, `站点名称: 虚构站点${String(random(99))}`);
  },
  'a free page': (random) => {
    writeFileSync(join(content, 'pages', `page-${String(random(3))}.md`), page(random));
  },
  'a term': (random) => {
    writeFileSync(
      join(content, 'glossary.yaml'),
      `- 词: 万元\n  官方解释: 解释${String(random(99))}。\n  通俗解释: 一万元。\n`,
    );
  },
  'a year less of a department': (random) => {
    rmSync(dirname(oneOf(filesOf('department.md'), random)), { recursive: true });
  },
  'a commit': () => {
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', '虚构的改动');
  },
};

const HEAD_SCRIPT = `{
  name: 'statistics',
  hooks: {
    'astro:config:setup': async ({ injectScript }) => {
      const { existsSync, readFileSync } = await import('node:fs');
      injectScript('head-inline', 'window.id=' + (existsSync('id.txt') ? readFileSync('id.txt', 'utf8') : 1));
    },
  },
}`;

const MIDDLEWARE = `
import { existsSync, readFileSync } from 'node:fs';
export const onRequest = async (context, next) => {
  const response = await next();
  if (response.headers.get('content-type')?.includes('html') !== true) return response;
  const notice = existsSync('notice.txt') ? readFileSync('notice.txt', 'utf8') : 'none';
  return new Response((await response.text()).replace('</main>', '<!--' + notice + '--></main>'), response);
};
`;

/** What a project has, as it stands here. */
const PROJECT = [
  'src',
  'public',
  'tests/gallery',
  'LICENSE',
  'tsconfig.json',
  'astro.config.mjs',
  'package.json',
];

/** Changes of the program: what a page says, how it looks, what the model says, how data are written. */
const CHANGES: readonly (readonly [file: string, from: RegExp, to: string])[] = [
  ['src/components/project/PageActions.astro', /引用：/, '引用本页：'],
  ['src/styles/page.css', /margin: 0;/, 'margin: 1px;'],
  ['src/model/form.ts', /资金用途；可以分行。/, '用途；可以分行。'],
  // What an integration puts into each page, and what a middleware does to it, stand in no file of the program.
  ['astro.config.mjs', /gallery\(\)/, `gallery(), ${HEAD_SCRIPT}`],
  ['id.txt', /^/, '2'],
  ['src/middleware.mjs', /^/, MIDDLEWARE],
  ['notice.txt', /^/, 'another notice'],
  ['src/open-data/csv.ts', /\\r\\n`/, '\\n`'],
];

const page = (random: Random) => `---\n标题: 虚构的一页\n---\n\n正文${String(random(1e6))}。\n`;

describe('a build after changes takes over what would be the same, and gives the bytes of a clean build', () => {
  it('after an edit; and it tells how much was there already', async () => {
    const { folder, status } = await build('site');
    expect(status).toBe(0);
    const places = () =>
      filesIn(folder)
        .filter((name) => /^(?:embed\/|data\/)?2021\/999102\/.*\w\.\w+$/.test(name))
        .map((name) => [name, statSync(join(folder, name)).ino]);
    const before = places();
    change(join(content, '2023/999101/projects/A-001.yaml'), /^( +预算数): .*/m, '$1: 77');
    const again = await build('site');
    // Files of another department are the very same: taken over, not made with the same content.
    expect(before.length).toBeGreaterThan(30);
    expect(places()).toEqual(before);
    expect(again.results).toMatch(/其中 \d{3,} 个文件与上次的一样，没有重做。/);
    const clean = await build('clean', '--clean');
    expect(clean.results).not.toContain('没有重做');
    expect(await difference(clean.folder, again.folder)).toEqual([]);
  });

  it('but believes no file that was changed since', async () => {
    const { folder } = await build('site');
    for (const name of ['index.html', 'data/projects.csv', '2023/999101/index.html'])
      writeFileSync(join(folder, name), 'altered');
    rmSync(join(folder, 'data/indicators.csv'));
    await build('site');
    expect(await difference(join(place, 'clean'), folder)).toEqual([]);
  });

  it.runIf(isFull)(
    'after edits that editors make, in any order',
    async () => {
      const random = randomNumbers(19);
      const names = Object.keys(EDITS);
      for (let round = 0; round < 25; round += 1) {
        const before = join(place, 'before');
        rmSync(before, { recursive: true, force: true });
        cpSync(content, before, { recursive: true });
        const edits = Array.from({ length: 1 + random(3) }, () => names[random(names.length)] ?? '');
        for (const name of edits) EDITS[name]?.(random);
        const again = await build('site', '--jobs', String(1 + (round % 2)));
        if (again.status === 1) {
          // What editors may not do, such as taking away what an adjustment names.
          rmSync(content, { recursive: true });
          cpSync(before, content, { recursive: true });
          continue;
        }
        expect(again.status, again.notes).toBe(0);
        const clean = await build('clean', '--clean');
        expect(clean.status, clean.notes).toBe(0);
        expect(await difference(clean.folder, again.folder), edits.join('、')).toEqual([]);
      }
    },
    3_000_000,
  );

  it.runIf(isFull)(
    'after the program or a setting was changed',
    async () => {
      const project = join(place, 'project');
      for (const name of PROJECT) cpSync(join(ROOT, name), join(project, name), { recursive: true });
      mkdirSync(join(project, 'node_modules'));
      for (const name of readdirSync(join(ROOT, 'node_modules')).filter((one) => !one.startsWith('.')))
        symlinkSync(join(ROOT, 'node_modules', name), join(project, 'node_modules', name));
      const { folder, status, notes } = await buildIn(project, 'project-site', []);
      expect(status, notes).toBe(0);
      for (const [file, from, to] of CHANGES) {
        if (!existsSync(join(project, file))) writeFileSync(join(project, file), '');
        change(join(project, file), from, to);
        await buildIn(project, 'project-site', []);
        const clean = await buildIn(project, 'project-clean', ['--clean']);
        expect(await difference(clean.folder, folder), file).toEqual([]);
      }
    },
    600_000,
  );
});

describe('a build that is divided gives the bytes of a whole one', () => {
  it('between machines, by shares of the departments and by name, and between processes', async () => {
    const parts = [
      await build('part-1', '--shard', '1/2'),
      await build('part-2', '--only', '2023', '--only', '2021/999102'),
    ];
    for (const { status, notes } of parts) expect(status, notes).toBe(0);
    const joined = await build('joined', ...parts.flatMap(({ folder }) => ['--parts', folder]));
    expect(joined.results, joined.notes).toMatch(/其中 \d{2,} 个文件取自先前生成的部分。/);
    // Of so small a site the build may have made everything before another process is ready.
    let divided = await build('divided', '--clean', '--jobs', '3');
    for (let more = 5; more > 0 && !divided.results.includes('个进程'); more -= 1)
      divided = await build('divided', '--clean', '--jobs', '3');
    expect(divided.results, divided.notes).toMatch(/用了 [23] 个进程/);
    for (const { folder } of [joined, divided])
      expect(await difference(join(place, 'clean'), folder)).toEqual([]);
  });

  it('after an edit, where another process makes the data of all', async () => {
    change(join(content, '2023/999101/projects/A-001.yaml'), /^( +预算数): .*/m, '$1: 78');
    const again = await build('divided', '--jobs', '2');
    expect(again.results, again.notes).toMatch(/用了 2 个进程.*其中 \d{3,} 个文件与上次的一样/s);
    const clean = await build('clean', '--clean', '--jobs', '1');
    expect(await difference(clean.folder, again.folder)).toEqual([]);
    // It is made of the site before the last one, which was kept.
    const kept = statSync(join(again.folder, '2021/999102')).ino;
    await build('divided');
    change(join(content, '2023/999101/projects/A-001.yaml'), /^( +预算数): .*/m, '$1: 79');
    expect((await build('divided', '--jobs', '2')).results).toContain('用了 2 个进程');
    expect(statSync(join(again.folder, '2021/999102')).ino).toBe(kept);
    await build('clean', '--clean');
    const unchanged = await build('divided', '--jobs', '2');
    expect(unchanged.results).not.toContain('个进程');
    expect(await difference(clean.folder, unchanged.folder)).toEqual([]);
  });

  it('takes nothing of a part of other content, and says so', async () => {
    EDITS['another name of the site']?.(randomNumbers(1));
    const joined = await build('joined', '--clean', '--parts', join(place, 'part-1'));
    expect(joined.notes).toContain('里的文件一个也没有用上');
    const { folder } = await build('site');
    expect(await difference(folder, joined.folder)).toEqual([]);
  });

  it('says what cannot be a part', async () => {
    const folder = join(place, 'clean');
    for (const [options, words] of [
      [['--only', '2050'], '内容里没有“2050”'],
      [['--shard', '3/2'], '应写作“N/M”'],
      [['--shard', '1/2', '--only', '2023'], '一次只能用一个'],
      [['--parts', folder], '不是 build --only 或 --shard 生成的部分'],
    ] as const) {
      const { status, notes } = await build('other', ...options);
      expect(status).not.toBe(0);
      expect(notes).toContain(words);
    }
    expect((await build('clean', '--shard', '1/2')).notes).toContain('里是完整的网站');
    expect(existsSync(join(folder, 'index.html'))).toBe(true);
  });
});
