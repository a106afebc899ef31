import {
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
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSiteFolder } from '../../src/rebuild/site-folder.ts';

function folders() {
  const place = mkdtempSync(join(tmpdir(), 'mingzhang-moved-in-'));
  onTestFinished(() => {
    rmSync(place, { recursive: true });
  });
  return { last: join(place, 'last'), before: join(place, 'before'), next: join(place, 'next') };
}

function put(folder: string, files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const within = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
const inode = (folder: string, path: string) => statSync(join(folder, path)).ino;

/** The last site, and the one before it, which has one page in common with it and another that was different. */
function twoSites() {
  const { last, before, next } = folders();
  const first = openSiteFolder(before);
  first.write('a/index.html', '同样', 'a');
  first.write('b/index.html', '原来', 'b before');
  const second = openSiteFolder(last, [{ folder: before, files: filesOf(first) }]);
  second.take('a/index.html', ['a']);
  second.write('b/index.html', '后来', 'b');
  const site = openSiteFolder(next, [{ folder: last, files: filesOf(second) }]);
  return { last, before, next, site };
}

const filesOf = (site: ReturnType<typeof openSiteFolder>) =>
  new Map(site.files().map((file) => [file.path, file]));

describe('a site that is made of the one before the last', () => {
  it('has its files where they are those of the last one, and takes the others from that', () => {
    const { last, before, next, site } = twoSites();
    site.moveIn(before);
    expect(site.take('a/index.html', ['a'])).toBe(true);
    expect(site.take('b/index.html', ['b'])).toBe(true);
    site.clear();
    for (const path of ['a/index.html', 'b/index.html']) expect(inode(next, path)).toBe(inode(last, path));
    expect([...site.taken().values()]).toEqual([2]);
  });

  it('writes nothing into a file of the last one, whose second name lies in its place', () => {
    const { last, before, next, site } = twoSites();
    site.moveIn(before);
    site.write('a/index.html', '别的', 'other');
    expect(readFileSync(join(last, 'a/index.html'), 'utf8')).toBe('同样');
    expect(readFileSync(join(next, 'a/index.html'), 'utf8')).toBe('别的');
  });

  it('keeps nothing that it has no more, nor a folder in which nothing is left', () => {
    const { before, next, site } = twoSites();
    put(before, { 'gone/deep/index.html': '', 'b/gone.txt': '', CNAME: '' });
    mkdirSync(join(before, 'empty/in'), { recursive: true });
    symlinkSync('index.html', join(before, 'a/link.html'));
    site.moveIn(before);
    site.clear((path) => path === 'a/index.html' || path === 'b/gone.txt');
    expect(within(next)).toEqual(['a', 'a/index.html', 'b', 'b/gone.txt']);
    site.take('a/index.html', ['a']);
    site.clear();
    expect(within(next)).toEqual(['a', 'a/index.html']);
  });

  it('does not believe a file of it that was changed or is gone', () => {
    const { last, before, next, site } = twoSites();
    rmSync(join(before, 'a/index.html'));
    put(before, { 'a/index.html': '改过', 'b/index.html': '改过' });
    rmSync(join(before, 'b'), { recursive: true });
    site.moveIn(before);
    for (const name of ['a', 'b']) expect(site.take(`${name}/index.html`, [name])).toBe(true);
    for (const path of ['a/index.html', 'b/index.html']) expect(inode(next, path)).toBe(inode(last, path));
  });

  it('leaves what was there already, and can have a page where a folder was and a folder where a page was', () => {
    const { before, next, site } = twoSites();
    put(next, { '_assets/a.js': 'new', 'robots.txt': 'new' });
    put(before, { '_assets/a.js': 'old', '_assets/old.js': 'old', 'robots.txt/x': 'old', c: '', 'd/x': '' });
    site.moveIn(before);
    site.clear((path) => path === 'c/index.html' || path === 'd');
    site.write('c/index.html', 'c');
    site.write('d', 'd');
    expect(within(next)).toEqual(['_assets', '_assets/a.js', 'c', 'c/index.html', 'd', 'robots.txt']);
    expect(readFileSync(join(next, '_assets/a.js'), 'utf8')).toBe('new');
  });
});

describe('what others made', () => {
  function madeByOthers() {
    const { before: other, next } = folders();
    const part = openSiteFolder(other);
    part.write('2022/313001/index.html', '部门', 'key');
    part.write('2022/313001/other.html', '别的', 'other');
    part.write('2022/313001/data.csv', '数据');
    const site = openSiteFolder(next);
    site.write('2022/index.html', '年度', 'year');
    return { other, next, site, others: [{ folder: other, files: filesOf(part) }] };
  }

  it('is moved in whole and accepted as it is, and what is not wanted of it cleared away', () => {
    const { other, next, site, others } = madeByOthers();
    const place = inode(other, '2022/313001/index.html');
    site.moveInFrom(others);
    expect(site.accept('2022/313001/index.html')).toBe(true);
    expect(site.accept('2022/313001/missing.html')).toBe(false);
    site.clear();
    expect(within(next)).toEqual(['2022', '2022/313001', '2022/313001/index.html', '2022/index.html']);
    expect(inode(next, '2022/313001/index.html')).toBe(place);
    expect(existsSync(join(other, '2022/313001'))).toBe(false);
    expect(site.checksumOf('2022/313001/index.html')).toBeDefined();
    expect([...site.taken()]).toEqual([[others[0], 1]]);
  });

  it('takes the place of what was moved in before', () => {
    const { before: old, last: other, next } = folders();
    put(old, { 'data/all.csv': '原来的', 'data/more/x.csv': '原来的' });
    const part = openSiteFolder(other);
    part.write('data/all.csv', '新的');
    const site = openSiteFolder(next);
    site.moveIn(old);
    site.moveInFrom([{ folder: other, files: filesOf(part) }]);
    expect(site.accept('data/all.csv')).toBe(true);
    site.clear();
    expect(readFileSync(join(next, 'data/all.csv'), 'utf8')).toBe('新的');
    expect(within(next)).toEqual(['data', 'data/all.csv']);
  });

  it('is named by what it is made of, by who accepts it where who made it did not know', () => {
    const { site, others } = madeByOthers();
    site.moveInFrom(others);
    site.accept('2022/313001/index.html', () => 'another key');
    site.accept('2022/313001/data.csv', () => 'data key');
    site.accept('2022/313001/other.html');
    expect(site.files().map(({ key }) => key)).toEqual(['year', 'key', 'data key', 'other']);
  });

  it('is not accepted where it was changed since', () => {
    const { other, next, site, others } = madeByOthers();
    put(other, { '2022/313001/index.html': '改过的部门' });
    site.moveInFrom(others);
    expect(site.accept('2022/313001/index.html')).toBe(false);
    site.write('2022/313001/index.html', '部门', 'key');
    expect(readFileSync(join(next, '2022/313001/index.html'), 'utf8')).toBe('部门');
  });
});
