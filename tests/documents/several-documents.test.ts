import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeImport } from '../../src/documents/describe-import.ts';
import { importDocuments } from '../../src/documents/import-documents.ts';
import { findDocuments } from '../../src/documents/open/find-documents.ts';
import type { Answers } from '../../src/documents/read-document.ts';
import { reportImport } from '../../src/documents/report-import.ts';
import { readAndCheck } from '../../src/integration/read-and-check.ts';
import { filesOf } from '../../src/model/department.ts';
import { formsDocument, formsDocumentIn, type MadeForm } from './made-documents.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mingzhang-'));
  await writeFile(join(directory, 'site.yaml'), '站点名称: 示例站点\n发布机构: 示例机构\n');
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

const FOLDER = '2026/999001';
const ANSWERS: Answers = { department: '999001' };
const form = (name: string, more: Partial<MadeForm> = {}): MadeForm => ({ name: `示例项目${name}`, ...more });
const now = (path: string) => readFile(join(directory, FOLDER, path), 'utf8');

type Documents = Readonly<Record<string, Uint8Array>>;
interface Options {
  readonly answers?: Answers;
  readonly force?: boolean;
  readonly content?: string;
}

/** Plans the import of documents by their paths. */
async function plan(documents: Documents, { answers = ANSWERS, force = false, content }: Options = {}) {
  const planned = await importDocuments({
    directory: content ?? directory,
    paths: Object.keys(documents),
    read: (path) => Promise.resolve(Buffer.from(documents[path] ?? [])),
    answers,
    force,
  });
  const report = reportImport(planned);
  return { ...planned, report, told: describeImport(report, force) };
}
const write = async (documents: Documents, options?: Options) => (await plan(documents, options)).write();

/** The names of the projects that the content has, by their numbers. */
async function numbers(): Promise<Readonly<Record<string, string>>> {
  const { content } = await readAndCheck(directory);
  return Object.fromEntries(
    content.site.departments.flatMap(({ projects }) =>
      projects.map(({ sequence, name }) => [sequence, name.replace('示例项目', '')]),
    ),
  );
}

/** What an import into an empty folder writes beside the documents. */
async function written(documents: Documents): Promise<Readonly<Record<string, string>>> {
  const { files } = await plan(documents, { content: join(directory, 'none') });
  const texts = files.filter(({ path }) => !path.includes('/sources/'));
  return Object.fromEntries(
    texts.map(({ path, bytes }) => [
      basename(path),
      bytes.toString('utf8').replace(/^来源:\n(?: .*\n)+/m, ''),
    ]),
  );
}

