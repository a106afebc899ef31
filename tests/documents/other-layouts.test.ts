import { describe, expect, it } from 'vitest';
import { labelWords } from '../../src/documents/forms/labels.ts';
import { readForms } from '../../src/documents/forms/read-forms.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { readFile } from './made-documents.ts';
import { p, read, table } from './made-pages.ts';

const INDICATORS = ['一级指标', '二级指标', '三级指标', '指标值'] as const;

describe('a form of another province', () => {
  it('with the years of the whole project beside this year', () => {
    const found = read(
      p('项目支出绩效目标表'),
      p('（2026年度）'),
      table(
        [
          ['项目名称', 2],
          ['示例路灯项目', 5],
        ],
        [['主管部门及代码', 2], ['[201]示例市城管局', 2], '实施单位', ['示例路灯所', 2]],
        [['项目资金（万元）', 2, 3], ['中期资金总额：'], '300.00', ['年度资金总额：', 2], '100.00'],
        ['其中：财政拨款', '300.00', ['其中：财政拨款', 2], '90.00'],
        ['其他资金', '0.00', ['其他资金', 2], '10.00'],
        [
          ['总体目标', 1, 2],
          ['中期目标（2026年—2028年）', 3],
          ['年度目标', 3],
        ],
        [
          ['目标1：完成改造。', 3],
          ['目标1：改造示例路灯100盏。<br>目标2：节电10%。', 3],
        ],
        [['绩效指标', 1, 3], '一级指标', '二级指标', '三级指标', '指标值', '三级指标', '指标值'],
        [['产出指标', 1, 2], '数量指标', '路灯总数', '≥300盏', '年度改造数', '≥100盏'],
        ['质量指标', '合格率', '100%', '合格率', '≥98%'],
      ),
    );
    expect(found.projects).toMatchObject([
      {
        ...{ year: 2026, unit: '万元', department: { code: '201', name: '示例市城管局' } },
        amounts: ['100.00', '90.00', '10.00'],
        goals: ['改造示例路灯100盏。', '节电10%。'],
        rows: ['产出指标 | 数量指标 | 年度改造数 | ≥100盏', '产出指标 | 质量指标 | 合格率 | ≥98%'],
        additional: [
          '实施单位=示例路灯所',
          ...['中期资金总额=300.00', '其中：财政拨款=300.00', '其他资金=0.00'],
          '中期目标（2026年—2028年）=目标1：完成改造。',
          '中期绩效指标=产出指标 | 数量指标 | 路灯总数 | ≥300盏\n产出指标 | 质量指标 | 合格率 | 100%',
        ],
      },
    ]);
    expect(found.unplaced).toEqual([]);
  });

  it('with the indicators of the whole project above those of the year', () => {
    const block = (label: string, ...rows: readonly (readonly string[])[]) => [
      [[label, 1, rows.length + 1] as const, ...INDICATORS],
      ...rows,
    ];
    const found = read(
      p('2026年度部门项目绩效目标申报表'),
      table(
        ['项目名称', ['示例培训项目', 4]],
        ['预算单位', ['示例县教育局', 4]],
        ['项目总额（元）', '900000.00', '年度预算（元）', ['300000.00', 2]],
        ['中期目标', ['三年培训300人', 4]],
        ['年度目标', ['当年培训100人', 4]],
        ...block('中期绩效指标', ['产出指标', '数量指标', '培训总人数', '300人']),
        ...block('年度绩效指标', ['产出指标', '数量指标', '培训人数', '100人']),
      ),
    );
    expect(found.projects).toMatchObject([
      {
        ...{ unit: '元', amounts: ['300000.00'], goals: ['当年培训100人'] },
        rows: ['产出指标 | 数量指标 | 培训人数 | 100人'],
        additional: [
          '项目总额（元）=900000.00',
          '中期目标=三年培训300人',
          '中期绩效指标=产出指标 | 数量指标 | 培训总人数 | 300人',
        ],
      },
    ]);
    expect(found.unplaced).toEqual([]);
  });

  it('with points and how they are given', () => {
    const { projects } = read(
      p('示例省项目绩效目标表（2026年）'),
      table(
        ['项目名称', ['示例扶持项目', 5]],
        ['部门（单位）名称', ['示例市农业局', 5]],
        ['项目金额（万元）', ['50.5', 5]],
        [...INDICATORS, '分值', '评分标准'],
        ['产出指标(40分)', '数量指标', '扶持户数', '50户', '20', '每少1户扣1分'],
        ['', '质量指标', '合格率', '95%', '20', '按比例'],
      ),
    );
    expect(projects[0]?.rows).toEqual([
      '产出指标 | 数量指标 | 扶持户数 | 50户 | 20',
      '产出指标 | 质量指标 | 合格率 | 95% | 20',
    ]);
  });

  it('with labels at the left over several rows, also beside few indicators', () => {
    const found = read(
      p('项目支出绩效目标表（2026年度）'),
      table(
        [['基本信息', 1, 2], '项目名称', ['示例设备购置', 3]],
        ['主管部门', '示例省科技厅', '项目单位', '示例研究所'],
        [
          ['资金情况<br>（万元）', 1, 3],
          ['年度资金总额', 2],
          ['80.00', 2],
        ],
        [
          ['其中：财政拨款', 2],
          ['80.00', 2],
        ],
        [
          ['其他资金', 2],
          ['', 2],
        ],
        ['年度绩效目标', ['购置示例设备2台套。', 4]],
        [['绩效指标', 1, 3], ...INDICATORS],
        ['产出指标', '数量指标', '设备台数', '2台'],
        ['效益指标', '可持续影响指标', '使用年限', '≥5年'],
      ),
    );
    expect(found.projects).toMatchObject([
      {
        ...{ unit: '万元', amounts: ['80.00', '80.00'], additional: ['项目单位=示例研究所'] },
        rows: ['产出指标 | 数量指标 | 设备台数 | 2台', '效益指标 | 可持续影响指标 | 使用年限 | ≥5年'],
      },
    ]);
    expect(found.unplaced).toEqual([]);
  });

  it('whose unit and department stand in one line above it', () => {
    const { projects } = read(
      p('附件3'),
      p('2026年项目支出绩效目标表'),
      p('填报单位：示例区民政局　　　单位：万元'),
      table(['项目名称', '示例养老'], ['资金总额', '30'], ['年度总体目标', '做好示例养老']),
    );
    expect(projects).toMatchObject([
      { department: { name: '示例区民政局' }, unit: '万元', amounts: ['30'], goals: ['做好示例养老'] },
    ]);
  });

  it('that names the department in charge and the unit whose budget it is', () => {
    const { projects } = read(
      p('2026年项目绩效目标表'),
      table(
        ['主管部门', '示例市交通局', '预算单位', '104001-示例市公路处'],
        ['项目名称', ['示例养护', 3]],
        ['预算数（元）', ['1,000.00', 3]],
      ),
    );
    expect(projects).toMatchObject([
      { department: { code: '104001', name: '示例市公路处' }, additional: ['主管部门=示例市交通局'] },
    ]);
  });

  it('that goes on over the page, with its labels printed again', () => {
    const { projects } = read(
      p('2026年项目绩效目标表'),
      table(
        ['项目名称', ['示例一', 3]],
        ['预算数（万元）', ['5', 3]],
        [...INDICATORS],
        ['产出指标', '数量指标', '甲', '1个'],
      ),
      p('— 1 —'),
      table([...INDICATORS], ['', '质量指标', '乙', '2个'], ['效益指标', '社会效益指标', '丙', '3个']),
    );
    expect(projects.map(({ rows }) => rows)).toEqual([
      [
        '产出指标 | 数量指标 | 甲 | 1个',
        '产出指标 | 质量指标 | 乙 | 2个',
        '效益指标 | 社会效益指标 | 丙 | 3个',
      ],
    ]);
  });

  it('of each of several departments, with the department above the name', () => {
    const form = (department: string, unit: string, name: string) =>
      table(
        ['单位名称', department, '金额单位', unit],
        ['项目名称', name, '预算数', '1'],
        ['绩效目标', ['做好', 3]],
      );
    const { projects } = read(
      p('2026年项目绩效目标表'),
      form('999001示例局', '万元', '甲项目'),
      form('999002样本局', '元', '乙项目'),
    );
    expect(projects.map(({ department, unit, name }) => [department?.code, unit, name])).toEqual([
      ['999001', '万元', '甲项目'],
      ['999002', '元', '乙项目'],
    ]);
  });

  it('with blank cells between label and value, but never takes the next label for a value', () => {
    const { projects } = read(
      p('2026年项目绩效目标表（单位：万元）'),
      table(
        ['项目名称', '', '示例甲', '', '项目编码', '', 'EX-1'],
        ['预算数', '', '10', '', '财政资金', '', '8'],
        ['上年结转', '', '示例周期', '', '其他资金', '', '2'],
      ),
    );
    expect(projects).toMatchObject([{ name: '示例甲', amounts: ['10', '8', '2'] }]);
  });

  it('that states two units is a question to the editor', () => {
    const words = labelWords();
    const html = table(['项目名称', '示例甲'], ['预算数（元）', '10'], ['其他资金（万元）', '2']);
    const [record] = readForms(readFile(Buffer.from(`<html>${html}`), 'x.html'), words).records;
    expect(record?.unreadUnit?.message).toContain('两种金额单位“元”和“万元”');
  });
});

