import type { Department } from '../model/department.ts';
import { LABELS as L } from '../model/terms.ts';
import { plainLine, textLine } from './yaml-lines.ts';

/** A department as its canonical `department.md`: front matter, then the overall goals in Markdown. */
export function writeDepartment(department: Omit<Department, 'projects' | 'documents'>): string {
  const { source } = department;
  const stated = (key: string, text: string | undefined, indent: number) =>
    text === undefined ? [] : textLine(key, text, indent);
  const sourceLines = [
    ...stated(L.file, source.file, 2),
    ...stated(L.title, source.title, 2),
    ...stated(L.address, source.address, 2),
    ...stated(L.published, source.published, 2),
    ...stated(L.approval, source.approval, 2),
  ];
  const lines = [
    '---',
    ...textLine(L.departmentCode, department.code),
    ...textLine(L.departmentName, department.name),
    ...plainLine(L.year, String(department.year)),
    ...textLine(L.unit, department.unit),
    ...(sourceLines.length === 0 ? [] : [`${L.source}:`, ...sourceLines]),
    ...stated(L.telephone, department.telephone, 0),
    ...stated(L.postalAddress, department.postalAddress, 0),
    '---',
  ];
  const body = department.overallGoals.trim();
  return `${lines.join('\n')}\n${body === '' ? '' : `${body}\n`}`;
}
