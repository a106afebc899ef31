import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { compareFiles, hashFiles } from '../../src/files/hash-files.ts';
import { readManifest } from '../../src/integration/manifest.ts';
import { runMingzhang, type RunOptions } from '../setup/run-mingzhang.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OTHER_MACHINE = fileURLToPath(new URL('../setup/other-machine.mjs', import.meta.url));
const place = mkdtempSync(join(tmpdir(), 'mingzhang-reproducible-'));
afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

/** What a clone of the repository has, as it stands here, and no more. */
const COPIED = [
  'src',
  'public',
  'scripts',
  'tests/gallery',
  'LICENSE',
  'tsconfig.json',
  'content',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
];

/** Dependencies in a folder of its own, beside which nothing was kept of builds before. */
function linkModules(project: string): void {
  const modules = join(project, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(ROOT, 'node_modules')).filter((one) => !one.startsWith('.')))
    symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
}

function git(folder: string, ...args: readonly string[]): void {
  const when = '2026-01-02T03:04:05+08:00';
  const { status, stderr } = spawnSync(
    'git',
    ['-c', 'user.name=示例', '-c', 'user.email=a@example.org', ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when },
    },
  );
  expect(status, stderr).toBe(0);
}

async function build(root: string, out: string, options: RunOptions = {}): Promise<string> {
  const folder = join(place, out);
  const environment = { SITE_URL: 'https://example.org/budget/', ...options.environment };
  const run = await runMingzhang(['build', '--out', folder], { ...options, root, environment });
  expect(run.status, run.notes).toBe(0);
  return folder;
}

// Three whole builds.
it.runIf(process.env.TEST_FULL === '1')(
  'the same commit gives the same bytes: elsewhere, later, on another machine, with and without what builds keep',
  async () => {
    const [first, clone] = [join(place, 'first'), join(place, 'elsewhere', 'a clone')];
    mkdirSync(first);
    for (const name of COPIED) cpSync(join(ROOT, name), join(first, name), { recursive: true });
    git(first, 'init', '--quiet');
    git(first, 'add', '--force', ...COPIED);
    git(first, 'commit', '--quiet', '--message', 'made-up history');
    git(place, 'clone', '--quiet', first, clone);
    for (const project of [first, clone]) linkModules(project);

    const expected = await hashFiles(await build(first, 'one'));
    const elsewhere = await build(clone, 'two', {
      preload: OTHER_MACHINE,
      within: ['/bin/sh', '-c', 'umask 077; exec "$@"', 'sh'],
      environment: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    });
    // The share cards are there by now.
    const kept = readdirSync(join(first, 'node_modules', '.cache'), { recursive: true, encoding: 'utf8' });
    expect(kept.some((name) => name.endsWith('.png'))).toBe(true);
    const again = await build(first, 'three');
    const none = { changed: [], added: [], removed: [] };
    expect(compareFiles(expected, await hashFiles(elsewhere))).toEqual(none);
    expect(compareFiles(expected, await hashFiles(again))).toEqual(none);

    const manifest = await readManifest(again);
    expect(manifest?.files).toEqual(expected.filter(({ path }) => path !== 'manifest.json'));
    expect(manifest?.program.commit).toMatch(/^[0-9a-f]{40}$/);
    expect(manifest?.program.changed).toBe(false);
    expect(manifest?.content.changed).toBe(false);
    const settings = manifest?.content.files.find(({ path }) => path === 'site.yaml');
    expect(settings?.bytes).toBe(statSync(join(ROOT, 'content', 'site.yaml')).size);
  },
  1_800_000,
);
