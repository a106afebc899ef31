import { formatPath, parsePath, type ValuePath } from '../files/value-path.ts';
import type { Project } from '../model/project.ts';
import { CATEGORIES, LABELS as L } from '../model/terms.ts';
import { matchGoals, matchRows, rowsOf } from '../files/compare-projects.ts';

/**
 * Tells where a value of a project stands once rows and goals were set in or taken out before it; undefined where what
 * it belonged to is gone.
 */
export function pathsAfter(before: Project, after: Project): (path: ValuePath) => ValuePath | undefined {
  const goals = matchGoals(before, after);
  const rows = new Map(
    CATEGORIES.map((category) => [
      category as string | number,
      matchRows(rowsOf(before, category), rowsOf(after, category)),
    ]),
  );
  return (path) => {
    const [field, second, place, ...rest] = path;
    if (field === L.goals && typeof second === 'number') {
      const match = goals.find((one) => one.before === second);
      return match?.after === undefined ? undefined : [field, match.after];
    }
    const matches = field === L.indicators && second !== undefined ? rows.get(second) : undefined;
    if (field === undefined || second === undefined || matches === undefined) return path;
    const match = matches.find((one) => one.before === place);
    return match?.after === undefined ? undefined : [field, second, match.after, ...rest];
  };
}

/** Notes of an editor at the places that their values have now; those whose value is gone stay as they are. */
export function followNotes<Note extends { readonly location: string }>(
  notes: readonly Note[],
  after: (path: ValuePath) => ValuePath | undefined,
): { readonly notes: readonly Note[]; readonly lost: readonly Note[] } {
  const lost: Note[] = [];
  const moved = notes.map((note) => {
    const path = parsePath(note.location);
    const now = path && after(path);
    if (path !== undefined && now === undefined) lost.push(note);
    return now === undefined ? note : { ...note, location: formatPath(now) };
  });
  return { notes: moved, lost };
}
