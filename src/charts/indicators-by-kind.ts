import { decimal } from '../model/decimal.ts';
import type { Project } from '../model/project.ts';
import { indicatorsByKind } from '../model/totals.ts';
import { cell, type ChartDescription } from './chart.ts';

/** How many indicators stand under each second level. */
export function indicatorKinds(projects: readonly Project[]): ChartDescription {
  const kinds = indicatorsByKind(projects);
  const count = kinds.reduce((total, kind) => total + kind.count, 0);
  const byCategory = new Map<string, number>();
  for (const kind of kinds) byCategory.set(kind.category, (byCategory.get(kind.category) ?? 0) + kind.count);
  const own = [...byCategory].map(([category, number]) => `${category}${number}项`);
  return {
    id: 'chart-indicators',
    title: '绩效指标的种类',
    sentence: [`共${count}项绩效指标：${own.join('，')}。`],
    drawing: 'bars',
    categoryName: '二级指标',
    // 成本指标 stands at both levels, so the first level is named beside it.
    categories: kinds.map(({ category, kind }) => ({ label: `${kind}（${category.replace('指标', '')}）` })),
    series: [
      { name: '指标数', unit: '项', cells: kinds.map((kind) => cell(decimal(kind.count))), drawn: true },
    ],
  };
}
