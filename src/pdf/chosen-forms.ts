import { nearestWord } from '../files/nearest-word.ts';
import type { Department } from '../model/department.ts';
import type { Project } from '../model/project.ts';
import type { Site } from '../model/site.ts';
import { PublishingError } from '../publishing/publishing-error.ts';

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
  const { year, department, project: code } = choice;
  const departments = site.departments.filter(
    (one) =>
      (year === undefined || one.year === year) && (department === undefined || one.code === department),
  );
  if (departments.length === 0) throw new PublishingError(nothingThere(site, choice));
  if (code !== undefined) return { kind: 'form', project: chooseProject(departments, code) };
  const latest = Math.max(...departments.map((one) => one.year));
  const [only, ...more] = departments.filter((one) => one.year === latest);
  if (only === undefined || more.length > 0) {
    const names = departments.filter((one) => one.year === latest).map(({ code: one }) => one);
    throw new PublishingError(
      `${String(latest)}年有${String(names.length)}个部门，请用 --department 指明一个：${names.join('、')}。`,
    );
  }
  if (only.projects.length === 0) {
    throw new PublishingError(`部门${only.code}在${String(only.year)}年没有项目，没有可以导出的表。`);
  }
  return { kind: 'book', department: only };
}

/** A project by its code, in the latest of the years that are left. */
function chooseProject(departments: readonly Department[], code: string): Project {
  const projects = departments.flatMap((one) => one.projects);
  const [first, ...others] = projects.filter((one) => one.code === code);
  if (first !== undefined) {
    return others.reduce((latest, one) => (one.year > latest.year ? one : latest), first);
  }
  const near = nearestWord(
    code,
    projects.map((one) => one.code),
  );
  throw new PublishingError(`没有编码为“${code}”的项目${near === undefined ? '' : `，是不是 ${near}`}。`);
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
  const { year, departmentCode, code } = chosen.project;
  return `${String(year)}/${departmentCode}/${code}/`;
}

/** The file's name where none is given: named as the source documents are, `313001-2022.pdf`. */
export function fileNameOfForms(chosen: ChosenForms): string {
  const { code, year } = chosen.kind === 'book' ? chosen.department : chosen.project;
  return `${code}-${String(year)}.pdf`;
}
