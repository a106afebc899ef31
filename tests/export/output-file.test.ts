import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { formsAs } from '../../src/export/export-files.ts';
import { checkOutputFile } from '../../src/export/output-file.ts';
import { madeUpDepartment } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';

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
    await expect(checkOutputFile(place('new.pdf'), 'pdf')).resolves.toBeUndefined();
    await expect(checkOutputFile(place('old.pdf', '%PDF-1.4\n…'), 'pdf')).resolves.toBeUndefined();
    await expect(checkOutputFile(place('empty.pdf', ''), 'pdf')).resolves.toBeUndefined();
  });

  it('may be no other file, which would be lost', async () => {
    await expect(checkOutputFile(place('letter.docx', '虚构的信'), 'pdf')).rejects.toThrow('不是PDF的文件');
  });

  it('may be a Word or Excel file as it was exported, but none that was saved since', async () => {
    const chosen = {
      kind: 'book',
      department: madeUpDepartment({ year: 2098, code: '999001', projects: [sampleProject()] }),
    } as const;
    const [word, excel] = [place('forms.docx'), place('forms.xlsx')];
    writeFileSync(word, formsAs('docx', chosen));
    writeFileSync(excel, formsAs('xlsx', chosen));
    await expect(checkOutputFile(word, 'docx')).resolves.toBeUndefined();
    await expect(checkOutputFile(excel, 'xlsx')).resolves.toBeUndefined();
    await expect(checkOutputFile(excel, 'docx')).rejects.toThrow('不是导出的、或导出后又改过的文件');
    await expect(checkOutputFile('tests/fixtures/documents/v4-central.docx', 'docx')).rejects.toThrow(
      '写入会丢失它',
    );
  });

  it('may be no folder, and lie in none that is missing or is a file', async () => {
    mkdirSync(place('folder.pdf'));
    await expect(checkOutputFile(place('folder.pdf'), 'pdf')).rejects.toThrow('它是一个文件夹');
    await expect(checkOutputFile(place('nowhere/a.pdf'), 'pdf')).rejects.toThrow(/没有“.*nowhere”这个文件夹/);
    await expect(checkOutputFile(join(place('note.txt', '虚构'), 'a.pdf'), 'pdf')).rejects.toThrow(
      '这个文件夹',
    );
  });
});
