import { compare, decimal, format, sum } from '../model/decimal.ts';
import type { Project } from '../model/project.ts';
import { leftOutOf } from '../model/stated.ts';
import { bySize, type SizeClass } from '../model/totals.ts';
import { leftOutWords } from '../model/words.ts';
import { cell, type ChartDescription } from './chart.ts';

const SMALL = decimal(10);

/** How many projects there are of each size. The classes are named by amounts, which stay in 万元 in any unit. */
export function sizeSpread(projects: readonly Project[]): ChartDescription {
  const classes = bySize(projects);
  const most = classes.reduce((count, size) => Math.max(count, size.projects.length), 0);
  const [fullest, ...others] = classes.filter((size) => size.projects.length === most);
  const without = leftOutOf(projects.map(({ budget }) => budget.total));
  const rest = without.count === 0 ? '' : `另有${leftOutWords(without, '个项目', '预算数')}，不在其中。`;
  const small = classes.filter(({ below }) => below !== undefined && compare(below, SMALL) <= 0);
  const smallCount = small.reduce((count, { projects: own }) => count + own.length, 0);
  return {
    id: 'chart-sizes',
    title: '项目大小的分布',
    sentence: [
      fullest === undefined
        ? '没有列明预算数的项目。'
        : `预算数${fullest.from.digits === 0n ? '' : '在'}${[fullest, ...others].map(className).join('、')}的项目最多，${others.length === 0 ? '' : '各'}有${String(most)}个；不到10万元的共${String(smallCount)}个。${rest}`,
    ],
    drawing: 'bars',
    categoryName: '预算数',
    categories: classes.map((size) => ({ label: className(size) })),
    series: [
      {
        name: '项目数',
        unit: '个',
        cells: classes.map((size) => cell(decimal(size.projects.length))),
        drawn: true,
      },
      {
        name: '预算合计',
        unit: '万元',
        cells: classes.map((size) =>
          cell(sum(size.projects.flatMap(({ budget }) => budget.total.value ?? []))),
        ),
        drawn: false,
      },
    ],
  };
}

function className({ from, below }: SizeClass): string {
  if (below === undefined) return `${format(from)}万元以上`;
  return from.digits === 0n ? `不到${format(below)}万元` : `${format(from)}–${format(below)}万元`;
}
