import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeManifest } from '../../src/integration/manifest.ts';
import { findForeignFiles, keepForeignFiles } from '../../src/publishing/foreign-files.ts';

let place = '';
const path = (...names: string[]) => join(place, ...names);
const write = (name: string, text: string) => {
  mkdirSync(dirname(path(name)), { recursive: true });
  writeFileSync(path(name), text);
};
const finish = (site: string) => {
  const sources = { content: place, contentFiles: [], root: place, siteUrl: undefined, basePath: '/' };
  return writeManifest(path(site), sources);
};
const keep = () => keepForeignFiles(path('dist'), path('next'));

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'mingzhang-foreign-'));
  for (const site of ['dist', 'next']) {
    write(`${site}/index.html`, '首页');
    write(`${site}/2022/index.html`, '2022年');
  }
  write('next/2023/index.html', '2023年');
  await finish('dist');
  await finish('next');
});
afterEach(() => {
  rmSync(place, { recursive: true });
});

describe('files of others in the folder of a site', () => {
  it('are none where all are of the build, or there is no site', async () => {
    expect(await findForeignFiles(path('dist'))).toEqual({ files: [], folders: [] });
    expect(await findForeignFiles(path('none'))).toEqual({ files: [], folders: [] });
    expect(await keep()).toEqual([]);
  });

  it('stand in the next site as they were, and are named', async () => {
    write('dist/CNAME', 'example.org');
    write('dist/2022/验证.txt', 'abc');
    write('dist/.git/HEAD', 'ref');
    mkdirSync(path('dist/.git/refs'));
    symlinkSync('CNAME', path('dist/link'));
    expect(await keep()).toEqual([
      expect.stringMatching(
        /4个不是本程序生成的文件，已原样保留：“\.git\/HEAD”、“2022\/验证\.txt”、“CNAME”、“link”。/,
      ),
    ]);
    expect(readFileSync(path('next/CNAME'), 'utf8')).toBe('example.org');
    expect(readFileSync(path('next/2022/验证.txt'), 'utf8')).toBe('abc');
    expect(readlinkSync(path('next/link'))).toBe('CNAME');
    expect(existsSync(path('next/.git/refs'))).toBe(true);
    // The old site is whole as long as the new one has not taken its place.
    expect(existsSync(path('dist/CNAME'))).toBe(true);
  });

  it.each(['2023/index.html', '2023', 'index.html/a'])(
    'stop the build where it has a file of its own: %s',
    async (name) => {
      if (name === 'index.html/a') {
        rmSync(path('dist/index.html'));
        await finish('dist');
      }
      write(`dist/${name}`, 'mine');
      await expect(keep()).rejects.toThrow(`新的网站却要用同样的名称：“${name}”。原来的网站没有改变`);
    },
  );

  it('are not known where the site has no manifest, so that nothing is replaced', async () => {
    rmSync(path('dist/manifest.json'));
    await expect(findForeignFiles(path('dist'))).rejects.toThrow('没有完好的 manifest.json');
    write('dist/manifest.json', '{"files":[{"path":1}]}');
    await expect(findForeignFiles(path('dist'))).rejects.toThrow('没有完好的 manifest.json');
  });

  it('may be the signature of the manifest, which stays with its manifest alone', async () => {
    write('dist/manifest.json.sig', 'signature');
    expect(await keep()).toEqual([expect.stringContaining('原来的签名“manifest.json.sig”没有保留')]);
    expect(existsSync(path('next/manifest.json.sig'))).toBe(false);
    rmSync(path('next/2023'), { recursive: true });
    rmSync(path('next/manifest.json'));
    await finish('next');
    expect(await keep()).toEqual([]);
    expect(readFileSync(path('next/manifest.json.sig'), 'utf8')).toBe('signature');
  });
});
