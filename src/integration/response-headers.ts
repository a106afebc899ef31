import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { MEDIA_TYPES } from '../open-data/data-file.ts';

/**
 * What answers of the site say beside the file, wherever it is served: by this program (`publishing/serve.ts`, the dev
 * server), and by hosts that read the files of `header-files.ts`. Paths are below the site's root: `2022/313001/`.
 */

export type Headers = Readonly<Record<string, string>>;

/** What is made to stand in pages of other sites. */
export const FRAMED_FOLDER = 'embed/';

/** Files named by their content: Astro gives each that changes another name. */
export const HASHED_FOLDER = '_assets/';

/**
 * Of every answer. No type is guessed; other sites are not told which page their visitor came from; pages use none of the
 * device's parts, and no window of another site keeps a hold of them. All that is published may be shown elsewhere: pictures
 * of charts, share cards, data.
 */
export const EVERYWHERE: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), serial=(), bluetooth=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/**
 * Of all but the pages that are made to be framed: nobody may lay the site under a page of his own. The pages' own policy
 * is a `meta` element, which cannot say this. The older header is for browsers of 2020 within other programs.
 */
export const UNFRAMED: Headers = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'X-Frame-Options': 'DENY',
};

/**
 * Of official documents, which are offered as others made them, below `2022/313001/sources/`: what a browser would show as a
 * page of the site (HTML, SVG, XML) shows without scripts, forms and whatever else is the site's own. Those that it opens in
 * a viewer or only saves go without it: Chromium shows no PDF in such a place.
 */
export const SANDBOXED: Headers = {
  'Content-Security-Policy': `sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; ${UNFRAMED['Content-Security-Policy'] ?? ''}`,
};

/** Endings of documents that no browser takes for a page. */
export const INERT_DOCUMENTS = ['doc', 'docx', 'et', 'pdf', 'txt', 'wps', 'xls', 'xlsx'] as const;

/** Where documents lie, as a pattern of paths that all servers read alike: some take a brace for a word of their own. */
export const DOCUMENT_FOLDERS = String.raw`\d\d\d\d/[^/]+/sources/`;

/** The same for those that get `SANDBOXED`; no matter how the letters are written. */
export const SANDBOXED_PATHS = `${DOCUMENT_FOLDERS}(?!.*\\.(?:${INERT_DOCUMENTS.join('|')})$)`;

const sandboxedPath = new RegExp(`^${SANDBOXED_PATHS}`, 'i');

export const isSandboxed = (path: string): boolean => sandboxedPath.test(path);

export const HASHED: Headers = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** What has one name for ever is asked for anew each time; where it did not change, the answer is short. */
export const REVALIDATED: Headers = { 'Cache-Control': 'no-cache' };

/** Tells browsers to come by HTTPS alone for half a year. Nobody can take it back at once, so whoever runs the host sets it. */
export const HSTS: Headers = { 'Strict-Transport-Security': 'max-age=15768000' };

/** Types of files by their ending, where servers have none, or leave the character set out. */
export const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.atom': 'application/atom+xml; charset=utf-8',
  '.cff': MEDIA_TYPES.yaml,
  '.csv': MEDIA_TYPES.csv,
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.js': 'text/javascript; charset=utf-8',
  '.json': MEDIA_TYPES.json,
  '.jsonld': MEDIA_TYPES.jsonLd,
  '.md': 'text/markdown; charset=utf-8',
  '.pagefind': 'application/octet-stream',
  '.pf_filter': 'application/octet-stream',
  '.pf_fragment': 'application/octet-stream',
  '.pf_index': 'application/octet-stream',
  '.pf_meta': 'application/octet-stream',
  '.sqlite': MEDIA_TYPES.sqlite,
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.xlsx': MEDIA_TYPES.xlsx,
  '.yaml': MEDIA_TYPES.yaml,
};

/** The headers of the answer to a path, which may be a file that is not there. */
export function headersOf(path: string): Headers {
  const type = CONTENT_TYPES[extname(path)];
  return {
    ...EVERYWHERE,
    ...(path.startsWith(FRAMED_FOLDER) ? {} : UNFRAMED),
    ...(isSandboxed(path) ? SANDBOXED : {}),
    ...(path.startsWith(HASHED_FOLDER) ? HASHED : REVALIDATED),
    ...(type === undefined ? {} : { 'Content-Type': type }),
  };
}

/** Sets them, for what answers then to change where it knows better. */
export function setHeaders(response: ServerResponse, path: string): void {
  for (const [name, value] of Object.entries(headersOf(path))) response.setHeader(name, value);
}

/** Types that are worth compressing, as answers name them; pictures, Office files and fonts are compressed themselves. */
export const COMPRESSED_TYPES: readonly string[] = [
  ...new Set([
    ...['text/css', 'text/xml', 'application/xml', 'image/svg+xml', 'application/manifest+json'],
    ...Object.values(CONTENT_TYPES).filter(
      (type) => type.endsWith('charset=utf-8') || type === MEDIA_TYPES.sqlite || type === 'application/wasm',
    ),
  ]),
];
