import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import type { Department } from '../../src/model/department.ts';
import { totalsOf } from '../../src/model/totals.ts';
import { amountWords } from '../../src/model/words.ts';

const { folder } = inject('overTheYears');
const html = (path: string) => readFileSync(join(folder, path, 'index.html'), 'utf8');
const plain = (markup: string) => markup.replace(/<[^>]+>/g, '').replace(/\s+/g, '');
/** The main part of a page as a person reads it. */
const text = (path: string) =>
  plain(
    html(path)
      .replace(/^[\s\S]*?<main/, '<main')
      .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, ''),
  );
const head = (path: string) => html(path).replace(/<body[\s\S]*/, '');
/** All files of the site whose names end so, as one text. */
const data = (file: string) => readFileSync(join(folder, file), 'utf8');

/** 示例乙局 adjusted B-001 on 2022-07-15 and withdrew B-004 on 2022-09-01. */
const [DEPARTMENT, ADJUSTED, WITHDRAWN] = ['2022/999102', '2022/999102/B-001', '2022/999102/B-004'];
const EARLIER = `${ADJUSTED}/earlier/2022-07-15`;

let department: Department;
beforeAll(async () => {
  const { site } = await readContent('tests/fixtures/over-the-years');
  const own = site.departments.find(({ year, code }) => year === 2022 && code === '999102');
  if (own === undefined) throw new Error('the fixture has no such department');
  department = own;
});

describe('a project that was adjusted within the year', () => {
  it('says since when its data hold, and what was changed', () => {
    expect(text(ADJUSTED)).toContain('本页是2022年7月15日预算调整后的数据。改了什么，调整前的数据');
    expect(text(ADJUSTED)).toContain('栏目调整前调整后预算数800000.00600000.00财政资金800000.00600000.00');
    expect(text(ADJUSTED)).toContain('产出指标“改造户数”的指标值≥40户≥30户');
    expect(html(ADJUSTED)).toContain(`href="/${EARLIER}/"`);
  });

  it('has a page of its earlier version, marked as replaced, that search engines are led on from', () => {
    expect(text(EARLIER)).toContain('这是2022年7月15日预算调整以前的数据，已被代替。看现在的数据');
    expect(text(EARLIER)).toContain('合800,000元');
    expect(text(EARLIER)).toContain('≥40户');
    expect(head(EARLIER)).toContain('<meta name="robots" content="noindex">');
    expect(head(EARLIER)).toMatch(new RegExp(`<link rel="canonical" href="https://[^"]+/${ADJUSTED}/">`));
  });

  it('is planned anew, and no longer as at the beginning of the year', () => {
    expect(text(ADJUSTED)).toContain('并且是预算调整以后的计划');
    expect(text('2022/999102/B-002')).toContain('并且是年初的计划');
  });

  it('says nothing of adjustments where it was not changed', () => {
    expect(text('2022/999102/B-002')).not.toContain('预算调整');
    expect(existsSync(join(folder, '2022/999102/B-002/earlier'))).toBe(false);
  });

  it('tells its department and its year what the sums stand after, and by how much they changed', () => {
    const words = '2022年7月15日预算调整：调整1个项目，预算数合计减少20.00万元。';
    expect(text(DEPARTMENT)).toContain(`合计是预算调整以后的。${words}`);
    expect(text('2022')).toContain(`示例乙局：合计是预算调整以后的。${words}`);
    expect(text('2023')).not.toContain('合计是预算调整');
  });
});

describe('a project that was withdrawn', () => {
  it('keeps its page, which says so, when, on what grounds, and shows the last data', () => {
    expect(text(WITHDRAWN)).toContain('这个项目已经撤销：2022年9月1日，依据：示例撤销通知。');
    expect(text(WITHDRAWN)).toContain('合450,000元');
    expect(text(WITHDRAWN)).toContain('修缮示例广场。');
  });

  it('is found under the permanent address of its code', () => {
    expect(html('projects/B-004')).toContain(`url=/${WITHDRAWN}/`);
  });

  it('is listed by its department with day and grounds, and counts in no sum', () => {
    expect(text(DEPARTMENT)).toContain(
      '示例广场修缮，撤销前的预算数45.00万元：2022年9月1日撤销，依据：示例撤销通知',
    );
    const { budget, projects } = totalsOf(department.projects);
    expect(department.projects.map(({ record }) => record)).not.toContain('B-004');
    expect(text(DEPARTMENT)).toContain(`合计${String(projects)}个项目`);
    expect(text(DEPARTMENT)).toContain(amountWords(budget).replace('万元', ''));
  });

  it('stands in no list, chart, table of data, form or index of the search', () => {
    const files = [
      ...['projects/index.html', 'projects/projects.json', 'indicators/2022/index.html', 'checks/index.html'],
      ...[
        'data/projects.csv',
        'data/indicators.csv',
        'data/disbursement-plan.csv',
        'data/2022/projects.json',
      ],
      ...[`${DEPARTMENT}/print/index.html`, `${DEPARTMENT}/charts/chart-budget.csv`],
    ];
    for (const file of files) expect(data(file), file).not.toContain('示例广场修缮');
    expect(existsSync(join(folder, WITHDRAWN, 'project.csv'))).toBe(false);
    expect(existsSync(join(folder, `embed/${WITHDRAWN}`))).toBe(false);
  });

  it('is told in the data beside the sums that leave it out', () => {
    expect(data('data/2022/999102/departments.csv')).toContain('示例广场修缮：2022-09-01，示例撤销通知');
    const rows = data('data/2022/999102/projects.csv').split('\n');
    expect(rows.find((row) => row.includes('B-001'))).toContain('2022-07-15');
    expect(rows.find((row) => row.includes('B-002'))).not.toContain('2022-07-15');
  });
});
