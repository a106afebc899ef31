import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Installing takes a minute and needs the registry, so that only the full run does it. */
/** What the checks say of a repository that `init` wrote. */
const ONLY_CONTACT = /提示 site\/contact[^]*共 0 个错误、0 个警告、1 条提示。\n$/;

describe.runIf(process.env.TEST_FULL === '1')('the packed program in a content repository', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-package-'));
  const repository = join(folder, 'budget');
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** As on the machine of who has nothing of ours: without this repository's programs and settings. */
  const env = {
    ...Object.fromEntries(
      Object.entries(process.env).filter(
        ([name]) => !/^(?:npm_.*|NODE_ENV|TEST|DEV|PROD|VITEST.*|SITE_URL|BASE_PATH)$/.test(name),
      ),
    ),
    ASTRO_TELEMETRY_DISABLED: '1',
    PATH: (process.env.PATH ?? '')
      .split(delimiter)
      .filter((place) => !place.includes('node_modules'))
      .join(delimiter),
  };
  const run = (cwd: string, program: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd, env, encoding: 'utf8' });
    expect(status, `${program} ${args.join(' ')}\n${stdout}${stderr}`).toBe(0);
    return stdout;
  };
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(repository, name)), { recursive: true });
    writeFileSync(join(repository, name), text);
  };
  const page = (name: string) => readFileSync(join(repository, 'dist', name), 'utf8');
  const filesIn = (directory: string) =>
    readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(directory, name)).isFile())
      .sort();

  it('is installed, checks, builds and serves', { timeout: 600_000 }, async () => {
    const packed = run(ROOT, 'npm', 'pack', '--silent', '--pack-destination', folder).trim();
    // As `npx mingzhang init` does it; that would install everything twice.
    const tools = join(folder, 'tools/node_modules');
    mkdirSync(tools, { recursive: true });
    for (const name of readdirSync(join(ROOT, 'node_modules'))) {
      symlinkSync(join(ROOT, 'node_modules', name), join(tools, name));
    }
    run(tools, 'tar', '-xzf', join(folder, packed));
    renameSync(join(tools, 'package'), join(tools, 'mingzhang'));
    const program = join(tools, 'mingzhang/src/cli/mingzhang.mjs');
    run(folder, process.execPath, program, 'init', 'budget', '--from', packed);
    run(repository, 'npm', 'install', '--no-audit', '--no-fund');
    // A new site has no contact yet, and is told so.
    expect(run(repository, 'npm', 'run', '--silent', 'check')).toMatch(ONLY_CONTACT);
    const server = spawn('npm', ['start', '--silent', '--', '--port', '0'], {
      cwd: repository,
      env,
      detached: true,
    });
    let faults = '';
    server.stderr.setEncoding('utf8').on('data', (text: string) => (faults += text));
    const said = await Promise.race([
      once(server.stdout.setEncoding('utf8'), 'data').then(([text]: unknown[]) => String(text)),
      once(server, 'exit').then(() => ''),
    ]);
    expect(said, faults).toMatch(/^http/);
    try {
      const response = await fetch(new URL('/2026/999001/', said.trim()));
      expect(await response.text()).toContain('（虚构）示例局');
      const importPage = await fetch(new URL('/import/', said.trim()));
      expect(await importPage.text()).toContain('<h1>导入官方文件</h1>');
    } finally {
      // As a terminal does it: npm leaves the signal to the program that it runs.
      if (server.pid !== undefined) process.kill(-server.pid, 'SIGINT');
      await once(server, 'exit');
    }
    expect(page('schema/project.schema.json')).toContain('项目编码');
  });

  it(
    'makes the same site by our command and by Astro, with pages, files and a style of its own',
    {
      timeout: 600_000,
    },
    () => {
      write(
        'src/pages/guide.astro',
        `---
import Page from 'mingzhang/layouts/Page.astro';
import { loadSite } from 'mingzhang/content';
import { address } from 'mingzhang/addresses';
import Counter from '../counter.mjs';
const { departments } = await loadSite();
---
<Page title="办事指南" description="怎样申请查阅">
  <h1>办事指南</h1>
  <p>共{departments.length}个部门，见<a href={address('projects/')}>项目</a>。</p>
  <Counter />
</Page>
`,
      );
      write('public/robots.txt', 'User-agent: *\n');
      write('public/favicon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
      write('src/style.css', ':root { --accent: #1a4f8b; }\n');
      // A framework that takes every function for a component of its own, before and behind the program's views.
      write('src/counter.mjs', 'export default function Counter() {}\n');
      write(
        'src/framework.mjs',
        `export default {
  check: (component) => typeof component === 'function',
  renderToStaticMarkup: () => ({ html: '<b>a component of another framework</b>' }),
};
`,
      );
      renameSync(join(repository, 'content'), join(repository, 'data'));
      write(
        'astro.config.mjs',
        `import mingzhang from 'mingzhang';

const serverEntrypoint = new URL('./src/framework.mjs', import.meta.url).pathname;
const framework = (name) => ({
  name,
  hooks: { 'astro:config:setup': ({ addRenderer }) => addRenderer({ name, serverEntrypoint }) },
});
const site = mingzhang({ content: './data', style: './src/style.css' });

export default { integrations: [framework('before'), site, framework('behind')] };
`,
      );
      // A new site has no contact yet, and is told so.
      expect(run(repository, 'npm', 'run', '--silent', 'check')).toMatch(ONLY_CONTACT);
      run(repository, 'npm', 'run', '--silent', 'build');
      cpSync(join(repository, 'dist'), join(folder, 'ours'), { recursive: true });
      expect(page('guide/index.html')).toContain('共1个部门，见<a href="/projects/">项目</a>。');
      expect(page('guide/index.html')).toContain('<a href="/glossary/"');
      expect(page('guide/index.html')).toContain('<b>a component of another framework</b>');
      expect(page('index.html')).not.toContain('another framework');
      expect(page('index.html')).toContain('<dl');
      expect(page('index.html')).toContain('--accent:#1a4f8b');
      expect(page('robots.txt')).toBe('User-agent: *\n');
      expect(page('favicon.svg')).not.toContain('path');

      run(repository, 'npx', 'astro', 'build');
      expect(filesIn(join(repository, 'dist'))).toEqual(filesIn(join(folder, 'ours')));
      const differing = filesIn(join(folder, 'ours')).filter(
        (name) =>
          !readFileSync(join(folder, 'ours', name)).equals(readFileSync(join(repository, 'dist', name))),
      );
      expect(differing).toEqual([]);
      expect(run(repository, 'npx', 'astro', 'check')).toContain('- 0 errors');
    },
  );
});
