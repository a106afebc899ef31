import * as pagefind from 'pagefind';
import type { Site } from '../../model/site.ts';
import { PublishingError } from '../publishing-error.ts';

/** Files of a search index by their names below `pagefind/`. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Makes Pagefind's index of the site's own pages without building the site. Projects and departments have an
 * index of their own, which the pages give.
 *
 * @param htmlOf gives a page of the site by its path, or undefined where there is none.
 */
export async function indexOwnPages(
  site: Site,
  htmlOf: (path: string) => Promise<string | undefined>,
): Promise<IndexFiles> {
  const pages = ['/glossary/', ...site.pages.map(({ slug }) => `/${slug}/`)];
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: 'zh' });
    if (index === undefined) throw indexingError(errors);
    for (const url of pages) {
      const content = await htmlOf(url);
      if (content !== undefined) throwOn(await index.addHTMLFile({ url, content }));
    }
    const built = await index.getFiles();
    throwOn(built);
    return new Map(built.files.map(({ path, content }) => [path, content]));
  } finally {
    await pagefind.close();
  }
}

function throwOn({ errors }: { readonly errors: readonly string[] }): void {
  if (errors.length > 0) throw indexingError(errors);
}

function indexingError(errors: readonly string[]): PublishingError {
  return new PublishingError(`没能建立检索索引：${errors.join('；')}`);
}
