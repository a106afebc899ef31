import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { labelWords } from '../../src/documents/forms/labels.ts';
import { accountForCells } from '../../src/documents/verify/account-for-cells.ts';
import { describeWithPlace } from '../../src/documents/verify/describe-verification.ts';
import { missingIn, verifyDocument } from '../../src/documents/verify/verify-document.ts';
import { readAndCheck } from '../../src/integration/read-and-check.ts';
import { importDocuments } from '../../src/documents/import-documents.ts';
import { DOCUMENTS } from './gold.ts';
import { formsDocument, readFile as readDocumentFile, type MadeForm } from './made-documents.ts';

const SOURCE = 'content/2022/313001/sources/000_d071826548224e33.txt';
const REAL_PROJECT = '2022/313001/projects/13060522P004064100019.yaml';
const FORM: MadeForm = { name: '示例项目一', code: 'EXAMPLE-1', goals: '1.做好示例工作。\n2.提高示例水平。' };
const FILE = '2026/999001/projects/EXAMPLE-1.yaml';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mingzhang-'));
  await cp('content/site.yaml', join(directory, 'site.yaml'));
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

async function edit(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(join(directory, path), change(await readFile(join(directory, path), 'utf8')));
}

/** Brings made-up forms into the content. */
async function publish(...forms: readonly MadeForm[]): Promise<void> {
  const path = join(directory, '..', `${directory.split('/').at(-1) ?? ''}.docx`);
  await writeFile(path, formsDocument(...forms));
  const answers = { department: '999001' };
  await (await importDocuments({ directory, paths: [path], answers, force: true })).write();
  await rm(path);
}

/** What a document and the content say differently, in lines. */
async function verify(...forms: readonly MadeForm[]): Promise<readonly string[]> {
  const { content } = await readAndCheck(directory);
  const found = verifyDocument(
    readDocumentFile(formsDocument(...forms)),
    'made-up.docx',
    content,
    labelWords(),
  );
  if ('problems' in found) throw new Error(found.problems.map(({ message }) => message).join());
  return [...found.differences, ...missingIn(found.seen)].map(describeWithPlace);
}

describe('content beside the official document', () => {
  it('is the same after the import, though numbers of goals and white space are taken off', async () => {
    await publish({ ...FORM, total: ' 1,910.00 ' });
    expect(await verify({ ...FORM, total: ' 1,910.00 ' })).toEqual([]);
  });

  it('differs in one digit of one cell, which is named with both places', async () => {
    await publish(FORM);
    await edit(FILE, (text) => text.replace('预算数: 10.00', '预算数: 10.01'));
    const [line, ...others] = await verify(FORM);
    expect(others).toEqual([]);
    expect(line).toMatch(
      /EXAMPLE-1\.yaml:\d+:\d+ 示例项目一，预算数：文件是“10\.00”（第1张表，第4行第2列），内容是“10\.01”。$/,
    );
  });

  it.each([
    [
      'a row is missing',
      '    - 二级指标: 质量指标\n      三级指标: 示例合格率\n      绩效指标描述:\n      指标值: ≥95%\n      指标值确定依据:\n',
      '',
      '产出指标的一行：文件是',
    ],
    ['a goal is missing', '  - 提高示例水平。\n', '', '绩效目标第2条：文件是'],
    [
      'a goal was added',
      '  - 提高示例水平。\n',
      '  - 提高示例水平。\n  - 编造的目标。\n',
      '文件里没有（见第1张表，第5行第2列），内容是“编造的目标。”',
    ],
    ['a unit was changed', '指标值: 4期', '指标值: 4次', '指标值：文件是“4期”'],
    ['a blank was filled in', '财政资金:', '财政资金: 10.00', '财政资金：文件是空白'],
  ])('differs where %s', async (_what, before, after, words) => {
    await publish(FORM);
    await edit(FILE, (text) => text.replace(before, after));
    const lines = await verify(FORM);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(words);
  });

  it('differs where a project is only in one of them', async () => {
    const second = { name: '示例项目二', code: 'EXAMPLE-2' };
    await publish(FORM, second);
    expect(await verify(FORM)).toEqual([expect.stringContaining('文件里没有，内容是“示例项目二”')]);
    await rm(join(directory, FILE));
    expect(await verify(FORM, second)).toEqual([expect.stringContaining('文件是“示例项目一”')]);
  });

  it('may differ where it was officially corrected, and only from the value that the correction names', async () => {
    await publish(FORM);
    const correction = (original: string) =>
      `更正:\n  - 位置: 预算规模.预算数\n    原值: "${original}"\n    依据: 示例文号\n    日期: 2026-06-30\n`;
    await edit(FILE, (text) => text.replace('预算数: 10.00', '预算数: 12.00') + correction('10.00'));
    expect(await verify(FORM)).toEqual([]);
    await edit(FILE, (text) => text.replace('"10.00"', '"11.00"'));
    expect(await verify(FORM)).toHaveLength(1);
  });

  it('finds a cell that no field took, by the cells alone', () => {
    const body = readDocumentFile(formsDocument(FORM));
    const words = labelWords();
    const found = accountForCells(
      body,
      [{ year: 2026, code: '999001', name: '示例县示例局', unit: '万元', projects: [], overallGoals: '' }],
      words,
      () => false,
    );
    expect(found.map(({ message }) => message)).toEqual(
      expect.arrayContaining(['示例项目一', 'EXAMPLE-1', '10.00', '示例培训人数', '≥95%']),
    );
    expect(found.map(({ message }) => message)).not.toContain('预算数');
  });
});

