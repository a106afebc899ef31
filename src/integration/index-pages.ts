import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PublishingError } from '../publishing/publishing-error.ts';

/**
 * Writes Pagefind's search index of the pages in a folder into its subfolder `pagefind`. All pages go into one
 * Chinese index, whatever language a page names.
 */
export async function indexPages(folder: string): Promise<void> {
  const pagefind = await import('pagefind');
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: 'zh' });
    if (index === undefined) throw indexingError(errors);
    const added = await index.addDirectory({ path: folder });
    if (added.errors.length > 0) throw indexingError(added.errors);
    const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
    if (written.errors.length > 0) throw indexingError(written.errors);
    await removeWidgets(join(folder, 'pagefind'));
  } finally {
    await pagefind.close();
  }
}

/** Pagefind adds search boxes of its own, more than its program and index together; this site draws its own. */
async function removeWidgets(bundle: string): Promise<void> {
  const widgets = (await readdir(bundle)).filter((name) =>
    /^pagefind-(?:.*ui|highlight)\.(?:css|js)$/.test(name),
  );
  await Promise.all(widgets.map((name) => rm(join(bundle, name))));
}

function indexingError(errors: readonly string[]): PublishingError {
  return new PublishingError(`没能建立检索索引：${errors.join('；')}`);
}
