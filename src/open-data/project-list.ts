import type { Project } from '../model/project.ts';

/** Where the data of projects lies, by their codes. */
export type ProjectList = Readonly<Record<string, ListedProject>>;

/** A project's name and its editions, latest first, each as `year/department`: `2022/313001`. */
export interface ListedProject {
  readonly name: string;
  readonly editions: readonly string[];
}

/** The last characters a code can have. */
const LAST = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** The file in which a code is listed, by its last character; undefined for what has not a code's shape. */
export function listFileOf(code: string): string | undefined {
  return /^[0-9A-Z]{21}$/.test(code) ? `${code.slice(-1)}.json` : undefined;
}

/**
 * All lists: every file is there, also empty, so that asking for a code that there is not is no failed
 * request. Projects are spread over them by the last character, so that each stays small.
 */
export function projectLists(
  editions: ReadonlyMap<string, readonly Project[]>,
): ReadonlyMap<string, ProjectList> {
  const lists = new Map<string, Record<string, ListedProject>>(LAST.map((last) => [`${last}.json`, {}]));
  for (const [code, own] of editions) {
    const list = lists.get(listFileOf(code) ?? '');
    const [latest] = own;
    if (list === undefined || latest === undefined) continue;
    list[code] = {
      name: latest.name,
      editions: own.map(({ year, departmentCode }) => `${year}/${departmentCode}`),
    };
  }
  return lists;
}
