import { describe, expect, it } from 'vitest';
import { catalogueOf, MOST_IN_A_PART, pagesOf, partsOf } from '../../src/model/indicator-catalogue.ts';
import { isWanted, type IndicatorFilter } from '../../src/model/indicator-filter.ts';
import { numberIndicators, type IndicatorTexts } from '../../src/model/indicator.ts';
import { listedIndicators, sharedIndicators } from '../../src/model/shared-indicators.ts';
import { sampleProject } from '../setup/sample.ts';

const row = (kind: string, name: string, target: string, description = name): IndicatorTexts => ({
  kind,
  name,
  description,
  target,
  basis: '',
});

/** A made-up project with these rows below 产出指标 and 满意度指标. */
const project = (outputs: readonly IndicatorTexts[], satisfaction: readonly IndicatorTexts[] = []) =>
  sampleProject({ indicators: numberIndicators({ 产出指标: outputs, 满意度指标: satisfaction }) });

const namesOf = (...projects: Parameters<typeof sharedIndicators>[0]) =>
  sharedIndicators(projects).map(({ name }) => name);

describe('an indicator of several projects', () => {
  it('is one in spite of placeholders, units in brackets, width and signs', () => {
    const shared = sharedIndicators([
      project([row('质量指标', '政策知晓率(≥**%)', '≥95%', '')]),
      project([row('质量指标', '政策知晓率', '≥90%', '')]),
      project([row('质量指标', '政策，知晓率（％）', '≥95%', '')]),
    ]);
    expect(shared).toHaveLength(1);
    expect(shared[0]).toMatchObject({ name: '政策知晓率', targets: 2, isExplainedDifferently: false });
    expect(shared[0]?.entries.map(({ indicator }) => indicator.target.text)).toEqual([
      '≥95%',
      '≥90%',
      '≥95%',
    ]);
  });

  it('keeps numbers apart: ages from 16 to 59 are not 1659', () => {
    expect(
      namesOf(
        project([row('数量指标', '16-59周岁人数', '1人')]),
        project([row('数量指标', '1659周岁人数', '1人')]),
      ),
    ).toEqual([]);
  });

  it('is none across kinds, nor within one project', () => {
    expect(
      namesOf(
        project([row('数量指标', '培训次数', '1次'), row('数量指标', '培训次数', '2次')]),
        project([row('质量指标', '培训次数', '1次')]),
      ),
    ).toEqual([]);
  });

  it('is none where the name only repeats its kind, unless the description says of what', () => {
    const kind = '服务对象满意度指标';
    expect(
      namesOf(project([], [row(kind, '满意度', '90%')]), project([], [row(kind, '满意度', '95%')])),
    ).toEqual([]);
    const told = row(kind, '服务对象满意度指标', '≥95%', '机关人员满意度');
    expect(namesOf(project([], [told]), project([], [told]))).toEqual(['机关人员满意度']);
  });

  it('is none between a short name and one whose description says of what', () => {
    const vaccines = row('质量指标', '完成率', '≥95%', '疫苗完成率');
    expect(namesOf(project([vaccines]), project([row('质量指标', '完成率', '100%')]))).toEqual([]);
    expect(namesOf(project([vaccines]), project([vaccines]))).toEqual(['疫苗完成率']);
  });

  it('says where the rows explain it differently', () => {
    const [shared] = sharedIndicators([
      project([row('成本指标', '缴费补贴水平', '≥30元', '参保人员补贴')]),
      project([row('成本指标', '缴费补贴水平', '100元', '贫困人口代缴')]),
    ]);
    expect(shared?.isExplainedDifferently).toBe(true);
  });
});

describe('the catalogue of indicators', () => {
  const groups = catalogueOf([
    project([row('质量指标', '甲', '1'), row('数量指标', '乙', '2')], [row('服务对象满意度指标', '丙', '3')]),
    project([row('数量指标', '丁', '4'), row('虚构的二级指标', '戊', '5')]),
  ]);
  const namesIn = (some: typeof groups) =>
    some.map(({ kind, entries }) => [kind, ...entries.map(({ indicator }) => indicator.name)]);

  it('stands in the order of the form, unknown kinds behind the known', () => {
    expect(namesIn(groups)).toEqual([
      ['数量指标', '乙', '丁'],
      ['质量指标', '甲'],
      ['虚构的二级指标', '戊'],
      ['服务对象满意度指标', '丙'],
    ]);
  });

  it('is parted without losing or repeating a row', () => {
    const parts = partsOf(groups, 2);
    expect(parts.map(namesIn)).toEqual([
      [['数量指标', '乙', '丁']],
      [
        ['质量指标', '甲'],
        ['虚构的二级指标', '戊'],
      ],
      [['服务对象满意度指标', '丙']],
    ]);
    expect(partsOf(groups, 1)).toHaveLength(5);
  });

  it('stands on one page up to some hundreds of rows, else on pages of no more than is said', () => {
    const catalogueOfRows = (count: number) =>
      catalogueOf([project(Array.from({ length: count }, () => row('数量指标', '甲', '1个')))]);
    expect(pagesOf(catalogueOfRows(316))).toHaveLength(1);
    const pages = pagesOf(catalogueOfRows(1001));
    expect(pages).toHaveLength(Math.ceil(1001 / MOST_IN_A_PART));
    for (const page of pages) expect(page[0]?.entries.length).toBeLessThanOrEqual(MOST_IN_A_PART);
  });
});

describe('the pages of indicators that several projects have', () => {
  const sharedBy = (projects: number, rows: number) => {
    const own = Array.from({ length: rows }, (_, index) =>
      row('数量指标', `虚构事项${String(index)}个`, '1个'),
    );
    return sharedIndicators(Array.from({ length: projects }, () => project(own)));
  };

  it('hold no more rows than a phone can, and whole indicators, in their order', () => {
    const all = sharedBy(30, 20);
    const parts = listedIndicators(all);
    expect(parts.map((part) => part.length)).toEqual([8, 8, 4]);
    expect(parts.flat()).toEqual(all);
  });

  it('are one where there are few, and where there is none', () => {
    expect(listedIndicators(sharedBy(2, 3))).toHaveLength(1);
    expect(listedIndicators([])).toEqual([[]]);
  });
});

describe('the filter of indicators', () => {
  const any: IndicatorFilter = {
    words: [],
    level: '',
    department: '',
    comparator: '',
    unit: '',
    type: '',
    outcome: '',
    notes: '',
  };
  const own = {
    words: '培训次数虚构项目',
    level: '产出指标·数量指标',
    department: '999001',
    comparator: '≥',
    unit: '次',
    type: '数',
    hasNotes: false,
    outcome: '未完成',
  };

  it.each([
    [{}, true],
    [{ level: '产出指标' }, true],
    [{ level: '产出指标·数量指标' }, true],
    [{ level: '产出' }, false],
    [{ level: '效益指标' }, false],
    [{ words: ['训次', '虚构'] }, true],
    [{ words: ['训次', '没有'] }, false],
    [{ comparator: '≥', unit: '次', type: '数', notes: '无' }, true],
    [{ comparator: '≤' }, false],
    [{ unit: '人' }, false],
    [{ type: '日期' }, false],
    [{ department: '999001' }, true],
    [{ department: '999002' }, false],
    [{ notes: '有' }, false],
    [{ outcome: '未完成' }, true],
    [{ outcome: '完成' }, false],
  ] as const)('%j: %s', (change, wanted) => {
    expect(isWanted(own, { ...any, ...change })).toBe(wanted);
  });
});
