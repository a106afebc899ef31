import { toText, type Decimal } from '../model/decimal.ts';
import { countedShares } from '../model/disbursement-plan.ts';
import { BUDGET_FIELDS, TEXT_FIELDS } from '../model/form.ts';
import type { Stated } from '../model/stated.ts';
import { AREA_WORDS } from '../model/area.ts';
import { LABELS as L, type Period } from '../model/terms.ts';
import { csvOf, mayBeBlank } from '../open-data/csv.ts';
import type { ListedProject } from './listed-project.ts';

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
  const isStated = ({ name }: (typeof BUDGET_FIELDS)[number]) =>
    projects.some(({ budget }) => budget[name].text !== '');
  // What not every form has is a column only where a project states it.
  const amounts = BUDGET_FIELDS.filter((field) => !('optional' in field) || isStated(field));
  const quoted = BUDGET_FIELDS.filter(({ name }) =>
    projects.some(({ budget }) => budget[name].text !== numberOf(budget[name])),
  );
  const hasAreas = projects.some(({ area }) => area !== '');
  const head = [
    L.year,
    L.departmentCode,
    L.departmentName,
    L.sequence,
    L.code,
    L.name,
    ...amounts.map(({ label }) => mayBeBlank(`${label}（万元）`)),
    ...quoted.map(({ label }) => `${label}的原文`),
    ...(quoted.length === 0 ? [] : ['原文的金额单位']),
    ...TEXT_FIELDS.map(({ label }) => mayBeBlank(label)),
    ...periods.map(mayBeBlank),
    ...(hasAreas ? [AREA_WORDS] : []),
    '数据说明（条）',
    L.address,
  ];
  const rows = projects.map((project) => {
    const { year, departmentCode, departmentName, sequence, code, name, budget } = project;
    return [
      String(year),
      departmentCode,
      departmentName,
      String(sequence),
      code,
      name,
      ...amounts.map((field) => numberOf(budget[field.name])),
      ...quoted.map((field) => budget[field.name].text),
      ...(quoted.length === 0 ? [] : [project.unit]),
      ...TEXT_FIELDS.map((field) => project[field.name]),
      ...countedShares(project.disbursementPlan, periods).map(({ stated }) => stated.text),
      ...(hasAreas ? [project.area] : []),
      String(project.notes),
      addressOf(project),
    ];
  });
  return csvOf([head, ...rows]);
}

const numberOf = ({ value }: Stated<Decimal>) => (value === undefined ? '' : toText(value));