describe('the content made of a made-up document in each layout', () => {
  it.each(readdirSync(DOCUMENTS).filter((name) => !name.endsWith('.gold.json')))(
    'holds every cell of it: %s',
    async (name) => {
      const path = join(DOCUMENTS, name);
      const department = /^v[13]/.test(name) ? '999001' : undefined;
      const planned = await importDocuments({
        directory,
        paths: [path],
        answers: { department },
        force: false,
      });
      await planned.write();
      const { content } = await readAndCheck(directory);
      const found = verifyDocument(readDocumentFile(await readFile(path), name), name, content, labelWords());
      expect(found).toMatchObject({ differences: [] });
    },
  );
});

describe('a check of content whose document lies in sources/', () => {
  beforeEach(async () => {
    await publish(FORM);
  });
  const found = async () => {
    const { content, findings } = await readAndCheck(directory);
    return {
      verified: content.site.departments[0]?.verified?.map(({ corrected }) => corrected),
      differing: findings.filter(({ rule }) => rule === 'source/differs').map(({ severity }) => severity),
    };
  };

  it('says that it was verified where it is the same, and warns where it is not', async () => {
    expect(await found()).toEqual({ verified: [0], differing: [] });
    await edit(FILE, (text) => text.replace('4期', '5期'));
    expect(await found()).toEqual({ verified: [], differing: ['warning'] });
  });

  it('says nothing of a document that cannot be read as forms', async () => {
    await rm(join(directory, '2026/999001/sources'), { recursive: true });
    await cp('LICENSE', join(directory, '2026/999001/sources/licence.txt'));
    expect(await found()).toEqual({ verified: [], differing: [] });
  });
});

describe('the command', () => {
  const command = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['src/cli/mingzhang.mjs', 'verify', ...args], { encoding: 'utf8' });

  it('finds the published content the same as the real document, and one changed digit of a copy not', async () => {
    expect(command(SOURCE)).toMatchObject({
      status: 0,
      stdout: '一致：40个项目逐格核对，内容与文件相同。\n',
    });
    await cp('content', directory, { recursive: true });
    await edit(REAL_PROJECT, (text) => text.replace('预算数: 190.00', '预算数: 190.01'));
    const { status, stdout } = command(SOURCE, '--content', directory);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /:5:8 .*预算数：文件是“190\.00”（第\d+行），内容是“190\.01”。\n不一致：1处不同。\n$/,
    );
    expect(command('--sources', '--content', directory)).toMatchObject({ status: 1 });
  });
});
