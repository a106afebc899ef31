import { TABLES } from '../open-data/tables.ts';
import { printedName, type SiteSettings } from '../model/site.ts';

/**
 * What machines read of a page in the words of schema.org, as JSON-LD. Addresses are whole where the host is known;
 * else they begin at the root, and a reader completes them by the page's own.
 */

/** A thing with its type and properties; what is undefined is left out. */
export interface Thing {
  readonly '@type': string;
  readonly [property: string]: unknown;
}

/** The text of a `script` of the type `application/ld+json`; no text of the content can end that element. */
export function jsonLd(things: readonly Thing[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c');
}

/** The way from the front page to a page. */
export function breadcrumbs(trail: readonly { readonly name: string; readonly address: string }[]): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, address }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: address,
    })),
  };
}

/** The site, how it is searched, and on an official site who publishes it: others speak for themselves. */
export function website(settings: SiteSettings, home: string): Thing {
  return {
    '@type': 'WebSite',
    name: printedName(settings),
    url: home,
    inLanguage: 'zh-CN',
    publisher: settings.nature === '官方' ? organization(settings.publisher, home) : undefined,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${home}search/?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  };
}

function organization(name: string, url?: string): Thing {
  return { '@type': 'GovernmentOrganization', name, url };
}

/** What a set of open data is about; its addresses are paths of this site, or whole. */
export interface DataScope {
  readonly name: string;
  readonly description: string;
  /** The page that shows it. */
  readonly page: string;
  /** The folder of its files. */
  readonly folder: string;
  /** Whose documents it is made from. */
  readonly creator: string;
  readonly year?: number | undefined;
  /** YYYY-MM-DD, or a moment. */
  readonly published?: string | undefined;
  readonly modified?: string | undefined;
}

/** A set of open data with the files that hold it, a table each. */
export function dataset(
  { licence, column }: SiteSettings,
  { name, description, page, folder, creator, year, published, modified }: DataScope,
): Thing {
  const formats = { csv: 'text/csv', json: 'application/json' };
  return {
    '@type': 'Dataset',
    name,
    description,
    url: page,
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    license:
      licence.address || (licence.name === '' ? undefined : { '@type': 'CreativeWork', name: licence.name }),
    keywords: column.keywords.length === 0 ? undefined : column.keywords,
    creator: organization(creator),
    temporalCoverage: year === undefined ? undefined : String(year),
    datePublished: published,
    dateModified: modified,
    distribution: TABLES.flatMap(({ name: file, title }) =>
      Object.entries(formats).map(([ending, encodingFormat]) => ({
        '@type': 'DataDownload',
        name: title,
        encodingFormat,
        contentUrl: `${folder}${file}.${ending}`,
      })),
    ),
  };
}
