import { toPublishingError } from '../files/publishing-error.ts';
import { writeFileAtomically } from '../files/write-file.ts';
import { nameOfForms, type ChosenForms } from './chosen-forms.ts';
import { checkEnding, checkOutputFile, type FormFile } from './output-file.ts';
import { writeWord } from './word.ts';
import { writeWorkbook } from './workbook.ts';

/** A file that was written, and how many forms it holds. */
export interface ExportedFile {
  readonly file: string;
  readonly forms: number;
}

/**
 * Forms as the bytes of a Word or Excel file.
 *
 * @param wholeTextsIn where a reader finds a text that no cell of Excel holds; without it, there is no such workbook.
 */
export function formsAs(
  kind: Exclude<FormFile, 'pdf'>,
  chosen: ChosenForms,
  wholeTextsIn?: string,
): Uint8Array {
  return kind === 'docx' ? writeWord(chosen) : writeWorkbook(chosen, wholeTextsIn);
}

/**
 * Writes each of the forms chosen as a Word or Excel file. All places are looked at before anything is written. Throws
 * a PublishingError for what the user can fix.
 *
 * @param out the file, where there is one to write; else each is named by what it holds, in the working directory.
 */
export async function exportFiles(
  chosen: readonly ChosenForms[],
  kind: Exclude<FormFile, 'pdf'>,
  out?: string,
): Promise<readonly ExportedFile[]> {
  if (out !== undefined) checkEnding(out, kind, '--to');
  const files = chosen.map((forms) => ({ forms, file: out ?? `${nameOfForms(forms)}.${kind}` }));
  for (const { file } of files) await checkOutputFile(file, kind);
  const written: ExportedFile[] = [];
  for (const { forms, file } of files) {
    try {
      await writeFileAtomically(file, formsAs(kind, forms));
    } catch (error) {
      throw toPublishingError(error, file);
    }
    written.push({ file, forms: forms.kind === 'book' ? forms.department.projects.length : 1 });
  }
  return written;
}
