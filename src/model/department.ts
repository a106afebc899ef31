import { adjustmentsOfProject, type Adjustment, type EarlierVersions } from './adjustment.ts';
import type { Project } from './project.ts';
import type { MoneyUnit } from './money-unit.ts';

/** A budget unit (预算单位) in one year, with its overall goals and its projects in document order. */
export interface Department {
  readonly year: number;
  readonly code: string;
  readonly name: string;
  /** The unit in which the department's files state amounts. */
  readonly unit: MoneyUnit;
  readonly source: Source;
  readonly telephone: string | undefined;
  readonly postalAddress: string | undefined;
  /** 结束项目: projects of the year before that are no more, and why. */
  readonly endedProjects: readonly EndedProject[];
  /** The overall performance goals, as Markdown; may be empty. */
  readonly overallGoals: string;
  /** Those that count: as they stand after the last adjustment, and without those that were withdrawn. */
  readonly projects: readonly Project[];
  /** 预算调整 within the year, oldest first. */
  readonly adjustments?: readonly Adjustment[];
  /** What the adjustments replaced, oldest first. */
  readonly earlier?: readonly EarlierVersions[];
  /** The projects that were withdrawn after publication, in document order. */
  readonly withdrawn?: readonly Project[];
  /** The official documents offered for download. */
  readonly documents: readonly SourceDocument[];
  /** The documents with which the content was compared cell by cell and found the same. */
  readonly verified?: readonly VerifiedDocument[];
}

/** A project that the year before had, by the code that it had then, and why it is no more. */
export interface EndedProject {
  readonly code: string;
  readonly reason: string;
}

/** Names a project's department where there are several to tell apart; undefined where there is only one. */
export function departmentNamer(
  departments: readonly Pick<Department, 'code' | 'name'>[],
): ((project: Pick<Project, 'departmentCode'>) => string) | undefined {
  if (departments.length < 2) return undefined;
  const names = new Map(departments.map(({ code, name }) => [code, name]));
  return ({ departmentCode }) => names.get(departmentCode) ?? departmentCode;
}

/**
 * What departments are called where several years stand together, by their codes: the latest name, and those before it.
 *
 * @param departments latest year first.
 * @example 示例管理局（原名示例局）
 */
export function labelsByCode(
  departments: readonly Pick<Department, 'code' | 'name'>[],
): ReadonlyMap<string, string> {
  const names = new Map<string, Set<string>>();
  for (const { code, name } of departments) names.set(code, (names.get(code) ?? new Set()).add(name));
  return new Map(
    [...names].map(([code, [latest = '', ...earlier]]) => [
      code,
      earlier.length === 0 ? latest : `${latest}（原名${earlier.join('、')}）`,
    ]),
  );
}

/** Where the department's figures come from; what is not known is left out. */
export interface Source {
  /** The files in `sources/` from which the content was taken. */
  readonly files: readonly string[];
  readonly title: string | undefined;
  readonly address: string | undefined;
  readonly published: string | undefined;
  readonly approval: string | undefined;
}

/** An official document that says the same as the content, but for values that were officially corrected since. */
export interface VerifiedDocument {
  readonly fileName: string;
  readonly corrected: number;
  /** The records of the projects that it has. */
  readonly records: ReadonlySet<string>;
}

/**
 * The files from which a project was taken: those of the last adjustment that changed it; else the one that is named, or
 * of several those that are known to have it.
 */
export function filesOf(department: Department, { record }: Pick<Project, 'record'>): readonly string[] {
  const {
    source: { files: original },
    verified = [],
  } = department;
  const files = adjustmentsOfProject(department, { record }).at(-1)?.adjustment.files ?? original;
  if (files.length <= 1) return files;
  const having = verified.filter(({ records }) => records.has(record)).map(({ fileName }) => fileName);
  return files.filter((file) => having.includes(file));
}

/** A file in the department's `sources/` folder. */
export interface SourceDocument {
  readonly fileName: string;
  readonly bytes: number;
  /** SHA-256 of its bytes, lower-case hexadecimal. */
  readonly sha256: string;
}
