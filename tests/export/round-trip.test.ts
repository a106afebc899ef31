import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importDocuments } from '../../src/documents/import-documents.ts';
import { labelWords } from '../../src/documents/forms/labels.ts';
import { readBody } from '../../src/documents/open/open-document.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { formsAs } from '../../src/export/export-files.ts';
import { readOverallGoals } from '../../src/documents/read-overall-goals.ts';
import { tidy } from '../../src/documents/grid/grid.ts';
import { readContent } from '../../src/files/read-content.ts';
import { writeProject } from '../../src/files/write-project.ts';
import type { Department } from '../../src/model/department.ts';
import { readShare } from '../../src/model/disbursement-plan.ts';
import { BUDGET_FIELDS, forEachField } from '../../src/model/form.ts';
import { numberIndicators } from '../../src/model/indicator.ts';
import { readAmount } from '../../src/model/money.ts';
import { NOTHING_ADDED, recordOfSequence, type Project } from '../../src/model/project.ts';
import { CATEGORIES, KINDS, MONTH_ENDS } from '../../src/model/terms.ts';
import { MONEY_UNITS } from '../../src/model/money-unit.ts';
import { madeUpDepartment, writeMadeUpContent } from '../setup/made-up-content.ts';
import { budgetOf, planOf, sampleProject } from '../setup/sample.ts';

const words = labelWords();

/** What an import reads in what an export writes. */
function readBack(kind: 'docx' | 'xlsx', department: Department, project?: Project) {
  const chosen =
    project === undefined
      ? ({ kind: 'book', department } as const)
      : ({ kind: 'form', department, project } as const);
  const bytes = formsAs(kind, chosen);
  const reading = readDocument(readBody(bytes, `forms.${kind}`, words), `forms.${kind}`, words);
  if ('problems' in reading) throw new Error(reading.problems.map(({ message }) => message).join('\n'));
  return reading;
}

/** A project as its file, without what editors add and no form holds. */
const asFile = (project: Project) => writeProject({ ...project, ...NOTHING_ADDED });

describe.each(['docx', 'xlsx'] as const)('the forms as %s, read again,', (kind) => {
  it.each([
    ['the published content', 'content'],
    ['three made-up departments in three years', 'tests/fixtures/three-departments'],
  ])('are the same files of %s, and nothing is told', async (_what, directory) => {
    const { site } = await readContent(directory);
    for (const department of site.departments) {
      const { departments, notes } = readBack(kind, department);
      expect(notes).toEqual([]);
      const [read] = departments;
      expect(read).toMatchObject({
        ...{ year: department.year, code: department.code, name: department.name, unit: department.unit },
        overallGoals: department.overallGoals.trim(),
      });
      expect(read?.projects.map(asFile)).toEqual(department.projects.map(asFile));
    }
  });

  it('are the same projects, whatever stands in them', () => {
    fc.assert(
      fc.property(departments, (department) => {
        const { departments: read } = readBack(kind, department);
        expect(read[0]).toMatchObject({ code: department.code, name: department.name });
        const [first] = department.projects;
        const alone = readBack(kind, department, first).departments[0];
        expect(alone).toMatchObject({ year: 2099, code: department.code, name: department.name });
        expect(alone?.projects.map(asFile)).toEqual(department.projects.slice(0, 1).map(asFile));
        expect(read[0]?.overallGoals).toBe(department.overallGoals);
        expect(read[0]?.projects.map(asFile)).toEqual(department.projects.map(asFile));
      }),
      { numRuns: process.env.TEST_FULL === '1' ? 500 : 15, seed: 1 },
    );
  });
});

