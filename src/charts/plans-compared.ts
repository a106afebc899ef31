import { countedShares, periodsOf } from '../model/disbursement-plan.ts';
import type { Project } from '../model/project.ts';
import type { ChartDescription } from './chart.ts';

/** The plans of several projects in one chart; each line is named by its project's letter, and the key tells whose it is. */
export function plansCompared(
  projects: readonly { readonly letter: string; readonly project: Project }[],
): ChartDescription {
  const periods = periodsOf(projects.map(({ project }) => project));
  const words = projects.map(({ letter, project }) => {
    const points = countedShares(project.disbursementPlan, periods).map(({ period, stated, status }) => {
      if (status === 'blank') return `${period}未列`;
      return status === 'stated' ? `${period}${stated.text}` : `${period}原文为“${stated.text}”，不能采信`;
    });
    return `${letter}（${project.name}）：${points.join('，')}。`;
  });
  return {
    id: 'chart-plans',
    title: '计划累计支出',
    sentence: `各项目计划累计支出占预算的比例。${words.join('')}这是年初的计划，不是实际支出。`,
    drawing: 'line',
    categoryName: '截至',
    categories: periods.map((label) => ({ label })),
    series: projects.map(({ letter, project }) => {
      const shares = countedShares(project.disbursementPlan, periods);
      return {
        name: letter,
        keyName: `${letter} ${project.name}`,
        unit: '%',
        values: shares.map(({ status, counted }) => (status === 'stated' ? counted : undefined)),
        texts: shares.map(({ stated, status }) => (status === 'stated' ? undefined : stated.text)),
        drawn: true,
        compared: true,
      };
    }),
  };
}
