import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/checks/check-content.ts';
import type { Rule } from '../../../src/checks/rule.ts';
import { codeCheck } from '../../../src/checks/rules/code-check.ts';
import { codeElsewhere } from '../../../src/checks/rules/code-elsewhere.ts';
import { codeYear } from '../../../src/checks/rules/code-year.ts';
import { explanationTarget } from '../../../src/checks/rules/explanation-target.ts';
import { previousMissing } from '../../../src/checks/rules/previous-missing.ts';
import type { Content } from '../../../src/files/read-content.ts';
import { planFormat } from '../../../src/checks/rules/plan-format.ts';
import { projectFileName } from '../../../src/checks/rules/project-file-name.ts';
import { projectSequence } from '../../../src/checks/rules/project-sequence.ts';
import { projectSequenceGap } from '../../../src/checks/rules/project-sequence-gap.ts';
import { planRange } from '../../../src/checks/rules/plan-range.ts';
import type { Project } from '../../../src/model/project.ts';
import { withStrictness } from '../../../src/integration/read-and-check.ts';
import { contentWith, findingsOf, valuesFound } from '../../setup/remarks.ts';
import { planOf, sampleProject } from '../../setup/sample.ts';

describe('code/check', () => {
  it('accepts a code whose last character fits', () => {
    expect(findingsOf(codeCheck, sampleProject({ code: '13060522P004064100019' }))).toEqual([]);
  });
  it('doubts one wrong character and names the one that would fit', () => {
    const [finding] = findingsOf(codeCheck, sampleProject({ code: '13060522P004064100018' }));
    expect(finding?.message).toContain('应为“9”，现为“8”');
  });
  it('doubts letters that codes do not use', () => {
    expect(findingsOf(codeCheck, sampleProject({ code: '13060522I004064100019' }))[0]?.message).toContain(
      'I、O、S、V、Z',
    );
  });
});

describe('code/year', () => {
  it('mentions a project carried over, as information', () => {
    expect(findingsOf(codeYear, sampleProject({ code: '99990098P00000010001A' }))[0]?.severity).toBe(
      'information',
    );
    expect(findingsOf(codeYear, sampleProject({ code: '99990099P00000010001A' }))).toEqual([]);
  });
  it('does not call a project of a later year carried over', () => {
    const of = (code: string) => findingsOf(codeYear, sampleProject({ year: 2021, code }))[0]?.message;
    expect(of('99990020P00000010001A')).toContain('可能是结转的项目');
    expect(of('99990022P00000010001A')).toContain('比预算年度晚');
  });
});

/** What a rule finds in content of several departments and years: place, severity and words. */
function foundAcross(rule: Rule, ...contents: readonly Content[]) {
  const [first] = contents;
  if (first === undefined) throw new Error('there is no content');
  const departments = contents.flatMap((one) => one.departments);
  return checkContent({ ...first, departments }, [rule]);
}
const madeUp = (year: number, department: string, ...changes: readonly Partial<Project>[]) =>
  contentWith(
    changes.map((change, place) =>
      sampleProject({ year, departmentCode: department, sequence: place + 1, ...change }),
    ),
  );

describe('code/elsewhere', () => {
  const [first, second] = ['99990099P00000010001A', '99990099P00000010002A'];
  it('names both departments where a code stands in two of one year', () => {
    const found = foundAcross(
      codeElsewhere,
      madeUp(2099, '999001', { code: first, name: '虚构甲' }, { code: second }),
      madeUp(2099, '999002', { code: first, name: '虚构乙' }),
    );
    expect(found.map(({ severity, value, subject }) => [severity, value, subject?.project.name])).toEqual([
      ['warning', first, '虚构甲'],
      ['warning', first, '虚构乙'],
    ]);
    expect(found[0]?.message).toContain('虚构部门999002（999002）的项目“虚构乙”');
    expect(found[1]?.message).toContain('虚构部门999001（999001）的项目“虚构甲”');
    expect(found[1]?.hint).toContain(`另一处在 ${found[0]?.file.path ?? ''}。`);
  });
  it('has nothing to say of a code in two years', () => {
    const years = [2098, 2099].map((year) => madeUp(year, '999001', { code: first }));
    expect(foundAcross(codeElsewhere, ...years)).toEqual([]);
  });
});

describe('previous/missing', () => {
  const [old, own] = ['99990098P00000010001A', '99990099P00000010001A'];
  const now = (previousCode: string) => madeUp(2099, '999001', { code: own, previousCode });
  const severities = (...contents: readonly Content[]) =>
    foundAcross(previousMissing, ...contents).map(({ severity }) => severity);
  it('accepts a code of the year before, also of another department', () => {
    expect(severities(madeUp(2098, '999001', { code: old }), now(old))).toEqual([]);
    expect(severities(madeUp(2098, '999002', { code: old }), now(old))).toEqual([]);
  });
  it('doubts one that the year before does not have', () => {
    expect(severities(madeUp(2098, '999001', { code: own }), now(old))).toEqual(['warning']);
  });
  it('is information where the year before is not on the site', () => {
    expect(severities(now(old))).toEqual(['information']);
    expect(severities(madeUp(2097, '999001', { code: old }), now(old))).toEqual(['information']);
  });
  it('never meets what is no code', () => {
    expect(() => now('../../x?y#z')).toThrow('应是项目编码');
  });
});

const explained = (location: string, original: string, change: Partial<Project> = {}) =>
  sampleProject({ explanations: [{ location, original, text: '虚构的说明。' }], ...change });
const withOctober = (share: string): Pick<Project, 'disbursementPlan'> => ({
  disbursementPlan: planOf('25%', '50%', share, '100%'),
});

