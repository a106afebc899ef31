import type { Department } from '../model/department.ts';
import { nameOfForms } from '../export/chosen-forms.ts';
import { formsAs } from '../export/export-files.ts';

/** As what the site offers a department's forms. */
export const FORMATS = ['docx', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

/** A file that the site offers, with the name under which it is saved. */
export interface OfferedFile {
  readonly savedAs: string;
  readonly bytes: Uint8Array;
}

const TYPES: Readonly<Record<Format, string>> = {
  docx: 'wordprocessingml.document',
  xlsx: 'spreadsheetml.sheet',
};

/** A file as a route hands it out. */
export function answerWith(format: Format, bytes: Uint8Array = new Uint8Array()): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': `application/vnd.openxmlformats-officedocument.${TYPES[format]}` },
  });
}

/** The page says how large the files are that another route hands out: each is made once for both. */
const made = new WeakMap<Department, Map<Format, OfferedFile>>();

/** All forms of a department as a Word document or an Excel workbook; undefined without any. */
export function formsFile(department: Department, format: Format): OfferedFile | undefined {
  if (department.projects.length === 0) return undefined;
  const ofDepartment = made.get(department) ?? new Map<Format, OfferedFile>();
  made.set(department, ofDepartment);
  const chosen = { kind: 'book', department } as const;
  const file = ofDepartment.get(format) ?? {
    savedAs: `${nameOfForms(chosen)}.${format}`,
    bytes: formsAs(format, chosen, '本站的Word文件'),
  };
  ofDepartment.set(format, file);
  return file;
}
