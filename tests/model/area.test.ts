import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { areaOf, totalsByArea, type Area } from '../../src/model/area.ts';
import { equals, sum, toText, ZERO } from '../../src/model/decimal.ts';
import { totalBudget } from '../../src/model/totals.ts';
import { budgetOf, sampleProject } from '../setup/sample.ts';

const AREAS: readonly Area[] = [
  { name: '虚构卫生', description: '', words: ['医疗救助', '疫苗'] },
  { name: '虚构保障', description: '', words: ['养老', '救助'] },
  { name: '虚构空项', description: '', words: [] },
];

const areaOfName = (name: string, area = '') => areaOf({ name, area }, AREAS);

describe('the area of a project', () => {
  it('is the first in order one of whose words stands in its name, and says by which', () => {
    expect(areaOfName('虚构医疗救助资金')).toEqual({ name: '虚构卫生', by: 'word', word: '医疗救助' });
    expect(areaOfName('虚构临时救助资金')).toEqual({ name: '虚构保障', by: 'word', word: '救助' });
    expect(areaOfName('虚构养老机构疫苗')).toMatchObject({ name: '虚构卫生', word: '疫苗' });
  });

  it('is the one that its file names, whatever its name says', () => {
    expect(areaOfName('虚构养老补助', '虚构空项')).toEqual({ name: '虚构空项', by: 'editor', word: '' });
    expect(areaOfName('虚构养老补助', '其他')).toEqual({ name: '其他', by: 'editor', word: '' });
  });

  it('is 其他 where no word fits, not even in what the money is for', () => {
    expect(areaOf(sampleProject({ purpose: '用于养老院前的道路' }), AREAS)).toEqual({
      name: '其他',
      by: 'none',
      word: '',
    });
  });

  it('is none where the site has no areas, also where its file names one', () => {
    expect(areaOf({ name: '虚构养老补助', area: '虚构保障' }, [])).toBeUndefined();
  });
});

describe('the sums of areas', () => {
  it('have the most money first, unknown sums behind and 其他 last, and count what states no amount', () => {
    const none = budgetOf('');
    const own = totalsByArea(
      [
        sampleProject({ name: '虚构道路', amount: '900' }),
        sampleProject({ name: '虚构疫苗', amount: '0.1' }),
        sampleProject({ name: '虚构疫苗接种', amount: '0.2' }),
        sampleProject({ name: '虚构疫苗运输', budget: none }),
        sampleProject({ name: '虚构无名', area: '虚构空项', budget: none }),
        sampleProject({ name: '虚构养老', amount: '7' }),
      ],
      AREAS,
    );
    expect(
      own.map(({ name, totals: { budget, projects, withoutBudget } }) => [
        name,
        budget && toText(budget),
        projects,
        withoutBudget.count,
      ]),
    ).toEqual([
      ['虚构保障', '7', 1, 0],
      ['虚构卫生', '0.3', 3, 1],
      ['虚构空项', undefined, 1, 1],
      ['其他', '900', 1, 0],
    ]);
  });

  it('leave nothing of the published document out: no project is in two areas or in none', async () => {
    const { site } = await readContent('content');
    const projects = site.departments.flatMap((department) => department.projects);
    const own = totalsByArea(projects, site.areas);
    expect(own.reduce((count, { totals }) => count + totals.projects, 0)).toBe(40);
    expect(equals(sum(own.map(({ totals }) => totals.budget ?? ZERO)), totalBudget(projects))).toBe(true);
    expect(own.map(({ name }) => name)).not.toContain('其他');
  });
});
