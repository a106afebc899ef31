import { toPublishingError } from '../files/publishing-error.ts';
import { writeFileAtomically } from '../files/write-file.ts';
import { nameOfBlankForms, type BlankForms } from './blank-forms.ts';
import { writeBlankWord } from './blank-word.ts';
import { writeBlankWorkbook } from './blank-workbook.ts';
import { checkNewFile } from './output-file.ts';

/** The kinds of files in which forms are given to fill in. */
export const BLANK_FILES = ['xlsx', 'docx'] as const;
export type BlankFile = (typeof BLANK_FILES)[number];

/** Blank forms as the bytes of an Excel or Word file. */
export function blankFormsAs(kind: BlankFile, forms: BlankForms): Uint8Array {
  return kind === 'xlsx' ? writeBlankWorkbook(forms) : writeBlankWord(forms);
}

/** Writes blank forms into a file that is not there yet, and gives its name. Throws a PublishingError otherwise. */
export async function writeBlankForms(
  kind: BlankFile,
  forms: BlankForms,
  out = `${nameOfBlankForms(forms)}.${kind}`,
): Promise<string> {
  await checkNewFile(out, kind);
  try {
    await writeFileAtomically(out, blankFormsAs(kind, forms));
  } catch (error) {
    throw toPublishingError(error, out);
  }
  return out;
}
