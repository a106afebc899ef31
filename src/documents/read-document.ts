import { parseProjectCode } from '../model/project-code.ts';
import type { Department } from '../model/department.ts';
import type { Project } from '../model/project.ts';
import type { FormDocument, Problem } from './form-document.ts';
import { readForm, type FormReading } from './read-form.ts';
import { readOverallGoals } from './read-overall-goals.ts';

/** An official document as the model sees it, or why it cannot be read. */
export type DocumentReading =
  | {
      readonly departments: readonly ImportedDepartment[];
      /** What is written otherwise than it stands in the document. */
      readonly notes: readonly Problem[];
    }
  | { readonly problems: readonly Problem[] };

export type ImportedDepartment = Omit<Department, 'documents'>;

/**
 * Reads a whole document. A document may hold the forms of several budget units; the overall goals are the
 * first one's.
 *
 * @param fileName the document's name, kept as the source of what it says.
 * @param year the budget year where the caller knows it; otherwise it is read from the document.
 */
export function readDocument(document: FormDocument, fileName: string, year?: number): DocumentReading {
  const problems: Problem[] = [...document.problems];
  const forms: FormReading[] = [];
  for (const form of document.forms) {
    const reading = readForm(form);
    if ('message' in reading) problems.push(reading);
    else forms.push(reading);
  }
  if (document.forms.length === 0 && problems.length === 0) {
    problems.push({ line: 1, message: '没有找到绩效目标表' });
  }
  const budgetYear = year ?? yearOf(document, forms);
  if (budgetYear === undefined) problems.push({ line: 1, message: '读不出预算年度，请用“--year 2022”写明' });
  if (problems.length > 0 || budgetYear === undefined) {
    return { problems: problems.sort((a, b) => a.line - b.line) };
  }

  const departments: ImportedDepartment[] = [];
  for (const code of new Set(forms.map(({ departmentCode }) => departmentCode))) {
    const own = forms.filter(({ departmentCode }) => departmentCode === code);
    const [first] = own;
    if (first === undefined) continue;
    departments.push({
      year: budgetYear,
      code,
      name: first.departmentName,
      unit: first.unit,
      source: {
        file: fileName,
        title: undefined,
        address: undefined,
        published: undefined,
        approval: undefined,
      },
      telephone: undefined,
      postalAddress: undefined,
      overallGoals: departments.length === 0 ? readOverallGoals(document.paragraphs) : '',
      projects: own.map(({ project }): Project => ({ ...project, year: budgetYear })),
    });
  }
  const mixed = inconsistencies(document, forms);
  return mixed.length > 0 ? { problems: mixed } : { departments, notes: forms.flatMap(({ notes }) => notes) };
}

/** The budget year: that with which the overall goals begin, else that of most project codes. */
function yearOf(document: FormDocument, forms: readonly FormReading[]): number | undefined {
  for (const { text } of document.paragraphs) {
    const match = /^(20\d\d)年/.exec(text);
    if (match !== null) return Number(match[1]);
  }
  const counts = new Map<number, number>();
  for (const { project } of forms) {
    const codeYear = parseProjectCode(project.code)?.year;
    if (codeYear !== undefined) counts.set(codeYear, (counts.get(codeYear) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** What two forms of one unit say differently, and codes and numbers that stand twice. */
function inconsistencies(document: FormDocument, forms: readonly FormReading[]): readonly Problem[] {
  const problems: Problem[] = [];
  forms.forEach((form, index) => {
    const line = document.forms[index]?.heading.line ?? 1;
    const earlier = forms.slice(0, index);
    const sameUnit = earlier.filter(({ departmentCode }) => departmentCode === form.departmentCode);
    const [first] = sameUnit;
    if (first !== undefined && (first.departmentName !== form.departmentName || first.unit !== form.unit)) {
      problems.push({ line, message: `同一部门编码${form.departmentCode}的名称或金额单位前后不一致` });
    }
    if (sameUnit.some(({ project }) => project.code === form.project.code)) {
      problems.push({ line, message: `项目编码${form.project.code}出现了两次` });
    }
    if (sameUnit.some(({ project }) => project.sequence === form.project.sequence)) {
      problems.push({ line, message: `序号${form.project.sequence}出现了两次` });
    }
  });
  return problems;
}
