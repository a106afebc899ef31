import type { Department } from '../model/department.ts';
import { nameOfForms } from '../export/chosen-forms.ts';
import { formsAs } from '../export/export-files.ts';

/** As what the site offers a department's forms. */
export const FORMATS = ['docx', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

const TYPES: Readonly<Record<Format, string>> = {
  docx: 'wordprocessingml.document',
  xlsx: 'spreadsheetml.sheet',
};

/** A file as a route hands it out. */
export function answerWith(format: Format, bytes: Uint8Array): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': `application/vnd.openxmlformats-officedocument.${TYPES[format]}` },
  });
}

/** What was made of a department's forms: each file is made once, for the page that says how large it is and for its own route. */
interface Made {
  readonly size: number;
  /** Kept until the route hands it out. */
  readonly bytes: Uint8Array | undefined;
}

const made = new WeakMap<Department, Map<Format, Made>>();

const bookOf = (department: Department) => ({ kind: 'book', department }) as const;

/** How many bytes the file of all forms of a department has, and under which name it is saved; undefined without any. */
export function formsOffered(
  department: Department,
  format: Format,
): { readonly savedAs: string; readonly size: number } | undefined {
  if (department.projects.length === 0) return undefined;
  const savedAs = `${nameOfForms(bookOf(department))}.${format}`;
  const before = made.get(department)?.get(format);
  if (before !== undefined) return { savedAs, size: before.size };
  const bytes = formsAs(format, bookOf(department), '本站的Word文件');
  note(department, format, { size: bytes.length, bytes });
  return { savedAs, size: bytes.length };
}

/** All forms of a department as a Word document or an Excel workbook. */
export function formsFile(department: Department, format: Format): Uint8Array {
  const bytes =
    made.get(department)?.get(format)?.bytes ?? formsAs(format, bookOf(department), '本站的Word文件');
  note(department, format, { size: bytes.length, bytes: undefined });
  return bytes;
}

function note(department: Department, format: Format, file: Made): void {
  const own = made.get(department) ?? new Map<Format, Made>();
  made.set(department, own.set(format, file));
}
