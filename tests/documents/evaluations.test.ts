import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importDocuments } from '../../src/documents/import-documents.ts';
import { verifySources } from '../../src/documents/verify/verify-sources.ts';
import { readContent } from '../../src/files/read-content.ts';
import { reportImport } from '../../src/documents/report-import.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingzhang-evaluations-'));
  await cp('tests/fixtures/over-the-years', join(folder, 'content'), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = (code: string) => join(folder, `content/2022/999102/projects/${code}.yaml`);

/** A made-up 自评表 of a project, its amounts in 万元. */
function formOf(name: string, rows: readonly string[], spent = '58.80'): string {
  const row = (cells: string) => `<tr>${cells}</tr>`;
  const cells = (...texts: readonly string[]) => texts.map((text) => `<td>${text}</td>`).join('');
  return `<html><meta charset="utf-8"><h1>项目支出绩效自评表</h1><p>（2022年度）</p><table>${[
    row(`<td colspan="3">项目名称</td><td colspan="6">${name}</td>`),
    row(
      `<td colspan="2" rowspan="2">项目资金（万元）</td>${cells('', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分')}`,
    ),
    row(cells('年度资金总额', '60.00', '60.00', spent, '10', '98.00%', '9.8')),
    row(`<td rowspan="2">年度总体目标</td><td colspan="4">预期目标</td><td colspan="4">实际完成情况</td>`),
    row(`<td colspan="4">改造示例危房。</td><td colspan="4">示例危房已改造。</td>`),
    row(
      `<td rowspan="${String(rows.length + 1)}">绩效指标</td>${cells('一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施')}`,
    ),
    ...rows.map((one) => row(cells(...one.split('|')))),
    row(`<td colspan="6">总分</td>${cells('100', '97.8', '')}`),
  ].join('')}</table></html>`;
}

async function plan(html: string, force = false) {
  const path = join(folder, '示例自评表.doc');
  await writeFile(path, html);
  return importDocuments({ directory: join(folder, 'content'), paths: [path], answers: {}, force });
}

const HOUSES = '产出指标（90分）|数量指标|改造户数|≥30户|32户|90|88|';

describe('the import of a self-evaluation', () => {
  it('puts what was achieved into the file of its project, in the unit of the department, and keeps its targets', async () => {
    const before = await readFile(file('B-001'), 'utf8');
    const planned = await plan(formOf('示例危房改造', [HOUSES]));
    await planned.write();
    expect(await readFile(file('B-001'), 'utf8')).toBe(`${before}自评:
  文件: 示例自评表.doc
  全年预算数: 600000
  全年执行数: 588000
  执行率: 98.00%
  执行率分值: 10
  执行率得分: 9.8
  总分: 97.8
  目标完成情况: 示例危房已改造。
  指标:
    - 三级指标: 改造户数
      实际完成值: 32户
      分值: 90
      得分: 88
`);
    expect(planned.findings.filter(({ rule }) => rule.startsWith('result/'))).toMatchObject([
      { rule: 'result/missing' },
    ]);
    // It is no form of targets, by which these are verified.
    const content = await readContent(join(folder, 'content'));
    expect((await verifySources(content)).findings).toEqual([]);
    expect(
      reportImport(planned).files.map(({ name, status, changes }) => [name, status, changes]),
    ).toContainEqual([
      '示例危房改造',
      'extended',
      [{ field: '自评', before: null, after: '1项结果，全年执行数588000，总分97.8' }],
    ]);
  });

  it('tells of a target that is another there, and of what has no place', async () => {
    const planned = await plan(
      formOf('示例危房改造', [
        HOUSES.replace('≥30户', '≥25户'),
        '效益指标|社会效益指标|示例新增|1次|1次|0|0|',
      ]),
    );
    const found = planned.findings.filter(({ rule }) => rule.startsWith('result/'));
    expect(found.map(({ rule, value }) => [rule, value])).toEqual(
      expect.arrayContaining([
        ['result/changed-target', '≥25户'],
        ['result/target', '示例新增'],
      ]),
    );
    expect(reportImport(planned).documents[0]?.lost.map(({ message }) => message)).toEqual([
      '“60.00”在自评里没有地方放',
    ]);
  });

  it('replaces another self-evaluation only where that is asked for, and keeps its date', async () => {
    const html = formOf('示例路灯电费', ['产出指标|数量指标|路灯数量|1500盏|1490盏|90|88|示例原因']);
    expect((await plan(html)).toWrite.map(({ path }) => path.slice(-8))).not.toContain('-002.yaml');
    const forced = await plan(html, true);
    await forced.write();
    expect(await readFile(file('B-002'), 'utf8')).toContain('公开日期: 2023-07-14\n  全年预算数: 600000\n');
  });

  it('stops where the content has no such project', async () => {
    await expect(plan(formOf('示例没有的项目', [HOUSES]))).rejects.toThrow(
      '内容里没有项目2022年的“示例没有的项目”。',
    );
  });
});
