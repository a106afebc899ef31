import { describe, expect, it } from 'vitest';
import { labelWords } from '../../src/documents/forms/labels.ts';
import { placeCells, type Block } from '../../src/documents/grid/grid.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { readOverallGoals } from '../../src/documents/read-overall-goals.ts';

const paragraph = (text: string): Block => ({ type: 'paragraph', text, origin: '' });
/** A cell's text, or what it spans besides. */
type Given = string | { readonly text: string; readonly rows?: number; readonly columns?: number };
const table = (...rows: readonly (readonly Given[])[]): Block => ({
  ...{ type: 'table', name: '', origin: '' },
  cells: placeCells(
    rows.map((row) =>
      row.map((cell) => ({
        rows: 1,
        columns: 1,
        origin: '',
        ...(typeof cell === 'string' ? { text: cell } : cell),
      })),
    ),
  ),
});
const wide = (text: string) => ({ text, columns: 5 });
const NAMING = [['项目名称', '示例项目', '预算数', '1', '', '']] as const;
const INDICATORS = ['一级指标', '二级指标', '三级指标', '指标值'] as const;

function read(...blocks: readonly Block[]) {
  const words = labelWords();
  const reading = readDocument({ blocks, remarks: [] }, '', words, {
    year: 2022,
    department: '999001',
    unit: '万元',
  });
  if ('problems' in reading) throw new Error(reading.problems.map(({ message }) => message).join('；'));
  return reading;
}
const projectOf = (...blocks: readonly Block[]) => {
  const [project] = read(paragraph('部门名称：示例县某局'), ...blocks).departments[0]?.projects ?? [];
  if (project === undefined) throw new Error('no project');
  return project;
};

describe('a form', () => {
  it('has beside a label its value, also where that reads like another label', () => {
    const project = projectOf(
      table(...NAMING, ['绩效目标', wide('其他资金')], ['项目概况', wide('单位：元')]),
    );
    expect(project.goals).toEqual(['其他资金']);
    expect(project.additional).toEqual([{ label: '项目概况', text: '单位：元' }]);
    expect(project.unit).toBe('万元');
  });

  it('goes on with the second level in a blank below it, whether or not the first is merged', () => {
    const rows = [
      ['数量指标', '甲', '1'],
      ['', '乙', '2'],
    ] as const;
    const category = { text: '产出指标', rows: 2 };
    const merged = projectOf(table(...NAMING), table(INDICATORS, [category, ...rows[0]], rows[1]));
    const blank = projectOf(table(...NAMING), table(INDICATORS, ['产出指标', ...rows[0]], ['', ...rows[1]]));
    for (const { indicators } of [merged, blank])
      expect(indicators.map(({ kind }) => kind)).toEqual(['数量指标', '数量指标']);
  });

  it('goes on where an indicator alone in its row names a unit', () => {
    const category = { text: '产出指标', rows: 2 };
    const { indicators, unit } = projectOf(
      table(...NAMING),
      table(INDICATORS, [category, '数量指标', '甲', '1'], ['', '补助标准（元）', '']),
    );
    expect(indicators.map(({ name }) => name)).toEqual(['甲', '补助标准（元）']);
    expect(unit).toBe('万元');
  });

  it('is of the department whose code stands apart, whatever its letters', () => {
    const { departments } = read(
      paragraph('部门编码：A01'),
      table([{ text: 'A01第3示例局', columns: 4 }, '单位：万元', ''], ...NAMING),
    );
    expect(departments[0]).toMatchObject({ name: '第3示例局' });
  });

  it('is no form where a list of sheets repeats what the forms say', () => {
    const list = table(['序号', '项目编码', '项目名称', '所在工作表'], ['1', '', '示例项目', '第1张表']);
    expect(
      read(paragraph('部门名称：示例县某局'), list, table(...NAMING)).departments[0]?.projects,
    ).toHaveLength(1);
  });

  it('has in its title the name of the project, and no year of the document', () => {
    const words = labelWords();
    const blocks = [
      paragraph('2022年预算项目绩效目标'),
      paragraph('部门名称：示例县某局'),
      paragraph('1.2021年度示例建设项目绩效目标表'),
      table(['项目名称', '2021年度示例建设项目', '预算数', '1', '', '']),
    ];
    const reading = readDocument({ blocks, remarks: [] }, '', words, { department: '999001', unit: '万元' });
    expect(reading).toMatchObject({
      departments: [{ year: 2022, projects: [{ name: '2021年度示例建设项目' }] }],
    });
  });
});

describe('the overall goals', () => {
  const goalsOf = (...texts: readonly string[]) => readOverallGoals(texts.map((text) => ({ text })));

  it('begin behind the title of their part, after title page and contents', () => {
    expect(
      goalsOf(
        '示例局',
        '目录',
        '第一部分　部门整体绩效目标',
        '一、目标',
        '做好。',
        '第二部分',
        '预算项目绩效目标',
      ),
    ).toBe('## 一、目标\n\n做好。');
  });

  it('begin behind a title that names the department and year too', () => {
    expect(goalsOf('示例局2026年部门整体绩效目标', '做好。')).toBe('做好。');
  });

  it('are all the text where their part has no title, and none where the forms are the first part', () => {
    expect(goalsOf('做好工作。')).toBe('做好工作。');
    expect(goalsOf('示例局', '第一部分　预算项目绩效目标')).toBe('');
  });
});
