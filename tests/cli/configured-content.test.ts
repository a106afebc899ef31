import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { madeUpDepartment, writeMadeUpContent } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';

const ROOT = join(import.meta.dirname, '../..');
const PROGRAM = pathToFileURL(join(ROOT, 'src/integration/index.mjs')).href;
const folder = mkdtempSync(join(tmpdir(), 'mingzhang-configured-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
for (const [name, year] of [
  ['data', 2099],
  ['content', 2098],
] as const) {
  writeMadeUpContent(join(folder, name), [
    madeUpDepartment({ year, code: '999001', projects: [sampleProject({ amount: '十元' })] }),
  ]);
}

function check(configuration: string, ...args: readonly string[]) {
  writeFileSync(join(folder, 'astro.config.mjs'), configuration);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'src/cli/mingzhang.mjs'), 'check', ...args],
    { cwd: folder, env: { ...process.env, CONTENT_DIR: '' }, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const configured = (options: string) => `
  import mingzhang from ${JSON.stringify(PROGRAM)};
  export default { integrations: [undefined, [mingzhang(${options})]] };`;

describe('a command that is told no content folder', () => {
  it("takes the one of the project's configuration, and names its files by it", () => {
    expect(check(configured("{ content: './data' }")).stdout).toMatch(/^data\/2099\/999001\//);
  });

  it('takes `content` where the configuration names none', () => {
    expect(check(configured('')).stdout).toMatch(/^content\/2098\/999001\//);
    expect(check('export default {};').stdout).toMatch(/^content\/2098\/999001\//);
  });

  it('says what is wrong with a configuration that it cannot read, and how to go on without it', () => {
    const { status, stderr } = check("throw new Error('半截');");
    expect([status, stderr]).toEqual([
      1,
      '读不出 astro.config.mjs 里的设置：半截\n请改正后重新运行，或用 --content 指明内容文件夹。\n',
    ]);
    expect(check("throw new Error('半截');", '--content', 'data').stdout).toMatch(/^data\/2099\/999001\//);
  });
});
