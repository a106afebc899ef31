import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeUpCode, madeUpDepartment, writeMadeUpContent } from '../setup/made-up-content.ts';
import { budgetOf, sampleProject } from '../setup/sample.ts';
import { buildCopy, type BuiltCopy } from './build-copy.ts';

/** A project in both years, a department that states 元, one that states nothing, under a base path. */
const LASTING = madeUpCode(2098, 1);
const departments = [
  madeUpDepartment({
    year: 2098,
    code: '999001',
    projects: [sampleProject({ year: 2098, code: LASTING, name: '虚构的跨年项目', amount: '80' })],
  }),
  madeUpDepartment({
    year: 2099,
    code: '999001',
    overallGoals: [
      '## 一、虚构的目标',
      '见[全部项目](/projects/)、[清单][1]、[下文](#二虚构的措施)、[别处](//example.cn/a)和注[^注]，再见注[^注]。',
      '- [ ] 待办的事\n- [x] 办完的事',
      '## 二、虚构的措施',
      '[1]: /checks/\n\n[^注]: 虚构的脚注。',
    ].join('\n\n'),
    projects: [
      sampleProject({
        code: LASTING,
        name: '虚构的跨年项目',
        amount: '100',
        explanations: [{ location: '资金用途', original: '测试用途', text: '虚构的说明。' }],
        corrections: [
          { location: '预算规模.预算数', originalValue: '90', grounds: '虚构文号', date: '2099-03-01' },
        ],
      }),
    ],
  }),
  madeUpDepartment({
    year: 2099,
    code: '999002',
    unit: '元',
    projects: [
      sampleProject({
        departmentCode: '999002',
        code: madeUpCode(2099, 2),
        budget: budgetOf('500000'),
        goals: [],
        indicators: [],
        purpose: '',
      }),
      sampleProject({
        departmentCode: '999002',
        sequence: 2,
        code: madeUpCode(2099, 3),
        amount: '',
        name: '<b>虚构</b>&项目',
      }),
      sampleProject({
        departmentCode: '999002',
        sequence: 3,
        code: madeUpCode(2099, 4),
        budget: budgetOf('10', '10'),
      }),
    ],
  }),
];

let content = '';
let site: BuiltCopy | undefined;
const html = (path: string) => readFileSync(join(site?.folder ?? '', path, 'index.html'), 'utf8');
/** The text of a page as a person reads it. */
const text = (path: string) =>
  html(path)
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, '');

beforeAll(async () => {
  content = mkdtempSync(join(tmpdir(), 'mingzhang-made-up-'));
  writeMadeUpContent(content, departments);
  site = await buildCopy({
    CONTENT_DIR: content,
    BASE_PATH: '/public/budget',
    SITE_URL: 'https://example.cn',
  });
});
afterAll(() => {
  site?.remove();
  rmSync(content, { recursive: true });
});

