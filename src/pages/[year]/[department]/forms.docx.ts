import type { APIRoute, GetStaticPaths } from 'astro';
import type { Department } from '../../../model/department.ts';
import { loadSite } from '../../../site/content.ts';
import { formsFile } from '../../../site/forms-file.ts';

/** All forms of a department as a Word document. */
export const getStaticPaths = (async () =>
  (await loadSite()).departments
    .filter(({ projects }) => projects.length > 0)
    .map((department) => ({
      params: { year: String(department.year), department: department.code },
      props: { department },
    }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ readonly department: Department }> = ({ props: { department } }) =>
  new Response(new Uint8Array(formsFile(department)?.bytes ?? []), {
    headers: { 'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  });
