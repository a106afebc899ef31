import { describe, expect, it } from 'vitest';
import { changeWords, comparedWords, countsWords } from '../../src/model/year-change-words.ts';
import {
  changesBetween,
  departmentBefore,
  largestChanges,
  reasonsOf,
  type ProjectChange,
} from '../../src/model/year-changes.ts';
import { toText } from '../../src/model/decimal.ts';
import { projectsOverYears } from '../../src/model/over-the-years.ts';
import type { Project } from '../../src/model/project.ts';
import { totalsOf } from '../../src/model/totals.ts';
import { plain } from '../../src/model/words.ts';
import { madeUpDepartment } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';

const made = (
  year: number,
  code: string,
  amount: string,
  { departmentCode = 'J', ...change }: Partial<Project> = {},
) => sampleProject({ year, code, amount, departmentCode, name: `虚构项目${code}`, record: code, ...change });
const edition = (...projects: readonly Project[]) =>
  madeUpDepartment({
    year: projects[0]?.year ?? 0,
    code: projects[0]?.departmentCode ?? '',
    projects,
  });

/** What became of the projects of a department, against another of which it is told nothing but what moved. */
function compared(then: readonly Project[], now: readonly Project[], elsewhere: readonly Project[] = []) {
  const [before, after] = [edition(...then), edition(...now)];
  const links = projectsOverYears({ departments: [after, edition(...elsewhere), before] });
  return changesBetween(before, after, links);
}
const told = ({ kind, then, now, by }: ProjectChange) =>
  [kind, ...then.map(({ code }) => code), '→', ...now.map(({ code }) => code), by && toText(by)].join(' ');

describe('what became of projects', () => {
  it('has the largest change first, and what is not known last', () => {
    const changes = compared(
      [made(2098, 'A', '50'), made(2098, 'B', '120'), made(2098, 'C', '30'), made(2098, 'D', '')],
      [made(2099, 'A', '80'), made(2099, 'B', '60'), made(2099, 'D', '9'), made(2099, 'E', '20')],
    );
    expect(changes.map(told)).toEqual([
      'shrunk B → B -60',
      'grown A → A 30',
      'ended C → -30',
      'new → E 20',
      'unknown D → D ',
    ]);
    expect(plain(countsWords(changes))).toBe(
      '新增项目1个，共20.00万元；预算增加的1个，共增加30.00万元；预算减少的1个，共减少60.00万元；结束1个，原来共30.00万元；有一年没有金额、不能比较的1个',
    );
  });

  it('has as its largest all that are as large, up or down, and none where nothing is known to have changed', () => {
    const [then, now] = [
      [made(2098, 'A', '10'), made(2098, 'B', '9'), made(2098, 'C', ''), made(2098, 'D', '1')],
      [made(2099, 'A', '6'), made(2099, 'B', '13'), made(2099, 'C', '99'), made(2099, 'D', '2')],
    ];
    expect(largestChanges(compared(then, now)).map(told)).toEqual(['shrunk A → A -4', 'grown B → B 4']);
    expect(largestChanges(compared(then.slice(2, 3), now.slice(2, 3)))).toEqual([]);
  });

  it('compares projects that were split or merged as one', () => {
    const [split, merged] = [
      compared(
        [made(2098, 'A', '50')],
        [made(2099, 'A', '30'), made(2099, 'B', '25', { previousCode: 'A' })],
      ),
      compared(
        [made(2098, 'A', '50'), made(2098, 'B', '25')],
        [made(2099, 'B', '75', { previousCode: 'A' })],
      ),
    ];
    expect(split.map(told)).toEqual(['grown A → A B 5']);
    expect(merged.map(told)).toEqual(['same A B → B 0']);
  });

  it('does not call new what came from another department, nor ended what went there', () => {
    const elsewhere = [made(2098, 'B', '40', { departmentCode: 'K' })];
    expect(
      compared([made(2098, 'A', '1')], [made(2099, 'A', '1'), made(2099, 'B', '40')], elsewhere).map(told),
    ).toEqual(['movedIn B → B 40', 'same A → A 0']);
    const later = [made(2099, 'B', '40', { departmentCode: 'K' })];
    expect(compared([made(2098, 'B', '40')], [made(2099, 'A', '1')], later).map(({ kind }) => kind)).toEqual([
      'movedOut',
      'new',
    ]);
  });

  it('says of a new project that one of its name has ended', () => {
    const [change] = compared(
      [made(2098, 'A', '5', { name: '虚构同名' })],
      [made(2099, 'B', '50', { name: '虚构同名' })],
    );
    expect(change?.namesake?.code).toBe('A');
  });

  it('calls withdrawn, and neither new nor ended without a word, what the other year had for a time', () => {
    const [kept, own] = [made(2098, 'A', '1'), made(2099, 'A', '1')];
    const withdrawal = { date: '2099-09-01', grounds: '虚构文号' };
    const between = (then: readonly Project[], now: readonly Project[], ...withdrawn: readonly Project[]) => {
      const [before, after] = [edition(kept, ...then), edition(own, ...now)].map((one) => ({
        ...one,
        withdrawn: withdrawn.filter(({ year }) => year === one.year),
      }));
      if (before === undefined || after === undefined) throw new Error('two years were made');
      const links = projectsOverYears({ departments: [after, before] });
      return changesBetween(before, after, links).filter(({ kind }) => kind !== 'same');
    };
    for (const gone of [
      made(2099, 'B', '45', { withdrawal }),
      made(2099, 'C', '45', { previousCode: 'B', withdrawal }),
      made(2099, '', '45', { name: '虚构项目B', withdrawal }),
    ]) {
      const changes = between([made(2098, 'B', '45')], [], gone);
      expect(changes).toMatchObject([{ kind: 'withdrawn', withdrawal: gone }]);
      expect(plain(countsWords(changes))).toBe('撤销1个，原来共45.00万元');
    }
    const before = made(2098, 'B', '45', { withdrawal });
    const again = between([], [made(2099, 'B', '15')], before);
    expect(again).toMatchObject([{ kind: 'new', withdrawal: before }]);
    expect(again.map((one) => plain(changeWords(one)))).toEqual(['新增，15.00万元；2098年的已撤销']);
    expect(between([], [], before, made(2099, 'D', '9', { withdrawal }))).toEqual([]);
    const elsewhere = made(2099, 'B', '45', { departmentCode: 'K', withdrawal });
    expect(between([made(2098, 'B', '45')], [], elsewhere)).toMatchObject([{ kind: 'ended' }]);
  });

  it('has the reasons of the projects that are and of those that are no more', () => {
    const [grown, ended] = compared(
      [made(2098, 'A', '5'), made(2098, 'B', '1')],
      [made(2099, 'A', '50', { changeReason: '虚构理由' })],
    );
    const reasonOf = reasonsOf([{ code: 'J', endedProjects: [{ code: 'B', reason: '虚构完工' }] }]);
    expect([grown, ended].map((change) => change && reasonOf(change))).toEqual(['虚构理由', '虚构完工']);
  });
});

