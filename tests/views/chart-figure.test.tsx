import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { budgetByProject } from '../../src/charts/budget-by-project.ts';
import type { ChartDescription } from '../../src/charts/chart.ts';
import { paymentsPerPeriod, plannedDisbursement } from '../../src/charts/planned-disbursement.ts';
import { plansCompared, projectPlan } from '../../src/charts/project-plan.ts';
import { totalsOf } from '../../src/model/totals.ts';
import { ChartFigure } from '../../src/views/ChartFigure.tsx';
import { planOf, sampleProject } from '../setup/sample.ts';

const blank = planOf('', '50%', '75%', '100%');
const odd = planOf('25%', '50%', '750000%', '100%');
const projects = [
  sampleProject({ disbursementPlan: blank, amount: '649.27255' }),
  sampleProject({ amount: '0.001', name: '<虚构>' }),
];
const { plan } = totalsOf(projects);
const figure = (chart: ChartDescription) => renderToString(<ChartFigure chart={chart} />);
const cellsOf = (chart: ChartDescription) =>
  [...figure(chart).matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, ''));

describe('a figure', () => {
  it('says of a lower bound that it is one, in its table and in its drawing', () => {
    const chart = plannedDisbursement(plan, '虚构项目');
    expect(cellsOf(chart).slice(0, 2)).toEqual(['多于0', '≥0.00025']);
    expect(figure(chart)).toContain('>多于0%</text>');
  });

  it('carries each amount exactly beside its words, also where its label is rounded', () => {
    const html = figure(budgetByProject(projects, () => '/a/'));
    expect(html).toContain('<data value="649.27255" data-rounded>649.27</data>');
    expect(html).toContain('<data value="649.27255">649.27255</data>');
    expect(figure(paymentsPerPeriod(plan, '虚构项目'))).toContain('data-wan="');
  });

  it('shows what is not to be relied on as the source has it', () => {
    const chart = projectPlan(sampleProject({ disbursementPlan: odd }), plan);
    expect(cellsOf(chart).slice(6, 8)).toEqual(['750000%', '不能采信']);
  });

  it('shows a bar of whatever is more than nothing, and links that can be seen', () => {
    const html = figure(budgetByProject(projects, () => '/a/'));
    expect(html).toContain('<rect width="0.30%"');
    expect(html).toContain('<a href="/a/">');
  });

  it('folds the bars behind the first where it is told to, and counts them', () => {
    const chart = budgetByProject([...projects, ...projects], () => '/a/');
    const html = renderToString(<ChartFigure chart={chart} first={1} />);
    expect(html.match(/class="later"/g)).toHaveLength(3);
    expect(html.replace(/\s+/g, '')).toContain('显示其余3个项目');
    expect(figure(chart)).not.toContain('later');
  });

  it('takes no name for HTML', () => {
    expect(figure(budgetByProject(projects, () => ''))).toContain('&lt;虚构>');
  });

  it('tells compared lines apart in a key, and by their letters at the points', () => {
    const html = figure(
      plansCompared(
        projects.map((project, index) => ({ letter: '甲乙'[index] ?? '', title: project.name, project })),
      ),
    );
    expect(html).toContain('乙 &lt;虚构></span>');
    expect(html).toContain('>甲乙</text>');
  });

  it('has no style attribute, which the policy of the pages would block', () => {
    expect(figure(projectPlan(sampleProject(), plan))).not.toContain('style=');
  });
});
