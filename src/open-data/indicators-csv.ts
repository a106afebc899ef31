import { INDICATOR_FIELDS } from '../model/form.ts';
import { indicatorText } from '../model/indicator.ts';
import type { Project } from '../model/project.ts';
import { LABELS as L } from '../model/terms.ts';
import { csvOf, mayBeBlank } from './csv.ts';

/**
 * All indicators of some projects as CSV, a row each, in the document's order and words. What not every form has is a
 * column only where one states it.
 *
 * @param departmentOf the name of a project's department.
 * @param addressOf the address of an indicator's row.
 */
export function indicatorsCsv(
  projects: readonly Project[],
  departmentOf: (project: Project) => string,
  addressOf: (project: Project, row: number) => string,
): string {
  const fields = INDICATOR_FIELDS.filter(
    (field) =>
      !('optional' in field) ||
      projects.some(({ indicators }) => indicators.some((row) => indicatorText(row, field.name) !== '')),
  );
  const head = [
    ...[L.year, L.departmentCode, L.departmentName, L.code, L.name, L.category],
    ...fields.map(({ label }) => mayBeBlank(label)),
    L.address,
  ];
  const rows = projects.flatMap((project) =>
    project.indicators.map((indicator) => [
      ...[String(project.year), project.departmentCode, departmentOf(project), project.code, project.name],
      indicator.category,
      ...fields.map(({ name }) => indicatorText(indicator, name)),
      addressOf(project, indicator.row),
    ]),
  );
  return csvOf([head, ...rows]);
}
