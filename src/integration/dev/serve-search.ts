import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { LiveState } from './live-content.ts';
import { indexPages, type IndexFiles } from './search-index.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/** Answers requests for files of the search index; false where the path is not in it. */
export type SearchServer = (path: string, response: ServerResponse) => Promise<boolean>;

/**
 * Serves the index of the site's other pages below `/pagefind/`: made at the first request, and anew at the first one after the
 * content has changed.
 */
export function serveSearch(
  state: () => LiveState,
  htmlOf: (path: string) => Promise<string | undefined>,
): SearchServer {
  let made: { readonly version: number; readonly files: Promise<IndexFiles> } | undefined;

  const filesNow = (): Promise<IndexFiles> => {
    const { published, version } = state();
    if (published === undefined) return Promise.resolve(new Map());
    if (made?.version === version) return made.files;
    // One at a time: all indexes share one process of Pagefind, which each ends when it is done.
    const before = made?.files.catch(() => undefined) ?? Promise.resolve(undefined);
    const files = before.then(() => indexPages(published.site, htmlOf));
    made = { version, files };
    files.catch(() => {
      if (made?.files === files) made = undefined;
    });
    return files;
  };

  return async (path, response) => {
    const name = /^\/pagefind\/([^?#]+)/.exec(path)?.[1];
    if (name === undefined) return false;
    const file = (await filesNow()).get(decodeURIComponent(name));
    if (file === undefined) return false;
    response.writeHead(200, {
      'Content-Type': CONTENT_TYPES[extname(name)] ?? 'application/octet-stream',
      // The same names hold another index after the next change.
      'Cache-Control': 'no-store',
    });
    response.end(file);
    return true;
  };
}
