import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Pagefind } from '../../src/search/ranked-search.ts';

/** Pagefind's own program over an index, as a browser has it. */
export interface OpenIndex {
  readonly pagefind: Pagefind;
  /** The names of the files loaded so far. */
  readonly loaded: ReadonlySet<string>;
  readonly close: () => void;
}

/** Opens an index in this process: what the program fetches it gets from a folder. One at a time. */
export async function openRankedIndex(files: ReadonlyMap<string, Uint8Array>): Promise<OpenIndex> {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-ranked-'));
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const loaded = new Set(['pagefind.js', 'pagefind-worker.js']);
  const ownFetch = globalThis.fetch;
  const base = 'http://ranked.invalid/';
  globalThis.fetch = (input) => {
    const address = input instanceof Request ? input.url : String(input);
    const [name = ''] = address.slice(base.length).split('?');
    loaded.add(name);
    return Promise.resolve(new Response(readFileSync(join(folder, name))));
  };
  const program = (await import(
    /* @vite-ignore */ pathToFileURL(join(folder, 'pagefind.js')).href
  )) as Pagefind & {
    options(options: { readonly basePath: string }): Promise<void>;
    init(): Promise<void>;
  };
  await program.options({ basePath: base });
  await program.init();
  return {
    pagefind: program,
    loaded,
    close: () => {
      globalThis.fetch = ownFetch;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