describe('the sums of two years', () => {
  const say = (then: readonly string[], now: readonly string[]) => {
    const sums = (year: number, amounts: readonly string[]) => ({
      year,
      ...totalsOf(amounts.map((amount, place) => made(year, String(place), amount))),
    });
    return plain(comparedWords(sums(2098, then), sums(2099, now)));
  };

  it('are compared with how much they changed', () => {
    expect(say(['80'], ['100'])).toBe('项目仍为1个，预算由80.00万元变为100.00万元，增加20.00万元（25%）');
    expect(say(['80'], ['40', '40'])).toBe('项目由1个变为2个，预算没有变化');
    expect(say(['0'], ['40'])).toBe('项目仍为1个，预算由0.00万元变为40.00万元，增加40.00万元');
  });

  it('are called a least change where what is blank can only add to it', () => {
    expect(say(['80', '1'], ['100', ''])).toBe(
      '项目仍为2个，预算由81.00万元变为列明的100.00万元（1个项目未列预算数），至少增加19.00万元',
    );
    expect(say(['80', ''], ['50', '1'])).toContain('至少减少29.00万元');
  });

  it('are not said to have changed where that is not known', () => {
    for (const [then, now] of [
      [
        ['80', ''],
        ['100', '1'],
      ],
      [
        ['80', '1'],
        ['50', ''],
      ],
      [
        ['80', '1'],
        ['100', '-3'],
      ],
      [['80'], ['']],
      [[''], ['']],
    ] as const) {
      expect(say(then, now)).toMatch(/增减多少不能确定$/);
    }
    expect(say([''], ['80'])).toBe('项目仍为1个，预算2098年未列，2099年80.00万元，增减多少不能确定');
  });
});

it('the year before of a department is its latest earlier one', () => {
  const departments = [2099, 2097, 2096].map((year) => madeUpDepartment({ year, code: 'J', projects: [] }));
  expect(departmentBefore({ departments }, { year: 2099, code: 'J' })?.year).toBe(2097);
  expect(departmentBefore({ departments }, { year: 2099, code: 'K' })).toBeUndefined();
  expect(departmentBefore({ departments }, { year: 2096, code: 'J' })).toBeUndefined();
});
