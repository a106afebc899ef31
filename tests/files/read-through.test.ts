import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import { readContent, type Content } from '../../src/files/read-content.ts';
import { openFileMemory } from '../../src/files/read-through.ts';
import { madeUpCode, madeUpDepartment, writeMadeUpContent } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';

describe('content that is read again with a memory of its files', () => {
  let folder = '';
  const pathOf = (number: number) =>
    join(folder, '2099', '999001', 'projects', `${madeUpCode(2099, number)}.yaml`);
  const entriesOf = ({ departments }: Content) => departments.flatMap(({ projects }) => projects);
  const replace = (path: string, from: string, to: string) => {
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mingzhang-memory-'));
    const projects = [1, 2, 3].map((number) =>
      sampleProject({ sequence: number, code: madeUpCode(2099, number) }),
    );
    writeMadeUpContent(folder, [madeUpDepartment({ year: 2099, code: '999001', projects })]);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('keeps what it made of unchanged files, and is what reading anew gives', async () => {
    const memory = openFileMemory();
    const first = await readContent(folder, memory.next());
    replace(pathOf(2), '虚构项目', '改名项目');
    const second = await readContent(folder, memory.next());
    const same = entriesOf(second).map((entry, place) => entry === entriesOf(first)[place]);
    expect(same).toEqual([true, false, true]);
    expect(second).toEqual(await readContent(folder));
    expect(checkContent(second)).toEqual(checkContent(await readContent(folder)));
  });

  it('says again what is wrong with a file that is still wrong, and no more once it is fixed', async () => {
    const memory = openFileMemory();
    replace(pathOf(1), '序号: 1', '序号：1');
    const first = (await readContent(folder, memory.next())).findings;
    expect(first.length).toBeGreaterThan(0);
    expect((await readContent(folder, memory.next())).findings).toEqual(first);
    replace(pathOf(1), '序号：1', '序号: 1');
    expect((await readContent(folder, memory.next())).findings).toEqual([]);
  });

  it('forgets a file that was deleted and reads it when it comes back', async () => {
    const memory = openFileMemory();
    const before = entriesOf(await readContent(folder, memory.next()));
    const text = readFileSync(pathOf(3), 'utf8');
    rmSync(pathOf(3));
    expect(entriesOf(await readContent(folder, memory.next()))).toEqual(before.slice(0, 2));
    writeFileSync(pathOf(3), text);
    expect(entriesOf(await readContent(folder, memory.next()))).toEqual(before);
  });

  it('reads the projects anew where the unit of their department changed', async () => {
    const memory = openFileMemory();
    const totalOf = (content: Content) => entriesOf(content)[0]?.project.budget.total.value;
    const inWan = totalOf(await readContent(folder, memory.next()));
    replace(join(folder, '2099', '999001', 'department.md'), '金额单位: 万元', '金额单位: 元');
    const inYuan = totalOf(await readContent(folder, memory.next()));
    expect(inYuan).toBeDefined();
    expect(inYuan).not.toEqual(inWan);
  });
});
