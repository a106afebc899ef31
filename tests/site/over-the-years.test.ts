import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OVER_THE_YEARS } from '../setup/sites.ts';

const { folder } = OVER_THE_YEARS;
const file = (path: string) => readFileSync(join(folder, path), 'utf8');
const html = (path: string) => file(`${path}/index.html`);
const plain = (markup: string) => markup.replace(/<[^>]+>/g, '').replace(/\s+/g, '');
/** The text of a page's main part, or of one section of it, as a person reads it. */
function text(path: string, section?: string): string {
  const main = html(path)
    .replace(/^[\s\S]*?<main/, '<main')
    .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, '');
  const found = new RegExp(`<section aria-labelledby="${section ?? ''}">[\\s\\S]*?</section>`).exec(main);
  return plain(section === undefined ? main : (found?.[0] ?? ''));
}
const rowsOf = (path: string, section: string) =>
  (
    new RegExp(`aria-labelledby="${section}">[\\s\\S]*?</section>`)
      .exec(html(path))?.[0]
      .match(/<tr[ >][\s\S]*?<\/tr>/g) ?? []
  )
    .slice(1)
    .map(plain);

describe('a department over the years', () => {
  it('leads to its other years, each under its own name', () => {
    expect(text('2022/999101')).toContain('这个部门的其他年度：2023年（示例甲管理局）、2021年。');
    expect(text('2022/999103')).not.toContain('这个部门的其他年度');
  });

  it('is told what became of its projects, the largest change first, with the reasons', () => {
    expect(rowsOf('2022/999101', 'changes')).toEqual([
      '示例就业培训说明：示例培训扩大到全县，人次比上年多。增加60%50.0080.00+30.00',
      '示例设备购置说明：示例设备已经购齐。结束30.00−30.00',
      '示例宣传活动新增20.00+20.00',
    ]);
    expect(text('2022/999101', 'changes')).toContain('预算数没有变化的1个项目示例道路养护');
    expect(text('2022/999102', 'changes')).toMatch(/示例应急储备不能比较15\.00未列不能确定/);
  });

  it('knows a project that has another code and name', () => {
    expect(rowsOf('2023/999101', 'changes').join()).toContain(
      '示例政策宣传活动2022年是“示例宣传活动”，编码A-004增加25%20.0025.00+5.00',
    );
  });

  it('says nothing of another year where there is none before', () => {
    for (const path of ['2021', '2021/999101', '2021/999101/A-001', '2022/999103', '2022/999103/C-001']) {
      expect(text(path)).not.toMatch(/相比|比20|新增/);
    }
  });

  it('has in each year the name of that year, on pages, in lists and in data', () => {
    for (const year of ['2021', '2022']) {
      for (const path of readdirSync(join(folder, year), { recursive: true, encoding: 'utf8' })) {
        if (!/\.(?:html|csv|json|atom|yaml|jsonld)$/.test(path) || path === join('999101', 'index.html'))
          continue;
        expect(file(join(year, path)), path).not.toContain('示例甲管理局');
      }
    }
    for (const table of ['projects', 'departments', 'indicators', 'disbursement-plan', 'findings']) {
      const rows = JSON.parse(file(`data/${table}.json`)) as readonly {
        readonly year: number;
        readonly department: string;
        readonly departmentName: string;
      }[];
      const names = rows
        .filter(({ department }) => department === '999101')
        .map(({ year, departmentName }) => `${String(year)} ${departmentName}`);
      expect([...new Set(names)].sort()).toEqual(['2021 示例甲局', '2022 示例甲局', '2023 示例甲管理局']);
    }
    const entries = JSON.parse(file('feed.json')) as {
      readonly items: readonly {
        readonly url: string;
        readonly authors: readonly { readonly name: string }[];
      }[];
    };
    for (const { url, authors } of entries.items.filter((one) => one.url.includes('/999101/'))) {
      expect(authors[0]?.name).toBe(url.includes('/2023/') ? '示例甲管理局' : '示例甲局');
    }
  });

  it('is called by all its names where lists of several years are narrowed', () => {
    for (const path of ['projects', 'search', 'checks'])
      expect(html(path)).toContain('示例甲管理局（原名示例甲局）');
    expect(file('search/index/meta.json')).toContain('示例甲管理局（原名示例甲局）');
  });
});

