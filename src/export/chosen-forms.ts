import { nearestWord } from '../files/nearest-word.ts';
import type { Department } from '../model/department.ts';
import { formTitle } from '../model/form-layout.ts';
import { projectId, type Project } from '../model/project.ts';
import type { Site } from '../model/site.ts';
import { PublishingError } from '../files/user-error.ts';

/** What of the site is asked for; what is left out is taken to be the latest year and the only department. */
export interface Choice {
  readonly year?: number | undefined;
  readonly department?: string | undefined;
  readonly project?: string | undefined;
}

/** What is exported: the forms of a department, bound, or one form. */
export type ChosenForms =
  | { readonly kind: 'book'; readonly department: Department }
  | { readonly kind: 'form'; readonly department: Department; readonly project: Project };

/**
 * Finds what is asked for: one form, or a book for each department of the latest year left. Throws a PublishingError
 * that names what there is instead where it is not there.
 */
export function chooseForms(site: Site, choice: Choice): readonly ChosenForms[] {
  const { year, department, project: record } = choice;
  const departments = site.departments.filter(
    (one) =>
      (year === undefined || one.year === year) && (department === undefined || one.code === department),
  );
  if (departments.length === 0) throw new PublishingError(nothingThere(site, choice));
  if (record !== undefined) return [{ kind: 'form', ...chooseProject(departments, record) }];
  const latest = Math.max(...departments.map((one) => one.year));
  const ofYear = departments.filter((one) => one.year === latest);
  const books = ofYear.filter(({ projects }) => projects.length > 0);
  if (books.length === 0) {
    const codes = ofYear.map(({ code }) => code).join('、');
    throw new PublishingError(`部门${codes}在${String(latest)}年没有项目，没有可以导出的表。`);
  }
  return books.map((one) => ({ kind: 'book', department: one }));
}

/** The one that is chosen, for what writes one file; throws a PublishingError that names the departments of several. */
export function onlyChosen(chosen: readonly ChosenForms[]): ChosenForms {
  const [only, ...more] = chosen;
  if (only === undefined || more.length > 0) {
    const departments = chosen.map(({ department }) => department);
    throw severalDepartments(
      departments[0]?.year ?? 0,
      departments.map(({ code }) => code),
    );
  }
  return only;
}

/** A project by its name in addresses (its code, or its number without one), in the latest of the years left. */
function chooseProject(
  departments: readonly Department[],
  record: string,
): { readonly department: Department; readonly project: Project } {
  const all = departments.flatMap((department) =>
    department.projects.map((project) => ({ department, project })),
  );
  const named = all.filter(({ project }) => project.record === record);
  const latest = Math.max(...named.map(({ project }) => project.year));
  const [only, ...more] = named.filter(({ project }) => project.year === latest);
  if (only === undefined) {
    const near = nearestWord(
      record,
      all.map(({ project }) => project.record),
    );
    const guess = near === undefined ? '' : `，是不是 ${near}`;
    const numbered = all.some(({ project }) => project.code === '')
      ? '没有编码的项目，写文件名里的序号。'
      : '';
    throw new PublishingError(`没有编码为“${record}”的项目${guess}。${numbered}`);
  }
  if (more.length > 0)
    throw severalDepartments(
      latest,
      [only, ...more].map(({ department }) => department.code),
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

/** The name of a PDF where none is given: named as the source documents are, `313001-2022.pdf`. */
export function fileNameOfForms(chosen: ChosenForms): string {
  if (chosen.kind === 'book') return `${chosen.department.code}-${String(chosen.department.year)}.pdf`;
  const { year, departmentCode, code, record } = chosen.project;
  // A number alone names a project in every department.
  return `${code === record ? '' : `${departmentCode}-`}${record}-${String(year)}.pdf`;
}

/** No file system takes longer names; in UTF-8 a character of Chinese has three bytes, and 255 are allowed. */
const LONGEST_NAME = 60;

/**
 * What a Word or Excel file of forms says that it is, as its name without an ending.
 *
 * @example 313001保定某局2022年预算绩效目标; 某项目绩效目标表（2022年）
 */
export function nameOfForms(chosen: ChosenForms): string {
  const { year, code, name } = chosen.department;
  if (chosen.kind === 'book') return `${code}${allowedInNames(name)}${String(year)}年预算绩效目标`;
  return `${allowedInNames(formTitle(chosen.project))}（${String(year)}年）`;
}

/** Words without the signs that file systems allow in no name. */
export function allowedInNames(words: string): string {
  const allowed = words.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim();
  return [...allowed].slice(0, LONGEST_NAME).join('');
}
