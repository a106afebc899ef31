import { countedShares, plannedAmount, type PlanPoint } from '../model/disbursement-plan.ts';
import type { Project } from '../model/project.ts';
import type { ChartDescription } from './chart.ts';

/** One project's cumulative plan beside the department's average, which is weighted by budget. */
export function projectPlan(project: Project, departmentPlan: readonly PlanPoint[]): ChartDescription {
  const shares = countedShares(project.disbursementPlan);
  const words = shares.map(({ period, stated, status }) => {
    if (status === 'blank') return `${period}未列`;
    return status === 'stated' ? `${period}${stated.text}` : `${period}原文为“${stated.text}”，不能采信`;
  });
  return {
    id: 'chart-plan',
    title: '计划累计支出与部门平均',
    sentence: `本项目计划累计支出：${words.join('，')}。虚线是本部门全部项目按预算数加权的平均。`,
    drawing: 'line',
    categoryName: '截至',
    categories: shares.map(({ period }) => ({ label: period })),
    series: [
      {
        name: '本项目累计占预算',
        keyName: '本项目',
        unit: '%',
        values: shares.map(({ status, counted }) => (status === 'stated' ? counted : undefined)),
        texts: shares.map(({ stated, status }) => (status === 'stated' ? undefined : stated.text)),
        drawn: true,
      },
      {
        name: '本项目累计金额',
        unit: '万元',
        texts: shares.map(({ status }) =>
          status === 'stated' || status === 'blank' ? undefined : '不能采信',
        ),
        values: shares.map(({ status, counted }) =>
          status === 'stated' && project.budget.total.value !== undefined
            ? plannedAmount(project.budget.total.value, counted)
            : undefined,
        ),
        drawn: false,
      },
      {
        name: departmentPlan.some(({ notStated }) => notStated.count > 0) ? '部门平均（至少）' : '部门平均',
        unit: '%',
        values: departmentPlan.map(({ share }) => share),
        drawn: true,
        comparison: true,
      },
    ],
  };
}
