import type { Published } from '../files/finding.ts';
import type { ChangeLog } from '../history/change-log.ts';
import { isDated, type History } from '../history/history.ts';
import { hasEvaluations } from '../model/evaluation.ts';
import type { Site } from '../model/site.ts';
import { latestYearOf } from '../model/years.ts';
import { whomToAskOf } from './contact.ts';

/**
 * What pages say of the site around their own subject: little, the same on each, and found once. A page that asks for
 * nothing else needs not be made again when other content changes.
 */
export interface Frame extends Pick<Site, 'settings' | 'glossary' | 'areas'> {
  /** The names of the free pages. */
  readonly pages: readonly string[];
  /** The latest year; undefined where the site has none. */
  readonly latest: number | undefined;
  /** Whom to ask of the latest year's documents, as a sentence. */
  readonly whomToAsk: string;
  readonly hasResults: boolean;
  readonly isAdjusted: boolean;
  /** Whether there are feeds, and a log of changes. */
  readonly hasFeed: boolean;
  readonly tellsChanges: boolean;
}

/** @param host where the site will stand, as far as it is known. */
export function frameOf(
  { site }: Pick<Published, 'site'>,
  history: History,
  changeLog: ChangeLog,
  host: string | undefined,
): Frame {
  const { settings, glossary, areas, departments } = site;
  const latest = latestYearOf(site);
  return {
    ...{ settings, glossary, areas, latest },
    pages: site.pages.map(({ slug }) => slug),
    whomToAsk: whomToAskOf(departments.filter(({ year }) => year === latest)),
    hasResults: departments.some(({ projects }) => hasEvaluations(projects)),
    isAdjusted: departments.some(({ adjustments = [] }) => adjustments.length > 0),
    hasFeed: host !== undefined && departments.some((department) => isDated(history, department)),
    tellsChanges: changeLog.kind === 'known',
  };
}
