import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeImport } from '../../src/documents/describe-import.ts';
import { UserError } from '../../src/files/user-error.ts';
import { importDocuments } from '../../src/documents/import-documents.ts';
import { reportImport } from '../../src/documents/report-import.ts';

const SOURCE = 'content/2022/313001/sources/000_d071826548224e33.txt';
const PROJECT = '2022/313001/projects/13060522P004064100019.yaml';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mingzhang-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

const plan = (options: { force?: boolean; paths?: readonly string[] } = {}) =>
  importDocuments({ directory, paths: [SOURCE], answers: {}, force: false, ...options });

async function editProject(change: (text: string) => string): Promise<string> {
  const changed = change(await readFile(join(directory, PROJECT), 'utf8'));
  await writeFile(join(directory, PROJECT), changed);
  return changed;
}

describe('importing the real document', () => {
  it('writes exactly the published content, and the document beside it', async () => {
    const { files, write } = await plan();
    expect(files.every(({ status }) => status === 'new')).toBe(true);
    expect(await readdir(directory)).toEqual([]);
    await write();
    const written = (await readdir(join(directory, '2022'), { recursive: true, withFileTypes: true })).filter(
      (entry) => entry.isFile(),
    );
    expect(written).toHaveLength(42);
    for (const { parentPath, name } of written) {
      const path = join(parentPath, name);
      expect(await readFile(path)).toEqual(await readFile(path.replace(directory, 'content')));
    }
  });

  it('writes nothing where a folder or a file is a link: what it leads to would be changed', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'mingzhang-elsewhere-'));
    try {
      await mkdir(join(directory, '2022/313001'), { recursive: true });
      await symlink(elsewhere, join(directory, '2022/313001/projects'));
      await expect(plan()).rejects.toThrow(/projects”是一个链接，.*没有写入任何文件/);
      await rm(join(directory, '2022/313001/projects'));
      await symlink(join(elsewhere, 'a.md'), join(directory, '2022/313001/department.md'));
      await expect(plan()).rejects.toThrow('department.md”是一个链接');
      expect(await readdir(elsewhere)).toEqual([]);
    } finally {
      await rm(elsewhere, { recursive: true });
    }
  });

  it('a second time changes nothing', async () => {
    await (await plan()).write();
    expect((await plan()).toWrite).toEqual([]);
  });

  it('keeps a file that differs and shows the difference', async () => {
    await (await plan()).write();
    const edited = await editProject((text) => text.replace('预算数: 190.00', '预算数: 191.00'));
    const again = await plan();
    await again.write();
    expect(await readFile(join(directory, PROJECT), 'utf8')).toBe(edited);
    const shown = describeImport(reportImport(again), false);
    expect(shown).toContain('  预算数：191.00 → 190.00\n');
    expect(shown).toContain('不同1个（保留原样，要替换请加 --force）');
  });

  it('replaces it when forced, but keeps what editors added', async () => {
    await (await plan()).write();
    const note = '核对说明:\n  - 位置: 资金用途\n    原文: 城乡居民基本养老保险补助资金\n    说明: 测试。\n';
    const own = `${note}领域: 虚构领域\n`;
    await editProject((text) => text.replace('预算数: 190.00', '预算数: 191.00') + own);
    await (await plan({ force: true })).write();
    expect(await readFile(join(directory, PROJECT), 'utf8')).toBe(
      (await readFile(join('content', PROJECT), 'utf8')) + own,
    );
  });
});

