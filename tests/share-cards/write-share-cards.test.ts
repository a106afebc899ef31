import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import type { Site } from '../../src/model/site.ts';
import { writeShareCards } from '../../src/share-cards/write-share-cards.ts';
import { sampleProject } from '../setup/sample.ts';

const { site: real } = await readContent('content');
const [department] = real.departments;
if (department === undefined) throw new Error('no department');

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingzhang-cards-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A site of one made-up project. */
const siteOf = (name: string, amount = '12.50'): Site => ({
  ...real,
  departments: [{ ...department, projects: [sampleProject({ name, amount })] }],
});
const PROJECT = 'share/2099/999001/99990099P00000010001A.png';

const write = (site: Site, out = 'out') => writeShareCards(site, join(folder, out), join(folder, 'cache'));
const card = (path = PROJECT, out = 'out') => readFile(join(folder, out, path));

describe('share cards', () => {
  it('are PNG pictures of the size that chat programs expect', async () => {
    expect(await write(siteOf('虚构项目'))).toEqual({ cards: 3, drawn: 3, notes: [] });
    for (const path of ['share/site.png', 'share/2022/313001.png', PROJECT]) {
      const png = await card(path);
      expect(png.subarray(0, 8).toString('hex'), path).toBe('89504e470d0a1a0a');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([1200, 630]);
      // An empty sheet has about 3 kB.
      expect(png.length, path).toBeGreaterThan(8000);
      expect(png.length, path).toBeLessThan(200_000);
    }
  });

  it('are the same bytes each time, drawn or from the cache', async () => {
    await write(siteOf('虚构项目'), 'first');
    await write(siteOf('虚构项目'), 'cached');
    await rm(join(folder, 'cache'), { recursive: true });
    await write(siteOf('虚构项目'), 'again');
    const first = await card(PROJECT, 'first');
    expect(await card(PROJECT, 'cached')).toEqual(first);
    expect(await card(PROJECT, 'again')).toEqual(first);
  });

  it('are drawn anew only where what they say has changed', async () => {
    expect((await write(siteOf('虚构项目'))).drawn).toBe(3);
    expect((await write(siteOf('虚构项目'))).drawn).toBe(0);
    const before = await card();
    expect((await write(siteOf('另一虚构项目'))).drawn).toBe(1);
    expect(await card()).not.toEqual(before);
    // The amount stands on all three.
    expect((await write(siteOf('另一虚构项目', '99'))).drawn).toBe(3);
  });

  it('are drawn anew where the cache holds one that is not whole', async () => {
    await write(siteOf('虚构项目'), 'first');
    const cache = join(folder, 'cache');
    const names = await readdir(cache);
    expect(names).toHaveLength(3);
    for (const name of names) {
      const png = await readFile(join(cache, name));
      await writeFile(join(cache, name), png.subarray(0, png.length - 20));
    }
    expect((await write(siteOf('虚构项目'))).drawn).toBe(3);
    expect(await card()).toEqual(await card(PROJECT, 'first'));
  });

  it('are written also where the cache cannot be', async () => {
    await writeFile(join(folder, 'cache'), 'a file where the folder should be');
    expect((await write(siteOf('虚构项目'))).drawn).toBe(3);
    expect((await card()).length).toBeGreaterThan(8000);
  });
});

describe('a character that the font does not have', () => {
  it('is reported, and shown as the printers’ mark for it instead of an empty box', async () => {
    const { notes } = await write(siteOf('虚构䶮项目'));
    expect(notes).toEqual([
      '分享图片的字体里没有“䶮”（U+4DAE），图片上写作“〓”：2099/999001/99990099P00000010001A.png。网页上的字不受影响。',
    ]);
    const shown = await card();
    await write(siteOf('虚构〓项目'), 'mark');
    expect(shown).toEqual(await card(PROJECT, 'mark'));
  });
  it('is not what common and rare characters of names and signs are', async () => {
    const names = '堃喆犇ＡＢａ１（）《》“”、，。·—…①Ⅱ℃㎡%+&≥≤×';
    const { notes } = await write(siteOf(`虚构${names}`));
    expect(notes.map((note) => /“(.)”/u.exec(note)?.[1])).toEqual([]);
  });
  it('is not a Roman numeral either, which is set in letters', async () => {
    const { notes } = await write(siteOf('虚构Ⅱ期'));
    expect(notes).toEqual([]);
    const shown = await card();
    await write(siteOf('虚构II期'), 'letters');
    expect(shown).toEqual(await card(PROJECT, 'letters'));
  });
  it('nor are line breaks and invisible characters', async () => {
    const { notes } = await write(siteOf('虚构\n项\u200B目\u0007'));
    expect(notes).toEqual([]);
    await write(siteOf('虚构 项目'), 'plain');
    expect(await card()).toEqual(await card(PROJECT, 'plain'));
  });
});

it('a name of any length stays on its card', async () => {
  const { notes } = await write(siteOf('虚构的很长的项目名称'.repeat(40), '1234567890.123456'));
  expect(notes).toEqual([]);
  expect((await card()).length).toBeGreaterThan(20_000);
});
