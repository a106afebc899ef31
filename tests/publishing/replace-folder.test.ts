import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recoverFolder, replaceFolder, type FolderMoves } from '../../src/publishing/replace-folder.ts';

let place = '';
const path = (name: string) => join(place, name);
const write = (folder: string, text: string) => {
  mkdirSync(path(folder), { recursive: true });
  writeFileSync(join(path(folder), 'index.html'), text);
};
const read = (folder: string) => readFileSync(join(path(folder), 'index.html'), 'utf8');

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'replace-'));
});
afterEach(() => {
  rmSync(place, { recursive: true });
});

/** The real moves, of which the nth ends the process, so to say: it and all after it do nothing but throw. */
function killedAt(step: number): FolderMoves {
  let steps = 0;
  const guard = async (move: () => Promise<void>) => {
    steps += 1;
    if (steps >= step) throw new Error('killed');
    await move();
  };
  return {
    rename: (from, to) => guard(() => rename(from, to)),
    remove: (folder) => guard(() => rm(folder, { recursive: true })),
  };
}

describe('replaceFolder', () => {
  it('puts the new folder in the place of the old one and leaves nothing beside it', async () => {
    write('dist', 'old');
    write('staging', 'new');
    await replaceFolder(path('staging'), path('dist'));
    expect(read('dist')).toBe('new');
    expect(readdirSync(place)).toEqual(['dist']);
  });

  it('works where there is no old folder, nor the folder it would lie in', async () => {
    write('staging', 'new');
    await replaceFolder(path('staging'), path('a/b/dist'));
    expect(read('a/b/dist')).toBe('new');
  });

  it('brings the old folder back when the new one cannot be moved in', async () => {
    write('dist', 'old');
    await expect(replaceFolder(path('missing'), path('dist'))).rejects.toThrow('ENOENT');
    expect(read('dist')).toBe('old');
    expect(readdirSync(place)).toEqual(['dist']);
  });

  it.each([
    [1, 'old'],
    [2, 'old'],
    [3, 'new'],
  ])('killed at step %i, it leaves the %s folder whole for the next run', async (step, expected) => {
    write('dist', 'old');
    write('staging', 'new');
    await replaceFolder(path('staging'), path('dist'), killedAt(step)).catch(() => undefined);
    await recoverFolder(path('dist'));
    expect(read('dist')).toBe(expected);
    expect(existsSync(path('dist.mingzhang-previous'))).toBe(false);
  });

  it('first ends what a killed run left half done', async () => {
    write('dist.mingzhang-previous', 'old');
    write('staging', 'new');
    await replaceFolder(path('staging'), path('dist'));
    expect(read('dist')).toBe('new');
    expect(readdirSync(place)).toEqual(['dist']);
  });
});
