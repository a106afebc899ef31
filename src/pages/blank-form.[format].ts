import type { APIRoute, GetStaticPaths } from 'astro';
import { blankFormsAs } from '../export/write-blank-forms.ts';
import { USUAL_PERIODS } from '../files/new-files.ts';
import { answerWith, FORMATS, type Format } from '../site/forms-file.ts';

/** A form to fill in as a Word document and as an Excel workbook, for a department of which nothing is known. */
export const getStaticPaths = (() =>
  FORMATS.map((format) => ({ params: { format }, props: { format } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ readonly format: Format }> = ({ props: { format } }) =>
  answerWith(
    format,
    blankFormsAs(format, {
      ...{ year: undefined, code: '', name: '', unit: undefined, projects: 1, periods: USUAL_PERIODS },
    }),
  );
