import type { Area } from './area.ts';
import type { Department } from './department.ts';
import { asFragment } from './fragments.ts';
import type { SiteNature } from './terms.ts';

/** What the site itself says of itself (`site.yaml`); '' where not stated. */
export interface SiteSettings {
  readonly name: string;
  readonly publisher: string;
  readonly nature: SiteNature;
  readonly address: string;
  readonly siteCode: string;
  readonly recordNumber: string;
  readonly policeNumber: string;
  readonly contact: { readonly email: string; readonly telephone: string; readonly address: string };
  readonly licence: { readonly name: string; readonly address: string };
  readonly column: {
    readonly name: string;
    readonly description: string;
    readonly keywords: readonly string[];
  };
  /** Whether the public change log names the people who made the changes. */
  readonly showNames: boolean;
  /** Whom to tell of a weakness of the site, until which day (YYYY-MM-DD), and how. */
  readonly security: {
    readonly contact: string;
    readonly expires: string;
    readonly key: string;
    readonly policy: string;
  };
}

/** A term of the form, explained twice: as the rules word it, and in plain words. */
export interface GlossaryTerm {
  readonly term: string;
  /** The heading under which the glossary lists it; '' where it has none. */
  readonly group: string;
  readonly official: string;
  readonly plain: string;
  readonly aliases: readonly string[];
  /** The rule or standard from which the official wording comes; '' where none is cited. */
  readonly origin: string;
}

/** A word of the official documents, and the words by which people ask for the same thing. */
export interface EverydayWords {
  readonly official: string;
  readonly everyday: readonly string[];
}

/** A free page such as `about`; its slug is its file name. */
export interface FreePage {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly order: number;
  /** Markdown. */
  readonly body: string;
}

/** An address below the site's root that leads on to another: `/2022/313001/038/`. */
export interface MovedAddress {
  readonly from: string;
  readonly to: string;
}

/** Everything that is published. */
export interface Site {
  readonly settings: SiteSettings;
  readonly glossary: readonly GlossaryTerm[];
  readonly everydayWords: readonly EverydayWords[];
  /** The areas into which projects are sorted, in the order that decides; empty where none are shown. */
  readonly areas: readonly Area[];
  readonly pages: readonly FreePage[];
  /** Addresses that the site once had. */
  readonly moved: readonly MovedAddress[];
  /** By year, latest first, then by code. */
  readonly departments: readonly Department[];
}

/** Whether the site itself says whom to tell of a mistake. */
export const hasContact = ({ contact }: SiteSettings): boolean =>
  Object.values(contact).some((way) => way !== '');

/** The site's name as paper and share cards have it: one that is not the department's own says so there too. */
export function printedName({ name, nature }: SiteSettings): string {
  return nature === '官方' ? name : `${name}（${nature}站点）`;
}

/**
 * The id of a term's entry, which is the fragment of its address: the term itself, as far as it may stand there.
 * The page's own ids are in Latin letters, so that such a term needs more.
 */
export const termId = (term: string): string => `${/^[A-Za-z]/.test(term) ? 'term-' : ''}${asFragment(term)}`;
