import type { Project } from '../model/project.ts';

/** Excel allows no longer name of a sheet. */
const LONGEST = 31;

/**
 * The name of a form's sheet: its number in the document, which no other has, and the project's name as far as there
 * is room, without the signs that Excel allows in no such name.
 */
export function sheetName({ sequence, name }: Pick<Project, 'sequence' | 'name'>): string {
  const words = `${String(sequence)}.${name.replace(/[[\]:*?/\\\p{Cc}\p{Cs}]/gu, '')}`;
  let cut = '';
  for (const character of words) if (cut.length + character.length <= LONGEST) cut += character;
  return cut.replace(/'+$/, '').trim();
}
