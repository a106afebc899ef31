import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { contentFolder, loadSite } from '../../../../site/content.ts';

/** The official documents, byte for byte. */
export const getStaticPaths = (async () =>
  (await loadSite()).departments.flatMap(({ year, code, documents }) =>
    documents.map(({ fileName }) => ({
      params: { year: String(year), department: code, file: fileName },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { year = '', department = '', file = '' } }) => {
  const bytes = await readFile(join(contentFolder(), year, department, 'sources', file));
  return new Response(new Uint8Array(bytes));
};
