import { randomUUID } from 'node:crypto';
import type { Published } from '../files/finding.ts';
import { oddParts } from '../files/notes.ts';
import { digestOf, hashed } from '../rebuild/digest.ts';
import type { EarlierSite } from '../rebuild/earlier-site.ts';
import type { SiteFolder } from '../rebuild/site-folder.ts';
import { RANKED_FOLDER } from '../search/index-format.ts';
import { buildRankedIndex } from '../search/ranked-index.ts';
import { searchableDocuments } from '../search/searchable-documents.ts';

/** Puts Pagefind's index into the folder of the site, as soon as it is there. */
export type PutRankedIndex = (site: SiteFolder) => Promise<void>;

/**
 * Begins to make Pagefind's index, which a process of its own does while the pages are made. Its files have names that nobody
 * knows before, so they are taken over together: those of an earlier site that were made of the same documents.
 *
 * @param sources names the program and its packages.
 */
export function beginRankedIndex(
  { site: content, findings }: Published,
  sources: string,
  earlier: readonly EarlierSite[],
): PutRankedIndex {
  // Made again where they are needed once more: they are as large as the content.
  const documentsNow = () => searchableDocuments(content, oddParts(findings));
  const documents = documentsNow();
  const key = hashed(['pagefind', sources, digestOf(documents) ?? randomUUID()].join('\n')).slice(0, 22);
  const made = earlier.flatMap(({ files }) => [...files.values()].filter((file) => file.key === key));
  const begun = made.length > 0 ? undefined : buildRankedIndex(documents);
  // Told where it is awaited.
  begun?.catch(() => undefined);
  return async (site) => {
    const taken = made.map(({ path }) => site.take(path, [key]));
    if (begun === undefined && taken.every(Boolean)) return;
    for (const [name, bytes] of await (begun ?? buildRankedIndex(documentsNow()))) {
      const path = RANKED_FOLDER + name;
      if (site.checksumOf(path) === undefined) site.write(path, bytes, key);
    }
  };
}
