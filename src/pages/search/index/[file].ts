import type { APIRoute, GetStaticPaths } from 'astro';
import type { Site } from '../../../model/site.ts';
import { buildIndex } from '../../../search/build-index.ts';
import { searchableDocuments } from '../../../search/searchable-documents.ts';
import { loadPublished, makesPart } from '../../../site/content.ts';
import { keyed } from '../../../site/keyed.ts';
import { oddParts } from '../../../files/notes.ts';

/** The last index made, and of which site: in the dev server every file is asked for by itself. */
let made: { readonly site: Site; readonly files: ReadonlyMap<string, string> } | undefined;

/** The files of the search index. */
export const getStaticPaths = (async () => {
  if (makesPart()) return [];
  const { site, findings } = await loadPublished();
  if (made?.site !== site) {
    const documents = searchableDocuments(site, oddParts(findings));
    made = { site, files: buildIndex(documents, site.everydayWords) };
  }
  return keyed([...made.files].map(([file, text]) => ({ params: { file }, props: () => ({ text }) })));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ readonly text: string }> = ({ props: { text } }) => new Response(text);
