import { listPages, projectsByRichness } from './built-pages.ts';
import { pageKindsOf } from './page-kinds.ts';
import { viewsOf, type View } from './views.ts';

/** The views of the site that lies built in a folder. */
export function viewsOfSite(folder: string): readonly View[] {
  const pages = listPages(folder);
  const projects = projectsByRichness(folder, pages);
  return viewsOf(pageKindsOf(pages, projects.slice(0, 1)), projects);
}
