import type { Note } from '../files/notes.ts';
import type { Department } from '../model/department.ts';
import type { Project } from '../model/project.ts';

/** A project with what is noted on its values. */
export interface NotedProject {
  readonly project: Project;
  readonly notes: readonly Note[];
}

/** So many data notes stand on one page. */
const MOST_ON_A_PAGE = 600;

/** Whether the notes of a site are too many for one page, so that each department has its own. */
export const areNotesParted = (notes: readonly Note[]): boolean => notes.length > MOST_ON_A_PAGE;

/**
 * The projects of a department that have notes, in its order, in parts of which each is a page; none where no project
 * has any.
 */
export function notePagesOf(
  { projects }: Department,
  notes: ReadonlyMap<Project, readonly Note[]>,
): readonly (readonly NotedProject[])[] {
  const pages: NotedProject[][] = [];
  let room = 0;
  for (const project of projects) {
    const own = notes.get(project);
    if (own === undefined) continue;
    if (pages.length === 0 || own.length > room) {
      pages.push([]);
      room = MOST_ON_A_PAGE;
    }
    pages.at(-1)?.push({ project, notes: own });
    room -= own.length;
  }
  return pages;
}

/** The projects with the most notes first, else in the order of the document. */
export const mostNoted = (projects: readonly NotedProject[]): readonly NotedProject[] =>
  [...projects].sort((a, b) => b.notes.length - a.notes.length || a.project.sequence - b.project.sequence);
