import type { Site } from '../model/site.ts';
import type { Finding } from './finding.ts';

/** What pages show: the content, and what the checks say of it. */
export interface Published {
  readonly site: Site;
  readonly findings: readonly Finding[];
}
