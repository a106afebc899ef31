import { isIgnored } from '../files/layout.ts';
import { compareFiles, hashFiles, type Checksum, type HashedFile } from '../files/hash-files.ts';
import { PublishingError } from '../files/user-error.ts';
import type { Site } from '../model/site.ts';
import { writeManifest, type ManifestSources } from './manifest.ts';

/** How many files are named. */
const MOST_NAMED = 5;

/**
 * Ends a build: with its manifest, where it is of a whole site, whose files it gives. Throws a PublishingError where the content was changed
 * since it was read.
 *
 * @param known gives what a file holds where that needs not be read.
 */
export async function sealBuild(
  folder: string,
  site: Site,
  sources: ManifestSources,
  isWhole: boolean,
  known?: (path: string) => Checksum | undefined,
): Promise<readonly HashedFile[]> {
  await refuseChangedContent(sources.content, sources.contentFiles);
  if (!isWhole) return [];
  const all = await writeManifest(folder, sources, known);
  const files = new Map(all.map(({ path, sha256 }) => [path, sha256]));
  // A document may have been another for a moment, and its pages state the checksum of the one that was read.
  const others = site.departments.flatMap(({ year, code, documents }) =>
    documents
      .map(({ fileName, sha256 }) => ({ path: `${String(year)}/${code}/sources/${fileName}`, sha256 }))
      .flatMap(({ path, sha256 }) => (files.get(path) === sha256 ? [] : path)),
  );
  if (others.length > 0) throw changedContent(`改过：${few(others)}`);
  return all;
}

/** The files of a content folder as they are now; none where it cannot be read, which its reader tells. */
export async function hashContent(directory: string): Promise<readonly HashedFile[]> {
  return await hashFiles(directory, isIgnored).catch(() => []);
}

/**
 * A site is made of the content as it stands at one moment. Throws a PublishingError where files were changed since:
 * pages would state what the published files do not hold.
 */
export async function refuseChangedContent(directory: string, before: readonly HashedFile[]): Promise<void> {
  const { changed, added, removed } = compareFiles(before, await hashContent(directory));
  const kinds = [
    ['改过', changed],
    ['新增', added],
    ['没有了', removed],
  ] as const;
  const said = kinds.filter(([, names]) => names.length > 0).map(([word, names]) => `${word}：${few(names)}`);
  if (said.length === 0) return;
  throw changedContent(said.join('；'));
}

const changedContent = (said: string): PublishingError =>
  new PublishingError(
    `生成网站期间内容有变化，原来的网站没有改变。${said}。请等改动或复制完成，再重新运行。`,
  );

/** The first of some files, and how many there are. */
export function few(names: readonly string[], most = MOST_NAMED): string {
  const named = names.slice(0, most).map((name) => `“${name}”`);
  return `${named.join('、')}${names.length > most ? `等${String(names.length)}个文件` : ''}`;
}
