import type { APIRoute } from 'astro';
import { makeBrowseData } from '../../browse/make-browse-data.ts';
import { loadPublished } from '../../site/content.ts';
import { notesByProject } from '../../files/notes.ts';

/** What the table of all projects is filtered from in the browser. */
export const GET: APIRoute = async () => {
  const { site, findings } = await loadPublished();
  const notes = notesByProject(findings);
  const data = makeBrowseData(
    site.departments,
    (project) => notes.get(project)?.length ?? 0,
    site.everydayWords,
    site.areas,
  );
  return new Response(JSON.stringify(data));
};
