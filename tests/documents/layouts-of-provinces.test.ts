import { describe, expect, it } from 'vitest';
import { labelWords } from '../../src/documents/forms/labels.ts';
import { readForms } from '../../src/documents/forms/read-forms.ts';
import { readFile, workbookFile } from './made-documents.ts';
import { p, read, table } from './made-pages.ts';

const LEVELS = ['一级指标', '二级指标', '三级指标'] as const;
const INDICATORS = [...LEVELS, '指标值'] as const;
const FIRST = ['产出指标', '数量指标', '甲数', '1个'] as const;
const TITLE = p('2026年项目绩效目标表');
const HEAD = [
  ['项目名称', ['示例甲', 5]],
  ['预算单位', ['301示例局', 5]],
  ['预算数（万元）', '5.00', '财政资金', ['5.00', 3]],
  ['绩效目标', ['做好。', 5]],
] as const;

describe('a form', () => {
  it('has month-ends as labels of its plan, and elsewhere as values', () => {
    const { projects, unplaced } = read(
      TITLE,
      table(
        ...HEAD,
        ['起始时间', ['2026年1月', 2], '终止时间', ['12月底', 2]],
        [['资金支出计划（%）', 1, 2], '3月底', ['6月底', 2], ['12月底', 2]],
        ['25', ['50', 2], ['100', 2]],
      ),
    );
    expect(projects).toMatchObject([
      {
        plan: ['3月底 25%', '6月底 50%', '12月底 100%'],
        additional: ['起始时间=2026年1月', '终止时间=12月底'],
      },
    ]);
    expect(unplaced).toEqual([]);
  });

  it('has the year among several values of an indicator, and says the others beside', () => {
    const half = read(
      TITLE,
      table(
        ...HEAD,
        [...LEVELS, '指标值（半年）', ['指标值（全年）', 2]],
        [...FIRST.slice(0, 3), '1个', ['3个', 2]],
      ),
    );
    expect(half.projects[0]?.rows).toEqual(['产出指标 | 数量指标 | 甲数 | 3个']);
    const past = read(
      TITLE,
      table(
        ...HEAD,
        [
          ['一级指标', 1, 2],
          ['二级指标', 1, 2],
          ['三级指标', 1, 2],
          ['近两年指标值', 2],
          ['预期当年实现值', 1, 2],
        ],
        ['前年', '上年'],
        [...FIRST.slice(0, 3), '1个', '2个', '3个'],
      ),
    );
    expect(past.projects[0]?.rows).toEqual(['产出指标 | 数量指标 | 甲数 | 3个']);
    expect(past.unplaced).toEqual([]);
  });

  it('has values split into sign, number and unit below their label', () => {
    const { projects } = read(
      TITLE,
      table(
        ...HEAD,
        [
          ['一级指标', 1, 2],
          ['二级指标', 1, 2],
          ['三级指标', 1, 2],
          ['绩效指标值', 3],
        ],
        ['运算符', '数值', '单位'],
        [...FIRST.slice(0, 3), '≥', '10', '个'],
      ),
    );
    expect(projects[0]?.rows).toEqual(['产出指标 | 数量指标 | 甲数 | ≥10个']);
  });

  it('numbers its first level, and its rows', () => {
    const { projects } = read(
      TITLE,
      table(
        ...HEAD,
        ['序号', ...INDICATORS, '备注'],
        ['1', '一、产出指标（50分）', '数量指标', '甲数', '1个', ''],
        ['2', '（二）效益指标', '社会效益指标', '乙', '好', ''],
      ),
    );
    expect(projects).toMatchObject([
      {
        rows: ['产出指标 | 数量指标 | 甲数 | 1个', '效益指标 | 社会效益指标 | 乙 | 好'],
        additional: [],
      },
    ]);
  });

  it('has an indicator without a first level beside the fields, with all that it states', () => {
    const { projects } = read(
      TITLE,
      table(...HEAD, ['指标名称', '指标值', '计量单位', ['指标权重', 3]], ['甲数', '10', '个', ['50', 3]]),
    );
    expect(projects).toMatchObject([{ rows: [], additional: ['其他指标=|  | 甲数 | 10个 | 权重：50'] }]);
  });

  it('has below its indicators other parts, sums, and who filled it in', () => {
    const { projects, unplaced } = read(
      TITLE,
      table(
        [
          ['项目名称', 2],
          ['示例甲', 4],
        ],
        [['绩效指标', 1, 2], ...INDICATORS, '分值'],
        [...FIRST, '90'],
        [['合计', 5], '90'],
        [
          ['其他说明', 2],
          ['无', 4],
        ],
        [
          ['预算数（万元）', 2],
          ['5.00', 4],
        ],
        [
          ['填表人：某甲', 2],
          ['联系电话：0000', 2],
          ['填表日期：2026年1月', 2],
        ],
      ),
      p('单位负责人（签字）：　　　填表日期：'),
    );
    expect(projects).toMatchObject([
      { amounts: ['5.00'], rows: ['产出指标 | 数量指标 | 甲数 | 1个 | 90'], additional: ['其他说明=无'] },
    ]);
    expect(unplaced).toEqual([]);
  });

  it('has labels with their values in one cell', () => {
    const { projects } = read(
      TITLE,
      table(
        ['项目名称：示例甲', '主管部门：301示例局'],
        ['实施单位：示例所', '项目属性：延续'],
        ['年度资金总额（万元）：5.00', '其中：财政拨款：4.00'],
        ['其他资金：-', '年度目标：做好。'],
      ),
    );
    expect(projects).toMatchObject([
      {
        ...{ name: '示例甲', amounts: ['5.00', '4.00', '-'], goals: ['做好。'] },
        additional: ['实施单位=示例所', '项目属性=延续'],
      },
    ]);
  });

  it('never has a text below it for an amount', () => {
    const { projects } = read(
      TITLE,
      table(
        [['项目金额（万元）', 1, 2], '项目总金额', '15.00', '本年预算', '5.00'],
        ['其他资金', '0', '其他资金', '0'],
        ['立项依据', ['示例规划', 4]],
        ['项目名称', ['示例甲', 4]],
      ),
    );
    expect(projects).toMatchObject([
      { amounts: ['5.00', '0'], additional: ['项目总金额=15.00', '其他资金=0', '立项依据=示例规划'] },
    ]);
  });

  it('is of the unit whose budget it is, whoever filled it in', () => {
    const { projects } = read(
      TITLE,
      p('编报单位：302样本局'),
      table(['项目名称', '示例甲'], ['预算单位', '301示例局（盖章）'], ['绩效目标', '做好。']),
    );
    expect(projects).toMatchObject([
      { department: { code: '301', name: '示例局' }, additional: ['编报单位=302样本局'] },
    ]);
  });

  it('is of the project itself where it names what that is a part of', () => {
    const { projects } = read(
      TITLE,
      table(['一级项目名称', '示例类', '项目名称', '示例甲'], ['绩效目标', ['做好。', 3]]),
    );
    expect(projects).toMatchObject([{ name: '示例甲', additional: ['一级项目名称=示例类'] }]);
  });

  it('has cells over several levels', () => {
    const { projects } = read(
      TITLE,
      table(
        ...HEAD,
        [...LEVELS, ['指标值', 3]],
        [...FIRST.slice(0, 3), ['1个', 3]],
        [['产出指标', 2], '乙数', ['2个', 3]],
        ['满意度指标', ['群众满意度', 2], ['≥90%', 3]],
      ),
    );
    expect(projects[0]?.rows).toEqual([
      '产出指标 | 数量指标 | 甲数 | 1个',
      '产出指标 | 乙数 | 2个',
      '满意度指标 | 群众满意度 | ≥90%',
    ]);
  });

  it('is of no project below a title that names the whole department, and that is told', () => {
    const { projects, unplaced } = read(
      p('部门整体支出绩效目标表（2026年度）'),
      table(['部门名称', ['示例局', 3]], ['年度总体目标', ['做好。', 3]], [...INDICATORS], [...FIRST]),
      TITLE,
      table(...HEAD, [...LEVELS, ['指标值', 3]]),
    );
    expect(projects.map(({ name }) => name)).toEqual(['示例甲']);
    expect(unplaced).toEqual(['部门整体支出绩效目标表（2026年度）']);
  });

  it('is of a year in digits of any width', () => {
    for (const year of ['２０２６年', '二〇二六年', '2026 年']) {
      const { projects } = read(
        p(`${year}项目绩效目标表`),
        table(['项目名称', '示例甲'], ['绩效目标', '做好。']),
      );
      expect(projects).toMatchObject([{ year: 2026 }]);
    }
  });
});