describe('a project over the years', () => {
  it('is compared with the year before beside its amount, with the reason', () => {
    expect(text('2022/999101/A-002')).toContain('比2021年的50.00万元增加30.00万元（60%）');
    expect(text('2022/999101/A-002')).toContain('变动说明：示例培训扩大到全县，人次比上年多。');
    expect(text('2023/999101/A-001')).toContain('与2022年的100.00万元一样多');
    expect(text('2023/999102/B-003')).toContain('2022年的预算数未列，不能比较');
    expect(text('2022/999102/B-003')).toContain('2021年是15.00万元，本年未列，不能比较');
    expect(text('2023/999101/A-005')).toContain('本部门2022年没有这个编码的项目，算作新增。');
  });

  it('says after which adjustment an amount is, where its years stand beside each other', () => {
    expect(text('projects/B-001')).toContain('60.00万元2022年7月15日预算调整后');
    expect(text('projects/A-001')).not.toContain('预算调整后');
    expect(text('2023/999102/B-001')).toContain(
      '与2022年的60.00万元一样多（看2022年的，是2022年7月15日预算调整以后的）。',
    );
    expect(text('2023/999102/B-002')).toContain('一样多（看2022年的）。');
    expect(html('projects/B-001')).toContain('href="/2022/999102/B-001/#adjustments"');
  });

  it('is ranked among those that have a budget, and says so where others have none', () => {
    expect(text('2022/999102/B-001')).toContain('第1名有预算数的2个项目，按预算数排列');
    expect(text('2022/999101/A-001')).toContain('第1名共3个项目，按预算数排列');
  });

  it('leads to the project of the year before under the code that it names', () => {
    expect(html('2023/999101/A-104')).toContain('<a href="/2022/999101/A-004/">A-004</a>');
  });

  it('says that it has ended, and why, in one place', () => {
    expect(text('2021/999101/A-003')).not.toContain('最后一次列出');
    expect(text('2021/999101/A-003')).toContain(
      '2022年本部门没有这个编码的项目了。部门的说明：示例设备已经购齐。',
    );
    expect(text('2021/999101/A-001')).not.toContain('的项目了');
  });
});

describe('two years', () => {
  it('are compared over the departments that both have, as far as amounts are stated', () => {
    expect(text('2022')).toMatch(
      /两年都有的2个部门，与2021年相比：.*（1个项目未列预算数），增减多少不能确定/,
    );
    expect(rowsOf('2022', 'changes').join()).toContain('示例危房改造示例乙局减少50%');
    for (const path of ['2022', '2022/999102', '2023', '2023/999102'])
      expect(text(path, 'changes')).toContain('公开以后撤销的项目不算在当年里：2022年的“示例广场修缮”。');
    for (const path of ['2022/999101', '2023/999101']) expect(text(path, 'changes')).not.toContain('撤销');
    expect(text('2023', 'departments')).toContain('示例甲管理局2022年叫“示例甲局”');
  });

  it('say of the earlier sums after which adjustment they are', () => {
    expect(text('2023')).toContain('2022年的数里，示例乙局是2022年7月15日预算调整以后的。');
    expect(text('2023/999102', 'changes')).toContain('2022年的数是2022年7月15日预算调整以后的。');
    expect(html('2023')).toContain('href="/2022/999102/#adjustments"');
    for (const path of ['2022', '2022/999102', '2023/999101'])
      expect(text(path, 'changes')).not.toContain('年的数');
  });

  it('have sums that say what they leave out, wherever they stand', () => {
    const partial = '列明的共330.00万元（1个项目未列预算数）';
    expect(text('.', 'years')).toContain(`2022年：3个部门，7个项目，预算${partial}`);
    expect(text('.', 'years')).toContain('2021年：2个部门，6个项目，预算共345.00万元');
    expect(html('2022')).toContain(`content="2022年3个部门7个预算项目，预算${partial}。"`);
    expect(html('2022/999102')).toContain('，预算列明的共90.00万元（1个项目未列预算数），附');
    expect(rowsOf('2022', 'departments')[1]).toBe('示例乙局1个项目未列预算数999102390.00');
    expect(text('2022/999102/print')).toContain('预算数合计列明的90.00万元（1个项目未列预算数）');
  });

  it('have one line on the home page that leads to what changed', () => {
    expect(text('.', 'years')).toMatch(
      /两年都有的2个部门，与2022年相比，金额能比较的项目里，变化最大的是“示例.*”（.*）。看还有什么变化/,
    );
    expect(html('.')).toContain('href="/2023/#changes"');
    expect(html('2023')).toContain('id="changes"');
  });
});
