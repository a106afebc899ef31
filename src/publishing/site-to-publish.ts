import { join } from 'node:path';
import { checksumOf, compareFiles, hashFiles, type HashedFile } from '../files/hash-files.ts';
import { PublishingError } from '../files/user-error.ts';
import { isSignature, MANIFEST, readManifest, type Manifest } from '../integration/manifest.ts';
import { few, hashContent } from '../integration/seal-build.ts';

/** A built site that is whole, and the content that it was made of. */
export interface SiteToPublish {
  readonly folder: string;
  /** The files of the manifest, signatures of it, and itself. */
  readonly files: readonly HashedFile[];
  readonly content: Manifest['content'];
  /** Files in the folder that are of nobody's build; they are not published. */
  readonly foreign: readonly string[];
}

/**
 * What of a built site is to be published. Throws a PublishingError where the site is broken, or made of other content
 * than there is now.
 *
 * @param content the content folder.
 */
export async function siteToPublish(
  folder: string,
  content: string,
  { evenIfOutdated }: { readonly evenIfOutdated: boolean },
): Promise<SiteToPublish> {
  const manifest = await readManifest(folder);
  if (manifest === undefined)
    throw new PublishingError(`“${folder}”里没有完整的网站，请先运行 npm run build。`);
  const found = await hashFiles(folder);
  const { changed, removed, added } = compareFiles(
    manifest.files,
    found.filter(({ path }) => path !== MANIFEST),
  );
  if (changed.length + removed.length > 0) {
    const faults = [
      ...(removed.length === 0 ? [] : [`少了${few(removed)}`]),
      ...(changed.length === 0 ? [] : [`${few(changed)}和生成时不同`]),
    ];
    throw new PublishingError(
      `“${folder}”里的网站不完整：${faults.join('，')}。没有发布，请重新运行 npm run build。`,
    );
  }
  const now = compareFiles(manifest.content.files, await hashContent(content));
  const newer = [...now.changed, ...now.added, ...now.removed];
  if (newer.length > 0 && !evenIfOutdated)
    throw new PublishingError(
      `“${folder}”里的网站不是用现在的内容生成的，生成以后又改过${few(newer)}。没有发布。请先运行 npm run build；确实要发布这一版的，加 --outdated。`,
    );
  const signatures = added.filter(isSignature);
  const published = new Set([...manifest.files.map(({ path }) => path), ...signatures, MANIFEST]);
  return {
    folder,
    files: found.filter(({ path }) => published.has(path)),
    content: manifest.content,
    foreign: added.filter((path) => !published.has(path)),
  };
}

/** Throws a PublishingError where a site was built anew since its publication began. */
export async function refuseRebuilt({ folder, files }: SiteToPublish): Promise<void> {
  for (const file of files.filter(({ path }) => path === MANIFEST))
    await refuseOther(join(folder, MANIFEST), file, folder);
}

/** Throws a PublishingError where a copy of a file is not what it was when the publication began. */
export async function refuseOther(copy: string, { path, sha256 }: HashedFile, site: string): Promise<void> {
  if ((await checksumOf(copy)).sha256 !== sha256)
    throw new PublishingError(
      `发布期间“${join(site, path)}”变了，可能有另一个命令在重新生成网站。请等它完成，再重新运行。`,
    );
}
