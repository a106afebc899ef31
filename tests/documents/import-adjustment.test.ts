import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeImport } from '../../src/documents/describe-import.ts';
import { importDocuments, type PlannedImport } from '../../src/documents/import-documents.ts';
import { reportImport } from '../../src/documents/report-import.ts';
import { hasErrors } from '../../src/files/finding.ts';
import { writeFileAtomically } from '../../src/files/write-file.ts';
import { readAndCheck } from '../../src/integration/read-and-check.ts';
import { formsDocument, formsDocumentIn, type MadeForm } from './made-documents.ts';

const A: MadeForm = { name: '示例项目一', code: 'EXAMPLE-1', total: '80.00' };
const B: MadeForm = { name: '示例项目二', code: 'EXAMPLE-2', total: '50.00' };
const C: MadeForm = { name: '示例项目三', code: 'EXAMPLE-3', total: '5.00' };
const FOLDER = '2026/999001';
const DAY = '2026-07-15';

let directory = '';
let documents = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mingzhang-'));
  documents = await mkdtemp(join(tmpdir(), 'mingzhang-documents-'));
  await cp('content/site.yaml', join(directory, 'site.yaml'));
  await (await plan('original.docx', formsDocument(A, B))).write();
});
afterEach(async () => {
  await rm(directory, { recursive: true });
  await rm(documents, { recursive: true });
});

async function plan(name: string, document: Uint8Array, adjustment?: string): Promise<PlannedImport> {
  const path = join(documents, name);
  await writeFile(path, document);
  const answers = { department: '999001' };
  return importDocuments({ directory, paths: [path], answers, force: false, adjustment });
}

/** Each document once: its archive holds the time at which it was made. */
const made = new Map<string, Uint8Array>();
const adjust = (...forms: readonly MadeForm[]) => {
  const key = JSON.stringify(forms);
  const document = made.get(key) ?? formsDocument(...forms);
  made.set(key, document);
  return plan('adjusted.docx', document, DAY);
};
const read = (path: string) => readFile(join(directory, FOLDER, path), 'utf8');
const edit = async (path: string, change: (text: string) => string) => {
  await writeFile(join(directory, FOLDER, path), change(await read(path)));
};

/** All files of the department by their paths. */
async function written(): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(join(directory, FOLDER), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const texts = await Promise.all(files.sort().map(async (file) => [file, await readFile(file, 'latin1')]));
  return Object.fromEntries(texts) as Record<string, string>;
}

/** What `verify` prints and its exit status. */
const verify = (...names: readonly string[]) => {
  const paths = names.map((name) => join(documents, name));
  const run = spawnSync(
    process.execPath,
    ['src/cli/mingzhang.mjs', 'verify', '--content', directory, ...paths],
    { encoding: 'utf8' },
  );
  return `${String(run.status)} ${run.stdout}`;
};

