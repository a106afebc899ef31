import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { copyFile, link, mkdir, readFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { PublishingError } from '../files/user-error.ts';
import { isSignature, MANIFEST, readManifest, type Manifest } from '../integration/manifest.ts';
import { few } from '../integration/seal-build.ts';

/** What lies in the folder of a site and is of no build: a host's `CNAME`, the file by which a search engine knows its owner. */
export interface ForeignFiles {
  readonly files: readonly string[];
  /** Folders with nothing of the site in them. */
  readonly folders: readonly string[];
}

/**
 * Finds the files of others in a built site. Throws a PublishingError where there is a site whose own files are not known.
 */
export async function findForeignFiles(site: string): Promise<ForeignFiles> {
  const known = await refuseUnknownFiles(site);
  if (known === undefined) return { files: [], folders: [] };
  const own = new Set([MANIFEST]);
  for (const { path } of known.files) {
    for (let at = path; at !== '.' && !own.has(at); at = posix.dirname(at)) own.add(at);
  }
  const [files, folders]: [string[], string[]] = [[], []];
  for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(join(site, '/').length).replaceAll('\\', '/');
    if (!own.has(path)) (entry.isDirectory() ? folders : files).push(path);
  }
  return { files: files.sort(), folders: folders.sort() };
}

/**
 * The manifest of a built site; undefined where there is no site. Throws a PublishingError where there is one whose own files are
 * not known.
 */
export async function refuseUnknownFiles(site: string): Promise<Manifest | undefined> {
  if (!existsSync(site) || readdirSync(site).length === 0) return undefined;
  const manifest = await readManifest(site);
  if (manifest === undefined) {
    throw new PublishingError(
      `“${site}”里的网站没有完好的 ${MANIFEST}，不知道里面哪些文件不是本程序生成的，替换可能丢失它们。请把自己放进去的文件移到别处，删除这个文件夹，再重新运行。`,
    );
  }
  return manifest;
}

/**
 * Puts the files of others in a site into the one that is to replace it, with owner and permissions; gives what the user
 * should know. Throws a PublishingError where the new site has a file of its own in the place of one.
 *
 * The signature of a manifest says nothing of another manifest, so that it stays only with its own.
 */
export async function keepForeignFiles(site: string, next: string): Promise<readonly string[]> {
  const { files, folders } = await findForeignFiles(site);
  const isSigned =
    files.some(isSignature) &&
    (await readFile(join(site, MANIFEST))).equals(await readFile(join(next, MANIFEST)));
  const kept = files.filter((path) => isSigned || !isSignature(path));
  const inTheWay = kept.filter((path) => isTaken(next, path));
  if (inTheWay.length > 0) {
    throw new PublishingError(
      `“${site}”里有不是本程序生成的文件，新的网站却要用同样的名称：${few(inTheWay)}。原来的网站没有改变。请把这些文件移到别处，再重新运行。`,
    );
  }
  for (const path of folders) if (!isTaken(next, path)) await mkdir(join(next, path), { recursive: true });
  for (const path of kept) {
    await mkdir(dirname(join(next, path)), { recursive: true });
    // The same file under two names until the old site goes: nothing of it changes. Some file systems know no such names.
    await link(join(site, path), join(next, path)).catch(() => copyFile(join(site, path), join(next, path)));
  }
  const dropped = files.filter((path) => !kept.includes(path));
  const unsigned = kept.filter((path) => !isSignature(path));
  return [
    ...(unsigned.length === 0
      ? []
      : [
          `“${site}”里有${String(unsigned.length)}个不是本程序生成的文件，已原样保留：${few(unsigned)}。要一直公开的，请放进项目的 public 文件夹。`,
        ]),
    ...(dropped.length === 0 ? [] : [`网站的清单变了，原来的签名${few(dropped)}没有保留，请重新签名。`]),
  ];
}

/** Whether a site has something where a file is to stand, or a file where one of its folders is. */
function isTaken(site: string, path: string): boolean {
  const found = (at: string) => lstatSync(join(site, at), { throwIfNoEntry: false });
  for (let at = posix.dirname(path); at !== '.'; at = posix.dirname(at)) {
    if (found(at)?.isDirectory() === false) return true;
  }
  return found(path) !== undefined;
}
