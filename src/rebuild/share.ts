import type { EarlierSite } from './earlier-site.ts';

/**
 * How the files of a site are shared out between processes or machines. What belongs to one department's year is made in one
 * place, named `2022/313001`; all else, such as totals, lists and search, is made where the parts are joined.
 */
export interface Share {
  /** Whether only departments' years are made here, and nothing else: a part of a site. */
  readonly isPart: boolean;
  /** Whether a department's year is made here; asked once for each. */
  readonly takes: (unit: string) => boolean;
  /**
   * Has the data of more than one department made elsewhere, for a site at a path of a host, as far as that is known; left out where
   * they are made here.
   */
  readonly haveDataMade?: (base: string, host: string | undefined) => void;
  /** Waits for those who make the others; gives what they made. */
  readonly others: () => Promise<readonly MadeElsewhere[]>;
}

/** Files of this site that another process made. */
export interface MadeElsewhere extends EarlierSite {
  /** Names all that they were made of. */
  readonly basis: string;
}

/** Everything in one place. */
export const UNSHARED: Share = { isPart: false, takes: () => true, others: () => Promise.resolve([]) };

/** The departments' years among those that exist to which a file may belong: `2022/313001`; undefined for the others. */
export function unitOf(path: string, units: ReadonlySet<string>): string | undefined {
  const unit = /^(?:embed\/|data\/)?(\d{4}\/[^/]+)\//.exec(path)?.[1];
  return unit !== undefined && units.has(unit) ? unit : undefined;
}
