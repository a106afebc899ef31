import { describe, expect, it } from 'vitest';
import { checkContent, judgeContent } from '../../../src/checks/check-content.ts';
import { changeUnexplained } from '../../../src/checks/rules/change-unexplained.ts';
import { endedProject } from '../../../src/checks/rules/ended-project.ts';
import type { EndedProject } from '../../../src/model/department.ts';
import type { Project } from '../../../src/model/project.ts';
import { contentWith } from '../../setup/remarks.ts';
import { sampleProject } from '../../setup/sample.ts';

type Made = Partial<Project> & { readonly amount?: string };

/** A made-up department's year. */
const edition = (year: number, projects: readonly Made[], endedProjects: readonly EndedProject[] = []) =>
  contentWith(
    projects.map((change, place) =>
      sampleProject({ year, sequence: place + 1, name: `虚构项目${String(place + 1)}`, ...change }),
    ),
    { year, endedProjects },
  );

function joined(...years: readonly ReturnType<typeof edition>[]) {
  const [first = edition(2099, [])] = years;
  return { ...first, departments: years.flatMap(({ departments }) => departments) };
}
const found = (...years: readonly ReturnType<typeof edition>[]) =>
  checkContent(joined(...years), [changeUnexplained]);

describe('change/unexplained', () => {
  const before = (amount: string) => edition(2098, [{ code: 'A', amount }]);
  const after = (amount: string, change: Made = {}) => edition(2099, [{ code: 'A', amount, ...change }]);

  it('asks why an amount is 30% and 100,000 yuan more or less than the year before', () => {
    const [finding] = found(after('80.00'), before('50.00'));
    expect(finding).toMatchObject({
      severity: 'warning',
      value: '80.00',
      message: '“预算数”比2098年的50.00万元增加30.00万元（60%），没有写“变动说明”。',
    });
    expect(found(after('40'), before('80'))[0]?.message).toContain('减少40.00万元（50%）');
    expect(found(after('13'), before('3'))).toHaveLength(1);
    expect(found(after('130'), before('100'))).toHaveLength(1);
    expect(found(after('10'), before('0'))).toHaveLength(1);
  });

  it('does not ask below either bound', () => {
    expect(found(after('129.99'), before('100'))).toEqual([]);
    expect(found(after('12.99'), before('3'))).toEqual([]);
    expect(found(after('9.99'), before('0'))).toEqual([]);
  });

  it('does not ask where the reason is given, or the value is explained', () => {
    expect(found(after('80', { changeReason: '虚构理由' }), before('50'))).toEqual([]);
    const explanations = [{ location: '预算规模.预算数', original: '80', text: '虚构说明' }];
    expect(found(after('80', { explanations }), before('50'))[0]?.explanation).toBe('虚构说明');
  });

  it('compares with the code of the year before, and adds up what was split', () => {
    expect(found(edition(2099, [{ code: 'B', amount: '80', previousCode: 'A' }]), before('50'))).toHaveLength(
      1,
    );
    const split = edition(2099, [
      { code: 'A', amount: '30' },
      { code: 'B', amount: '25', previousCode: 'A' },
    ]);
    expect(found(split, before('50'))).toEqual([]);
  });

  it('asks why a project of a million yuan is new or no more, and says where to write it', () => {
    const [isNew] = found(
      edition(2099, [{ code: 'B', amount: '100' }]),
      edition(2098, [{ code: 'A', amount: '99.99' }]),
    );
    expect(isNew?.message).toBe('2098年没有这个项目，“预算数”是100.00万元，没有写“变动说明”。');
    const [ended] = found(edition(2099, []), before('100'));
    expect(ended).toMatchObject({
      message: '2098年的项目“虚构项目1”（编码A，100.00万元）没有了，没有说明原因。',
      file: { path: 'department.md' },
    });
    expect(ended?.hint).toContain('请在“结束项目”里写它的编码和原因');
    expect(found(edition(2099, [], [{ code: 'A', reason: '虚构完工' }]), before('100'))).toEqual([]);
  });

  it('asks once of a project that came from another department', () => {
    const change = { departmentCode: '999002', code: 'A' };
    expect(
      found(
        edition(2099, [{ ...change, amount: '80' }]),
        edition(2099, [{ code: 'B', amount: '1' }]),
        edition(2098, [{ code: 'A', amount: '50' }]),
        edition(2098, [{ departmentCode: '999002', code: 'C', amount: '1' }]),
      ).map(({ message }) => message),
    ).toEqual(['“预算数”比2098年的50.00万元增加30.00万元（60%），没有写“变动说明”。']);
  });

  it('names a project of the same name whose code may have changed', () => {
    const [finding] = found(
      edition(2099, [{ code: 'B', amount: '100', name: '虚构同名' }]),
      edition(2098, [{ code: 'A', amount: '1', name: '虚构同名' }]),
    );
    expect(finding?.hint).toContain('改写“上年项目编码: A”');
  });

  it('cannot judge without the year before, also where only an earlier one is there, and without amounts', () => {
    const why = (...years: readonly ReturnType<typeof edition>[]) =>
      judgeContent(joined(...years), [changeUnexplained]).unjudged.map(
        ({ project, reason }) => `${String(project.year)} ${reason}`,
      );
    expect(why(after('80'), edition(2097, [{ code: 'A', amount: '1' }]))).toEqual([
      '2099 本站没有上年的数据',
      '2097 本站没有上年的数据',
    ]);
    expect(why(after(''), before('1'))).toContain('2099 预算数未列');
    expect(why(after('1'), before(''))).toContain('2099 上年预算数未列');
  });
});

