import { close, createIndex } from 'pagefind';
import { NO_YEAR } from './index-format.ts';
import type { SearchableDocument } from './searchable-documents.ts';

/** Above so many documents several share a file of texts. */
const MOST_FRAGMENTS = 1000;

/** How many documents are handed to Pagefind's process before its answers are waited for. */
const AT_ONCE = 200;

/**
 * The files of Pagefind's index of all documents, by their names below `RANKED_FOLDER`, its program included. Pagefind
 * reads HTML, so each document is written as a small page: its name and the labels of its parts as headings, which
 * count more, with the fragments to which hits lead.
 *
 * @throws Error with Pagefind's own words where it fails.
 */
export async function buildRankedIndex(
  documents: readonly SearchableDocument[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'zh', maxFragments: MOST_FRAGMENTS });
    if (index === undefined) throw new Error(errors.join('\n'));
    for (let from = 0; from < documents.length; from += AT_ONCE) {
      const some = documents.slice(from, from + AT_ONCE);
      const added = some.map((one) => index.addHTMLFile({ url: `/${one.path}`, content: toHtml(one) }));
      (await Promise.all(added)).forEach(throwOn);
    }
    const built = await index.getFiles();
    throwOn(built);
    // Pagefind adds search boxes of its own, more than its program and index together; this site draws its own.
    const own = built.files.filter(({ path }) => !/^pagefind-(?:.*ui|highlight)\.(?:css|js)$/.test(path));
    // Pagefind gives them in no fixed order.
    const sorted = own.sort((a, b) => (a.path < b.path ? -1 : 1));
    return new Map(sorted.map(({ path, content }) => [path, content]));
  } finally {
    await close();
  }
}

function throwOn({ errors }: { readonly errors: readonly string[] }): void {
  if (errors.length > 0) throw new Error(errors.join('\n'));
}

function toHtml({ kind, title, code, facts, parts, year, department }: SearchableDocument): string {
  const filters = [`year:${String(year ?? NO_YEAR)}`, `department:${department?.[0] ?? NO_YEAR}`];
  const meta = [`kind:${kind}`, `code:${code}`, `facts:${JSON.stringify(facts)}`];
  const head = [
    ...filters.map((filter) => `<meta data-pagefind-filter="${escapeHtml(filter)}">`),
    ...meta.map((one) => `<meta data-pagefind-meta="${escapeHtml(one)}">`),
  ];
  const body = parts.map(([label, fragment, text]) => {
    const heading = fragment === '' ? '' : `<h2 id="${escapeHtml(fragment)}">${escapeHtml(label)}</h2>`;
    // The guide speaks of everything, also by way of example.
    const weight = kind === 'page' ? ' data-pagefind-weight="0.5"' : '';
    return `${heading}<p${weight}>${escapeHtml(text.replaceAll('\n', ' · '))}</p>`;
  });
  return `<html><body>${head.join('')}<h1>${escapeHtml(title)}</h1><p>${code}</p>${body.join('')}</body></html>`;
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
