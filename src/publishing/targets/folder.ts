import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, rmdir, unlink } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { checksumOf } from '../../files/hash-files.ts';
import { PublishingError } from '../../files/user-error.ts';
import { holds } from '../../integration/output-folder.ts';
import { MANIFEST } from '../../integration/manifest.ts';
import {
  foldersAbove,
  JOURNAL,
  LINK,
  obstaclesIn,
  stagesOf,
  type Publication,
  type Standing,
} from '../plan-publication.ts';
import { refuseOther, type SiteToPublish } from '../site-to-publish.ts';
import { ownFiles, type Target } from './target.ts';

/** Where files wait at the target, on its own disk, until all of them are there. */
const STAGING = '.mingzhang-new';

/**
 * A folder of this machine, or one of another that it has mounted.
 *
 * @param guarded folders that it may neither hold nor lie in: the content, the built site.
 * @throws PublishingError
 */
export function folderTarget(given: string, guarded: readonly string[]): Target {
  const root = existsSync(given) ? realpathSync(given) : resolve(given);
  if (existsSync(root) && !lstatSync(root).isDirectory())
    throw new PublishingError(`不能发布到“${given}”：它是一个文件。请写一个文件夹。`);
  const other = guarded
    .map((folder) => resolve(folder))
    .find((folder) => holds(folder, root) || holds(root, folder));
  if (other !== undefined)
    throw new PublishingError(`不能发布到“${given}”：它和“${other}”互相包含。请写一个在它们外面的文件夹。`);
  return {
    name: root,
    read: (site) => readFolder(root, site),
    write: async (publication, site) => {
      await writeFolder(root, publication, site);
      return [];
    },
  };
}

async function readFolder(root: string, site: SiteToPublish): Promise<Standing> {
  const files = new Map<string, string>();
  if (!existsSync(root)) return { files, own: new Map() };
  const own = ownFiles(
    await Promise.all([MANIFEST, JOURNAL].map((name) => readFile(join(root, name)).catch(() => undefined))),
  );
  const wanted = new Set(site.files.map(({ path }) => path));
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name).slice(join(root, sep).length).split(sep).join('/');
    if (path.startsWith(`${STAGING}/`)) continue;
    const isLookedAt = entry.isFile() && (wanted.has(path) || own.has(path));
    files.set(path, isLookedAt ? (await checksumOf(join(root, path))).sha256 : entry.isFile() ? '' : LINK);
  }
  return { files, own };
}

/** All files are brought to the target's disk before any is put in its place: a full disk changes nothing. */
async function writeFolder(root: string, publication: Publication, site: SiteToPublish): Promise<void> {
  const staging = join(root, STAGING);
  const stages = stagesOf(publication);
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  try {
    await copyFile(join(site.folder, MANIFEST), join(staging, JOURNAL));
    await rename(join(staging, JOURNAL), join(root, JOURNAL));
    for (const file of stages.flat()) {
      const copy = join(staging, file.path);
      await mkdir(dirname(copy), { recursive: true });
      await copyFile(join(site.folder, file.path), copy);
      await refuseOther(copy, file, site.folder);
    }
    const obstacles = obstaclesIn(publication);
    await remove(root, obstacles);
    const bring = async (path: string) => {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await rename(join(staging, path), join(root, path));
    };
    const last = stages.flat().filter(({ path }) => path === MANIFEST);
    for (const { path } of stages.flat()) if (path !== MANIFEST) await bring(path);
    const isRemoved = new Set(obstacles);
    await remove(
      root,
      publication.removed.filter((path) => !isRemoved.has(path)),
    );
    for (const { path } of last) await bring(path);
    await unlink(join(root, JOURNAL));
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Removes files, and the folders that are empty then. */
async function remove(root: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) await unlink(join(root, path));
  const folders = [...new Set(paths.flatMap(foldersAbove))].sort((a, b) => b.length - a.length);
  // One in which something of others lies stays.
  for (const folder of folders) await rmdir(join(root, folder)).catch(() => undefined);
}
