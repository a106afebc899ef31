import type { APIRoute, GetStaticPaths } from 'astro';
import { standingsOf } from '../../../../model/totals.ts';
import { toProjectData, type ProjectData } from '../../../../open-data/project-data.ts';
import { loadPublished } from '../../../../site/content.ts';
import { notesByProject } from '../../../../site/notes.ts';

/** Each project as JSON. */
export const getStaticPaths = (async () => {
  const { site, findings } = await loadPublished();
  const notes = notesByProject(findings);
  return site.departments.flatMap((department) => {
    const standings = standingsOf(department.projects);
    return department.projects.map((project) => ({
      params: { year: String(project.year), department: department.code, project: project.record },
      props: {
        data: toProjectData(
          project,
          department,
          standings.get(project),
          notes.get(project) ?? [],
          site.areas,
        ),
      },
    }));
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ readonly data: ProjectData }> = ({ props: { data } }) =>
  new Response(`${JSON.stringify(data)}\n`);
