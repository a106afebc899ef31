import type { Note } from '../files/notes.ts';
import type { Project } from '../model/project.ts';
import { noteAddress } from './note-address.ts';

/** A row of which something is said, and how often: name and description of an indicator are often one text. */
export interface SaidOfRow {
  readonly project: Project;
  readonly times: number;
}

/** What a rule says in the same words of one or more rows. */
export interface SaidOnce {
  readonly message: string;
  readonly explanation: string | undefined;
  /** The rows by their addresses. */
  readonly rows: ReadonlyMap<string, SaidOfRow>;
}

/** The notes of one rule, each thing said once, in the order in which it is first said. */
export function saidOnce(notes: readonly Note[]): readonly SaidOnce[] {
  const said = new Map<string, SaidOnce & { readonly rows: Map<string, SaidOfRow> }>();
  for (const note of notes) {
    const { message, explanation, project } = note;
    const words = [message, explanation].join('\n');
    const same = said.get(words) ?? { message, explanation, rows: new Map<string, SaidOfRow>() };
    said.set(words, same);
    const row = noteAddress(note);
    same.rows.set(row, { project, times: (same.rows.get(row)?.times ?? 0) + 1 });
  }
  return [...said.values()];
}