describe('importing again what an editor has added to', () => {
  const DEPARTMENT = '2022/313001/department.md';
  const added =
    '  标题: 虚构的标题\n  网址: https://example.cn/a\n  公开日期: 2022-02-15\n  批复文号: 虚构文号\n' +
    '联系电话: 0312-0000000\n地址: 虚构的地址\n' +
    '结束项目:\n  - 项目编码: EXAMPLE-0\n    说明: 虚构的理由\n';
  const edit = async (path: string, change: (text: string) => string) => {
    const changed = change(await readFile(join(directory, path), 'utf8'));
    await writeFile(join(directory, path), changed);
    return changed;
  };
  const now = (path: string) => readFile(join(directory, path), 'utf8');
  beforeEach(async () => {
    await (await plan()).write();
  });

  it('finds a department the same whose telephone, address, ended projects and source were filled in', async () => {
    const edited = await edit(DEPARTMENT, (text) => text.replace(/(\n {2}文件: .*\n)/, `$1${added}`));
    expect(edited).toContain('联系电话: 0312-0000000');
    const again = await plan({ force: true });
    expect(again.toWrite).toEqual([]);
    await again.write();
    expect(await now(DEPARTMENT)).toBe(edited);
  });

  it('keeps them where the department differs otherwise', async () => {
    const edited = await edit(DEPARTMENT, (text) =>
      text.replace(/(\n {2}文件: .*\n)/, `$1${added}`).replace('金额单位: 万元', '金额单位: 元'),
    );
    await (await plan({ force: true })).write();
    expect(await now(DEPARTMENT)).toBe(edited.replace('金额单位: 元', '金额单位: 万元'));
  });

  it('keeps a value that was officially corrected, and takes any other from the document', async () => {
    const correction =
      '更正:\n  - 位置: 预算规模.预算数\n    原值: "190.00"\n    依据: 虚构文号\n    日期: 2022-06-30\n';
    const edited = await editProject((text) => text.replace('预算数: 190.00', '预算数: 180.00') + correction);
    expect((await plan({ force: true })).toWrite).toEqual([]);
    await editProject((text) => text.replace('财政资金: 190.00', '财政资金: 170.00'));
    await (await plan({ force: true })).write();
    expect(await now(PROJECT)).toBe(edited);
  });

  it('finds files the same to which only comments were added', async () => {
    await edit(DEPARTMENT, (text) => text.replace('年度: 2022\n', '年度: 2022 # 批复年度\n'));
    await editProject((text) => `# 已核对\n${text.replace('预算规模:\n', '预算规模:\n  # 见批复\n')}`);
    expect((await plan({ force: true })).toWrite).toEqual([]);
  });

  it('replaces the lines that differ and keeps the comments around them', async () => {
    const edited = await editProject(
      (text) =>
        `# 已核对\n${text.replace('预算数: 190.00', '预算数: 191.00').replace('绩效目标:', '# 待定\n绩效目标:')}`,
    );
    const planned = await plan({ force: true });
    expect(describeImport(reportImport(planned), true)).not.toContain('批注');
    await planned.write();
    expect(await now(PROJECT)).toBe(edited.replace('预算数: 191.00', '预算数: 190.00'));
  });

  it('keeps the comment behind a value that changes, and all others', async () => {
    const edited = await editProject(
      (text) =>
        `# 已核对\n\n${text
          .replace('预算规模:\n', '# 见批复\n# 第3页\n预算规模:\n  # 单位见 department.md\n')
          .replace('预算数: 190.00', '预算数: 191.00   # 已调整\n  # 待核')}# 完\n`,
    );
    const planned = await plan({ force: true });
    expect(describeImport(reportImport(planned), true)).not.toContain('批注');
    await planned.write();
    expect(await now(PROJECT)).toBe(edited.replace('预算数: 191.00', '预算数: 190.00'));
  });

  it('loses the comment of a line that goes, says so before writing, and keeps the others', async () => {
    const original = await now(PROJECT);
    await editProject((text) =>
      text
        .replace('绩效目标:\n', '绩效目标:\n  # 误加\n  - 虚构的目标 # 存疑\n')
        .replace('资金用途:', '# 见批复\n资金用途:'),
    );
    const planned = await plan({ force: true });
    expect(describeImport(reportImport(planned), true).match(/批注“# (.*?)”所在的行没有了/g)).toEqual([
      '批注“# 误加”所在的行没有了',
      '批注“# 存疑”所在的行没有了',
    ]);
    await planned.write();
    expect(await now(PROJECT)).toBe(original.replace('资金用途:', '# 见批复\n资金用途:'));
  });

  it('finds a file the same that says the same in another layout', async () => {
    const correction =
      '更正:\n  - 位置: 预算规模.预算数\n    原值: 190\n    依据: 虚构文号\n    日期: 2022-06-30\n';
    const edited = await editProject(
      (text) =>
        text.replace('预算数: 190.00', '预算数: 180.00').replace('资金用途: ', '资金用途:   ') + correction,
    );
    const again = await plan({ force: true });
    expect(again.toWrite).toEqual([]);
    expect(describeImport(reportImport(again), false)).toContain('不同0个');
    expect(await now(PROJECT)).toBe(edited);
  });

  it.each([DEPARTMENT, PROJECT])(
    'stops where %s cannot be read, before anything is written',
    async (path) => {
      await edit(path, (text) => text.replace('名称: ', '名称：'));
      await expect(plan({ force: true })).rejects.toThrow(/现在读不出来.*没有写入任何文件/);
    },
  );
});

describe('the name under which a document is kept', () => {
  const imported = async (name: string) => {
    const path = join(directory, name);
    await cp('tests/fixtures/documents/v1-shanghai.saved.html', path);
    const content = join(directory, 'content');
    return importDocuments({
      directory: content,
      paths: [path],
      answers: { department: '999009', year: 2022, unit: '万元' },
      force: true,
    });
  };

  it.each(['page.html', 'page.HTM', 'page.mht', 'page.mhtml', 'page.xml'])(
    'of %s ends in .txt, with the same bytes: as a page it would run on the site',
    async (name) => {
      const planned = await imported(name);
      expect(planned.findings.filter(({ rule }) => rule === 'file/kind')).toEqual([]);
      const [kept] = planned.toWrite.filter(({ path }) => path.includes('sources'));
      expect(basename(kept?.path ?? '')).toBe(`${name}.txt`);
      expect(kept?.bytes).toEqual(await readFile(join(directory, name)));
      const [head] = planned.toWrite.filter(({ path }) => path.endsWith('department.md'));
      expect(head?.bytes.toString()).toContain(`文件: ${name}.txt`);
    },
  );

  it.each([
    ['a#1.html', 'file/kind'],
    ['a%20b.doc', 'file/kind'],
    ['a?.xls', 'file/kind'],
    ['a\u200b.html', 'text/invisible'],
    ['a.svg', 'file/kind'],
  ])('%j is found before anything is written', async (name, rule) => {
    const { findings } = await imported(name);
    expect(findings.filter((finding) => finding.severity === 'error').map((finding) => finding.rule)).toEqual(
      [rule],
    );
  });
});

