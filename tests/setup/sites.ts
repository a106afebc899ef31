import { inject } from 'vitest';
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
  ...['checks', 'checks-completeness', 'projects-found', 'search-found', 'compare-four'],
]);

const three = inject('threeDepartments');

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

export const SITES: readonly TestedSite[] = [REAL_SITE, THREE_DEPARTMENTS];
