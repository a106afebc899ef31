import type { APIRoute, GetStaticPaths } from 'astro';
import type { Department } from '../../../model/department.ts';
import { loadSite } from '../../../site/content.ts';
import { keyed } from '../../../site/keyed.ts';
import { answerWith, FORMATS, formsFile, type Format } from '../../../site/forms-file.ts';

/** All forms of a department as a Word document and as an Excel workbook. */
export const getStaticPaths = (async () =>
  keyed(
    (await loadSite()).departments
      .filter(({ projects }) => projects.length > 0)
      .flatMap((department) =>
        FORMATS.map((format) => ({
          params: { year: String(department.year), department: department.code, format },
          props: () => ({ department, format }),
        })),
      ),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ readonly department: Department; readonly format: Format }> = ({
  props: { department, format },
}) => answerWith(format, formsFile(department, format));
