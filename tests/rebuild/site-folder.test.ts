import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hashFiles } from '../../src/files/hash-files.ts';
import { readRecord, writeRecord } from '../../src/rebuild/record.ts';
import { openSiteFolder } from '../../src/rebuild/site-folder.ts';

function place() {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-site-folder-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return { old: join(folder, 'old'), next: join(folder, 'next'), record: join(folder, 'kept', 'record') };
}

/** A site with one page, made of what `key` names, and its record. */
function madeBefore() {
  const { old, next, record } = place();
  const site = openSiteFolder(old);
  site.write('a/index.html', '明账', 'key');
  writeRecord(record, { program: 'program' }, site.files());
  const again = () => openSiteFolder(next, [{ folder: old, files: readRecord(record).files }]);
  return { old, next, record, again };
}

describe('the folder of a site', () => {
  it('knows what it holds without reading it', async () => {
    const { old } = place();
    const site = openSiteFolder(old);
    site.write('a.txt', ['明', new Uint8Array([10])]);
    site.write('b/c.txt', '账');
    const told = site.files().map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
    expect(told).toEqual(await hashFiles(old));
    expect(site.checksumOf('a.txt')).toMatchObject(told[0] ?? {});
  });

  it('does not vouch for a file that was changed since', () => {
    const { old } = place();
    const site = openSiteFolder(old);
    site.write('a.txt', '明');
    writeFileSync(join(old, 'a.txt'), '暗');
    utimesSync(join(old, 'a.txt'), 1, 1);
    expect(site.checksumOf('a.txt')).toBeUndefined();
    expect(site.checksumOf('b.txt')).toBeUndefined();
  });

  it('makes no file twice: the first may be another name of a file elsewhere', () => {
    const { again, old } = madeBefore();
    const site = again();
    expect(site.take('a/index.html', ['key'])).toBe(true);
    expect(() => {
      site.write('a/index.html', '别的');
    }).toThrow('made twice');
    expect(readFileSync(join(old, 'a/index.html'), 'utf8')).toBe('明账');
  });
});

describe('a file of an earlier site', () => {
  it('is taken over where it was made of the same', () => {
    const { again, next, old } = madeBefore();
    const site = again();
    expect(site.take('a/index.html', ['other', 'key'])).toBe(true);
    expect([...site.taken().values()]).toEqual([1]);
    rmSync(old, { recursive: true });
    expect(readFileSync(join(next, 'a/index.html'), 'utf8')).toBe('明账');
    expect(site.checksumOf('a/index.html')).toBeDefined();
  });

  it.each<readonly [string, (old: string, record: string) => void]>([
    [
      'was changed',
      (old) => {
        writeFileSync(join(old, 'a/index.html'), '别的');
      },
    ],
    [
      'is gone',
      (old) => {
        rmSync(join(old, 'a'), { recursive: true });
      },
    ],
    [
      'is a link to the same',
      (old) => {
        renameSync(join(old, 'a/index.html'), join(old, 'a/other.html'));
        symlinkSync('other.html', join(old, 'a/index.html'));
      },
    ],
    [
      'may not be read by all',
      (old) => {
        chmodSync(join(old, 'a/index.html'), 0o600);
      },
    ],
    [
      'is named by a record that leads out of its folder',
      (_, record) => {
        writeFileSync(record, readFileSync(record, 'utf8').replace('a/index.html', '../old/a/index.html'));
      },
    ],
    [
      'has a record that is cut off',
      (_, record) => {
        writeFileSync(record, readFileSync(record, 'utf8').slice(0, -2));
      },
    ],
    [
      'has a record of another kind',
      (_, record) => {
        writeFileSync(record, '[]\n');
      },
    ],
    [
      'has no record',
      (_, record) => {
        rmSync(record);
      },
    ],
  ])('is not taken over where it %s', (_, harm) => {
    const { again, old, next, record } = madeBefore();
    harm(old, record);
    expect(again().take('a/index.html', ['key'])).toBe(false);
    expect(existsSync(join(next, 'a/index.html'))).toBe(false);
  });

  it('is not taken over where it was made of something else, or of nobody knows what', () => {
    const { again, old, record } = madeBefore();
    expect(again().take('a/index.html', ['other'])).toBe(false);
    const site = openSiteFolder(join(old, '..', 'third'));
    site.write('a/index.html', '明账');
    writeRecord(record, { program: 'program' }, site.files());
    expect(again().take('a/index.html', [''])).toBe(false);
  });

  it('is a copy where others may change it in place', () => {
    const { old, next, record } = madeBefore();
    const site = openSiteFolder(next, [{ folder: old, files: readRecord(record).files }], true);
    expect(site.take('a/index.html', ['key'])).toBe(true);
    expect(statSync(join(next, 'a/index.html')).ino).not.toBe(statSync(join(old, 'a/index.html')).ino);
    expect(site.checksumOf('a/index.html')).toBeDefined();
  });

  it('needs a record: where none can be written, that is told', () => {
    const { old, record } = madeBefore();
    rmSync(dirname(record), { recursive: true });
    writeFileSync(dirname(record), '');
    expect(writeRecord(record, { program: 'program' }, openSiteFolder(old).files())).toBe(false);
    rmSync(dirname(record));
    mkdirSync(dirname(record));
    expect(writeRecord(record, { program: 'program' }, [])).toBe(true);
  });

  it('is taken over by what it holds where it was brought from elsewhere', () => {
    const { again, old } = madeBefore();
    const file = join(old, 'a/index.html');
    rmSync(file);
    writeFileSync(file, '明账');
    expect(again().take('a/index.html', ['key'])).toBe(true);
  });
});
