import { element, escapeXml } from '../files/write-xml.ts';

/** What changed lately, for whoever follows the site: said once, written as Atom and as JSON Feed. Addresses are whole. */
export interface Feed {
  readonly title: string;
  /** The page that the feed goes with. */
  readonly page: string;
  /** Where the feed itself stands. */
  readonly addresses: Readonly<Record<FeedFormat, string>>;
  /** Who publishes the site. */
  readonly author: string;
  /** The name of the licence; '' where none is stated. */
  readonly licence: string;
  /** Latest first, at least one. */
  readonly entries: readonly FeedEntry[];
}

/** Something that came or was changed; its address is its id, which stays. */
export interface FeedEntry {
  readonly address: string;
  readonly title: string;
  /** Moments as RFC 3339 has them. */
  readonly published: string;
  readonly updated: string;
  /** Whose words it holds, then who changed it last, where that may be told. */
  readonly authors: readonly [string, ...string[]];
  readonly tags: readonly string[];
  readonly html: string;
}

/** Atom, RFC 4287, and JSON Feed 1.1. */
export const FEED_FORMATS = ['atom', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

export const FEED_TYPES = { atom: 'application/atom+xml', json: 'application/feed+json' } as const;

/** A feed as a file. */
export function writeFeed(feed: Feed, format: FeedFormat): string {
  return format === 'atom' ? writeAtom(feed) : writeJsonFeed(feed);
}

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';

function writeAtom({ title, page, addresses, author, licence, entries }: Feed): string {
  const self = addresses.atom;
  const text = (name: string, content: string) => element(name, {}, escapeXml(content));
  const person = (name: string, as: string) => element(as, {}, text('name', name));
  const feed = element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN' },
    text('title', title),
    text('id', self),
    element('link', { rel: 'self', type: FEED_TYPES.atom, href: self }),
    element('link', { rel: 'alternate', type: 'text/html', href: page }),
    text('updated', entries[0]?.updated ?? ''),
    person(author, 'author'),
    licence === '' ? '' : text('rights', licence),
    entries.map(({ address, title: name, published, updated, authors: [first, ...others], tags, html }) =>
      element(
        'entry',
        {},
        text('title', name),
        text('id', address),
        element('link', { rel: 'alternate', type: 'text/html', href: address }),
        text('published', published),
        text('updated', updated),
        person(first, 'author'),
        others.map((other) => person(other, 'contributor')),
        tags.map((term) => element('category', { term })),
        element('content', { type: 'html' }, escapeXml(html)),
      ),
    ),
  );
  return `${HEAD}${feed}\n`;
}

function writeJsonFeed({ title, page, addresses, author, entries }: Feed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: addresses.json,
    language: 'zh-CN',
    authors: [{ name: author }],
    items: entries.map(({ address, title: name, published, updated, authors, tags, html }) => ({
      id: address,
      url: address,
      title: name,
      content_html: html,
      date_published: published,
      date_modified: updated,
      authors: authors.map((own) => ({ name: own })),
      tags,
    })),
  };
  return `${JSON.stringify(feed)}\n`;
}
