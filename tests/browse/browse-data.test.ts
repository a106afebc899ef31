import { describe, expect, it } from 'vitest';
import { readBrowseData } from '../../src/browse/listed-project.ts';
import { makeBrowseData } from '../../src/browse/make-browse-data.ts';
import { readContent } from '../../src/files/read-content.ts';
import { sumPlans } from '../../src/model/disbursement-plan.ts';
import { readAmount } from '../../src/model/money.ts';
import { toText } from '../../src/model/decimal.ts';
import { standingsOf, totalsOf } from '../../src/model/totals.ts';
import { foldText } from '../../src/search/exact-match.ts';
import { madeUpDepartment } from '../setup/made-up-content.ts';
import { budgetOf, sampleProject } from '../setup/sample.ts';
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
        key: `2022/313001/${project?.code ?? ''}`,
        href: `/2022/313001/${project?.code ?? ''}/`,
        standing: project && {
          place: standings.get(project)?.place,
          share: standings.get(project)?.share,
        },
      });
    });
    expect(sumPlans(list)).toEqual(totalsOf(projects).plan);
  });

  it('names what repeats once', () => {
    expect(DATA.years).toEqual([2099, 2098]);
    expect(DATA.departments.map(([code]) => code)).toEqual(['999001', '999002']);
    // An area that no project has is no choice.
    expect(DATA.areas).toEqual(['虚构卫生', '虚构保障', '其他']);
    expect(DATA.plans).toEqual([
      ['25%', '50%', '75%', '100%'],
      ['', '', '', '100%'],
    ]);
  });

  it('ranks within a year', () => {
    expect(LIST.map(({ standing }) => standing?.place)).toEqual([3, 2, 1, undefined, 1]);
  });

  it('has in what is searched the code, the name and the purpose', () => {
    expect(LIST[2]?.folded).toBe(['b1', '虚构道路', foldText('用于养老院前的道路')].join('\n'));
    expect(namesOf(LIST)).toEqual(['2099 A1', '2099 A2', '2099 B1', '2099 B2', '2098 A1']);
  });

  it.each([
    ['190.00', '万元', '190.00', '190.00'],
    ['1900000', '元', ['1900000', '190.0000'], '190.0000'],
    ['-30000', '元', ['-30000', null], undefined],
    ['1900000.1234567', '元', ['1900000.1234567', null], undefined],
    ['-3', '万元', ['-3', null], undefined],
    ['', '元', '', undefined],
  ] as const)('has %j in %s once, as it stands and as it counts', (text, unit, written, wan) => {
    const total = readAmount(text, unit);
    const project = sampleProject({ budget: { ...budgetOf(''), total } });
    const data = makeBrowseData(
      [madeUpDepartment({ year: 2099, code: '999001', unit, projects: [project] })],
      () => 0,
    );
    expect(data.rows[0]?.[7][0]).toEqual(written);
    const [listed] = readBrowseData(data);
    expect(listed?.budget.total.text).toBe(text);
    expect(listed?.budget.total.value && toText(listed.budget.total.value)).toBe(wan);
  });
});