describe('importing a mid-year adjustment', () => {
  it('keeps what it replaces byte for byte, and names the adjustment, its document and what came with it', async () => {
    const before = await read('projects/EXAMPLE-1.yaml');
    const planned = await adjust({ ...A, total: '60.00' }, C);
    expect(planned.findings.filter(({ rule }) => rule.startsWith('adjustment/'))).toEqual([]);
    expect(hasErrors(planned.findings)).toBe(false);
    await planned.write();
    expect(await read(`earlier/${DAY}/EXAMPLE-1.yaml`)).toBe(before);
    expect(await read('projects/EXAMPLE-1.yaml')).toBe(before.replace('80.00', '60.00'));
    expect(await read('department.md')).toContain(
      `预算调整:\n  - 日期: ${DAY}\n    文件: adjusted.docx\n    新增项目:\n      - EXAMPLE-3\n`,
    );
    expect(await readdir(join(directory, FOLDER, `earlier/${DAY}`))).toEqual(['EXAMPLE-1.yaml']);
    const { content, findings } = await readAndCheck(directory);
    expect(hasErrors(findings)).toBe(false);
    expect(content.site.departments[0]?.projects.map(({ budget }) => budget.total.text)).toEqual([
      ...['60.00', '50.00', '5.00'],
    ]);
  });

  it('leaves what the document does not have, and says so', async () => {
    const planned = await adjust({ ...A, total: '60.00' });
    const told = describeImport(reportImport(planned), false);
    expect(told).toContain('EXAMPLE-2.yaml（示例项目二），保留不动');
    expect(told).toMatch(/调整 .*projects\/EXAMPLE-1\.yaml（示例项目一）：\n {2}预算数：80\.00 → 60\.00/);
    expect(told).toMatch(/新增 .*earlier\/2026-07-15\/EXAMPLE-1\.yaml/);
    await planned.write();
    expect(await read('projects/EXAMPLE-2.yaml')).toContain('预算数: 50.00');
  });

  it('a second time changes nothing', async () => {
    await (await adjust({ ...A, total: '60.00' }, C)).write();
    expect((await adjust({ ...A, total: '60.00' }, C)).toWrite).toEqual([]);
  });

  it('that is killed at any moment is seen by the check, and the next one completes it', async () => {
    const whole = await adjust({ ...A, total: '60.00' }, { ...B, total: '55.00' }, C);
    const start = await mkdtemp(join(tmpdir(), 'mingzhang-start-'));
    await cp(directory, start, { recursive: true });
    await whole.write();
    const result = await written();
    for (let done = 1; done < whole.toWrite.length; done += 1) {
      await rm(directory, { recursive: true });
      await cp(start, directory, { recursive: true });
      for (const { path, bytes } of whole.toWrite.slice(0, done)) {
        await writeFileAtomically(path, bytes);
      }
      expect(hasErrors((await readAndCheck(directory)).findings), `after ${String(done)} files`).toBe(true);
      await (await adjust({ ...A, total: '60.00' }, { ...B, total: '55.00' }, C)).write();
      expect(await written()).toEqual(result);
    }
    await rm(start, { recursive: true });
  });

  it('does not take a later change of the file for the adjustment', async () => {
    await (await adjust({ ...A, total: '60.00' })).write();
    await edit('projects/EXAMPLE-1.yaml', (text) => text.replace('60.00', '61.00'));
    const again = await adjust({ ...A, total: '60.00' });
    expect(again.toWrite).toEqual([]);
    expect(again.files.map(({ status }) => status)).toContain('different');
  });

  it('is not undone by its old document, not even by force', async () => {
    await (await adjust({ ...A, total: '60.00' })).write();
    await rename(
      join(directory, FOLDER, 'projects/EXAMPLE-2.yaml'),
      join(directory, FOLDER, `earlier/${DAY}/EXAMPLE-2.yaml`),
    );
    const again = await importDocuments({
      ...{ directory, paths: [join(documents, 'original.docx')], answers: { department: '999001' } },
      force: true,
    });
    expect(again.toWrite).toEqual([]);
  });

  it('leaves notes on what it changed with the version that they are about', async () => {
    const note = (location: string, original: string) =>
      `  - 位置: ${location}\n    原文: ${original}\n    说明: 示例说明。\n`;
    const notes = `核对说明:\n${note('预算规模.预算数', '80.00')}${note('绩效目标[1]', '做好示例工作。')}`;
    await edit('projects/EXAMPLE-1.yaml', (text) => text + notes);
    const planned = await adjust({ ...A, total: '60.00' });
    expect(hasErrors(planned.findings)).toBe(false);
    await planned.write();
    expect(await read(`earlier/${DAY}/EXAMPLE-1.yaml`)).toContain(notes);
    const now = await read('projects/EXAMPLE-1.yaml');
    expect(now).toContain('位置: 绩效目标[1]');
    expect(now).not.toContain('位置: 预算规模.预算数');
  });

  it('replaces projects alone, and says that the goals of the department are not changed', async () => {
    await edit('department.md', (text) => `${text}示例总体目标。\n`);
    const above = ['示例县示例局部门预算绩效文本', '一、总体绩效目标', '另一个示例总体目标。'];
    const planned = await plan(
      'adjusted.docx',
      formsDocumentIn('万元', [{ ...A, total: '60.00' }], above),
      DAY,
    );
    const kept = planned.departments[0]?.files[0]?.department?.after.overallGoals;
    expect(kept).toBe('示例总体目标。');
    expect(describeImport(reportImport(planned), false)).toContain(
      '部门整体绩效目标与 department.md 里的不同',
    );
  });

  it.each([
    ['another unit', formsDocumentIn('元', [A]), '金额单位是“万元”，调整文件是“元”'],
    ['a year that the content does not have', formsDocumentIn('万元', [A], ['2025年度']), ''],
  ])('refuses %s', async (_what, document, words) => {
    const before = await written();
    await expect(
      importDocuments({
        directory,
        paths: ['adjusted.docx'],
        answers: { department: words === '' ? '999002' : '999001' },
        force: false,
        adjustment: DAY,
        read: () => Promise.resolve(Buffer.from(document)),
      }),
    ).rejects.toThrow(words === '' ? '没有可以调整的' : words);
    expect(await written()).toEqual(before);
  });

  it('refuses an adjustment that is older than the last one', async () => {
    await (await adjust({ ...A, total: '60.00' })).write();
    await expect(plan('older.docx', formsDocument({ ...A, total: '70.00' }), '2026-06-30')).rejects.toThrow(
      `已经有${DAY}的预算调整`,
    );
  });

  it('brings a project back that was withdrawn no more than any import does', async () => {
    const withdrawal = '撤销:\n  日期: 2026-06-01\n  依据: 示例文号\n';
    await edit('projects/EXAMPLE-1.yaml', (text) => text + withdrawal);
    await (await adjust({ ...A, total: '60.00' })).write();
    expect(await read('projects/EXAMPLE-1.yaml')).toContain(withdrawal);
    const { content } = await readAndCheck(directory);
    expect(content.site.departments[0]?.projects.map(({ record }) => record)).toEqual(['EXAMPLE-2']);
  });

  it('is called by its day', () => {
    const run = (day: string) =>
      spawnSync(
        process.execPath,
        [
          ...['src/cli/mingzhang.mjs', 'import', '--content', directory, '--department', '999001'],
          ...['--adjustment', day, '--dry-run', join(documents, 'original.docx')],
        ],
        { encoding: 'utf8' },
      );
    expect(run('2026-02-30')).toMatchObject({ status: 2 });
    expect(run('2026-02-30').stderr).toContain('应是日期');
    expect(run('2026-02-28')).toMatchObject({ status: 0 });
  });
});

