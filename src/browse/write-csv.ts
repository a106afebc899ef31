import { periodsOf, shareAt } from '../model/disbursement-plan.ts';
import { LABELS as L } from '../model/terms.ts';
import { csvOf, mayBeBlank } from '../open-data/csv.ts';
import type { ListedProject } from './listed-project.ts';

/**
 * Projects as CSV (RFC 4180) in UTF-8 with a byte order mark: amounts in 万元 as plain numbers, shares as the
 * source writes them, blanks as blanks, which the heading says.
 *
 * @param addressOf the full address of a project's page.
 */
export function writeCsv(
  projects: readonly ListedProject[],
  addressOf: (project: ListedProject) => string,
): string {
  const periods = periodsOf(projects);
  const head = [
    L.year,
    L.departmentCode,
    L.departmentName,
    L.sequence,
    L.code,
    L.name,
    ...[L.total, L.fiscal, L.other].map((label) => mayBeBlank(`${label}（万元）`)),
    mayBeBlank(L.purpose),
    ...periods.map(mayBeBlank),
    '数据说明（条）',
    L.address,
  ];
  const rows = projects.map((project) => {
    const { year, departmentCode, departmentName, sequence, code, name, budget, purpose } = project;
    return [
      String(year),
      departmentCode,
      departmentName,
      String(sequence),
      code,
      name,
      budget.total.text,
      budget.fiscal.text,
      budget.other.text,
      purpose,
      ...periods.map((period) => shareAt(project.disbursementPlan, period).text),
      String(project.notes),
      addressOf(project),
    ];
  });
  return csvOf([head, ...rows]);
}
