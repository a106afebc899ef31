import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { budgetByArea } from '../../src/charts/budget-by-area.ts';
import { budgetByProject } from '../../src/charts/budget-by-project.ts';
import { cellLabel, tableValue } from '../../src/charts/cell-words.ts';
import { valueOf, type ChartDescription } from '../../src/charts/chart.ts';
import { indicatorKinds } from '../../src/charts/indicators-by-kind.ts';
import { paymentsPerPeriod, plannedDisbursement } from '../../src/charts/planned-disbursement.ts';
import { chartPicture } from '../../src/charts/picture.tsx';
import { projectPlan } from '../../src/charts/project-plan.ts';
import { sizeSpread } from '../../src/charts/size-spread.ts';
import { readContent } from '../../src/files/read-content.ts';
import type { Project } from '../../src/model/project.ts';
import { totalsOf } from '../../src/model/totals.ts';
import { plain } from '../../src/model/words.ts';
import { ChartFigure } from '../../src/views/ChartFigure.tsx';
import { budgetOf, sampleProject } from '../setup/sample.ts';

const { site } = await readContent('content');
const projects = site.departments[0]?.projects ?? [];
const { plan } = totalsOf(projects);

/** A series of a chart as a table shows it. */
const column = ({ series }: ChartDescription, name: string) => {
  const own = series.find((candidate) => candidate.name === name);
  return own?.cells.map((cell) => {
    const value = valueOf(cell);
    return value === undefined ? '未列' : tableValue(value, own.unit);
  });
};

const all = [
  budgetByProject(projects, ({ code }) => `/${code}/`),
  budgetByArea(projects, site.areas, (area) => `/${area}/`),
  plannedDisbursement(plan, '本部门'),
  paymentsPerPeriod(plan, '本部门'),
  sizeSpread(projects),
  indicatorKinds(projects),
  ...projects.map((project) => projectPlan(project, plan)),
];