describe('a document that was split into one file a project', () => {
  it('becomes the same content as the whole', async () => {
    const forms = fc.uniqueArray(
      fc.record({
        name: fc.integer({ min: 1, max: 999 }),
        hasCode: fc.boolean(),
        total: fc.integer({ min: 1, max: 10_000 }),
      }),
      { selector: ({ name }) => name, minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(forms, fc.boolean(), async (drawn, isNumbered) => {
        const made = drawn.map(({ name, hasCode, total }, place) =>
          form(String(name), {
            total: `${total}.00`,
            ...(hasCode && { code: `EXAMPLE-${name}` }),
            ...(isNumbered && { number: place + 1 }),
          }),
        );
        const split = made.map((one, place) => [`${place}.docx`, formsDocument(one)] as const);
        expect(await written(Object.fromEntries(split))).toEqual(
          await written({ 'whole.docx': formsDocument(...made) }),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('keeps the numbers that the forms state, in whatever order the files are given', async () => {
    await write({
      'b.docx': formsDocument(form('乙', { number: 2 })),
      'a.docx': formsDocument(form('甲', { number: 1 })),
    });
    expect(await numbers()).toEqual({ 1: '甲', 2: '乙' });
  });
});

describe('documents that each count from 1', () => {
  const A = formsDocument(form('甲', { number: 1, code: 'EXAMPLE-1' }), form('乙', { number: 2 }));
  const B = formsDocument(form('丙', { number: 1 }), form('丁', { number: 2, code: 'EXAMPLE-4' }));

  it('are numbered one behind the other, at once or one by one', async () => {
    await write({ 'a.docx': A, 'b.docx': B });
    expect(await numbers()).toEqual({ 1: '甲', 2: '乙', 3: '丙', 4: '丁' });
    await rm(join(directory, '2026'), { recursive: true });
    await write({ 'a.docx': A });
    await write({ 'b.docx': B });
    expect(await numbers()).toEqual({ 1: '甲', 2: '乙', 3: '丙', 4: '丁' });
  });

  it('a second import of one of them, or of all in another order, changes nothing', async () => {
    await write({ 'a.docx': A, 'b.docx': B });
    for (const documents of [{ 'a.docx': A }, { 'b.docx': B }, { 'b.docx': B, 'a.docx': A }]) {
      const { toWrite, told } = await plan(documents, { force: true });
      expect(toWrite).toEqual([]);
      expect(told).toContain('不同0个');
    }
  });

  it('a new version of one of them changes only what changed', async () => {
    await write({ 'a.docx': A, 'b.docx': B });
    const later = formsDocument(
      form('丙', { number: 1, total: '11.00' }),
      form('戊', { number: 2 }),
      form('丁', { number: 3, code: 'EXAMPLE-4' }),
    );
    const { report } = await plan({ 'b.docx': later }, { force: true });
    const changed = report.files.filter(({ status, name }) => status !== 'same' && name !== '');
    expect(changed.map(({ file, status, changes }) => [basename(file), status, changes])).toEqual([
      ['003.yaml', 'different', [{ field: '预算数', before: '10.00', after: '11.00' }]],
      ['005.yaml', 'new', []],
    ]);
    expect(report.absent.map(({ name }) => name)).toEqual(['示例项目乙', '示例项目甲']);
  });

  it('a further document never takes the file of another project without a code', async () => {
    await write({ 'a.docx': formsDocument(form('甲')) });
    await write({ 'b.docx': formsDocument(form('乙')) }, { force: true });
    expect(await numbers()).toEqual({ 1: '甲', 2: '乙' });
  });

  it('a new version of a document may give a project without a code another name', async () => {
    await write({ 'a.docx': formsDocument(form('甲')) });
    await write({ 'a.docx': formsDocument(form('甲（调整）')) }, { force: true });
    expect(await numbers()).toEqual({ 1: '甲（调整）' });
  });
});

describe('the documents from which a department comes', () => {
  const A = formsDocument(form('甲', { code: 'EXAMPLE-1' }));
  const B = formsDocument(form('乙', { code: 'EXAMPLE-2' }));

  it('are all kept and named, and each project leads to its own', async () => {
    await write({ 'x/a.docx': A, 'x/b.docx': B });
    expect(await readdir(join(directory, FOLDER, 'sources'))).toEqual(['a.docx', 'b.docx']);
    expect(await now('department.md')).toContain('来源:\n  文件:\n    - a.docx\n    - b.docx\n');
    const { content } = await readAndCheck(directory);
    const [department] = content.site.departments;
    expect(department?.verified?.map(({ fileName }) => fileName)).toEqual(['a.docx', 'b.docx']);
    expect(department?.projects.map((project) => filesOf(department, project))).toEqual([
      ['a.docx'],
      ['b.docx'],
    ]);
  });

  it('are joined by a further one without --force, which is told', async () => {
    await write({ 'a.docx': A });
    const edited = `${await now('department.md')}\n示例目标。\n`.replace('- ', '- ');
    await writeFile(join(directory, FOLDER, 'department.md'), edited);
    const { told, write: writeAll } = await plan({ 'b.docx': B });
    expect(told).toContain('department.md：\n  来源的文件：a.docx → a.docx、b.docx\n');
    expect(told).toContain('补充1个');
    await writeAll();
    expect(await now('department.md')).toBe(
      edited.replace('  文件: a.docx\n', '  文件:\n    - a.docx\n    - b.docx\n'),
    );
  });

  it('of one name are refused with both paths', async () => {
    await expect(plan({ 'x/表.docx': A, 'y/表.docx': B })).rejects.toThrow(
      /“x\/表\.docx”和“y\/表\.docx”同名/,
    );
  });
});

describe('documents that contradict each other', () => {
  const one = formsDocument(form('甲', { code: 'EXAMPLE-1' }));

  it.each([
    [
      'a department’s name',
      formsDocument(form('乙', { department: '示例县样本局' })),
      /示例县样本局”，a\.docx.*是“示例县示例局/,
    ],
    ['a unit', formsDocumentIn('元', [form('乙')]), /金额单位前后不一致：这里是“元”，a\.docx.*是“万元”/],
    [
      'a project’s code',
      formsDocument(form('乙', { code: 'EXAMPLE-1' })),
      /项目“示例项目乙”（EXAMPLE-1）在“a\.docx.*里也有/,
    ],
    ['a project’s name without a code', formsDocument(form('甲')), /项目“示例项目甲”在“a\.docx.*里也有/],
  ])('are refused by both places: %s', async (_what, other, words) => {
    const refusal = plan({ 'a.docx': one, 'b.docx': other });
    await expect(refusal).rejects.toThrow(words);
    await expect(refusal).rejects.toThrow(/^b\.docx，第1张表.*：/);
  });

  it('in the overall goals are refused', async () => {
    const goals = (text: string, name: string) => formsDocumentIn('万元', [form(name)], [text]);
    await expect(
      plan({
        'a.docx': goals('第一部分　部门整体绩效目标。做好示例工作。', '甲'),
        'b.docx': goals('第一部分　部门整体绩效目标。做好样本工作。', '乙'),
      }),
    ).rejects.toThrow('b.docx：部门整体绩效目标与a.docx的不一致');
  });

  it('are told all at once, what is open alike only once', async () => {
    const documents = Object.fromEntries(
      Array.from({ length: 20 }, (_, place) => [`${place}.docx`, formsDocument(form(String(place)))]),
    );
    const message = await plan(documents, { answers: {} }).then(String, String);
    expect(message).toMatch(/^UserError: 0\.docx，.*没有写明“示例县示例局”的部门编码/);
    expect(message).toContain('同样的还有19处：1.docx，');
    expect(message.split('\n')).toHaveLength(3);
  });

  it('are all named where several cannot be opened', async () => {
    const message = await plan({
      'a.docx': one,
      'b.docx': Buffer.from([1, 0]),
      'c.docx': Buffer.alloc(0),
    }).then(String, String);
    expect(message).toMatch(/“b\.docx”不是文本文件.*\n“c\.docx”是空文件/);
  });

  it('with the content in the unit of amounts are refused, whatever is replaced', async () => {
    await write({ 'a.docx': one });
    for (const force of [false, true]) {
      await expect(plan({ 'b.docx': formsDocumentIn('元', [form('乙')]) }, { force })).rejects.toThrow(
        /现有内容的金额单位是“万元”，要导入的是“元”/,
      );
    }
    const { toWrite } = await plan(
      { 'a.docx': formsDocumentIn('元', [form('甲', { code: 'EXAMPLE-1' })]) },
      { force: true },
    );
    expect(toWrite.map(({ path }) => basename(path)).sort()).toEqual(['a.docx', 'department.md']);
  });
});

describe('several departments and years', () => {
  it('in several documents are each their own folder', async () => {
    const codes = new Map([
      ['示例县示例局', '999001'],
      ['示例县样本局', '999002'],
    ]);
    const { report } = await plan(
      {
        'a.docx': formsDocument(form('甲'), form('乙', { department: '示例县样本局' })),
        'b.docx': formsDocument(form('丙', { department: '示例县样本局' })),
      },
      { answers: { codes } },
    );
    expect(report.departments.map(({ code, projects }) => [code, projects])).toEqual([
      ['999001', 1],
      ['999002', 2],
    ]);
  });
});

describe('a folder', () => {
  it('stands for the documents in it in the order of their numbers; what else lies there is told', async () => {
    const folder = join(directory, '表');
    await mkdir(join(folder, '下级'), { recursive: true });
    for (const name of ['10.docx', '9.docx', '~$9.docx', '.DS_Store', '图.png', '下级/1.xlsx'])
      await writeFile(join(folder, name), '');
    await symlink('/etc/hostname', join(folder, 'link.txt'));
    const { paths, skipped } = await findDocuments([
      folder,
      join(folder, '9.docx'),
      join(folder, '~$9.docx'),
    ]);
    expect(paths.map((path) => path.slice(folder.length + 1))).toEqual(['9.docx', '10.docx', '下级/1.xlsx']);
    expect(Object.fromEntries(skipped.map(({ file, reason }) => [basename(file), reason]))).toEqual({
      '~$9.docx': '文件打开时的临时文件',
      '.DS_Store': '隐藏文件',
      '图.png': '这类文件不能导入',
      'link.txt': '指向别处的链接，或不是文件',
    });
    await mkdir(join(directory, '空'));
    await expect(findDocuments([join(directory, '空')])).rejects.toThrow('没有可以导入的文件');
  });

  it('is imported and verified by the commands, which find the department by the documents that it has', async () => {
    const folder = join(directory, '表');
    await mkdir(folder);
    await writeFile(join(folder, '1.docx'), formsDocument(form('甲')));
    await writeFile(join(folder, '2.docx'), formsDocument(form('乙')));
    await writeFile(join(folder, '~$2.docx'), '');
    await writeFile(join(directory, 'other.docx'), formsDocument(form('丙')));
    const run = (...args: readonly string[]) =>
      spawnSync(
        process.execPath,
        ['src/cli/mingzhang.mjs', ...args, '--content', join(directory, 'content')],
        {
          encoding: 'utf8',
        },
      );
    const { status, stdout } = run('import', folder, '--department', '999001', '--yes');
    expect(status).toBe(0);
    expect(stdout).toMatch(/合计：2026年，999001 示例县示例局：2个项目/);
    expect(stdout).toMatch(/跳过 .*~\$2\.docx：文件打开时的临时文件/);
    // Another department of the same name, so that the name alone does not say which is meant.
    expect(run('import', join(directory, 'other.docx'), '--department', '999002', '--yes').status).toBe(0);
    await cp(join(directory, 'site.yaml'), join(directory, 'content/site.yaml'));
    expect(run('verify', folder).stdout).toMatch(/一致：2个项目/);
    await writeFile(join(folder, '2.docx'), formsDocument(form('乙', { total: '12.00' })));
    expect(run('verify', folder).stdout).toMatch(/示例项目乙，预算数：文件是“12\.00”.*内容是“10\.00”/);
    expect(run('verify', folder, '--department', '999002').stdout).toMatch(/不一致/);
  }, 60_000);
});
