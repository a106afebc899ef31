import { inject } from 'vitest';
import { kindOf } from '../../scripts/screenshots/pages.ts';
import { viewsOfSite, type View } from '../../scripts/screenshots/views.ts';
import type { PageOptions } from './browser.ts';

/** A site on which the tests run that are about no words of the content. */
export interface TestedSite {
  readonly title: string;
  readonly folder: string;
  /** What makes a page open on it. */
  readonly options: Pick<PageOptions, 'siteUrl'>;
  /** Whether a kind of page, or a state of one, is looked at in this run; the full run looks at all. */
  readonly isLookedAt: (name: string) => boolean;
}

/** What another content makes another page: glossary, guide and the like are the same on every site. */
const MANIFOLD: ReadonlySet<string> = new Set([
  ...['home', 'year', 'department', 'project', 'permanent', 'projects', 'indicators', 'indicators-shared'],
  ...['changes', 'checks', 'checks-completeness', 'projects-found', 'search-found', 'compare-four'],
]);

const three = inject('threeDepartments');
const years = inject('overTheYears');

/** The real content, one department in one year; and made-up content of several departments, years and forms. */
export const REAL_SITE: TestedSite = {
  title: 'the real content',
  folder: inject('siteFolder'),
  options: {},
  isLookedAt: () => true,
};

export const THREE_DEPARTMENTS: TestedSite = {
  title: 'three departments in three years',
  folder: three.folder,
  options: { siteUrl: three.url },
  isLookedAt: (name) => process.env.TEST_FULL === '1' || MANIFOLD.has(name),
};

/** What changes from year to year, for the tests that are about that; those that run on every site leave it out. */
export const OVER_THE_YEARS: TestedSite = {
  title: 'departments over three years',
  folder: years.folder,
  options: { siteUrl: years.url },
  isLookedAt: () => false,
};

export const SITES: readonly TestedSite[] = [REAL_SITE, THREE_DEPARTMENTS];

/**
 * Frames are many and alike. All in the full run; else each chart of the site, of a year and of a department, and a
 * project of each department.
 */
export function framesLookedAt(frames: readonly string[]): readonly string[] {
  if (process.env.TEST_FULL === '1') return frames;
  const different = (path: string) =>
    kindOf(path) === 'embed-project' ? path.replace(/[^/]+\/$/, '') : path.replace(/\/\d+/g, '/');
  return [...new Map(frames.map((path) => [different(path), path])).values()];
}

/** Every kind of page of each site, as it opens and in each state that readers bring about, as far as this run looks. */
export function viewsLookedAt(): readonly (View & { readonly site: TestedSite; readonly title: string })[] {
  return SITES.flatMap((site) =>
    viewsOfSite(site.folder)
      .filter(({ name }) => site.isLookedAt(name))
      .map((view) => ({ ...view, site, title: `${view.name} of ${site.title}` })),
  );
}
