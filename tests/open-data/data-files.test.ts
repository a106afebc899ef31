import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readAmount } from '../../src/model/money.ts';
import { readShare } from '../../src/model/disbursement-plan.ts';
import { measured } from '../../src/open-data/data-file.ts';
import { dataFiles } from '../../src/open-data/data-files.ts';
import type { Project } from '../../src/model/project.ts';
import { madeUpDepartment } from '../setup/made-up-content.ts';
import { budgetOf, sampleProject } from '../setup/sample.ts';
import { filesOf, publishedFrom } from './published.ts';
import { readCsv } from './read-csv.ts';

const real = await publishedFrom('content');
const files = filesOf(real);

/** The files of one made-up project in 元. */
function filesOfOne(change: Partial<Project>, place?: Parameters<typeof filesOf>[1]) {
  const project = sampleProject({ unit: '元', ...change });
  const department = madeUpDepartment({ year: 2099, code: '999001', unit: '元', projects: [project] });
  return filesOf({ ...real, site: { ...real.site, departments: [department] }, findings: [] }, place);
}
const rowsOf = (own: ReadonlyMap<string, string>, table: string) =>
  JSON.parse(own.get(`data/${table}.json`) ?? '') as readonly Record<string, unknown>[];

it('each table is there of the whole, of each year and of each department’s year', () => {
  for (const folder of ['data', 'data/2022', 'data/2022/313001']) {
    for (const table of [
      'projects',
      'indicators',
      'disbursement-plan',
      'departments',
      'findings',
      'corrections',
    ]) {
      expect([...files.keys()]).toContain(`${folder}/${table}.csv`);
      expect([...files.keys()]).toContain(`${folder}/${table}.json`);
    }
  }
});

it('a project’s YAML is its file of content, to the byte', () => {
  for (const { year, departmentCode, record } of real.site.departments.flatMap(({ projects }) => projects)) {
    const folder = `${String(year)}/${departmentCode}`;
    expect(files.get(`${folder}/${record}/project.yaml`)).toBe(
      readFileSync(`content/${folder}/projects/${record}.yaml`, 'utf8'),
    );
  }
});

it('a project’s CSV has every value of its form by its place', () => {
  const [head, ...rows] = readCsv(files.get('2022/313001/13060522P00416610001C/project.csv') ?? '');
  expect(head).toEqual(['位置', '原文']);
  const values = new Map(rows.map(([location = '', text = '']) => [location, text]));
  expect(values.size).toBe(rows.length);
  expect(values.get('部门编码')).toBe('313001');
  expect(values.get('预算规模.预算数')).toBe('5.10');
  expect(values.get('资金支出计划.10月底')).toBe('750000%');
  expect(values.get('绩效指标.产出指标[1].指标值')).toBe('100%');
});

it('amounts stand as written and exactly in 万元, and what is not stated is no zero', () => {
  const [row] = rowsOf(
    filesOfOne({ budget: { ...budgetOf(''), total: readAmount('1234567.89', '元') } }),
    'projects',
  );
  expect(row).toMatchObject({
    ...{ unit: '元', total: '1234567.89', totalWan: '123.456789', fiscal: null, fiscalWan: null },
  });
});

it('what is no amount and no share is kept beside the columns of numbers', () => {
  const own = filesOfOne({
    budget: { ...budgetOf('', '', '待定'), total: { text: '待定' } },
    disbursementPlan: [{ period: '12月底', stated: readShare('按进度') }],
  });
  expect(rowsOf(own, 'projects')).toMatchObject([
    { total: null, totalWan: null, unreadAmounts: '预算数：待定\n其他资金：待定' },
  ]);
  expect(rowsOf(own, 'disbursement-plan')).toMatchObject([
    { share: null, unreadShare: '按进度', status: '不是比例', amount: null, countedWan: null },
  ]);
});

it('corrections and explanations stand with the value before and now', () => {
  const location = '资金支出计划.12月底';
  const own = filesOfOne({
    corrections: [{ location, originalValue: '90%', grounds: '虚构的批复', date: '2099-06-30' }],
    explanations: [{ location: '资金用途', original: '测试用途', text: '虚构的说明' }],
  });
  expect(rowsOf(own, 'corrections')).toMatchObject([
    {
      number: 1,
      kind: '更正',
      location,
      original: '90%',
      value: '100%',
      text: '虚构的批复',
      date: '2099-06-30',
    },
    { number: 2, kind: '核对说明', original: '测试用途', value: '测试用途', text: '虚构的说明', date: null },
  ]);
});

it('pages are named by their whole addresses where the host is known', () => {
  const page = '/budget/2099/999001/99990099P00000010001A/';
  const place = { base: '/budget', host: undefined };
  expect(rowsOf(filesOfOne({}, place), 'projects')[0]?.address).toBe(page);
  expect(rowsOf(filesOfOne({}, { ...place, host: 'https://example.gov.cn' }), 'projects')[0]?.address).toBe(
    `https://example.gov.cn${page}`,
  );
});

it('what the bytes of a file are is told by who wrote it, and found out once where nobody did', () => {
  let made = 0;
  const make = () => {
    made += 1;
    return ['明', Buffer.from('账')];
  };
  const expected = { bytes: 6, sha256: createHash('sha256').update('明账').digest('hex') };
  const file = measured(make);
  expect([file.measure(), file.measure(), made]).toEqual([expected, expected, 1]);
  const told = measured(make);
  told.tell(expected);
  expect([told.measure(), made]).toEqual([expected, 1]);
  expect(measured(() => '明账').write()).toEqual(Buffer.from('明账'));
});

it('who writes the files and who offers them have one list', () => {
  const place = { base: '/', host: undefined };
  expect(dataFiles(real, { ...place })).toBe(dataFiles(real, place));
  expect(dataFiles(real, { ...place, host: 'https://example.gov.cn' })).not.toBe(dataFiles(real, place));
});
