import { relative, resolve, sep } from 'node:path';
import { departmentPathOf, departmentFile, projectFile, type DepartmentPath } from '../files/layout.ts';
import { nearestWord } from '../files/nearest-word.ts';
import { UserError } from '../files/user-error.ts';
import type { ContentChange } from '../model/change.ts';
import type { Site } from '../model/site.ts';

/** A file of a department, whether it is there today or not, with what was changed in it. */
export interface Subject {
  /** In the content folder, as it is called today or was called last. */
  readonly path: string;
  readonly place: DepartmentPath;
  readonly name: string;
  /** Newest first. */
  readonly changes: readonly ContentChange[];
}

/** Which files are asked for, and where the content lies. */
export interface Question {
  /** A code, a file, or a name or a part of one. */
  readonly asked: string;
  readonly content: string;
  readonly year?: number | undefined;
  readonly department?: string | undefined;
}

/** So many files are told in one answer. */
const MOST = 5;

/**
 * Finds the files that are asked for, by their path, their code, or a name that they have or had; latest year first.
 * Throws a UserError that names what is near, or what to choose from.
 */
export function findSubjects(
  { asked, content, year, department }: Question,
  site: Pick<Site, 'departments'>,
  changes: readonly ContentChange[],
): readonly Subject[] {
  const subjects = [...subjectsOf(site, changes)].filter(
    ({ place }) => (year ?? place.year) === place.year && (department ?? place.code) === place.code,
  );
  const path = relative(content, resolve(asked)).split(sep).join('/');
  const codeOf = ({ place }: Subject) => (place.kind === 'project' ? place.record : '');
  const namesOf = (one: Subject) => [
    one.name,
    ...one.changes.flatMap(({ files }) => files.map(({ name }) => name)),
  ];
  const ways: readonly ((subject: Subject) => boolean)[] = [
    (one) => [one.path, ...one.changes.flatMap(({ files }) => files.map((file) => file.path))].includes(path),
    (one) =>
      codeOf(one) === asked || one.changes.some(({ files }) => files.some(({ record }) => record === asked)),
    (one) => namesOf(one).includes(asked),
    (one) => namesOf(one).some((name) => name.includes(asked)),
  ];
  const found = ways.map((isIt) => subjects.filter(isIt)).find((some) => some.length > 0) ?? [];
  if (found.length === 0) {
    const names = subjects.flatMap((one) => [codeOf(one), one.name]).filter((name) => name !== '');
    const near = nearestWord(asked, names);
    throw new UserError(
      `内容里没有、以前也没有过编码、文件或名称为“${asked}”的项目或部门${near === undefined ? '' : `，是不是“${near}”`}。`,
    );
  }
  if (found.length > MOST) {
    const some = found
      .slice(0, 10)
      .map((one) => `  ${String(one.place.year)}年　${[codeOf(one), one.name].filter(Boolean).join('　')}`);
    throw new UserError(
      `编码、文件或名称里有“${asked}”的有${String(found.length)}个，请写编码，或用 --year、--department 指明一个${found.length > 10 ? `，前10个是` : ''}：\n${some.join('\n')}`,
    );
  }
  return found.sort((a, b) => b.place.year - a.place.year);
}

/** All files of departments that are there or were. */
function subjectsOf(
  { departments }: Pick<Site, 'departments'>,
  changes: readonly ContentChange[],
): Iterable<Subject> {
  const names = new Map<string, string>();
  for (const department of departments) {
    names.set(departmentFile('', department), department.name);
    for (const { record, name } of department.projects) names.set(projectFile('', department, record), name);
  }
  const files = new Map<string, { name: string; changes: ContentChange[] }>();
  for (const [path, name] of names) files.set(path.replaceAll('\\', '/'), { name, changes: [] });
  for (const change of changes) {
    for (const file of change.files) {
      const path = file.last;
      const own = files.get(path) ?? { name: file.name, changes: [] };
      own.changes.push({ ...change, files: [file] });
      files.set(path, own);
    }
  }
  return [...files].flatMap(([path, own]) => {
    const place = departmentPathOf(path);
    return place === undefined ? [] : [{ path, place, ...own }];
  });
}
