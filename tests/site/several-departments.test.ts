import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';

/** By mistake the code of a project of 虚构市教育局 and, in 2023, of one of 虚构市卫生健康局. */
const SHARED = '99900121P00002110001N';
const [EDUCATION, HEALTH, CULTURE] = ['虚构市教育局', '虚构市卫生健康局', '虚构市文化馆'] as const;
const [NEW, CLOSED] = ['虚构市新设局', '虚构市撤并办'] as const;

const { folder } = inject('threeDepartments');
const html = (path: string) => readFileSync(join(folder, path, 'index.html'), 'utf8');
const plain = (markup: string) => markup.replace(/<[^>]+>/g, '').replace(/\s+/g, '');
/** The text of a page's main part as a person reads it. */
const text = (path: string) =>
  plain(
    html(path)
      .replace(/^[\s\S]*?<main/, '<main')
      .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, ''),
  );
/** The rows of tables and lists of a page in which these words stand. */
const rowsWith = (path: string, words: string) =>
  (html(path).match(/<(tr|li)[ >][\s\S]*?<\/\1>/g) ?? []).map(plain).filter((row) => row.includes(words));

describe('a site of three departments in three years', () => {
  it('never adds up two years', () => {
    expect(text('projects')).toContain('2023年：22个项目，12,001,220.424684万元');
    expect(text('projects')).not.toContain('12,003,660');
    expect(text('.')).toContain('12,001,220.424684万元');
  });

  it('tells apart projects of one name in the list of data notes', () => {
    const rows = rowsWith('checks', '处').filter((row) => row.startsWith('虚构课后服务补助'));
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) expect(row).toMatch(/^虚构课后服务补助（20\d\d年）：\d+处$/);
  });

  it('compares only the departments that both years have, and names the others', () => {
    expect(text('2023')).toContain('两年都有的4个部门');
    expect(text('2023')).toMatch(new RegExp(`只有2022年有[^。]*${CLOSED}`));
    expect(text('2022')).toContain('两年都有的4个部门');
    expect(text('2022')).toMatch(new RegExp(`只有2022年有[^。]*${NEW}`));
  });

  it('has a real page for a code of several years and departments, which names each', () => {
    const page = html(`projects/${SHARED}`);
    expect(page).not.toContain('http-equiv="refresh"');
    for (const path of ['2023/999001', '2023/999002', '2022/999001', '2021/999001']) {
      expect(page).toContain(`href="/${path}/${SHARED}/"`);
    }
    expect(text(`projects/${SHARED}`)).toContain(`虚构医师培训经费：2023年，${HEALTH}`);
  });

  it('shows each of two projects with one code at its own address, and says so', () => {
    expect(text(`2023/999001/${SHARED}`)).toContain('虚构教师培训经费');
    const other = text(`2023/999002/${SHARED}`);
    expect(other).toContain('虚构医师培训经费');
    expect(other).toContain(`${EDUCATION}（999001）的项目“虚构教师培训经费”`);
  });

  it('knows projects without codes by their numbers', () => {
    expect(text('2023/999003/001')).toContain('虚构免费开放经费');
    expect(existsSync(join(folder, 'projects', '001'))).toBe(false);
  });

  it.each(['2023', 'projects', 'indicators/shared'])(
    'tells projects of one name apart by their departments on %s/',
    (path) => {
      const rows = rowsWith(path, '虚构基层服务站运行经费');
      for (const name of [EDUCATION, HEALTH, CULTURE]) {
        expect(rows.filter((row) => row.includes(name)).length).toBeGreaterThan(0);
      }
    },
  );

  it('finds an indicator elsewhere in other projects of its year alone', () => {
    const page = html('indicators/shared');
    expect(page).toContain('href="/2023/999001/');
    expect(page).not.toMatch(/href="\/202[12]\/99900\d\/[^"/]+\/#indicator/);
  });

  it('links to the project of the year before under its old code, and not to one that is not there', () => {
    expect(html('2023/999001/99900123P00006110001G')).toContain('/2022/999001/99900122P000061100012/');
    expect(html('2023/999002/999002202300000000006')).not.toContain('999002202200000000099/');
  });

  it('shows amounts in the unit in which they are stated, and sums in 万元', () => {
    expect(text('2023/999002')).toContain('541.824684万元');
    expect(text('2023/999002/999002202100000000005')).toContain('234.567895');
    expect(text('2023/999001/99900121P000041100015')).toContain('待定');
  });

  it('tells what cannot be read from what is not stated, in sums too', () => {
    expect(text('2023')).toContain('另有1个项目未列预算数，2个项目读不出');
    expect(text('2023/999001')).toContain('合计7个项目（2个预算数读不出）');
    expect(html('2023/999001/99900121P000041100015')).toContain('：预算待定。');
    expect(text('2022/999001/99900121P000041100015')).toContain('2023年：待定');
  });

  it('calls a tiny share tiny, and a share of nothing no share', () => {
    expect(rowsWith('projects', '虚构教师培训经费').join()).toContain('不足0.01%');
    expect(text('2021/999003/001')).not.toContain('NaN');
  });
});
