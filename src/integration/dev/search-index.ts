import { close, createIndex } from 'pagefind';
import type { Site } from '../../model/site.ts';
import { PublishingError } from '../../publishing/publishing-error.ts';

/** Files of a search index by their names below `pagefind/`. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Makes Pagefind's index of the glossary and the free pages without building the site; what else is searched, Astro
 * serves from the model.
 *
 * @param htmlOf gives a page of the site by its path, or undefined where there is none.
 */
export async function indexPages(
  { pages }: Site,
  htmlOf: (path: string) => Promise<string | undefined>,
): Promise<IndexFiles> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'zh' });
    if (index === undefined) throw indexingError(errors);
    for (const url of ['/glossary/', ...pages.map(({ slug }) => `/${slug}/`)]) {
      const content = await htmlOf(url);
      if (content !== undefined) throwOn(await index.addHTMLFile({ url, content }));
    }
    const built = await index.getFiles();
    throwOn(built);
    return new Map(built.files.map(({ path, content }) => [path, content]));
  } finally {
    await close();
  }
}

function throwOn({ errors }: { readonly errors: readonly string[] }): void {
  if (errors.length > 0) throw indexingError(errors);
}

function indexingError(errors: readonly string[]): PublishingError {
  return new PublishingError(`没能建立检索索引：${errors.join('；')}`);
}
