import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/checks/check-content.ts';
import { adjustmentDate } from '../../../src/checks/rules/adjustment-date.ts';
import { adjustmentVersions } from '../../../src/checks/rules/adjustment-versions.ts';
import type { Content } from '../../../src/files/read-content.ts';
import { readProject, type ProjectEntry } from '../../../src/files/read-project.ts';
import { writeProject } from '../../../src/files/write-project.ts';
import type { Adjustment } from '../../../src/model/adjustment.ts';
import type { Project } from '../../../src/model/project.ts';
import { contentWith } from '../../setup/remarks.ts';
import { sampleProject } from '../../setup/sample.ts';

const project = (record: string, amount: string, change: Partial<Project> = {}) =>
  sampleProject({ code: record, amount, sequence: Number(/\d+$/.exec(record)?.[0] ?? 1), ...change });
const on = (date: string, added: readonly string[] = []): Adjustment => ({
  ...{ date, added, files: [], title: undefined, explanation: undefined },
});
const WITHDRAWAL = { date: '2099-09-01', grounds: '示例文号' };

/** Made-up content of a department with adjustments and the versions before them. */
function adjusted(
  now: readonly Project[],
  adjustments: readonly Adjustment[],
  earlier: Readonly<Record<string, readonly Project[]>>,
): Content {
  const content = contentWith(now, { adjustments });
  const entries = (until: string, projects: readonly Project[]) =>
    projects.map((own): ProjectEntry => {
      const file = { path: `earlier/${until}/${own.record}.yaml`, text: writeProject(own) };
      const entry = readProject(file, own, () => undefined);
      if (entry === undefined) throw new Error('a made-up version cannot be read');
      return entry;
    });
  return {
    ...content,
    departments: content.departments.map((folder) => ({
      ...folder,
      earlier: Object.entries(earlier).map(([until, own]) => ({ until, projects: entries(until, own) })),
    })),
  };
}

const messages = (...content: Parameters<typeof adjusted>) =>
  checkContent(adjusted(...content), [adjustmentDate, adjustmentVersions]).map(
    ({ file, message }) => `${file.path} ${message}`,
  );

describe('adjustments', () => {
  it('are right where each has its versions, in the order of the days', () => {
    expect(
      messages([project('A-1', '30'), project('A-2', '5')], [on('2099-07-15'), on('2099-09-30', ['A-2'])], {
        '2099-07-15': [project('A-1', '10'), project('A-3', '1')],
        '2099-09-30': [project('A-1', '20')],
      }),
    ).toEqual([]);
  });

  it.each([
    ['out of order', ['2099-09-30', '2099-07-15'], '2099-07-15却在2099-09-30后面'],
    ['stated twice', ['2099-07-15', '2099-07-15'], '写了两次'],
    ['of another year', ['2098-07-15'], '不在2099年'],
  ])('are wrong where %s', (_what, days, words) => {
    const versions = Object.fromEntries(
      days.sort().map((day, place) => [day, [project('A-1', String(place))]]),
    );
    const [first, ...others] = messages(
      [project('A-1', '30')],
      (words.includes('后面') ? days.reverse() : days).map((day) => on(day)),
      versions,
    );
    expect(first).toContain(words);
    expect(others).toEqual([]);
  });

  it('are wrong without the folder of their day, and a folder without them', () => {
    expect(messages([project('A-1', '30')], [on('2099-07-15')], {})).toEqual([
      expect.stringContaining('没有 earlier/2099-07-15 这个文件夹'),
    ]);
    expect(messages([project('A-1', '30')], [], { '2099-07-15': [project('A-1', '10')] })).toEqual([
      expect.stringContaining('“预算调整”里没有2099-07-15这一天'),
    ]);
  });

  it('are wrong where they name new projects that are not there, or were there before', () => {
    expect(messages([project('A-1', '30')], [on('2099-07-15', ['A-2'])], {})).toEqual([
      expect.stringContaining('没有文件名是“A-2”的项目'),
    ]);
    const both = messages([project('A-1', '30')], [on('2099-07-15', ['A-1'])], {
      '2099-07-15': [project('A-1', '10')],
    });
    expect(both).toEqual([expect.stringContaining('不是2099-07-15新增的项目')]);
  });

  it('are not done where a version is the same as the next', () => {
    expect(
      messages([project('A-1', '30')], [on('2099-07-15')], { '2099-07-15': [project('A-1', '30')] }),
    ).toEqual([expect.stringContaining('与调整以后的完全一样')]);
  });

  it('are warned of where their document is not there to be compared with', () => {
    const adjustment = { ...on('2099-07-15'), files: ['示例.docx'] };
    const [finding, ...others] = checkContent(
      adjusted([project('A-1', '30')], [adjustment], { '2099-07-15': [project('A-1', '10')] }),
      [adjustmentVersions],
    );
    expect(finding).toMatchObject({ severity: 'warning', value: '示例.docx' });
    expect(others).toEqual([]);
  });

  it('withdraw nothing by themselves: 撤销 stands in the file that is valid', () => {
    expect(
      messages([project('A-1', '30')], [on('2099-07-15')], {
        '2099-07-15': [project('A-1', '10', { withdrawal: WITHDRAWAL })],
      }),
    ).toEqual([expect.stringContaining('写在了调整前的文件里')]);
  });
});

describe('a project that counts no longer', () => {
  const odd = (record: string) =>
    project(record, '30', { purpose: '≥**%', name: `虚构项目${record}`, goals: [] });
  const rulesOf = (content: Content, file: string) =>
    checkContent(content)
      .filter((one) => one.file.path.includes(file))
      .map(({ rule }) => rule);

  it('is given no advice, in an earlier version or withdrawn', () => {
    const content = adjusted([odd('A-1'), { ...odd('A-2'), withdrawal: WITHDRAWAL }], [on('2099-07-15')], {
      '2099-07-15': [{ ...odd('A-1'), purpose: '≥**人' }],
    });
    expect(rulesOf(content, 'projects/A-1')).toContain('text/placeholder');
    expect(rulesOf(content, 'earlier/')).toEqual([]);
    expect(rulesOf(content, 'projects/A-2')).toEqual([]);
  });

  it('has errors all the same: what it says is published', () => {
    const phone = { purpose: '请联系13800138000' };
    const content = adjusted(
      [project('A-1', '30'), project('A-2', '1', { ...phone, withdrawal: WITHDRAWAL })],
      [on('2099-07-15')],
      { '2099-07-15': [project('A-1', '待定', phone)] },
    );
    expect(rulesOf(content, 'earlier/')).toEqual(
      expect.arrayContaining(['money/format', 'text/personal-data']),
    );
    expect(rulesOf(content, 'projects/A-2')).toContain('text/personal-data');
  });

  it('keeps its number and code while it is withdrawn, and is named by its code in each version', () => {
    const content = adjusted(
      [project('A-1', '30'), project('A-2', '1', { sequence: 1, withdrawal: WITHDRAWAL })],
      [on('2099-07-15')],
      { '2099-07-15': [project('A-1', '20', { record: 'A-9' })] },
    );
    expect(rulesOf(content, 'projects/A-2')).toContain('project/sequence');
    expect(rulesOf(content, 'earlier/')).toContain('project/file-name');
  });
});
