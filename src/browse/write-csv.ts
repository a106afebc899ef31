import { toText, type Decimal } from '../model/decimal.ts';
import { countedShares } from '../model/disbursement-plan.ts';
import type { Stated } from '../model/stated.ts';
import { LABELS as L, type Period } from '../model/terms.ts';
import { csvOf, mayBeBlank } from '../open-data/csv.ts';
import type { ListedProject } from './listed-project.ts';

const AMOUNTS = ['total', 'fiscal', 'other'] as const;

/**
 * Projects as CSV (RFC 4180) in UTF-8 with a byte order mark: amounts in 万元 as plain numbers, shares as the
 * source writes them, blanks as blanks, which the heading says. An amount whose text in the source is another (in 元,
 * or no number) has that in a column of its own.
 *
 * @param periods the month-ends of the columns.
 * @param addressOf the full address of a project's page.
 */
export function writeCsv(
  projects: readonly ListedProject[],
  periods: readonly Period[],
  addressOf: (project: ListedProject) => string,
): string {
  const quoted = AMOUNTS.filter((field) =>
    projects.some(({ budget }) => budget[field].text !== numberOf(budget[field])),
  );
  const head = [
    L.year,
    L.departmentCode,
    L.departmentName,
    L.sequence,
    L.code,
    L.name,
    ...AMOUNTS.map((field) => mayBeBlank(`${L[field]}（万元）`)),
    ...quoted.map((field) => `${L[field]}的原文`),
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
      ...AMOUNTS.map((field) => numberOf(budget[field])),
      ...quoted.map((field) => budget[field].text),
      purpose,
      ...countedShares(project.disbursementPlan, periods).map(({ stated }) => stated.text),
      String(project.notes),
      addressOf(project),
    ];
  });
  return csvOf([head, ...rows]);
}

const numberOf = ({ value }: Stated<Decimal>) => (value === undefined ? '' : toText(value));
