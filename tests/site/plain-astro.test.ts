import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'mingzhang-plain-'));
/** Within the repository: Astro makes builds that go elsewhere in one place, where other tests' builds may be. */
const out = join(ROOT, '.astro', `plain-${String(process.pid)}`);
const CONFIGURATION = join(ROOT, 'astro.config.broken.test.mjs');
afterAll(() => {
  for (const made of [folder, out]) rmSync(made, { recursive: true, force: true });
  rmSync(CONFIGURATION, { force: true });
});

/** Runs Astro's own command, which knows nothing of ours. */
function astro(...args: readonly string[]) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:NODE_ENV|TEST|DEV|PROD|VITEST.*)$/.test(name)),
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', ...args],
    { cwd: ROOT, encoding: 'utf8', env: { ...env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' } },
  );
  return { status, printed: stdout + stderr };
}

const filesIn = (directory: string) =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(directory, name)).isFile())
    .sort();

it('a plain `astro build` makes the site that our command makes, byte for byte', () => {
  const { status, printed } = astro('build', '--outDir', out);
  expect(status, printed).toBe(0);
  expect(printed).toContain('plan/range');
  const built = inject('siteFolder');
  expect(filesIn(out)).toEqual(filesIn(built));
  const differing = filesIn(built).filter(
    (name) => !readFileSync(join(built, name)).equals(readFileSync(join(out, name))),
  );
  expect(differing).toEqual([]);
});

it('`astro check` and `astro build` stop at content with errors, in our words', () => {
  const content = join(folder, 'content');
  cpSync(join(ROOT, 'content'), content, { recursive: true });
  const file = join(content, '2022/313001/projects/13060522P00416610001C.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('序号: ', '序号：'));
  writeFileSync(
    CONFIGURATION,
    `import mingzhang from 'mingzhang';\nexport default { integrations: [mingzhang({ content: ${JSON.stringify(content)} })] };\n`,
  );
  for (const command of ['sync', 'build']) {
    const { status, printed } = astro(command, '--config', 'astro.config.broken.test.mjs', '--outDir', out);
    expect(status, printed).toBe(1);
    expect(printed).toContain('yaml:1:3 错误 yaml/syntax');
    expect(printed).toContain('内容有错误。改正后请重新运行。');
    expect(printed).not.toContain('    at ');
  }
});