describe.each(['docx', 'xlsx'] as const)('an import of forms exported as %s', (kind) => {
  it('leaves what an editor wrote and confirmed as it stands, where the form says the same', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mingzhang-export-'));
    try {
      const content = join(folder, 'content');
      const rows = {
        产出指标: [
          { ...ROW, kind: '数量指标（10分）' },
          { ...ROW, kind: '' },
        ],
      };
      const project = sampleProject({
        budget: budgetOf('１９０', '1,900.00', '待定'),
        disbursementPlan: planOf('50', '', '０％', '100%'),
        goals: ['第一行\n第二行', '3.不是第三条'],
        indicators: numberIndicators(rows),
        additional: ['主管部门', '年度', '单位', '编号', '空白栏'].map((label) => ({
          label,
          text: SAID[label] ?? '',
        })),
        explanations: [{ location: '预算规模.预算数', original: '１９０', text: '原文如此。' }],
        corrections: [{ location: '资金用途', originalValue: '别的用途', grounds: '虚构文号', date: '' }],
        previousCode: 'A-1',
      });
      const department = madeUpDepartment({
        ...{ year: 2099, code: '999001', projects: [project], telephone: '0000' },
        overallGoals:
          '## 目标\n\n- **甲**，见[说明](https://example.cn/)\n- 乙\n\n1. 丙\n\n| 一 | 二 |\n| - | - |\n| 三 | 四 |',
        source: { ...NO_SOURCE, files: ['原文.txt'] },
      });
      writeMadeUpContent(content, [department]);
      const path = join(folder, `forms.${kind}`);
      writeFileSync(path, formsAs(kind, { kind: 'book', department }));
      const planned = await importDocuments({ directory: content, paths: [path], answers: {}, force: true });
      expect(planned.toWrite).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const ROW = { name: '测试数量', description: '', target: '≥10次', basis: '' };
const SAID: Readonly<Record<string, string>> = {
  主管部门: '虚构部门999001',
  年度: '2099年',
  单位: '个',
  编号: '7',
};
const NO_SOURCE = { title: undefined, address: undefined, published: undefined, approval: undefined };

/** Texts that programs for documents like to change. */
const awkward = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...['=1+1', '@x', '+86', '-5', "'引号在前", '"引号"', '<b>&amp;</b>', '_x000D_', '1,900.00', '😀表情'],
      ...[
        '\uf0b3\uf0a3',
        '第一行\n第二行',
        '一\n\n三',
        'a\tb',
        '2022年',
        '100%',
        '0012',
        '12.50',
        '1e5',
        'TRUE',
        '3月底',
      ],
      ...[
        '其他资金',
        '财政资金',
        '项目资金（元）',
        '单位：元',
        '绩效目标',
        '合计',
        '（2022年度）',
        '1.某项目绩效目标表',
        '—',
      ],
      ...['长'.repeat(3000), '数量指标', '主管部门：某局', '资金用途'],
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom('建设', '农村', '公路', ' ', '，', '3', '（', '）'), { maxLength: 9 })
      .map((all) => all.join('')),
  },
);
/** As files have them: without blanks at the ends of lines, control characters, or blank lines at the ends. */
const text = awkward.map((raw) =>
  tidy(
    raw
      .replace(/[^\P{C}\n\t\p{Co}]/gu, '')
      .replace(/[\ud800-\udfff\ufffe\uffff]/g, '')
      .replace(/\p{Cs}/gu, ''),
  ),
);
const stated = text.filter((one) => one !== '');
const line = text.map((one) => one.replace(/\s+/g, ' ').trim());

const amount = fc.oneof(
  fc.constant(''),
  fc.tuple(fc.bigInt(0n, 999_999_999_999n), fc.integer({ min: 0, max: 6 })).map(([digits, places]) => {
    const padded = String(digits).padStart(places + 1, '0');
    return places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`;
  }),
  fc.constantFrom('待定', '190', '0.000001', '123456789012345.123456', '007.5', '约10'),
);
const share = fc.oneof(
  fc.constant(''),
  fc.integer({ min: -100, max: 750_000 }).map((one) => `${String(one)}%`),
  fc.double({ min: 0, max: 1000, noNaN: true }).map((one) => `${one.toFixed(2)}%`),
  fc.constantFrom('待定', '100.00%', '0%', '00%'),
);

const additional = fc
  .uniqueArray(
    fc.tuple(
      fc.constantFrom(
        '实施单位',
        '项目性质',
        '项目资金总额（元）',
        '上年指标值',
        '立项依据',
        '备注',
        '主管领导',
        '项目概况',
      ),
      stated,
    ),
    { selector: ([label]) => label, maxLength: 3 },
  )
  .map((all) => all.map(([label, own]) => ({ label, text: own })));

const indicators = fc
  .tuple(
    ...CATEGORIES.map((category) =>
      fc.array(
        fc.record({
          kind: fc.oneof(fc.constantFrom(...KINDS[category]), fc.constant(''), fc.constant('其他指标')),
          name: stated.filter((one) => !/^[\s…⋯.。·—-]*$/.test(one)),
          description: text,
          target: text,
          basis: text,
          weight: fc.constantFrom('', '10', '20分'),
          additional: fc.oneof(
            fc.constant([]),
            stated.map((own) => [{ label: '上年指标值', text: own }]),
          ),
        }),
        { maxLength: 3 },
      ),
    ),
  )
  .map((rows) =>
    numberIndicators(Object.fromEntries(CATEGORIES.map((category, place) => [category, rows[place] ?? []]))),
  );

const departments: fc.Arbitrary<Department> = fc
  .record({
    unit: fc.constantFrom(...MONEY_UNITS),
    code: fc.constantFrom('999001', 'A01', '12345678901234567890', '313'),
    name: fc.constantFrom('示例县某局（本级）', '3D示例局', '第2示例局', 'A示例局'),
    goals: fc.array(
      line.filter((one) => !/^[\s\d—–第页共-]*$|绩效目标表$/.test(one)),
      { maxLength: 4 },
    ),
    periods: fc.subarray([...MONTH_ENDS]),
    forms: fc.array(
      fc.record({
        hasCode: fc.boolean(),
        name: line.filter((one) => one !== ''),
        amounts: fc.tuple(amount, amount, amount, amount),
        purpose: text,
        shares: fc.array(share, { minLength: 12, maxLength: 12 }),
        goals: fc.array(
          line.filter((one) => one !== ''),
          { maxLength: 3 },
        ),
        indicators,
        additional,
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ unit, code: departmentCode, name, goals, periods, forms }) =>
    madeUpDepartment({
      ...{ year: 2099, code: departmentCode, name, unit },
      overallGoals: readOverallGoals(goals.map((text) => ({ text }))),
      projects: forms.map(({ hasCode, amounts, shares, ...form }, place): Project => {
        const code = hasCode ? `99990099P0000001000${String(place)}` : '';
        return {
          ...form,
          ...{ year: 2099, departmentCode, unit, sequence: place + 1, code },
          record: code || recordOfSequence(place + 1),
          budget: forEachField(BUDGET_FIELDS, (_, at) => readAmount(amounts[at] ?? '', unit)),
          disbursementPlan: periods.map((period, at) => ({ period, stated: readShare(shares[at] ?? '') })),
          ...NOTHING_ADDED,
        };
      }),
    }),
  );
