import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/files/finding.ts';
import { readProject } from '../../src/files/read-project.ts';
import { writeProject } from '../../src/files/write-project.ts';
import { numberIndicators } from '../../src/model/indicator.ts';
import type { Project } from '../../src/model/project.ts';
import { KINDS, type Category } from '../../src/model/terms.ts';
import { budgetOf, evaluationOf, planOf, sampleProject } from '../setup/sample.ts';

const context = {
  year: 2099,
  departmentCode: '999001',
  record: '99990099P00000010001A',
  unit: '万元',
} as const;

function read(text: string): { project: Project | undefined; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const entry = readProject({ path: 'x.yaml', text }, context, (finding) => findings.push(finding));
  return { project: entry?.project, findings };
}

/** Texts as cells of a form have them: no white space at the ends of a line, no blank line at the ends. */
const cell = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...Array.from('\n :#%>"\'-*&年养老保险≥≤（）')),
      fc.string({ minLength: 1, maxLength: 1 }),
    ),
  })
  .map((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .join('\n')
      .trim(),
  );
const filled = cell.map((text) => text || '无');

/** A label of the form is one line. */
const label = filled.map((text) => text.replaceAll('\n', ''));
const additional = fc.uniqueArray(fc.record({ label, text: cell }), {
  selector: (one) => one.label,
  maxLength: 3,
});
const indicatorTexts = fc.record({
  name: filled,
  description: cell,
  target: cell,
  basis: cell,
  weight: fc.constantFrom('', '10', '10分'),
  additional,
});
const rowsOf = (category: Category) =>
  fc.array(
    fc
      .tuple(fc.constantFrom(...KINDS[category]), indicatorTexts)
      .map(([kind, texts]) => ({ ...texts, kind: kind })),
    { maxLength: 4 },
  );

const score = fc.constantFrom('', '10', '9.85', '待定');
const evaluations = fc
  .tuple(
    fc.record({
      published: fc.constantFrom('', '2100-06-30'),
      allocated: fc.constantFrom('', '190.00', '待定'),
      rate: fc.constantFrom('', '98.5%'),
      total: score,
      achieved: filled,
    }),
    fc.array(
      fc.record({
        category: fc.constantFrom('', '产出指标' as const),
        name: filled,
        target: cell,
        achieved: cell,
        score,
        reason: cell,
      }),
      { maxLength: 3 },
    ),
  )
  .map((parts) => evaluationOf(...parts));

const projects: fc.Arbitrary<Project> = fc
  .record({
    name: filled,
    purpose: cell,
    goals: fc.array(cell, { maxLength: 4 }),
    total: fc.constantFrom('', '190.00', '0', '待定', '1.123456'),
    shares: fc.tuple(...[0, 1, 2, 3].map(() => fc.constantFrom('', '25%', '100%', '750000%', '待定'))),
    rows: fc.record({
      成本指标: rowsOf('成本指标'),
      产出指标: rowsOf('产出指标'),
      效益指标: rowsOf('效益指标'),
      满意度指标: rowsOf('满意度指标'),
    }),
    explanations: fc.array(fc.record({ location: filled, original: cell, text: filled }), { maxLength: 2 }),
    corrections: fc.array(
      fc.record({
        location: filled,
        originalValue: cell,
        grounds: filled,
        date: fc.constantFrom('', '2099-01-02'),
      }),
      { maxLength: 2 },
    ),
    previousCode: fc.constantFrom('', '99990098P00000010001A'),
    changeReason: cell,
    withdrawal: fc.constantFrom(undefined, { date: '2099-01-02', grounds: '虚构文号' }),
    area: fc.constantFrom('', '虚构领域'),
    evaluation: fc.option(evaluations, { nil: undefined }),
    carriedOver: fc.constantFrom('', '1.5'),
    hasPeriods: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
    additional,
  })
  .map(({ total, carriedOver, hasPeriods, shares: [a = '', b = '', c = '', d = ''], rows, ...rest }) =>
    sampleProject({
      ...rest,
      budget: budgetOf(total, '', '3.5', carriedOver),
      disbursementPlan: planOf(a, b, c, d).filter((_, index) => hasPeriods[index]),
      indicators: numberIndicators(rows),
    }),
  );

describe('a project file', () => {
  it('reads back as the same project, and writing that gives the same bytes', () => {
    fc.assert(
      fc.property(projects, (project) => {
        const text = writeProject(project);
        const { project: back, findings } = read(text);
        expect(findings).toEqual([]);
        expect(back).toEqual(project);
        expect(back && writeProject(back)).toBe(text);
      }),
    );
  });

  it('means the same with CRLF line ends', () => {
    const text = writeProject(sampleProject({ purpose: '第一行\n第二行' }));
    expect(read(text.replaceAll('\n', '\r\n')).project).toEqual(read(text).project);
  });

  it('means the same where blank keys are left out or empty', () => {
    const short = `序号: 1
项目编码: 99990099P00000010001A
项目名称: 虚构项目
预算规模:
  预算数:
`;
    const { project, findings } = read(short);
    expect(findings).toEqual([]);
    const long = `${short}资金用途:\n资金支出计划:\n绩效目标: []\n绩效指标:\n  效益指标:\n`;
    expect(read(long).project).toEqual(project);
  });

  it('keeps the source text of numbers and percentages', () => {
    const { project } = read(writeProject(sampleProject({ amount: '190.00' })));
    expect(project?.budget.total.text).toBe('190.00');
    expect(project?.disbursementPlan.at(-1)).toMatchObject({ period: '12月底', stated: { text: '100%' } });
  });
});

describe('a self-evaluation in a project file', () => {
  it('is none where all its keys are blank', () => {
    const text = `${writeProject(sampleProject())}自评:\n  公开日期:\n  全年执行数:\n  指标: []\n`;
    expect(read(text)).toMatchObject({ project: { evaluation: undefined }, findings: [] });
  });
});

describe('a project file that cannot be read', () => {
  const good = writeProject(sampleProject());
  it.each([
    ['a misspelt key', good.replace('资金用途:', '资金用圖:'), 'field/unknown', 8, '是不是“资金用途”？'],
    ['a key left out', good.replace(/ {2}预算数: .*\n/, ''), 'field/missing', 4, undefined],
    ['a name left blank', good.replace('虚构项目', ''), 'field/missing', 3, undefined],
    [
      'a list where a text belongs',
      good.replace('项目名称: 虚构项目', '项目名称: [甲, 乙]'),
      'field/type',
      3,
      undefined,
    ],
    [
      'a text where a list belongs',
      good.replace('绩效目标:\n  - 虚构目标', '绩效目标: 虚构目标'),
      'field/type',
      14,
      undefined,
    ],
    ['a number that is none', good.replace('序号: 1', '序号: 一'), 'field/type', 1, undefined],
    ['a key twice', good.replace('项目名称:', '项目编码: x\n项目名称:'), 'yaml/duplicate-key', 3, undefined],
    ['a tab as indentation', good.replace('  预算数', '\t预算数'), 'yaml/syntax', 5, undefined],
    ['a key without prototype', good.replace('资金用途:', '__proto__:'), 'field/unknown', 8, undefined],
    ['nesting without end', '['.repeat(5000), 'yaml/limits', 1, undefined],
    ['a plain text', '今天天气很好', 'field/type', 1, undefined],
  ])('for %s is reported at its line', (_what, text, rule, line, hint) => {
    const { project, findings } = read(text);
    expect(project).toBeUndefined();
    const [first] = findings;
    expect(findings.map((finding) => finding.rule)).toContain(rule);
    const at = text
      .slice(0, findings.find((finding) => finding.rule === rule)?.range.start)
      .split('\n').length;
    expect(at).toBe(line);
    if (hint !== undefined) expect(first?.hint).toBe(hint);
  });

  it('is stopped where aliases would multiply without end', () => {
    const bomb = `a0: &a0 [x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join('\n')}\n`;
    expect(read(bomb).findings.map(({ rule }) => rule)).toContain('yaml/limits');
  });
});
