import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { guardHost, guardRequest } from '../import-page/guard-request.ts';
import { createImportPage, type ImportPageOptions } from '../import-page/import-page.ts';
import { RefusedRequest } from '../import-page/refused-request.ts';
import { holds } from '../integration/output-folder.ts';
import { setHeaders } from '../integration/response-headers.ts';
import { listenOnFreePort } from './free-port.ts';
import { rightRange } from './right-range.ts';

export interface ServeOptions {
  readonly folder: string;
  /** The first port tried; 0 takes any. */
  readonly port: number;
  /** The path below which the site stands, as it was built; `/` where left out. */
  readonly basePath?: string;
  /** Where documents can be imported in the browser; nowhere where left out. */
  readonly importing?: Omit<ImportPageOptions, 'base'> | undefined;
  /** Whether the site is for this machine alone: not published yet, it is kept nowhere and shown to no other site. */
  readonly isPrivate?: boolean;
}

/** A running server. */
export interface ServedFolder {
  /** The address of the front page, for example `http://127.0.0.1:4321/`. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a folder on this machine only, as a static host would: `index.html` for a folder, a redirect to a
 * folder's address with its slash, `404.html` with status 404 for what is not there, texts compressed. Files are
 * looked for at each request, for a new build puts another folder in the place of this one.
 *
 * Throws a PublishingError where no port is free.
 */
export async function serveFolder({
  folder,
  port,
  basePath = '/',
  importing,
  isPrivate = false,
}: ServeOptions): Promise<ServedFolder> {
  const base = `${basePath.replace(/\/+$/, '')}/`;
  const sendFile = sirv(folder, { dev: true, etag: true, extensions: [] });
  const importPage = importing && createImportPage({ ...importing, base });
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const [, path = '/', query = ''] = /^([^?]*)(.*)$/.exec(request.url ?? '/') ?? [];
    const inner = path.startsWith(base) ? `/${path.slice(base.length)}` : undefined;
    setHeaders(
      response,
      decode(inner ?? path)
        .replace(/\/+/g, '/')
        .slice(inner === undefined ? 0 : 1),
    );
    if (isPrivate) keepPrivate(response);
    const isFolder =
      inner !== undefined && !inner.endsWith('/') && isPublic(inner) && holdsPage(folder, inner);
    if (`${path}/` === base || isFolder) {
      response.writeHead(301, { Location: `${path}/${query}` }).end();
    } else if (inner === undefined || !isPublic(inner)) sendMissing(response, folder);
    else if (leadsOut(folder, inner)) sendMissing(response, folder);
    else {
      request.url = inner.endsWith('/') ? `${inner}index.html` : inner;
      rightRange(request, join(folder, decode(request.url)));
      sendFile(request, response, () => {
        sendMissing(response, folder);
      });
    }
  };
  // What is asked for by ranges is served uncompressed: the ranges are those of the file itself.
  const compress = compression({
    filter: (request, response) =>
      request.headers.range === undefined && compression.filter(request, response),
  });
  const server = createServer((request, response) => {
    // A file that goes away while it is read ends its answer, not the server.
    response.on('pipe', (file) => file.once('error', () => response.destroy()));
    try {
      if (isPrivate) guardRequest(request);
      else guardHost(request);
      compress(request, response, () => {
        if (importPage === undefined) answer(request, response);
        else {
          importPage(request, response, () => {
            answer(request, response);
          });
        }
      });
    } catch (error) {
      if (error instanceof RefusedRequest)
        response.writeHead(error.status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(error.message);
      else response.destroy();
    }
  });
  const taken = await listenOnFreePort(server, port);
  return {
    url: `http://127.0.0.1:${String(taken)}${base}`,
    close: async () => {
      server.closeAllConnections();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** Other than a published page, it is kept nowhere, and stands in a frame of this machine's pages alone. */
function keepPrivate(response: ServerResponse): void {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Security-Policy', 'frame-ancestors http://127.0.0.1:* http://localhost:*');
  response.removeHeader('X-Frame-Options');
}

/** Whether a path leads neither out of the folder nor to a hidden file. */
function isPublic(path: string): boolean {
  return !/\/\.(?!well-known\/)/.test(decode(path));
}

/** Whether a link in the folder leads out of it, to files that are nobody's to serve. */
function leadsOut(folder: string, path: string): boolean {
  try {
    return !holds(realpathSync(folder), realpathSync(join(folder, decode(path))));
  } catch {
    return false;
  }
}

function holdsPage(folder: string, path: string): boolean {
  return existsSync(join(folder, decode(path), 'index.html'));
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function sendMissing(response: ServerResponse, folder: string): void {
  // A script that is missing while a new site is put in place is not missing for ever.
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' });
  try {
    response.end(readFileSync(join(folder, '404.html')));
  } catch {
    response.end('<!doctype html><meta charset="utf-8"><title>404</title><p>没有这个页面。');
  }
}
