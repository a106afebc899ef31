import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtBasePath, checkOutputFolder, markFolder } from '../../src/integration/output-folder.ts';

let place = '';
const path = (...names: string[]) => join(place, ...names);
const check = (out: string) =>
  checkOutputFolder(out, { root: path('program'), content: path('program', 'content') });

beforeAll(async () => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'output-')));
  for (const folder of ['program/content/2022', 'program/src', 'other/content', 'empty', 'built']) {
    mkdirSync(path(folder), { recursive: true });
  }
  writeFileSync(path('program/src/index.ts'), '');
  writeFileSync(path('file'), '');
  await markFolder(path('built'), '/budget');
  symlinkSync(path('program'), path('link'));
});
afterAll(() => {
  rmSync(place, { recursive: true });
});

describe('a folder to build into', () => {
  it.each(['program/dist', 'a/b/c', 'empty', 'built', 'program..'])('may be %s', (out) => {
    expect(check(path(out))).toBe(path(out));
  });

  it.each([
    ['program', '它包含程序本身'],
    ['.', '它包含程序本身'],
    ['link', '它包含程序本身'],
    ['program/content', '它包含内容文件夹'],
    ['link/content', '它包含内容文件夹'],
    ['program/content/site', '它在内容文件夹里面'],
    ['program/src', '不是本程序生成的文件'],
    ['file', '它是一个文件'],
    ['file/a/b', '它的上级是一个文件'],
  ])('may not be %s', (out, reason) => {
    expect(() => check(path(out))).toThrow(reason);
  });

  it('may not be where the content of another folder lies', () => {
    const guarded = { root: path('program'), content: path('other/content') };
    expect(() => checkOutputFolder(path('other'), guarded)).toThrow('它包含内容文件夹');
  });

  it('may be neither the whole system nor the home folder', () => {
    expect(() => check('/')).toThrow('整个系统');
    expect(() => check(homedir())).toThrow('用户文件夹');
  });

  it('keeps in mind the path it was built for', () => {
    expect(builtBasePath(path('built'))).toBe('/budget');
    expect(builtBasePath(path('empty'))).toBeUndefined();
    expect(builtBasePath(path('missing'))).toBeUndefined();
  });
});
