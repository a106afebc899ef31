import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildRankedIndex } from '../../src/search/ranked-index.ts';
import type { Pagefind } from '../../src/search/ranked-search.ts';
import type { SearchableDocument } from '../../src/search/searchable-documents.ts';

/** Pagefind with an index of some documents, as a browser has it. */
export interface OpenIndex {
  readonly pagefind: Pagefind;
  readonly close: () => void;
}

/** Indexes documents and opens Pagefind's own program over the index; what it fetches it reads from a folder. */
export async function openRankedIndex(documents: readonly SearchableDocument[]): Promise<OpenIndex> {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-ranked-'));
  for (const [name, bytes] of await buildRankedIndex(documents)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const ownFetch = globalThis.fetch;
  const base = 'http://ranked.invalid/';
  globalThis.fetch = (input) => {
    const address = input instanceof Request ? input.url : String(input);
    const [name = ''] = address.slice(base.length).split('?');
    return Promise.resolve(new Response(readFileSync(join(folder, name))));
  };
  const pagefind = (await import(
    /* @vite-ignore */ pathToFileURL(join(folder, 'pagefind.js')).href
  )) as Pagefind & {
    options(options: { readonly basePath: string }): Promise<void>;
    init(): Promise<void>;
  };
  await pagefind.options({ basePath: base });
  await pagefind.init();
  return {
    pagefind,
    close: () => {
      globalThis.fetch = ownFetch;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
