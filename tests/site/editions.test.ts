import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OVER_THE_YEARS } from '../setup/sites.ts';

const html = (path: string) => readFileSync(join(OVER_THE_YEARS.folder, path, 'index.html'), 'utf8');
const plain = (markup: string) =>
  markup
    .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, '');
/** The text of a page's main part. */
const text = (path: string) => plain(html(path).replace(/^[\s\S]*?<main/, '<main'));
/** The rows of a page's tables, a text a cell. */
const rowsOf = (path: string) =>
  [...html(path).matchAll(/<tr[ >][\s\S]*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<(t[hd])[ >][\s\S]*?<\/\1>/g)].map(([cell]) => plain(cell)),
  );
const SITE = 'https://years.example.gov.cn';

describe('the page of a project of several years', () => {
  it('shows what it was given each year, its name, code and department as each year had them, and no sum', () => {
    expect(rowsOf('projects/A-104')).toEqual(
      expect.arrayContaining([
        ['年度', '项目名称', '项目编码', '部门', '预算数', '与上一年相比'],
        ['2022年', '示例宣传活动', 'A-004', '示例甲局', '20.00万元', '—'],
        [
          ...['2023年', '示例政策宣传活动', 'A-104', '示例甲管理局', '25.00万元'],
          '增加5.00万元（25%）并排比较2022年和2023年',
        ],
      ]),
    );
    expect(text('projects/A-104')).not.toContain('45.00');
    expect(text('projects/A-104')).toContain('项目编码A-104（2022年为A-004）');
  });

  it('sets the plan, the goals and the indicators of the years side by side, and marks what changed', () => {
    const rows = rowsOf('projects/A-002');
    expect(rows).toContainEqual(['3月底', '25%', '25%', '20%2022年：25%']);
    expect(rows).toContainEqual(['资金用途', '示例就业培训的示例用途', '与2021年相同', '与2022年相同']);
    expect(rows.find(([, first]) => first === '培训示例劳动者。')?.[3]).toContain(
      '培训示例劳动者（新加：），并跟踪就业。',
    );
    expect(rows).toContainEqual([
      ...['产出指标·数量指标培训人次', '≥500人次', '≥800人次2021年：≥500人次', '≥800人次'],
    ]);
    expect(rows).toContainEqual(['产出指标·数量指标培训期数', '没有', '≥4期新增', '≥4期']);
  });

  it('says in words what changed from each year to the next, and nothing else', () => {
    const changes = /<dl class="year-changes">([\s\S]*?)<\/dl>/.exec(html('projects/A-002'))?.[1] ?? '';
    const said = [...changes.matchAll(/<(d[td])>([\s\S]*?)<\/\1>/g)].map(([, , one = '']) => plain(one));
    expect(said).toEqual([
      '2022年与2021年相比',
      '预算数由50.00万元变为80.00万元，增加30.00万元（60%）。',
      '“培训人次”的指标值由“≥500人次”改为“≥800人次”。',
      '新增指标“培训期数”，指标值“≥4期”。',
      '“服务对象满意度”的指标值由“≥90%”改为“≥95%”。',
      expect.stringMatching(/^变动说明：./),
      '2023年与2022年相比',
      '部门名称由“示例甲局”改为“示例甲管理局”。',
      '资金支出计划“3月底”由“25%”改为“20%”。',
      '绩效目标由“培训示例劳动者”改为“培训示例劳动者，并跟踪就业”。',
    ]);
  });

  it('takes an amount that is not stated for no amount', () => {
    const rows = rowsOf('projects/B-003');
    expect(rows).toContainEqual(['2022年', '示例乙局', '未列', '增减无从比较并排比较2021年和2022年']);
    expect(text('projects/B-003')).toContain('2021年15.00万元，2022年未列，2023年15.00万元。');
  });
});

describe('the address of a code', () => {
  it('that a project had before leads on to its latest code, which alone is named to search engines', () => {
    expect(html('projects/A-004')).toContain('content="0; url=/projects/A-104/"');
    expect(html('projects/A-004')).toContain(`<link rel="canonical" href="${SITE}/projects/A-104/"`);
    const sitemap = readFileSync(join(OVER_THE_YEARS.folder, 'sitemap.xml'), 'utf8');
    expect(sitemap).toContain(`<loc>${SITE}/projects/A-104/</loc>`);
    expect(sitemap).not.toContain('/projects/A-004/');
    expect(sitemap).not.toContain('/projects/A-003/');
  });

  it('of one year alone leads to that, whose page says when its department has it no more', () => {
    expect(html('projects/A-003')).toContain('content="0; url=/2021/999101/A-003/"');
    expect(text('2021/999101/A-003')).toContain(
      '2022年本部门没有这个编码的项目了。部门的说明：示例设备已经购齐。',
    );
    expect(text('2022/999103/C-001')).not.toContain('最后一次');
    expect(existsSync(join(OVER_THE_YEARS.folder, 'projects', 'C-001'))).toBe(true);
  });
});

it('each page of a project leads to its other years, whatever its code was then, and to all of them', () => {
  const links = (path: string) =>
    [
      ...(/<nav aria-label="历年">([\s\S]*?)<\/nav>/.exec(html(path))?.[1] ?? '').matchAll(
        /<(?:a href="([^"]*)"|b)[^>]*>([^<]*)/g,
      ),
    ].map(([, href, name]) => [name, href]);
  expect(links('2022/999101/A-002')).toEqual([
    ['2021年', '/2021/999101/A-002/'],
    ['2022年', undefined],
    ['2023年', '/2023/999101/A-002/'],
    ['逐年对照', '/projects/A-002/'],
  ]);
  expect(links('2022/999101/A-004')).toEqual([
    ['2022年', undefined],
    ['2023年', '/2023/999101/A-104/'],
    ['逐年对照', '/projects/A-104/'],
  ]);
  expect(html('2022/999101/A-002')).toMatch(/href="\/2021\/[^"]*"[^>]*rel="prev"/);
  expect(links('2022/999103/C-001')).toEqual([]);
});
