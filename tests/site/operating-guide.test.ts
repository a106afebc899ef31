import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';

const guide = readFileSync('content/pages/operating.md', 'utf8');

it('the operators’ guide shows what a publication prints first', () => {
  const [, shown = ''] = /^```console\n(.*?)^```$/ms.exec(guide) ?? [];
  const [command = '', ...lines] = shown.split('\n').filter((line) => line !== '');
  const [, given] = /^\$ npm run publish -- --to \S+ (.*)$/.exec(command) ?? [];
  const to = join(tmpdir(), 'mingzhang-nothing-here');
  const folders = ['--content', 'content', '--out', inject('siteFolder'), '--to', to];
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['src/cli/mingzhang.mjs', 'publish', ...folders, given ?? ''],
    { encoding: 'utf8' },
  );
  // How many files there are, and which come first, changes with the program and the place.
  const lasting = (printed: readonly string[]) =>
    printed.map((line) =>
      line
        .replace(/：“.*$/, '：……')
        .replace(/\d[\d.]*/g, 'N')
        .replace(/^发布到 .*$/, '发布到 ……：'),
    );
  const printed = `${stdout}${stderr}`.split('\n').filter((line) => line !== '');
  expect(lasting(printed)).toEqual(lasting(lines));
});
