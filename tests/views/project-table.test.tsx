import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { periodsOf } from '../../src/model/disbursement-plan.ts';
import type { Project } from '../../src/model/project.ts';
import { standingsOf, totalsOf } from '../../src/model/totals.ts';
import { ProjectTable } from '../../src/views/ProjectTable.tsx';
import { budgetOf, sampleProject } from '../setup/sample.ts';

/** The rows of a table as a person reads them, the cells parted by bars. */
function rowsOf(projects: readonly Project[], hasDepartments = false): readonly string[] {
  const standings = standingsOf(projects);
  const rows = projects.map((project, index) => ({
    ...project,
    key: `2099/999001/${String(index)}`,
    href: `/${String(index)}/`,
    departmentName: `虚构部门${String(index + 1)}`,
    standing: standings.get(project),
  }));
  const html = renderToString(
    <ProjectTable
      caption=""
      label="虚构"
      rows={rows}
      periods={periodsOf(projects)}
      hasDepartments={hasDepartments}
      totals={[totalsOf(projects)]}
    />,
  );
  return [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row = '']) =>
    row
      .replace(/<\/t[hd]>(?=<t)/g, '|')
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<'),
  );
}

describe('the table of projects', () => {
  it('has for each its rank, amount, share and plan, and the sum of all', () => {
    expect(rowsOf([sampleProject({ amount: '300' }), sampleProject({ amount: '100' })])).toEqual([
      '名次|项目|预算数（万元）|占比|3月底|6月底|10月底|12月底',
      '1|虚构项目|300.00|75.00%|25%|50%|75%|100%',
      '2|虚构项目|100.00|25.00%|25%|50%|75%|100%',
      '|合计 2个项目|400.00|100%|25.00%|50.00%|75.00%|100.00%',
    ]);
  });

  it('calls neither nothing nor all what only rounds to it', () => {
    const [, first, second] = rowsOf([
      sampleProject({ amount: '12346438.90' }),
      sampleProject({ amount: '200' }),
    ]);
    expect(first).toContain('|12,346,438.90|超过99.99%|');
    expect(second).toContain('|200.00|不足0.01%|');
  });

  it('adds up nothing where nothing is stated', () => {
    const rows = rowsOf([sampleProject({ amount: '' })]);
    expect(rows[1]).toBe('|虚构项目|未列|未列|25%|50%|75%|100%');
    expect(rows[2]).toBe('|合计 1个项目（1个未列预算数）|未列|未列|未列|未列|未列|未列');
  });

  it('says that a sum cannot be read where what is stated cannot be', () => {
    const rows = rowsOf([sampleProject({ budget: budgetOf('待定') })]);
    expect(rows[2]).toBe('|合计 1个项目（1个预算数读不出）|读不出|—|—|—|—|—');
  });

  it('has no shares of a total of nothing', () => {
    const rows = rowsOf([sampleProject({ amount: '0' })]);
    expect(rows[1]).toContain('|0.00|—|');
    expect(rows[2]).toContain('|0.00|—|—|');
  });

  it('shows an amount that cannot be read as it stands', () => {
    expect(rowsOf([sampleProject({ budget: budgetOf('-3') })])[1]).toContain('|-3|—|');
  });

  it('keeps the unit of an amount that cannot be read, where the column has another', () => {
    expect(rowsOf([sampleProject({ unit: '元', budget: budgetOf('-30000') })])[1]).toContain(
      '|-30000（元）|—|',
    );
  });

  it('names the department of each row where there are several', () => {
    const rows = rowsOf([sampleProject(), sampleProject()], true);
    expect(rows.slice(1, 3).map((row) => row.split('|')[2])).toEqual(['虚构部门1', '虚构部门2']);
  });
});