describe('a site of several years and departments', () => {
  it('adds departments up in 万元, whatever unit they state', () => {
    expect(text('2099')).toContain('150.001万元');
    expect(text('2099/999002')).toContain('50.001万元');
  });

  it('leaves out what is not stated and says how many', () => {
    expect(text('2099/999002')).toContain('另有1个项目未列预算数');
    expect(text('2099')).toContain('其中财政资金100.001万元另有2个项目未列');
    expect(text('2099/999002')).toContain('其他资金未列各项目都没有填写');
    expect(text(`2099/999002/${madeUpCode(2099, 3)}`)).toContain('预算数未列');
  });

  it('calls a share that only rounds to nothing small, not nothing', () => {
    const page = text(`2099/999002/${madeUpCode(2099, 4)}`);
    expect(page).toContain('占本部门项目预算不足0.01%每100元中的不足0.01元');
    expect(text('2099/999002')).toContain('0.001不足0.01%25%');
    expect(html('2099/999002')).toContain('不足0.01</span></td>');
  });

  it('shows the latest year on the home page and leads to each', () => {
    expect(text('.')).toContain('2099年预算项目绩效目标');
    expect(html('.')).toContain('href="/public/budget/2098/"');
  });

  it('compares a year with the one before, over the departments that both have', () => {
    expect(text('2099')).toContain(
      '两年都有的1个部门，与2098年相比：项目仍为1个，预算由80.00万元变为100.00万元，增加20.00万元（25%）。',
    );
    expect(text('2099')).toContain('只有2099年有、没有算在比较里的部门：虚构部门999002。');
    expect(text('2098')).not.toContain('相比');
  });

  it('lists what was officially corrected below the changes, and leads to the value on a page that is there', () => {
    expect(text('changes')).toContain(
      '更正公开之后正式更正过的值共1处，网页上都是更正后的值。2099年3月1日，虚构的跨年项目（2099年，虚构部门999001）：预算数由“90”更正为“100”。依据：虚构文号',
    );
    const [, address = '', fragment = ''] =
      /<ul class="corrections">[^]*?href="\/public\/budget\/([^"#]+)#([^"]+)"/.exec(html('changes')) ?? [];
    expect(html(address)).toContain(`id="${fragment}"`);
  });

  it('shows at the permanent address all years, and leads from each year to the others', () => {
    expect(text(`projects/${LASTING}`)).toContain('2098年80.00万元，2099年100.00万元');
    expect(html(`projects/${LASTING}`)).toContain(`href="/public/budget/2099/999001/${LASTING}/"`);
    expect(text(`2099/999001/${LASTING}`)).toContain('2098年：80.00万元');
    expect(text(`2098/999001/${LASTING}`)).toContain('2099年：100.00万元');
  });

  it("shows the editor's explanation beside the value and each correction with its grounds", () => {
    const page = text(`2099/999001/${LASTING}`);
    expect(page).toContain('核对说明（资金用途，原文“测试用途”）：虚构的说明。');
    expect(page).toContain('2099年3月1日，预算数由“90”更正为“100”。依据：虚构文号');
  });

  it('shows empty parts of a form as not stated', () => {
    const page = text(`2099/999002/${madeUpCode(2099, 2)}`);
    expect(page).toContain('资金用途未列');
    expect(page).toContain('绩效目标未列');
    expect(page).toContain('绩效指标未列');
  });

  it('lists the indicators of one year, names their departments, and leads to the other years', () => {
    expect(text('indicators')).toContain('2099年全部指标');
    expect(html('indicators')).not.toContain('href="/public/budget/2098/999001/');
    expect(html('indicators')).toContain('href="/public/budget/indicators/2098/"');
    expect(text('indicators')).toContain('虚构部门999002');
    expect(html('indicators/2098')).not.toContain('href="/public/budget/2099/999001/');
    expect(html('indicators/2098')).toContain('href="/public/budget/indicators/"');
  });

  it('takes an indicator for shared where another project has it, not another year of the same', () => {
    expect(text('indicators/2098')).not.toContain('个项目有同名指标');
    expect(text('indicators/shared/2098')).toContain('没有哪项指标出现在两个以上的项目里');
    expect(text('indicators')).toMatch(/另有\d个项目有同名指标/);
    expect(html('indicators/shared')).not.toContain('href="/public/budget/2098/999001/');
  });

  it('takes no text of the content for HTML', () => {
    expect(html(`2099/999002/${madeUpCode(2099, 3)}`)).toContain('&lt;b&gt;虚构&lt;/b&gt;&amp;项目');
    // Between quotes of an attribute a bracket is text.
    const bare = html(`2099/999002/${madeUpCode(2099, 3)}`).replace(/="[^"]*"/g, '');
    expect(bare).not.toContain('<b>虚构</b>');
  });

  it("keeps an editor's links from the root of the site below the base path", () => {
    const page = html('2099/999001');
    expect(page).toContain('<a href="/public/budget/projects/">全部项目</a>');
    expect(page).toContain('<a href="/public/budget/checks/">清单</a>');
    expect(page).toContain('<a href="//example.cn/a">别处</a>');
    expect(page).toContain(`<a href="#${encodeURI('二虚构的措施')}">下文</a>`);
    expect(page).toContain('id="二虚构的措施"');
  });

  it('speaks Chinese of footnotes', () => {
    const page = html('2099/999001');
    expect(page).toContain('<p class="footnotes-title" id="footnote-label">脚注</p>');
    expect(page).toContain('aria-label="回到正文中的注1"');
    expect(page).toContain('aria-label="回到正文中的注1（第2处）"');
    expect(page).not.toMatch(/Footnote|Back to/);
  });

  it('shows a list of tasks as text, without boxes that cannot be ticked', () => {
    const page = html('2099/999001');
    expect(page).toContain('<li class="task">☐ 待办的事</li>');
    expect(page).toContain('<li class="task">☑ 办完的事</li>');
    expect(page).not.toContain('type="checkbox"');
  });

  it('names absolute addresses where it is known where the site will stand', () => {
    expect(html('2099')).toContain('<link rel="canonical" href="https://example.cn/public/budget/2099/">');
    expect(existsSync(join(site?.folder ?? '', 'pagefind', 'pagefind.js'))).toBe(true);
  });
});
