import type { APIRoute } from 'astro';
import type { ProjectCodeEntry } from '../../search/project-codes.ts';
import { projectAddress } from '../../site/addresses.ts';
import { loadSite } from '../../site/content.ts';
import { amountWords } from '../../site/words.ts';

/** All project codes with where they lead: any part of a code is found in them. */
export const GET: APIRoute = async () => {
  const site = await loadSite();
  const entries = site.departments.flatMap(({ projects }) =>
    projects.map((project): ProjectCodeEntry => [
      project.code,
      projectAddress(project),
      project.name,
      `${project.year}年`,
      amountWords(project.budget.total.value),
    ]),
  );
  return new Response(JSON.stringify(entries));
};
