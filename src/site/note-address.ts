import { fragmentOf, type Note } from '../files/notes.ts';
import { projectAddress } from './addresses.ts';

/** The address of the row or section in which a note's value stands. */
export function noteAddress(note: Note): string {
  const section = fragmentOf(note);
  return `${projectAddress(note.project)}${section === undefined ? '' : `#${section}`}`;
}