describe('a list of projects', () => {
  const LABELS = ['项目名称', '预算数（万元）', '绩效目标', ...INDICATORS] as const;
  const PROJECT = ['示例甲', '5.00', '做好。'] as const;

  it('has each project in the department beside, above or merged over it', () => {
    const { projects } = read(
      TITLE,
      table(
        ['单位名称', ...LABELS],
        [['301示例局', 1, 2], ...PROJECT, ...FIRST],
        ['示例乙', '6.00', '做乙。', ...FIRST],
        ['302样本局', ...PROJECT, ...FIRST],
        ['', '示例丙', '7.00', '做丙。', ...FIRST],
      ),
    );
    expect(projects.map(({ name, department }) => `${department?.code ?? ''}${name}`)).toEqual([
      '301示例甲',
      '301示例乙',
      '302示例甲',
      '302示例丙',
    ]);
  });

  it('has departments and their sums among the names of projects', () => {
    const { projects, unplaced } = read(
      TITLE,
      table(
        ['单位名称（项目名称）', ...LABELS.slice(1)],
        ['301示例局', '11.00', '', '', '', '', ''],
        [...PROJECT, ...FIRST],
        ['示例乙', '6.00', '做乙。', ...FIRST],
      ),
    );
    expect(projects).toMatchObject([
      { name: '示例甲', department: { code: '301' } },
      { name: '示例乙', department: { code: '301' } },
    ]);
    expect(unplaced).toEqual([]);
  });

  it('goes on over the page, with its labels printed again or without', () => {
    const blank = ['', '', ''] as const;
    for (const again of [[LABELS], []]) {
      const { projects, unplaced } = read(
        TITLE,
        table(LABELS, [...PROJECT, ...FIRST]),
        p('— 2 —'),
        table(...again, [...blank, '', '质量指标', '乙率', '90%'], ['示例乙', '6.00', '做乙。', ...FIRST]),
      );
      expect(projects.map(({ name, rows }) => [name, rows.length])).toEqual([
        ['示例甲', 2],
        ['示例乙', 1],
      ]);
      expect(unplaced).toEqual([]);
    }
  });

  it('stands in one table with another list, below its title or its labels', () => {
    for (const title of [[], [[['2026年项目绩效目标表', 6] as const]]]) {
      const { projects } = read(
        TITLE,
        table(
          ['项目名称', '预算数（万元）', ['财政资金', 4]],
          ['示例甲', '5.00', ['5.00', 4]],
          ...title,
          ['项目名称', '绩效目标', ...INDICATORS],
          ['示例甲', '做好。', ...FIRST],
        ),
      );
      expect(projects).toMatchObject([
        { name: '示例甲', amounts: ['5.00', '5.00'], goals: ['做好。'], rows: [FIRST.join(' | ')] },
      ]);
    }
  });

  it('has first levels side by side', () => {
    const { projects, unplaced } = read(
      TITLE,
      table(
        [
          ['项目名称', 1, 3],
          ['预算数（万元）', 1, 3],
          ['绩效目标', 1, 3],
          ['绩效指标', 4],
        ],
        [
          ['产出指标', 2],
          ['效益指标', 2],
        ],
        ['三级指标', '指标值', '三级指标', '指标值'],
        [['示例甲', 1, 2], ['5.00', 1, 2], ['做好。', 1, 2], '甲数', '1个', '乙', '好'],
        ['丙数', '2个', '', ''],
      ),
    );
    expect(projects).toMatchObject([
      { amounts: ['5.00'], rows: ['产出指标 | 甲数 | 1个', '效益指标 | 乙 | 好', '产出指标 | 丙数 | 2个'] },
    ]);
    expect(unplaced).toEqual([]);
  });

  it('has the sum of an amount that is split below its label', () => {
    const { projects } = read(
      TITLE,
      table(
        [
          ['项目名称', 1, 2],
          ['合计（万元）', 1, 2],
          ['财政拨款', 2],
        ],
        ['小计', '一般公共预算拨款'],
        ['示例甲', '5.00', '5.00', '4.00'],
      ),
    );
    expect(projects).toMatchObject([{ amounts: ['5.00', '5.00'], additional: ['一般公共预算拨款=4.00'] }]);
  });

  it('that states two units is a question to the editor', () => {
    const html = table(
      ['项目名称', '预算数（元）', '财政资金（万元）', '绩效目标'],
      ['示例甲', '50000', '5', '做好。'],
    );
    const [record] = readForms(readFile(Buffer.from(`<html>${html}`), 'x.html'), labelWords()).records;
    expect(record?.unreadUnit?.message).toContain('两种金额单位“元”和“万元”');
  });

  it('has numbers at the left under no label', () => {
    const { projects, unplaced } = read(TITLE, table(['', ...LABELS], ['1', ...PROJECT, ...FIRST]));
    expect(projects).toMatchObject([{ name: '示例甲', additional: [] }]);
    expect(unplaced).toEqual([]);
  });
});

describe('a sheet', () => {
  it('has its titles above the table, and contents in a sheet of its own', () => {
    const row = (number: number, ...texts: readonly string[]) =>
      `<row r="${number}">${texts.map((text, at) => `<c r="${'ABCD'[at] ?? ''}${number}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
    const sheet = (...rows: readonly (readonly string[])[]) => ({
      xml: `<sheetData>${rows.map((texts, at) => row(at + 1, ...texts)).join('')}</sheetData>`,
    });
    const book = workbookFile([
      { ...sheet(['目　录'], ['1', '示例甲'], ['2', '示例乙']), name: '目录' },
      sheet(
        ['附件3'],
        ['示例局2026年部门预算'],
        ['项目名称', '示例甲'],
        ['预算数（万元）', '5.00'],
        ['— 2 —'],
      ),
    ]);
    const { records, unplaced } = readForms(readFile(book, 'made-up.xlsx'), labelWords());
    expect(records).toMatchObject([{ name: '示例甲', year: 2026 }]);
    expect(unplaced).toEqual([]);
  });
});
