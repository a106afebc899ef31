import { describe, expect, it } from 'vitest';
import { budgetByProject } from '../../src/charts/budget-by-project.ts';
import { cellLabel } from '../../src/charts/cell-words.ts';
import { drawnPart, type ChartDescription } from '../../src/charts/chart.ts';
import { chartPicture } from '../../src/charts/picture.tsx';
import { paymentsPerPeriod, plannedDisbursement } from '../../src/charts/planned-disbursement.ts';
import { plansCompared, projectPlan } from '../../src/charts/project-plan.ts';
import { readContent } from '../../src/files/read-content.ts';
import { totalsOf } from '../../src/model/totals.ts';
import { plain } from '../../src/model/words.ts';
import { sampleProject } from '../setup/sample.ts';

const { site } = await readContent('content');
const projects = site.departments[0]?.projects ?? [];
const { plan } = totalsOf(projects);
const sources = [
  '来源：某局2022年项目绩效目标表',
  '某站，https://example.org/#chart',
  '2026年1月2日取自网页',
];

const pictureOf = (chart: ChartDescription) => chartPicture(chart, { subject: '某局', sources });

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
    for (const words of [chart.title, '某局', plain(chart.sentence), `单位：${unit}`, ...sources]) {
      expect(all).toContain(words);
    }
  });
  it('names every category and every value that it draws', () => {
    const { categories, series } = drawnPart(chart);
    const [own] = series;
    const values = own?.cells.filter(({ value }) => value !== undefined) ?? [];
    expect(values.length).toBeGreaterThan(0);
    expect(categories.length).toBeGreaterThan(3);
    for (const { label } of categories) expect(all).toContain(label);
    for (const cell of values) expect(all).toContain(cellLabel(cell, own?.unit ?? ''));
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
  const compared = projects.slice(0, 2).map((project, index) => ({
    letter: '甲乙'[index] ?? '',
    title: project.name,
    project,
  }));
  const { svg } = pictureOf(plansCompared(compared));
  it('says which project each letter stands for', () => {
    const all = textsOf(svg).join('');
    for (const { letter, project } of compared) expect(all).toContain(`${letter}（${project.name}）`);
  });
  it('has a row in its key for each project, and shortens what is too long for it', () => {
    for (const { letter, project } of compared) expect(textsOf(svg)).toContain(`${letter} ${project.name}`);
    const long = sampleProject({ name: '虚构的很长的项目名称'.repeat(8) });
    const rows = textsOf(pictureOf(plansCompared([{ letter: '甲', title: long.name, project: long }])).svg);
    expect(rows.find((text) => text.startsWith('甲 '))).toMatch(/^甲 虚构.*…$/);
  });
  it('tells the lines apart without colours', () => {
    const dashed = svg.match(/<line[^>]*stroke-dasharray/g) ?? [];
    const whole = svg.match(/<line[^>]*stroke-width="3"\/?>/g) ?? [];
    expect(dashed.length).toBeGreaterThan(0);
    expect(whole.length).toBeGreaterThan(0);
    expect(textsOf(svg).filter((text) => /^[甲乙]+$/.test(text)).length).toBeGreaterThan(0);
  });
});

it('a picture of very many bars says how many it leaves out', () => {
  const many = Array.from({ length: 130 }, () => sampleProject({ amount: '1' }));
  const { svg, height } = pictureOf(budgetByProject(many, () => ''));
  expect(textsOf(svg).join('')).toContain('130个项目按预算数从大到小排列');
  expect(textsOf(svg).join('')).toContain('这里画出最大的100个');
  expect(height).toBeLessThan(5000);
});

it('a value that is not known breaks the line', () => {
  const odd = projects.find(({ code }) => code === '13060522P00416610001C') ?? sampleProject();
  const { svg } = pictureOf(projectPlan(odd, plan));
  // Beside the key's own: three pieces of the average, and of the project only the one between March and June.
  const pieces = (look: RegExp) => (svg.match(look) ?? []).length - 1;
  expect(pieces(/<line[^>]*stroke-dasharray="5 5"/g)).toBe(3);
  expect(pieces(/<line[^>]*stroke-width="3"/g)).toBe(1);
});

it('text in a picture is escaped, and what XML does not allow is left out', () => {
  const chart = budgetByProject([sampleProject({ name: '<甲 & "乙">\u0000\u001B\uD800\uFFFF𠮷' })], () => '');
  expect(pictureOf(chart).svg).toMatch(/&lt;甲 &amp; (?:"|&quot;)乙(?:"|&quot;|>)[^<]*𠮷/);
  expect(pictureOf(chart).svg).not.toMatch(/[\u0000-\u0008\u000B-\u001F\uFFFF]/);
});
