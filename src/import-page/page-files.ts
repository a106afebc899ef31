import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadOnce } from '../components/load-once.ts';
import { MOST_BYTES } from '../documents/open/open-document.ts';

/** A file of the page. */
export interface PageFile {
  readonly type: string;
  readonly body: string | Uint8Array;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** The files of the page by their paths below its address, made when they are first asked for. */
export const loadPageFiles = loadOnce(async (): Promise<ReadonlyMap<string, PageFile>> => {
  const { build } = await import('vite');
  const built = await build({
    root: fileURLToPath(new URL('browser', import.meta.url)),
    // Below any base path.
    base: './',
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'silent',
    define: { MOST_BYTES: String(MOST_BYTES) },
    build: { write: false, target: 'es2020', assetsInlineLimit: 0, modulePreload: false },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  return new Map(
    outputs.map((file) => [
      file.fileName === 'index.html' ? '' : file.fileName,
      { type: TYPES[extname(file.fileName)] ?? '', body: file.type === 'chunk' ? file.code : file.source },
    ]),
  );
});
