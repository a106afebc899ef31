import type { Department } from '../model/department.ts';
import { LABELS as L } from '../model/terms.ts';
import { Figures, group, writeYaml } from './write-yaml.ts';

/** A department as its canonical `department.md`: front matter, then the overall goals in Markdown. */
export function writeDepartment(department: Omit<Department, 'projects' | 'documents'>): string {
  const { source } = department;
  const sourceEntries = group([
    [L.file, source.files.length > 1 ? source.files : source.files[0]],
    [L.title, source.title],
    [L.address, source.address],
    [L.published, source.published],
    [L.approval, source.approval],
  ]);
  const front = group([
    [L.departmentCode, department.code],
    [L.departmentName, department.name],
    [L.year, new Figures(String(department.year))],
    [L.unit, department.unit],
    [L.source, sourceEntries.size === 0 ? undefined : sourceEntries],
    [L.telephone, department.telephone],
    [L.postalAddress, department.postalAddress],
    [
      L.endedProjects,
      department.endedProjects.length === 0
        ? undefined
        : department.endedProjects.map(({ code, reason }) =>
            group([
              [L.code, code],
              [L.explanation, reason],
            ]),
          ),
    ],
  ]);
  const body = department.overallGoals.trim();
  return `---\n${writeYaml(front)}---\n${body === '' ? '' : `${body}\n`}`;
}
