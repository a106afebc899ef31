import type { Department } from '../model/department.ts';
import { projectId, type ProjectKey } from '../model/project.ts';
import type { Site } from '../model/site.ts';

/**
 * Up to this many projects each has a card of its own; above, a project's page shows its department's. A card takes
 * about 45 ms to draw: with 500 projects the first build takes some 20 seconds longer, with 10,000 it would be
 * more than seven minutes.
 */
export const MOST_PROJECT_CARDS = 500;

/** The folder of the cards in the site. */
export const CARD_FOLDER = 'share';

/** The size that chat programs and forums expect of a card, in pixels. */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

export const SITE_CARD = `${CARD_FOLDER}/site.png`;

export const departmentCard = ({ year, code }: Pick<Department, 'year' | 'code'>): string =>
  `${CARD_FOLDER}/${String(year)}/${code}.png`;

/** Whether the projects of a site have cards of their own. */
export function hasProjectCards({ departments }: Pick<Site, 'departments'>): boolean {
  return departments.reduce((count, { projects }) => count + projects.length, 0) <= MOST_PROJECT_CARDS;
}

/** What gives the card that a project's page shows: its own, or its department's where the site has too many. */
export function projectCardsOf(site: Pick<Site, 'departments'>): (project: ProjectKey) => string {
  if (hasProjectCards(site)) return (project) => `${CARD_FOLDER}/${projectId(project)}.png`;
  return ({ year, departmentCode }) => departmentCard({ year, code: departmentCode });
}
