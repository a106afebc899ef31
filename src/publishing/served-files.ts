import { readdirSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, extname, sep } from 'node:path';
import sirv from 'sirv';

/** The files of one folder, listed once: what is not on the list is not served, so no path leads out of it. */
export interface ServedFiles {
  /** Whether a path without its last slash names a folder with a page: `/2022` for `/2022/index.html`. */
  readonly isFolder: (path: string) => boolean;
  /** Answers with the file of the request's path, or calls `missing`. */
  readonly send: (request: IncomingMessage, response: ServerResponse, missing: () => void) => void;
}

/** Content types where the table of sirv has none or leaves the character set out. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.pagefind': 'application/octet-stream',
  '.pf_filter': 'application/octet-stream',
  '.pf_fragment': 'application/octet-stream',
  '.pf_index': 'application/octet-stream',
  '.pf_meta': 'application/octet-stream',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.yaml': 'text/yaml; charset=utf-8',
};

/** Gives the files of a folder as it is at each call; a new build puts another folder in its place. */
export function watchFolder(folder: string): () => ServedFiles {
  let files = NO_FILES;
  let known = '';
  return () => {
    const now = identityOf(folder);
    if (now !== known) files = now === '' ? NO_FILES : readFiles(folder);
    known = now;
    return files;
  };
}

const NO_FILES: ServedFiles = {
  isFolder: () => false,
  send: (_request, _response, missing) => {
    missing();
  },
};

function identityOf(folder: string): string {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found === undefined ? '' : `${String(found.ino)} ${String(found.mtimeMs)}`;
}

function readFiles(folder: string): ServedFiles {
  const send = sirv(folder, {
    etag: true,
    maxAge: 0,
    extensions: [],
    setHeaders: (response, path) => {
      const type = CONTENT_TYPES[extname(path)];
      if (type !== undefined) response.setHeader('Content-Type', type);
    },
  });
  const folders = new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => `/${path.split(sep).join('/')}`)
      .filter((path) => /.\/index\.html$/.test(path))
      .map((path) => dirname(path).normalize()),
  );
  return { isFolder: (path) => folders.has(decode(path)), send };
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
