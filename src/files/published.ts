import type { Site } from '../model/site.ts';
import type { Finding } from './finding.ts';

/** What pages show: the content, and what the checks say of it. */
export interface Published {
  readonly site: Site;
  readonly findings: readonly Finding[];
}

/** Under this name the build hands over what it has read and checked, so that neither is done twice. */
export const HANDED_OVER = Symbol.for('mingzhang.published');
