import { within, type Note } from '../../files/notes.ts';
import { toldCorrections, type ToldCorrection } from '../../files/value-words.ts';
import type { Explanation, Project } from '../../model/project.ts';

/** What is to be said of the values in one part of the form. */
export interface RemarksOnPart {
  readonly notes: readonly Note[];
  /** The editor's explanations of values that no check speaks of. */
  readonly explanations: readonly Explanation[];
  readonly corrections: readonly ToldCorrection[];
}

/** @param part its key, with which the values' paths begin. */
export function remarksOn(project: Project, notes: readonly Note[], part: string): RemarksOnPart {
  const own = within(notes, part);
  return {
    notes: own,
    explanations: within(project.explanations, part).filter(
      ({ location }) => !own.some((note) => note.location === location && note.explanation !== undefined),
    ),
    corrections: within(toldCorrections(project), part),
  };
}

/** Whether there is any: most values have none, and a component takes time that has nothing to say. */
export function hasRemarks(project: Project, notes: readonly Note[], part: string): boolean {
  if (notes.length + project.explanations.length + project.corrections.length === 0) return false;
  return Object.values(remarksOn(project, notes, part)).some((all: readonly unknown[]) => all.length > 0);
}
