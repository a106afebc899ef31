import type { Adjustment } from '../model/adjustment.ts';
import type { Department } from '../model/department.ts';
import { LABELS as L } from '../model/terms.ts';
import { Figures, group, writeYaml, type Written } from './write-yaml.ts';

/** A department as its canonical `department.md`: front matter, then the overall goals in Markdown. */
export function writeDepartment(department: Omit<Department, 'projects' | 'documents'>): string {
  const { source } = department;
  const sourceEntries = group([
    [L.file, oneOrMore(source.files)],
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
    [L.adjustments, writtenAdjustments(department.adjustments ?? [])],
  ]);
  const body = department.overallGoals.trim();
  return `---\n${writeYaml(front)}---\n${body === '' ? '' : `${body}\n`}`;
}

const oneOrMore = (texts: readonly string[]): Written | undefined => (texts.length > 1 ? texts : texts[0]);

function writtenAdjustments(adjustments: readonly Adjustment[]): Written | undefined {
  if (adjustments.length === 0) return undefined;
  return adjustments.map(({ date, files, title, explanation, added }) =>
    group([
      [L.date, date],
      [L.file, oneOrMore(files)],
      [L.title, title],
      [L.explanation, explanation],
      [L.addedProjects, added.length === 0 ? undefined : added],
    ]),
  );
}
