import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { lastChangedAt, type History } from '../history/history.ts';
import { element, escapeXml } from '../files/write-xml.ts';

/** A page for search engines, and when what it shows was last changed, as far as that is known. */
export interface SitemapEntry {
  readonly address: string;
  readonly lastChanged: string | undefined;
}

/** What the protocol allows in one file; above it there are several and an index. */
const LIMITS = { entries: 50_000, bytes: 50 * 1024 * 1024 };

const XML = '<?xml version="1.0" encoding="utf-8"?>\n';
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * The sitemap's files by name: `sitemap.xml` alone, or that as an index of `sitemap-1.xml` and so on.
 *
 * @param root the address of the site's front page, below which the files stand.
 */
export function sitemapFiles(
  entries: readonly SitemapEntry[],
  root: string,
  { entries: mostEntries, bytes: mostBytes } = LIMITS,
): ReadonlyMap<string, string> {
  const fileOf = (kind: string, children: readonly string[]) =>
    `${XML}${element(kind, { xmlns: NAMESPACE }, ...children)}\n`;
  const located = (kind: string, address: string, lastChanged?: string) =>
    element(
      kind,
      {},
      element('loc', {}, escapeXml(address)),
      lastChanged === undefined ? '' : element('lastmod', {}, lastChanged),
    );
  const frame = Buffer.byteLength(fileOf('urlset', [' ']));
  const parts: string[][] = [[]];
  let bytes = frame;
  for (const { address, lastChanged } of entries) {
    const own = located('url', address, lastChanged);
    const size = Buffer.byteLength(own);
    const last = parts.at(-1);
    if (last !== undefined && last.length < mostEntries && bytes + size <= mostBytes) {
      last.push(own);
      bytes += size;
    } else {
      parts.push([own]);
      bytes = frame + size;
    }
  }
  if (parts.length === 1) return new Map([['sitemap.xml', fileOf('urlset', parts[0] ?? [])]]);
  const named = parts.map((part, index) => [`sitemap-${String(index + 1)}.xml`, part] as const);
  const index = named.map(([name]) => located('sitemap', root + name));
  return new Map([
    ['sitemap.xml', fileOf('sitemapindex', index)],
    ...named.map(([name, part]) => [name, fileOf('urlset', part)] as const),
  ]);
}

/**
 * The pages that name themselves to search engines, each once: what leads on names another page, and what is not to be
 * listed names none.
 *
 * @param pages their paths below `root`, as Astro tells them: `2022/313001/`, '' for the front page.
 */
export function listPages(
  { folder, pages }: { readonly folder: string; readonly pages: readonly string[] },
  root: string,
  history: History,
): readonly SitemapEntry[] {
  const files = pages.map((path) => join(folder, path, 'index.html')).filter((file) => existsSync(file));
  const addresses = new Set(files.flatMap((file) => canonicalOf(file) ?? []));
  return [...addresses].sort().map((address) => {
    const source = address.startsWith(root) ? contentOf(address.slice(root.length)) : undefined;
    return { address, lastChanged: source === undefined ? undefined : lastChangedAt(history, source) };
  });
}

/** What of the content a page shows, as the history names it; undefined where it is made of something else too. */
function contentOf(path: string): string | undefined {
  const [, place, record] = /^(\d{4}\/[^/]+\/)([^/]+)\/$/.exec(path) ?? [];
  if (place !== undefined && record !== undefined) return `${place}projects/${record}.yaml`;
  if (/^\d{4}\/(?:[^/]+\/)?$/.test(path)) return path;
  if (['', 'projects/', 'indicators/', 'checks/'].includes(path)) return '';
  return path === 'glossary/' ? 'glossary.yaml' : `pages/${path.slice(0, -1)}.md`;
}

/** Enough for the head of a page without its style. */
const HEAD = 16 * 1024;

/** The canonical address that a page names; undefined where it names none or is not to be listed. */
function canonicalOf(file: string): string | undefined {
  const beginning = beginningOf(file);
  const head = readHead(beginning);
  // A page of the project's own may have its style before.
  const isCut = head.canonical === undefined && !head.isOver && beginning.length === HEAD;
  const { canonical, isKept } = isCut ? readHead(readFileSync(file, 'latin1')) : head;
  return isKept ? undefined : canonical;
}

function readHead(html: string) {
  let canonical: string | undefined;
  let isKept = false;
  let isOver = false;
  const parser = new Parser({
    onopentag(name, { rel, href, name: meta, content }) {
      if (name === 'link' && rel === 'canonical') canonical ??= href;
      if (name === 'meta' && meta === 'robots' && content?.includes('noindex') === true) isKept = true;
      if (name === 'body') isOver = true;
    },
  });
  parser.end(html);
  return { canonical, isKept, isOver };
}

/** An address has no other characters than those of ASCII, so that a cut within a Chinese one does no harm. */
function beginningOf(file: string): string {
  const bytes = Buffer.alloc(HEAD);
  const handle = openSync(file, 'r');
  try {
    return bytes.toString('latin1', 0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}
