import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import compression from 'compression';
import { listenOnFreePort } from './free-port.ts';
import { watchFolder, type ServedFiles } from './served-files.ts';

export interface ServeOptions {
  readonly folder: string;
  /** The first port tried; 0 takes any. */
  readonly port: number;
  /** The path below which the site stands, as it was built; `/` where left out. */
  readonly basePath?: string;
}

/** A running server. */
export interface ServedFolder {
  /** The address of the front page, for example `http://127.0.0.1:4321/`. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a folder on this machine only, as a static host would: `index.html` for a folder, a redirect to a
 * folder's address with its slash, `404.html` with status 404 for what is not there, texts compressed.
 *
 * Throws a PublishingError where no port is free.
 */
export async function serveFolder({ folder, port, basePath = '/' }: ServeOptions): Promise<ServedFolder> {
  const base = `${basePath.replace(/\/+$/, '')}/`;
  const filesNow = watchFolder(folder);
  // A part of a file is a part of it as it lies there.
  const compress = compression({
    filter: (request, response) =>
      request.headers.range === undefined && compression.filter(request, response),
  });
  const server = createServer((request, response) => {
    // A file that goes away while it is read ends its answer, not the server.
    response.on('pipe', (file) => file.once('error', () => response.destroy()));
    try {
      compress(request, response, () => {
        answer(request, response, base, filesNow(), () => {
          sendMissing(response, folder);
        });
      });
    } catch {
      response.destroy();
    }
  });
  const taken = await listenOnFreePort(server, port);
  return {
    url: `http://127.0.0.1:${String(taken)}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  base: string,
  files: ServedFiles,
  missing: () => void,
): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const [, path = '/', query = ''] = /^([^?]*)(.*)$/.exec(request.url ?? '/') ?? [];
  const inner = path.startsWith(base) ? `/${path.slice(base.length)}` : undefined;
  if (`${path}/` === base || (inner !== undefined && files.isFolder(inner))) {
    response.writeHead(301, { Location: `${path}/${query}` }).end();
  } else if (inner === undefined) missing();
  else {
    request.url = inner.endsWith('/') ? `${inner}index.html` : inner;
    files.send(request, response, missing);
  }
}

function sendMissing(response: ServerResponse, folder: string): void {
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
  try {
    response.end(readFileSync(join(folder, '404.html')));
  } catch {
    response.end('<!doctype html><meta charset="utf-8"><title>404</title><p>没有这个页面。');
  }
}
