import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixContent } from '../../../src/files/fix/fix-content.ts';

const PROJECTS = '2022/313001/projects';
const NAME = `${PROJECTS}/13060522P00416610001C.yaml`;
const OTHER = `${PROJECTS}/13060522P004064100019.yaml`;
const DEPARTMENT = '2022/313001/department.md';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mingzhang-'));
  await cp('content', directory, { recursive: true });
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

const published = (name: string) => readFile(join('content', name));
const standing = (name: string) => readFile(join(directory, name));

/** 项目编码 and 财政资金 in GBK; Node.js decodes it but does not write it. */
const GBK: Readonly<Record<string, readonly number[]>> = {
  序: [0xd0, 0xf2],
  号: [0xba, 0xc5],
  项: [0xcf, 0xee],
  目: [0xc4, 0xbf],
  编: [0xb1, 0xe0],
  码: [0xc2, 0xeb],
  名: [0xc3, 0xfb],
  称: [0xb3, 0xc6],
  预: [0xd4, 0xa4],
  算: [0xcb, 0xe3],
  规: [0xb9, 0xe6],
  模: [0xc4, 0xa3],
  数: [0xca, 0xfd],
};
const inGbk = (text: string) => Buffer.from([...text].flatMap((one) => GBK[one] ?? [...Buffer.from(one)]));

/** Runs the command on the copy; its status and what it prints. */
function fix(...options: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/cli/mingzhang.mjs', 'fix', '--content', directory, ...options],
    { encoding: 'utf8' },
  );
  return { status, printed: stdout + stderr };
}

describe('fixing a content folder', () => {
  it('has nothing to do in what is published', async () => {
    expect((await fixContent(directory)).files).toEqual([]);
  });

  it('takes off byte order marks and CRLF, also from Markdown, and changes no more of its body', async () => {
    for (const name of [NAME, DEPARTMENT, 'site.yaml', 'glossary.yaml', 'pages/about.md']) {
      const text = (await published(name)).toString('utf8');
      await writeFile(join(directory, name), `\ufeff${text.replaceAll('\n', '\r\n')}`);
    }
    const { files, write } = await fixContent(directory);
    expect(files.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'fixed'));
    await write();
    for (const name of [NAME, DEPARTMENT, 'site.yaml', 'glossary.yaml', 'pages/about.md']) {
      expect(await standing(name)).toEqual(await published(name));
    }
  });

  it('turns UTF-16 and GBK into UTF-8', async () => {
    const text = (await published(NAME)).toString('utf8');
    await writeFile(join(directory, NAME), Buffer.from(`\ufeff${text}`, 'utf16le'));
    const made = `${PROJECTS}/99990099P00000010001A.yaml`;
    await writeFile(
      join(directory, made),
      inGbk('序号: 99\n项目编码: 99990099P00000010001A\n项目名称: 项目\n预算规模:\n  预算数: 1\n'),
    );
    await (await fixContent(directory)).write();
    expect(await standing(NAME)).toEqual(await published(NAME));
    expect((await standing(made)).toString('utf8')).toContain('项目名称: 项目\n');
  });

  it('leaves what it cannot fix byte for byte, beside what it can', async () => {
    const broken = '\ufeff序号：1\r\n项目名称: 甲: 乙\r\n';
    await writeFile(join(directory, NAME), broken);
    await writeFile(join(directory, OTHER), `\ufeff${(await published(OTHER)).toString('utf8')}`);
    const { files, write } = await fixContent(directory);
    await write();
    expect(files.map(({ kind }) => kind).toSorted()).toEqual(['fixed', 'left']);
    expect(await standing(NAME)).toEqual(Buffer.from(broken));
    expect(await standing(OTHER)).toEqual(await published(OTHER));
  });

  it('cannot be led out of the folder or be stopped by what is no file', async () => {
    for (const [name, bytes] of [
      ['leer.yaml', Buffer.alloc(0)],
      ['bild.yaml', Buffer.from([0xff, 0xfe, 0, 1, 2])],
    ] as const) {
      await writeFile(join(directory, PROJECTS, name), bytes);
    }
    const { files } = await fixContent(directory);
    expect(files.map((file) => (file.kind === 'left' ? file.findings[0]?.rule : file.kind))).toEqual([
      'file/kind',
      'file/kind',
    ]);
  });
});

describe('npm run fix', () => {
  const mangled = async () =>
    (await published(NAME))
      .toString('utf8')
      .replace('预算数: 5.10', '预算数：５.10')
      .replace('- 解决', '-   解决');

  it('only shows with --dry-run, then writes, then has nothing left to do', async () => {
    await writeFile(join(directory, NAME), await mangled());
    const shown = fix('--dry-run');
    expect(shown.printed).toContain('-  预算数：５.10\n+  预算数: 5.10\n');
    expect(shown.printed).toContain('没有写入任何文件');
    expect(shown.status).toBe(0);
    expect((await standing(NAME)).toString('utf8')).toBe(await mangled());

    const done = fix();
    expect(done.printed).toContain('已修整1个文件，0个文件保持原样。');
    expect(done.status).toBe(0);
    expect(await standing(NAME)).toEqual(await published(NAME));
    expect(await readdir(join(directory, PROJECTS))).toHaveLength(40);

    expect(fix()).toEqual({ status: 0, printed: '没有要修整的文件。\n' });
  });

  it('prints what remains as check does, and says so by its status', async () => {
    const text = (await published(NAME)).toString('utf8').replace('指标值: 100%', '指标值: %100%');
    await writeFile(join(directory, NAME), text);
    const { status, printed } = fix();
    expect(status).toBe(1);
    expect(printed).toMatch(/13060522P00416610001C\.yaml:22:12 错误 yaml\/syntax/);
    expect(printed).toContain('提示：应写作“指标值: "%100%"”。');
    expect((await standing(NAME)).toString('utf8')).toBe(text);
  });
});
