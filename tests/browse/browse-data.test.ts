import { describe, expect, it } from 'vitest';
import { readBrowseData } from '../../src/browse/listed-project.ts';
import { makeBrowseData } from '../../src/browse/make-browse-data.ts';
import { sumShown } from '../../src/browse/sum-shown.ts';
import { readContent } from '../../src/files/read-content.ts';
import { toText } from '../../src/model/decimal.ts';
import { standingsOf, totalsOf } from '../../src/model/totals.ts';
import { foldText } from '../../src/search/exact-match.ts';
import { DATA, LIST, namesOf } from './made-up-list.ts';

describe('the data file of the list', () => {
  it('brings back every project of the document as it is, through JSON', async () => {
    const { site } = await readContent('content');
    const projects = site.departments.flatMap((department) => department.projects);
    const data = makeBrowseData(site.departments, () => 0);
    const list = readBrowseData(JSON.parse(JSON.stringify(data)) as typeof data);
    expect(list).toHaveLength(40);
    const standings = standingsOf(projects);
    list.forEach((listed, index) => {
      const project = projects[index];
      expect(listed).toMatchObject({
        code: project?.code,
        name: project?.name,
        purpose: project?.purpose,
        year: 2022,
        departmentCode: '313001',
        budget: project?.budget,
        disbursementPlan: project?.disbursementPlan,
        place: project && standings.get(project)?.place,
        share: project && standings.get(project)?.share,
      });
    });
    const { budget, plan } = totalsOf(projects);
    expect(sumShown(list)).toEqual({ projects: 40, withoutBudget: 0, budget, plan });
    expect(budget && toText(budget)).toBe('4425.72');
  });

  it('names what repeats once', () => {
    expect(DATA.years).toEqual([2099, 2098]);
    expect(DATA.departments.map(([code]) => code)).toEqual(['999001', '999002']);
    expect(DATA.plans.map((plan) => plan.map(([, text]) => text))).toEqual([
      ['25%', '50%', '75%', '100%'],
      ['', '', '', '100%'],
    ]);
  });

  it('ranks within a year', () => {
    expect(LIST.map(({ place }) => place)).toEqual([3, 2, 1, undefined, 1]);
  });

  it('has in what is searched the code, the name and the purpose', () => {
    expect(LIST[2]?.folded).toBe(['b1', '虚构道路', foldText('用于养老院前的道路')].join('\n'));
    expect(namesOf(LIST)).toEqual(['2099 A1', '2099 A2', '2099 B1', '2099 B2', '2098 A1']);
  });

  it('adds up exactly, and counts what has no amount', () => {
    const { budget, withoutBudget } = sumShown(LIST.slice(0, 2));
    expect([toText(budget), withoutBudget]).toEqual(['0.30', 0]);
    expect(sumShown(LIST).withoutBudget).toBe(1);
  });
});
