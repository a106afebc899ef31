import type { APIRoute, GetStaticPaths } from 'astro';
import type { Site } from '../../model/site.ts';
import { buildRankedIndex } from '../../search/ranked-index.ts';
import { searchableDocuments } from '../../search/searchable-documents.ts';
import type { Published } from '../../files/finding.ts';
import { loadPublished } from '../../site/content.ts';
import { oddParts } from '../../files/notes.ts';

type Files = Promise<ReadonlyMap<string, Uint8Array>>;

/** The last index made, and of which site: in the dev server every file is asked for by itself. */
let made: { readonly site: Site; readonly files: Files } | undefined;

/**
 * The files of Pagefind's index, its program included, in the dev server: a build writes them beside its pages
 * (`integration/ranked-index.ts`).
 */
export const getStaticPaths = (async () => {
  if (import.meta.env.PROD) return [];
  const files = filesOf(await loadPublished());
  return [...(await files)].map(([file, bytes]) => ({ params: { file }, props: { bytes } }));
}) satisfies GetStaticPaths;

function filesOf({ site, findings }: Published): Files {
  if (made?.site === site) return made.files;
  // One at a time: all indexes share one process of Pagefind, which each ends when it is done.
  const before = made?.files.catch(() => undefined);
  const files = Promise.resolve(before).then(() =>
    buildRankedIndex(searchableDocuments(site, oddParts(findings))),
  );
  made = { site, files };
  // What failed is tried again at the next request.
  files.catch(() => {
    if (made?.files === files) made = undefined;
  });
  return files;
}

/** A browser runs a script only where its type says so. */
export const GET: APIRoute<{ readonly bytes: Uint8Array }> = ({ params, props: { bytes } }) =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': params.file?.endsWith('.js') === true ? 'text/javascript' : 'application/octet-stream',
    },
  });
