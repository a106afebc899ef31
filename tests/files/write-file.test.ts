import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomically } from '../../src/files/write-file.ts';

let folder = '';
const path = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-write-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a file that is written anew', () => {
  it.runIf(process.platform !== 'win32')('keeps its permissions', async () => {
    writeFileSync(path('a.yaml'), 'old');
    chmodSync(path('a.yaml'), 0o640);
    await writeFileAtomically(path('a.yaml'), 'new');
    expect(statSync(path('a.yaml')).mode & 0o7777).toBe(0o640);
    expect(readFileSync(path('a.yaml'), 'utf8')).toBe('new');
  });

  it.runIf(process.getuid?.() === 0)('keeps its owner and group', async () => {
    writeFileSync(path('a.yaml'), 'old');
    chownSync(path('a.yaml'), 1234, 2345);
    await writeFileAtomically(path('a.yaml'), 'new');
    expect(statSync(path('a.yaml'))).toMatchObject({ uid: 1234, gid: 2345 });
  });

  it.runIf(process.platform !== 'win32')(
    'is written where the link leads that stands in its place',
    async () => {
      writeFileSync(path('forms.xlsx'), 'old');
      symlinkSync(path('forms.xlsx'), path('link.xlsx'));
      await writeFileAtomically(path('link.xlsx'), 'new');
      expect(lstatSync(path('link.xlsx')).isSymbolicLink()).toBe(true);
      expect(readFileSync(path('forms.xlsx'), 'utf8')).toBe('new');
    },
  );

  it('clears away what a killed process left beside it, and nothing of one at work', async () => {
    const ended = String(spawnSync(process.execPath, ['--version']).pid);
    const own = String(process.ppid);
    for (const pid of [ended, own]) writeFileSync(path(`.${pid}-0123456789ab.tmp`), 'half');
    writeFileSync(path('.12-notes.tmp'), 'of somebody else');
    await writeFileAtomically(path('a.yaml'), 'new');
    expect(readdirSync(folder).sort()).toEqual(
      [`.${own}-0123456789ab.tmp`, '.12-notes.tmp', 'a.yaml'].sort(),
    );
  });
});