describe('verifying the documents of an adjusted department', () => {
  beforeEach(async () => {
    await (await adjust({ ...A, total: '60.00' }, C)).write();
  });

  it('compares each with the projects as they stood when it spoke', () => {
    expect(verify('original.docx')).toBe('0 一致：2个项目逐格核对，内容与文件相同。\n');
    expect(verify('adjusted.docx')).toBe('0 一致：2个项目逐格核对，内容与文件相同。\n');
    expect(verify('original.docx', 'adjusted.docx')).toBe('0 一致：3个项目逐格核对，内容与文件相同。\n');
  });

  it('verifies both at each build', async () => {
    const { content, findings } = await readAndCheck(directory);
    expect(findings.filter(({ rule }) => rule === 'source/differs')).toEqual([]);
    expect(content.site.departments[0]?.verified?.map(({ fileName }) => fileName)).toEqual([
      ...['adjusted.docx', 'original.docx'],
    ]);
  });

  it('names the file of the version that differs', async () => {
    await edit(`earlier/${DAY}/EXAMPLE-1.yaml`, (text) => text.replace('预算数: 80.00', '预算数: 81.00'));
    expect(verify('original.docx')).toMatch(
      /^1 .*earlier\/2026-07-15\/EXAMPLE-1\.yaml:\d+:\d+ 示例项目一，预算数：文件是“80\.00”.*内容是“81\.00”/,
    );
    expect(verify('adjusted.docx')).toMatch(/^0 一致/);
    const { findings } = await readAndCheck(directory);
    const [finding] = findings.filter(({ rule }) => rule === 'source/differs');
    expect(finding?.file.path).toContain('earlier/');
    expect(finding?.subject).toBeUndefined();
  });

  it('expects of the adjustment what it changed, and nothing else', async () => {
    await writeFile(join(documents, 'adjusted.docx'), formsDocument({ ...A, total: '60.00' }));
    expect(verify('adjusted.docx')).toMatch(/^1 .*EXAMPLE-3\.yaml:1:1 项目“示例项目三”：文件里没有/);
  });

  it('knows a project that was withdrawn since', async () => {
    await edit('projects/EXAMPLE-2.yaml', (text) => `${text}撤销:\n  日期: 2026-09-01\n  依据: 示例文号\n`);
    expect(verify('original.docx')).toMatch(/^0 一致：2个项目/);
    const { findings } = await readAndCheck(directory);
    expect(findings.filter(({ rule }) => rule === 'source/differs')).toEqual([]);
  });
});
