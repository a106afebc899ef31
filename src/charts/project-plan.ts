import {
  countedShares,
  periodsOf,
  plannedAmount,
  type CountedShare,
  type PlanPoint,
} from '../model/disbursement-plan.ts';
import type { Project } from '../model/project.ts';
import { leftOutOf, NOT_STATED } from '../model/stated.ts';
import { cell, shareCell, sumCell, type ChartCell, type ChartDescription } from './chart.ts';

/**
 * One project's cumulative plan beside the department's average, which is weighted by budget.
 *
 * @param since when it was planned so, in words.
 */
export function projectPlan(
  project: Project,
  departmentPlan: readonly PlanPoint[],
  since = '年初',
): ChartDescription {
  const shares = countedShares(project.disbursementPlan);
  const average = shares.map(({ period }) => departmentPlan.find((point) => point.period === period));
  const { total } = project.budget;
  const unknown = sumCell(undefined, leftOutOf([total]));
  const isLeast = average.some((point) => (point?.notStated.count ?? 0) > 0);
  return {
    id: 'chart-plan',
    title: '计划累计支出与部门平均',
    sentence: [`本项目计划累计支出：${sharesInWords(shares)}。虚线是本部门全部项目按预算数加权的平均。`],
    notes: [`这是${since}的计划，不是实际支出。${isLeast ? '写着“至少”的，是有的项目没有写明。' : ''}`],
    drawing: 'line',
    categoryName: '截至',
    categories: shares.map(({ period }) => ({ label: period })),
    series: [
      { name: '本项目累计占预算', keyName: '本项目', unit: '%', cells: shares.map(countedCell), drawn: true },
      {
        name: '本项目累计金额',
        unit: '万元',
        cells: shares.map(({ status, counted }) => {
          if (status === 'stated') {
            return total.value === undefined ? unknown : cell(plannedAmount(total.value, counted));
          }
          return status === 'blank' ? {} : { refused: '不能采信' };
        }),
        drawn: false,
      },
      {
        name: isLeast ? '部门平均（至少）' : '部门平均',
        unit: '%',
        cells: average.map((point) => shareCell(point?.share, point !== undefined)),
        drawn: true,
        comparison: true,
      },
    ],
  };
}

/**
 * The plans of several projects in one chart; each line is named by its project's letter, and the key tells whose it is.
 *
 * @param projects `title` is a project's name, with what tells it from others of the same name.
 */
export function plansCompared(
  projects: readonly { readonly letter: string; readonly title: string; readonly project: Project }[],
): ChartDescription {
  const periods = periodsOf(projects.map(({ project }) => project));
  const own = projects.map(({ letter, title, project }) => ({
    name: letter,
    keyName: `${letter} ${title}`,
    shares: countedShares(project.disbursementPlan, periods),
  }));
  const plans = projects.map(
    ({ letter, title }, index) => `${letter}（${title}）：${sharesInWords(own[index]?.shares ?? [])}。`,
  );
  return {
    id: 'chart-plans',
    title: '计划累计支出',
    sentence: [`各项目计划累计支出占预算的比例。${plans.join('')}这是计划，不是实际支出。`],
    drawing: 'line',
    categoryName: '截至',
    categories: periods.map((label) => ({ label })),
    series: own.map(({ shares, ...names }) => ({
      ...names,
      unit: '%',
      cells: shares.map(countedCell),
      drawn: true,
      compared: true,
    })),
  };
}

function sharesInWords(shares: readonly CountedShare[]): string {
  return shares
    .map(({ period, stated, status }) => {
      if (status === 'blank') return `${period}${NOT_STATED}`;
      return status === 'stated' ? `${period}${stated.text}` : `${period}原文为“${stated.text}”，不能采信`;
    })
    .join('，');
}

/** A share as sums count it; a value that cannot be true breaks the line and is shown as it stands. */
function countedCell({ status, counted, stated }: CountedShare): ChartCell {
  if (status === 'stated') return cell(counted);
  return status === 'blank' ? {} : { text: stated.text, refused: '不能采信' };
}
