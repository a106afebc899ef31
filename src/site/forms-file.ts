import type { Department } from '../model/department.ts';
import { nameOfForms } from '../export/chosen-forms.ts';
import { writeWord } from '../export/word.ts';

/** A file that the site offers, with the name under which it is saved. */
export interface OfferedFile {
  readonly savedAs: string;
  readonly bytes: Uint8Array;
}

/** The page says how large the file is that another route hands out: made once for both. */
const made = new WeakMap<Department, OfferedFile>();

/**
 * All forms of a department as a Word document; undefined without any. Excel is left to `npm run export`: it would
 * slow the build of a large site by more than a tenth.
 */
export function formsFile(department: Department): OfferedFile | undefined {
  if (department.projects.length === 0) return undefined;
  const chosen = { kind: 'book', department } as const;
  const file = made.get(department) ?? { savedAs: `${nameOfForms(chosen)}.docx`, bytes: writeWord(chosen) };
  made.set(department, file);
  return file;
}