describe('every chart', () => {
  it('has a value for each category in each series, and a sentence that ends', () => {
    for (const { categories, series, sentence } of all) {
      for (const { cells } of series) expect(cells).toHaveLength(categories.length);
      expect(plain(sentence)).toMatch(/[。]$/);
      expect(plain(sentence)).not.toMatch(/undefined|NaN|\[object/);
    }
  });
  it('draws series of one unit', () => {
    for (const { series } of all) {
      expect(new Set(series.filter(({ drawn }) => drawn).map(({ unit }) => unit)).size).toBe(1);
    }
  });
  it('is sound without any project', () => {
    for (const chart of [
      budgetByProject([], () => ''),
      budgetByArea([], site.areas, () => ''),
      sizeSpread([]),
      indicatorKinds([]),
    ]) {
      expect(plain(chart.sentence)).toMatch(/。$/);
    }
  });
});

describe('the charts of the 2022 document', () => {
  it('show the cumulative plan', () => {
    const chart = plannedDisbursement(plan, '本部门');
    expect(column(chart, '累计占预算')).toEqual(['14.67', '27.33', '70.59', '100.00']);
    expect(column(chart, '累计金额')).toEqual(['649.2725', '1,209.41', '3,123.9425', '4,425.72']);
    expect(column(chart, '未列明的项目')).toEqual(['11', '10', '8', '0']);
    expect(plain(chart.sentence)).toContain('到3月底至少付14.67%');
    expect(plain(chart.sentence)).toContain('到12月底付100%');
  });
  it('show what is paid in each stretch of the year', () => {
    const chart = paymentsPerPeriod(plan, '本部门');
    expect(chart.categories.map(({ label }) => label)).toEqual(['1–3月', '4–6月', '7–10月', '11–12月']);
    expect(column(chart, '计划支出')).toEqual(['649.2725', '560.1375', '1,914.5325', '1,301.7775']);
  });
  it('show all 40 budgets, the largest first', () => {
    const chart = budgetByProject(projects, ({ code }) => `/${code}/`);
    expect(chart.categories).toHaveLength(40);
    expect(chart.categories[0]).toEqual({
      label: '2022-城乡居民基本医疗保险补助资金',
      href: '/13060522P00406710001A/',
    });
    expect(column(chart, '预算数')?.slice(0, 2)).toEqual(['1,392.00', '819.00']);
  });
  it('count each project in one size class and each indicator in one kind', () => {
    const total = (chart: ChartDescription) =>
      chart.series[0]?.cells.reduce((whole, { value }) => whole + Number(value), 0);
    expect(total(sizeSpread(projects))).toBe(40);
    expect(total(indicatorKinds(projects))).toBe(316);
  });
});

describe('the sizes of projects', () => {
  const said = (...amounts: readonly string[]) =>
    plain(sizeSpread(amounts.map((amount) => sampleProject({ budget: budgetOf(amount) }))).sentence);

  it('name all classes that have the most, and what is in none', () => {
    expect(said('20', '21', '50')).toContain('预算数在10–30万元的项目最多，有2个；');
    expect(said('20', '50', '')).toBe(
      '预算数在10–30万元、30–100万元的项目最多，各有1个；不到10万元的共0个。另有1个项目未列预算数，不在其中。',
    );
  });
});

it('a plan of projects of which some state no budget is that of what is stated', () => {
  expect(plain(plannedDisbursement(plan, '本部门', false).sentence)).toMatch(/^本部门列明的预算，计划到/);
});

describe('a share', () => {
  const sharesOf = (...amounts: readonly string[]) =>
    column(
      budgetByProject(
        amounts.map((amount) => sampleProject({ amount })),
        () => '',
      ),
      '占比',
    );
  it('is called neither nothing nor all where it only rounds to it', () => {
    expect(sharesOf('1000', '0.001')).toEqual(['超过99.99', '不足0.01']);
  });
  it('is nothing of nothing', () => {
    expect(sharesOf('1000', '0')).toEqual(['100.00', '0.00']);
  });
});

describe('the chart of areas', () => {
  const areas = [
    { name: '虚构保障', description: '', words: ['养老'] },
    { name: '虚构卫生', description: '', words: ['疫苗'] },
  ];
  const chartOf = (...some: readonly (readonly [name: string, amount: string])[]) =>
    budgetByArea(
      some.map(([name, amount]) => sampleProject({ name, budget: budgetOf(amount) })),
      areas,
      (area) => `/${area}/`,
    );

  it('shows what goes to each area of the published document, the largest first', () => {
    const chart = budgetByArea(projects, site.areas, (area) => `/${area}/`);
    expect(chart.categories.map(({ label }) => label)).toEqual([
      ...['卫生健康', '社会保障和就业', '机关运行', '党建与组织人事', '文化旅游体育'],
    ]);
    expect(column(chart, '预算数')).toEqual(['1,966.90', '1,963.61', '263.40', '131.81', '100.00']);
    expect(column(chart, '占比')).toEqual(['44.44', '44.37', '5.95', '2.98', '2.26']);
    expect(column(chart, '项目数')).toEqual(['3', '19', '7', '10', '1']);
    expect(chart.title).toContain('本站归类');
    expect(plain(chart.sentence)).toBe('40个项目归入5个领域，最多的是“卫生健康”，1,966.90万元，占44.44%。');
  });

  it('says what is left out of the sums and what fits no area, which stands last', () => {
    const chart = chartOf(['虚构疫苗', '1'], ['虚构道路', '9'], ['虚构疫苗运输', ''], ['虚构养老', '']);
    expect(chart.categories).toEqual([
      { label: '虚构卫生', href: '/虚构卫生/' },
      { label: '虚构保障', href: '/虚构保障/' },
      { label: '其他', href: '/其他/' },
    ]);
    expect(column(chart, '预算数')).toEqual(['1.00', '未列', '9.00']);
    expect(column(chart, '占比')).toEqual(['10.00', '未列', '90.00']);
    expect(plain(chart.sentence)).toBe(
      '3个项目归入2个领域，最多的是“虚构卫生”，1.00万元，占10%；1个项目归不进去，列在“其他”。2个项目未列预算数，没有算进去。',
    );
  });

  it('says so where no project fits an area, and where none states an amount', () => {
    expect(plain(chartOf(['虚构道路', '9']).sentence)).toBe(
      '没有项目归入列出的领域；1个项目归不进去，列在“其他”。',
    );
    expect(plain(chartOf(['虚构养老', '']).sentence)).toBe(
      '1个项目归入1个领域。1个项目未列预算数，没有算进去。',
    );
  });

  it('has the share beside the amount, on the page and in the picture', () => {
    const chart = chartOf(['虚构疫苗', '1'], ['虚构养老', '3']);
    expect(renderToString(h(ChartFigure, { chart }))).toContain('</data> · 75%');
    expect(chartPicture(chart, { subject: '', sources: [] }).svg).toContain('3.00 · 75%');
  });
});

it('a chart of very many draws some of them, and has all for its file', () => {
  const many = Array.from({ length: 300 }, (_, index) => sampleProject({ amount: String(index) }));
  const chart = budgetByProject(many, () => '');
  expect([chart.categories.length, chart.drawn, chart.total]).toEqual([300, 100, undefined]);
  const most = budgetByProject(many, () => '', { drawn: 100, most: 200 });
  expect([most.categories.length, most.drawn, most.total]).toEqual([200, 100, 300]);
});

it('a chart stands in a page as JSON without losing anything', () => {
  for (const chart of all) expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
});

describe('a project beside the average', () => {
  it('shows a value that cannot be true as its original and breaks the line there', () => {
    const odd = projects.find(({ code }) => code === '13060522P00416610001C');
    const chart = projectPlan(odd ?? sampleProject(), plan);
    expect(column(chart, '本项目累计占预算')).toEqual(['25.00', '50.00', '未列', '100.00']);
    expect(chart.series[0]?.cells[2]).toEqual({ text: '750000%', refused: '不能采信' });
    expect(column(chart, '部门平均（至少）')).toEqual(['14.67', '27.33', '70.59', '100.00']);
  });
});

describe('what is no number in a chart', () => {
  const texts = ({ series }: ChartDescription, name: string) => {
    const own = series.find((one) => one.name === name);
    return own?.cells.map((cell) => cellLabel(cell, own.unit));
  };
  const nothing = sampleProject({ amount: '0' });
  const unread = sampleProject({ budget: budgetOf('待定') });
  const area = (project: Project) =>
    budgetByArea([project], [{ name: '虚构', description: '', words: ['虚构'] }], () => '');

  it('is — as a share of a total of 0', () => {
    const total = totalsOf([nothing]).plan;
    expect(texts(area(nothing), '占比')).toEqual(['—']);
    expect(
      texts(
        budgetByProject([nothing], () => ''),
        '占比',
      ),
    ).toEqual(['—']);
    expect(texts(projectPlan(nothing, total), '部门平均')).toEqual(['—', '—', '—', '—']);
    expect(texts(plannedDisbursement(total, '本部门'), '累计占预算')).toEqual(['—', '—', '—', '—']);
    expect(plain(plannedDisbursement(total, '本部门').sentence)).toBe('本部门预算数合计是0，算不出比例。');
  });

  it('cannot be read where the amount it comes from cannot', () => {
    expect(texts(area(unread), '预算数')).toEqual(['读不出']);
    expect(texts(area(unread), '占比')).toEqual(['—']);
    expect(texts(projectPlan(unread, []), '本项目累计金额')?.[0]).toBe('读不出');
  });

  it('is 未列 where the source leaves it blank', () => {
    const blank = sampleProject({ amount: '' });
    expect(texts(area(blank), '预算数')).toEqual(['未列']);
    expect(texts(projectPlan(blank, []), '本项目累计金额')?.[0]).toBe('未列');
  });
});

it('the largest projects have their share of what is stated, and say so where others are not', () => {
  const of = (...amounts: readonly string[]) =>
    plain(
      budgetByProject(
        amounts.map((amount) => sampleProject({ amount })),
        () => '',
      ).sentence,
    );
  expect(of('6', '3', '')).toMatch(/最大的2个合计9\.00万元，占列明的100%。$/);
  expect(of('5', '1', '1', '1', '1', '1')).toMatch(/最大的5个合计9\.00万元，占90%。$/);
});