describe('project/sequence', () => {
  it('says which number is free', () => {
    const projects = [1, 2, 2, 4].map((sequence) => sampleProject({ sequence }));
    expect(findingsOf(projectSequence, ...projects).map(({ hint }) => hint)).toEqual([
      '请对照官方文件，改正其中一个；官方文件没有写序号的，可以用3。',
    ]);
  });
});

describe('project/sequence-gap', () => {
  const gaps = (...sequences: number[]) =>
    findingsOf(projectSequenceGap, ...sequences.map((sequence) => sampleProject({ sequence })));
  it('names the numbers that no project has, from 1 on, as information', () => {
    expect(gaps(6, 2, 3).map(({ severity, message }) => [severity, message])).toEqual([
      ['information', '“序号”1没有项目，这里是2。'],
      ['information', '“序号”4至5没有项目，这里是6。'],
    ]);
  });
  it('has nothing to say of numbers without gaps, in any order, or twice the same', () => {
    expect(gaps(3, 1, 2, 2)).toEqual([]);
    expect(gaps()).toEqual([]);
  });
  it('misses no number of a project that was withdrawn, and tells a gap before it at the next', () => {
    const withdrawal = { date: '2099-09-01', grounds: '虚构文号' };
    const told = (...projects: Parameters<typeof sampleProject>[0][]) =>
      findingsOf(projectSequenceGap, ...projects.map((change) => sampleProject(change)));
    expect(told({ sequence: 1 }, { sequence: 2, withdrawal }, { sequence: 3 })).toEqual([]);
    expect(
      told({ sequence: 1 }, { sequence: 3, withdrawal }, { sequence: 4 }).map(({ message }) => message),
    ).toEqual(['“序号”2没有项目，这里是4。']);
  });
});

describe('project/file-name', () => {
  const hint = (record: string) =>
    findingsOf(projectFileName, sampleProject({ code: '', sequence: 9, record }))[0]?.hint;
  it('takes no number of a file for a code', () => {
    for (const record of ['001', '1234']) expect(hint(record)).toMatch(/填写“项目编码”.*改名为“009.yaml”/);
    expect(hint('99990099P00000010001A')).toContain('写“项目编码: 99990099P00000010001A”');
    expect(hint('009')).toBeUndefined();
    expect(hint('0\u200b09')).toContain('改名为“009.yaml”，全部重新输入');
  });
});

describe('explanation/target', () => {
  it.each([
    ['资金用途', '测试用途'],
    ['资金支出计划.10月底', '75%'],
    ['预算规模.其他资金', ''],
    ['绩效目标[1]', '虚构目标'],
    ['绩效指标.产出指标[1].指标值', '≥10次'],
    ['绩效指标.产出指标[1].绩效指标描述', ''],
    ['上年项目编码', ''],
  ])('accepts %s with its value %j', (location, original) => {
    expect(findingsOf(explanationTarget, explained(location, original))).toEqual([]);
  });
  it.each([
    '资金支出计划.9月底',
    '绩效目标[2]',
    '绩效指标.产出指标[9].指标值',
    '绩效指标.产出指标',
    '预算规模',
    '绩效目标[0]',
    '__proto__',
    'constructor',
    '没有',
  ])('refuses %j, which names no value of the file', (location) => {
    expect(valuesFound(explanationTarget, explained(location, 'x'))).toEqual([location]);
  });
  it.each([
    ['10月底', '75%', '资金支出计划.10月底'],
    ['资金支出计划。10月底', '75%', '资金支出计划.10月底'],
    ['产出指标（1）.指标值', '≥10次', '绩效指标.产出指标[1].指标值'],
    ['绩效指标.产出指标[9].指标值', '≥10次', '绩效指标.产出指标[1].指标值'],
  ])('says which location %j with the value %j was meant for', (location, original, meant) => {
    const [finding] = findingsOf(explanationTarget, explained(location, original));
    expect(finding?.hint).toBe(`是不是“${meant}”？`);
  });
  it('refuses an original that is no longer the value', () => {
    const [finding] = findingsOf(explanationTarget, explained('资金支出计划.10月底', '70%'));
    expect(finding).toMatchObject({ severity: 'error', value: '70%' });
    expect(finding?.hint).toContain('改为“75%”');
  });
  it('refuses a correction that corrects nothing', () => {
    const correction = { grounds: '虚构文号', date: '', location: '资金用途' };
    const of = (originalValue: string) => sampleProject({ corrections: [{ ...correction, originalValue }] });
    expect(findingsOf(explanationTarget, of('原来的用途'))).toEqual([]);
    expect(valuesFound(explanationTarget, of('测试用途'))).toEqual(['测试用途']);
  });
});

describe('an explanation', () => {
  it('marks the warning of exactly its value as explained, which --strict then lets pass', () => {
    const project = explained('资金支出计划.10月底', '750000%', withOctober('750000%'));
    const findings = findingsOf(planRange, project);
    expect(findings).toMatchObject([{ severity: 'warning', explanation: '虚构的说明。' }]);
    expect(withStrictness(findings, true)[0]?.severity).toBe('warning');
    const [unexplained] = withStrictness(findingsOf(planRange, sampleProject(withOctober('750000%'))), true);
    expect(unexplained?.severity).toBe('error');
  });
  it('turns the error of an odd wording into a warning, and that of another value not', () => {
    const project = explained('资金支出计划.10月底', '待定', withOctober('待定'));
    expect(findingsOf(planFormat, project)).toMatchObject([
      { severity: 'warning', explanation: '虚构的说明。' },
    ]);
    const other = explained('资金支出计划.6月底', '50%', withOctober('待定'));
    expect(findingsOf(planFormat, other)).toMatchObject([{ severity: 'error' }]);
  });
});