describe('a unit that the content has not is refused, whatever the editor says', () => {
  const form = (name: string, label = '预算数') =>
    table(
      ['项目名称', name],
      ['主管部门', '999示例局'],
      [label, '10'],
      ['年度', '2026'],
      ['年度目标', '做好'],
    );
  it.each([
    ['in a cell', table(['单位：千元', '2026年']) + form('示例甲'), '千元'],
    ['in a line', p('（单位：百万元）') + form('示例甲'), '百万元'],
    ['in the title', p('2026年项目绩效目标表（单位：十万元）') + form('示例甲'), '十万元'],
    ['in the label of an amount', form('示例甲', '预算数（万美元）'), '万美元'],
    [
      'over a column',
      table(['序号', '项目名称', '部门', '预算数（千元）'], ['1', '示例甲', '999示例局', '10']),
      '千元',
    ],
    [
      'in a column',
      table(['项目名称', '部门', '预算数', '金额单位'], ['示例甲', '999示例局', '10', '千元']),
      '千元',
    ],
  ])('%s', (_, html, unit) => {
    const body = readFile(Buffer.from(`<html><body>${html}`), 'made-up.html');
    const reading = readDocument(body, undefined, labelWords(), { year: 2026, unit: '万元' });
    const [problem, ...others] = 'problems' in reading ? reading.problems : [];
    expect(problem?.message).toMatch(
      new RegExp(`^金额单位是“${unit}”，内容里只有元、万元、亿元。请在原文件里把`),
    );
    expect(problem?.question).toBeUndefined();
    expect(others).toEqual([]);
  });

  it('but not where an indicator is counted in it', () => {
    const html =
      p('2026年项目绩效目标表（单位：万元）') +
      table(['项目名称', ['示例甲', 3]], ['主管部门', ['999示例局', 3]], ['预算数', ['10', 3]], INDICATORS, [
        '产出指标',
        '数量指标',
        '人均补助（千元）',
        '≥2千元',
      ]);
    const body = readFile(Buffer.from(`<html><body>${html}`), 'made-up.html');
    expect(readDocument(body, undefined, labelWords())).toMatchObject({ departments: [{ unit: '万元' }] });
  });
});

