import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkOutputFile } from '../../src/pdf/output-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingzhang-output-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const place = (name: string, text?: string) => {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  return path;
};

describe('the file of an export', () => {
  it('may be new, an older PDF, or empty', async () => {
    await expect(checkOutputFile(place('new.pdf'))).resolves.toBeUndefined();
    await expect(checkOutputFile(place('old.pdf', '%PDF-1.4\n…'))).resolves.toBeUndefined();
    await expect(checkOutputFile(place('empty.pdf', ''))).resolves.toBeUndefined();
  });

  it('may be no other file, which would be lost', async () => {
    await expect(checkOutputFile(place('letter.docx', '虚构的信'))).rejects.toThrow('不是PDF的文件');
  });

  it('may be no folder, and lie in none that is missing or is a file', async () => {
    mkdirSync(place('folder.pdf'));
    await expect(checkOutputFile(place('folder.pdf'))).rejects.toThrow('它是一个文件夹');
    await expect(checkOutputFile(place('nowhere/a.pdf'))).rejects.toThrow(/没有“.*nowhere”这个文件夹/);
    await expect(checkOutputFile(join(place('note.txt', '虚构'), 'a.pdf'))).rejects.toThrow('这个文件夹');
  });
});