describe('a document that cannot be imported', () => {
  it.each([
    ['that is not there', undefined, '找不到文件'],
    ['that is a Word file', Buffer.from('PK\u0003\u0004'), 'Word'],
    ['that is binary', Buffer.from([1, 0, 2]), '不是文本文件'],
    ['in GBK without a form', Buffer.from([0xcf, 0xee, 0xc4, 0xbf]), '没有找到绩效目标表'],
    ['without a form', Buffer.from('今天天气很好'), '没有找到绩效目标表'],
    ['that is empty', Buffer.from(''), '空文件'],
  ])('%s is refused with a sentence, and nothing is written', async (_what, bytes, words) => {
    const path = join(directory, 'document.txt');
    if (bytes !== undefined) await writeFile(path, bytes);
    const content = join(directory, 'content');
    const refusal = importDocuments({ directory: content, paths: [path], answers: {}, force: true });
    await expect(refusal).rejects.toThrow(UserError);
    await expect(refusal).rejects.toThrow(words);
    expect(await readdir(directory)).not.toContain('content');
  });

  it('stops the import of all, with each line that cannot be placed', async () => {
    const broken = join(directory, 'broken.txt');
    const text = await readFile(SOURCE, 'utf8');
    await writeFile(
      broken,
      text.replace('\t单位：万元', '\t单位：万').replaceAll('\t满意度指标\n', '\t满意指标\n'),
    );
    const refusal = plan({ paths: [SOURCE, broken] });
    await expect(refusal).rejects.toThrow(/broken\.txt，第33行：读不出金额单位“万”/);
    await expect(refusal).rejects.toThrow('处不能确定，没有写入任何文件');
  });

  it('says once what is wrong with every line, with the count', async () => {
    const broken = join(directory, 'broken.txt');
    const text = await readFile(SOURCE, 'utf8');
    await writeFile(broken, text.replace(/绩效目标表$/gm, '绩效表'));
    const message = await plan({ paths: [broken] }).then(String, String);
    expect(message.split('\n')).toHaveLength(3);
    expect(message).toMatch(/^UserError: .*broken\.txt，第32行：单元格的前面没有.*这样的标题/);
    expect(message).toMatch(/^ {2}同样的还有\d{4}处：第33行、第35行、.*等。$/m);
  });

  it('is refused where two documents have the same projects, which is said once with both places', async () => {
    const copy = join(directory, 'copy.txt');
    await cp(SOURCE, copy);
    await expect(plan({ paths: [SOURCE, copy] })).rejects.toThrow(
      /copy\.txt，第31行：项目“.*”（.*）在“.*，第31行”里也有，两份文件共有40个/,
    );
  });
});

describe('what is written otherwise than it stands', () => {
  it('are amounts without separators, in half width, and month-ends for quarters; each is told', async () => {
    const other = join(directory, 'other.txt');
    const text = await readFile(SOURCE, 'utf8');
    await writeFile(
      other,
      text
        .replace('\t190.00\n', '\t1,900,000.00\n')
        .replace('\t190.00\n', '\t１９０００００\n')
        .replace('\t3月底\n\t6月底\n', '\t一季度\n\t6月末\n'),
    );
    const planned = await plan({ paths: [other] });
    const told = describeImport(reportImport(planned), false);
    expect(told).toMatch(/“1,900,000\.00”记作“1900000\.00”。/);
    expect(told).toMatch(/“一季度”记作“3月底”，其中的比例当作从年初累计的/);
    await planned.write();
    const written = await readFile(join(directory, PROJECT), 'utf8');
    expect(written).toContain('预算数: 1900000.00\n  财政资金: 1900000\n');
    expect(written).toContain('资金支出计划:\n  3月底:\n  6月底:\n  10月底:');
    expect(reportImport(await plan()).documents[0]?.notes).toEqual([]);
  });
});

describe('the command, where nobody can be asked', () => {
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['src/cli/mingzhang.mjs', 'import', SOURCE, '--content', directory, ...args],
      { encoding: 'utf8', input: 'y\n' },
    );
    return { status, stdout, stderr };
  };

  it('lists what it would write and refuses; with --yes it writes', async () => {
    const refused = run();
    expect([refused.status, refused.stderr]).toEqual([
      2,
      '这里不是终端，不能询问，没有写入任何文件。看过上面列出的以后，请加 --yes 再运行。\n',
    ]);
    expect(refused.stdout).toContain('新增42个文件');
    expect(await readdir(directory)).toEqual([]);
    expect(run('--yes').status).toBe(0);
    // Now there is nothing to ask.
    expect(run()).toMatchObject({ status: 0, stderr: '' });
  });
});