describe('a list of projects', () => {
  it('with the plan in columns', () => {
    const { projects, reasons } = read(
      p('2026年项目支出绩效目标汇总表'),
      p('部门：999001示例县水利局　金额单位：万元'),
      table(
        [
          ['序号', 1, 2],
          ['项目名称', 1, 2],
          ['预算数', 2],
          ['支出计划（%）', 3],
          ['绩效目标', 1, 2],
        ],
        ['合计', '财政资金', '6月底', '9月底', '12月底'],
        ['1', '示例水库维修', '12.00', '10.00', '40', '70', '100', '修好水库'],
        ['2', '示例渠道', '8.00', '8.00', '50', '', '100', '修好渠道'],
        [['合计', 2], '20.00', '18.00', '', '', '', ''],
      ),
    );
    expect(projects).toMatchObject([
      {
        name: '示例水库维修',
        unit: '万元',
        plan: ['6月底 40%', '9月底 70%', '12月底 100%'],
        goals: ['修好水库'],
      },
      { name: '示例渠道', amounts: ['8.00', '8.00'], plan: ['6月底 50%', '9月底 ', '12月底 100%'] },
    ]);
    expect(reasons).toEqual(['栏次或合计']);
  });

  it('with a share below one, which gets the sign that its heading states and a word of doubt', () => {
    const { projects, remarks } = read(
      p('2026年项目支出绩效目标汇总表'),
      p('部门：999001示例县水利局　金额单位：万元'),
      table(
        [
          ['项目名称', 1, 2],
          ['预算数', 2],
          ['支出计划（%）', 2],
        ],
        ['合计', '财政资金', '6月底', '12月底'],
        ['示例水库维修', '12.00', '10.00', '0.25', '1'],
      ),
    );
    expect(projects).toMatchObject([{ plan: ['6月底 0.25%', '12月底 1%'] }]);
    expect(remarks).toContain('“0.25”按栏名的“%”记作“0.25%”；若原意是比例0.25，应为“25%”，请核对后改正');
    expect(remarks).toContain('“1”按栏名的“%”记作“1%”');
  });

  it('with sums by kind and by department, which are no projects', () => {
    const byKind = read(
      p('2026年项目支出预算表'),
      p('部门：999001示例局　　单位：万元'),
      table(
        ['项目类别', '项目名称', '合计', '财政拨款'],
        ['一、人员类项目', '', '30', '30'],
        ['', '甲项目', '10', '10'],
        ['', '乙项目', '20', '20'],
        ['小计', '', '30', '30'],
      ),
    );
    expect(byKind.projects.map(({ name, amounts }) => [name, ...amounts])).toEqual([
      ['甲项目', '10', '10'],
      ['乙项目', '20', '20'],
    ]);
    expect(byKind.unplaced).toEqual([]);
    const byDepartment = read(
      p('2026年部门项目支出预算表'),
      table(
        ['单位名称、项目名称', '项目编码', '合计（万元）', '财政拨款'],
        ['999001示例局', '', '30', '30'],
        ['甲项目', 'EX-1', '10', '10'],
        ['乙项目', 'EX-2', '20', '20'],
        ['999002样本局', '', '5', '5'],
        ['丙项目', 'EX-3', '5', '5'],
      ),
    );
    expect(byDepartment.projects.map(({ name, department }) => [name, department?.code])).toEqual([
      ['甲项目', '999001'],
      ['乙项目', '999001'],
      ['丙项目', '999002'],
    ]);
  });

  it('with amounts in 元 in one table, and indicators under 万元 in another', () => {
    const { projects } = read(
      p('2026年项目支出预算表'),
      p('部门：999001示例局　　单位：元'),
      table(['项目名称', '项目编码', '合计'], ['甲项目', 'EX-1', '100000']),
      p('2026年项目绩效目标表'),
      p('单位：万元'),
      table(
        ['项目名称', '项目编码', '绩效目标', ...INDICATORS],
        ['甲项目', 'EX-1', '做好', '产出指标', '数量指标', '子', '1个'],
      ),
    );
    expect(projects).toMatchObject([
      { unit: '元', amounts: ['100000'], goals: ['做好'], rows: [expect.any(String)] },
    ]);
  });

  it('with a row an indicator, and the amount behind the indicators', () => {
    const { projects } = read(
      p('项目绩效目标公开表（2026年度，金额单位：元）'),
      table(
        [
          '项目名称',
          '年度绩效目标',
          '一级指标',
          '二级指标',
          '三级指标',
          '指标性质',
          '指标值',
          '度量单位',
          '预算金额',
          '部门名称',
        ],
        [
          ['甲项目', 1, 2],
          ['做好甲', 1, 2],
          ['产出指标', 1, 2],
          '数量指标',
          '子',
          '≥',
          '5',
          '个',
          ['100.00', 1, 2],
          ['999001示例局', 1, 2],
        ],
        ['质量指标', '丑', '＝', '100', '%'],
      ),
    );
    expect(projects).toMatchObject([
      {
        ...{ unit: '元', amounts: ['100.00'], department: { code: '999001' }, additional: [] },
        rows: ['产出指标 | 数量指标 | 子 | ≥5个', '产出指标 | 质量指标 | 丑 | ＝100%'],
      },
    ]);
  });
});
