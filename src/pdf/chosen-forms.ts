import { nearestWord } from '../files/nearest-word.ts';
import type { Department } from '../model/department.ts';
import { projectId, type Project } from '../model/project.ts';
import type { Site } from '../model/site.ts';
import { PublishingError } from '../files/publishing-error.ts';

/** What of the site is asked for; what is left out is taken to be the latest year and the only department. */
export interface Choice {
  readonly year?: number | undefined;
  readonly department?: string | undefined;
  readonly project?: string | undefined;
}

/** What is exported: the forms of a department, bound, or one form. */
export type ChosenForms =
  | { readonly kind: 'book'; readonly department: Department }
  | { readonly kind: 'form'; readonly project: Project };

/**
 * Finds what is asked for. Throws a PublishingError that names what there is instead where it is not there, or where
 * more than one department could be meant.
 */
export function chooseForms(site: Site, choice: Choice): ChosenForms {
  const { year, department, project: record } = choice;
  const departments = site.departments.filter(
    (one) =>
      (year === undefined || one.year === year) && (department === undefined || one.code === department),
  );
  if (departments.length === 0) throw new PublishingError(nothingThere(site, choice));
  if (record !== undefined) return { kind: 'form', project: chooseProject(departments, record) };
  const latest = Math.max(...departments.map((one) => one.year));
  const [only, ...more] = departments.filter((one) => one.year === latest);
  if (only === undefined || more.length > 0) {
    throw severalDepartments(
      latest,
      departments.filter((one) => one.year === latest).map((one) => one.code),
    );
  }
  if (only.projects.length === 0) {
    throw new PublishingError(`部门${only.code}在${String(only.year)}年没有项目，没有可以导出的表。`);
  }
  return { kind: 'book', department: only };
}

/** A project by its name in addresses (its code, or its number without one), in the latest of the years left. */
function chooseProject(departments: readonly Department[], record: string): Project {
  const projects = departments.flatMap((one) => one.projects);
  const named = projects.filter((one) => one.record === record);
  const latest = Math.max(...named.map((one) => one.year));
  const [only, ...more] = named.filter((one) => one.year === latest);
  if (only === undefined) {
    const near = nearestWord(
      record,
      projects.map((one) => one.record),
    );
    const guess = near === undefined ? '' : `，是不是 ${near}`;
    const numbered = projects.some(({ code }) => code === '') ? '没有编码的项目，写文件名里的序号。' : '';
    throw new PublishingError(`没有编码为“${record}”的项目${guess}。${numbered}`);
  }
  if (more.length > 0)
    throw severalDepartments(
      latest,
      [only, ...more].map((one) => one.departmentCode),
    );
  return only;
}

function severalDepartments(year: number, codes: readonly string[]): PublishingError {
  return new PublishingError(
    `${String(year)}年有${String(codes.length)}个部门，请用 --department 指明一个：${codes.join('、')}。`,
  );
}

function nothingThere({ departments }: Site, { year, department }: Choice): string {
  if (departments.length === 0) return '内容里还没有部门，没有可以导出的表。';
  const there = departments.map((one) => `${String(one.year)}年 ${one.code}`).slice(0, 20);
  const asked = [
    ...(year === undefined ? [] : [`${String(year)}年`]),
    ...(department === undefined ? [] : [`编码为“${department}”的部门`]),
  ];
  return `内容里没有${asked.join('')}。现有：${there.join('、')}${departments.length > 20 ? '等' : ''}。`;
}

/** The address of the page that holds the forms, below the site's base path. */
export function pathOfForms(chosen: ChosenForms): string {
  if (chosen.kind === 'book') return `${String(chosen.department.year)}/${chosen.department.code}/print/`;
  return `${projectId(chosen.project)}/`;
}

/** The file's name where none is given: named as the source documents are, `313001-2022.pdf`. */
export function fileNameOfForms(chosen: ChosenForms): string {
  if (chosen.kind === 'book') return `${chosen.department.code}-${String(chosen.department.year)}.pdf`;
  const { year, departmentCode, code, record } = chosen.project;
  // A number alone names a project in every department.
  return `${code === record ? '' : `${departmentCode}-`}${record}-${String(year)}.pdf`;
}