describe('ended/project', () => {
  const ended = (code: string) => ({ code, reason: '虚构理由' });
  const wrong = (...years: readonly ReturnType<typeof edition>[]) =>
    checkContent(joined(...years), [endedProject]).map(({ severity, message }) => `${severity} ${message}`);
  const before = edition(2098, [{ code: 'EXAMPLE-1' }, { code: 'EXAMPLE-2' }]);

  it('accepts a project that the year before has, and this year has not', () => {
    expect(wrong(edition(2099, [{ code: 'EXAMPLE-2' }], [ended('EXAMPLE-1')]), before)).toEqual([]);
  });

  it('refuses one that goes on, under its code or another', () => {
    expect(wrong(edition(2099, [{ code: 'EXAMPLE-1' }], [ended('EXAMPLE-1')]), before)).toEqual([
      'error 编码为“EXAMPLE-1”的项目没有结束：它在 projects/EXAMPLE-1.yaml。',
    ]);
    const recoded = edition(2099, [{ code: 'NEW', previousCode: 'EXAMPLE-1' }], [ended('EXAMPLE-1')]);
    expect(wrong(recoded, before)[0]).toContain('projects/NEW.yaml，编码现在是“NEW”');
  });

  it('doubts a code that the year before has not, and names the nearest', () => {
    const content = joined(edition(2099, [{ code: 'EXAMPLE-2' }], [ended('EXAMPLE-I')]), before);
    const [finding] = checkContent(content, [endedProject]);
    expect(finding).toMatchObject({ severity: 'warning', value: 'EXAMPLE-I' });
    expect(finding?.hint).toContain('是不是“EXAMPLE-');
  });

  it('refuses one that is told twice, and says so where there is no year before', () => {
    expect(wrong(edition(2099, [{ code: 'B' }], [ended('EXAMPLE-1'), ended('EXAMPLE-1')]), before)).toEqual([
      'error 编码为“EXAMPLE-1”的项目在“结束项目”里已经写过。',
    ]);
    expect(wrong(edition(2099, [{ code: 'B' }], [ended('EXAMPLE-1')]))).toEqual([
      'information 本站没有本部门2098年的数据，找不到编码为“EXAMPLE-1”的项目。',
    ]);
  });
});
