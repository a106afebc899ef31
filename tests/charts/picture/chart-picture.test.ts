import { describe, expect, it } from 'vitest';
import { budgetByProject } from '../../../src/charts/budget-by-project.ts';
import { chartData } from '../../../src/charts/chart-data.ts';
import type { ChartDescription } from '../../../src/charts/chart.ts';
import { chartPicture } from '../../../src/charts/picture/chart-picture.ts';
import { paymentsPerPeriod, plannedDisbursement } from '../../../src/charts/planned-disbursement.ts';
import { plansCompared } from '../../../src/charts/plans-compared.ts';
import { projectPlan } from '../../../src/charts/project-plan.ts';
import { readContent } from '../../../src/files/read-content.ts';
import { totalsOf } from '../../../src/model/totals.ts';
import { sampleProject } from '../../setup/sample.ts';

const { site } = await readContent('content');
const projects = site.departments[0]?.projects ?? [];
const { plan } = totalsOf(projects);
const sources = [
  '来源：某局2022年项目绩效目标表',
  '某站，https://example.org/#chart',
  '2026年1月2日取自网页',
];

const pictureOf = (chart: ChartDescription) =>
  chartPicture(chartData(chart), { title: chart.title, subject: '某局', sentence: chart.sentence, sources });

/** All texts of a picture, joined as they stand. */
const textsOf = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);

describe.each([
  ['bars', budgetByProject(projects, () => '')],
  ['columns', paymentsPerPeriod(plan, '本部门')],
  ['a line', plannedDisbursement(plan, '本部门')],
  ['a line beside the average', projectPlan(projects[1] ?? sampleProject(), plan)],
])('the picture of %s', (_kind, chart) => {
  const { svg, width, height } = pictureOf(chart);
  const all = textsOf(svg).join('');

  it('says by itself what it shows, of what, in which unit, from where and when', () => {
    const unit = chart.series.find(({ drawn }) => drawn)?.unit ?? '';
    expect(unit).not.toBe('');
    for (const words of [chart.title, '某局', chart.sentence, `单位：${unit}`, ...sources]) {
      expect(all).toContain(words);
    }
  });
  it('names every category and every value that it draws', () => {
    const data = chartData(chart);
    const [own] = data.series;
    expect(data.labels.length).toBeGreaterThan(3);
    for (const words of [...data.labels, ...(own?.texts ?? [])]) expect(all).toContain(words);
  });
  it('needs nothing from elsewhere', () => {
    expect(svg).not.toMatch(/href|url\(|@import|<style|<script|class=/);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
  it('draws nothing outside of itself', () => {
    const numbers = [...svg.matchAll(/ (?:y|cy|y1|y2)="([\d.-]+)"/g)].map(([, number]) => Number(number));
    expect(numbers.length).toBeGreaterThan(5);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(height);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(svg).toContain(`viewBox="0 0 ${String(width)} ${String(height)}"`);
  });
});

describe('the picture of compared plans', () => {
  const compared = projects.slice(0, 2).map((project, index) => ({ letter: '甲乙'[index] ?? '', project }));
  const { svg } = pictureOf(plansCompared(compared));
  it('says which project each letter stands for', () => {
    const all = textsOf(svg).join('');
    for (const { letter, project } of compared) expect(all).toContain(`${letter}（${project.name}）`);
  });
  it('has a row in its key for each project, and shortens what is too long for it', () => {
    for (const { letter, project } of compared) expect(textsOf(svg)).toContain(`${letter} ${project.name}`);
    const long = sampleProject({ name: '虚构的很长的项目名称'.repeat(8) });
    const rows = textsOf(pictureOf(plansCompared([{ letter: '甲', project: long }])).svg);
    expect(rows.find((text) => text.startsWith('甲 '))).toMatch(/^甲 虚构.*…$/);
  });
  it('tells the lines apart without colours', () => {
    expect(svg.match(/<path[^>]*stroke-dasharray/g)).toHaveLength(1);
    expect(textsOf(svg).filter((text) => /^[甲乙]+$/.test(text)).length).toBeGreaterThan(0);
  });
});

it('a picture of very many bars says how many it leaves out', () => {
  const many = Array.from({ length: 130 }, () => sampleProject({ amount: '1' }));
  const { svg, height } = pictureOf(budgetByProject(many, () => '', Infinity));
  expect(textsOf(svg)).toContain('图中只画前100项，共130项。');
  expect(height).toBeLessThan(5000);
});

it('a value that is not known breaks the line', () => {
  const odd = projects.find(({ code }) => code === '13060522P00416610001C') ?? sampleProject();
  const { svg } = pictureOf(projectPlan(odd, plan));
  const paths = [...svg.matchAll(/<path d="([^"]*)"/g)].map(([, path = '']) => path.replace(/[^ML]/g, ''));
  expect(paths).toEqual(['MLLL', 'MLM']);
});
