import { projectId, type Project } from '../model/project.ts';

/** Under which keys a code stands, latest first: `2022/313001/13060522P004064100019`. For whoever has a code alone. */
export type ProjectList = Readonly<Record<string, readonly string[]>>;

/** The last characters a code can have; small letters are counted as large ones. */
const LAST = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-');

/** The file in which a code is listed, by its last character. */
export function listFileOf(code: string): string {
  return `${code.slice(-1).toUpperCase()}.json`;
}

/** The keys of a code, however its letters are written. */
export function editionsIn(list: ProjectList, code: string): readonly string[] {
  const wanted = code.toUpperCase();
  return Object.entries(list).flatMap(([one, keys]) => (one.toUpperCase() === wanted ? keys : []));
}

/**
 * All lists: every file is there, also empty, so that asking for a code that there is not is no failed
 * request. Projects are spread over them by the last character, so that each stays small.
 */
export function projectLists(
  editions: ReadonlyMap<string, readonly Project[]>,
): ReadonlyMap<string, ProjectList> {
  const lists = new Map<string, Record<string, readonly string[]>>(LAST.map((last) => [`${last}.json`, {}]));
  for (const [code, own] of editions) {
    const list = lists.get(listFileOf(code));
    if (list !== undefined) list[code] = own.map(projectId);
  }
  return lists;
}
