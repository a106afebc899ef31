import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compareFiles, hashFiles, type FileChanges } from '../files/hash-files.ts';
import { compareText } from '../files/finding.ts';
import { UserError } from '../files/user-error.ts';
import { isHostFile } from '../integration/hosts/site-facts.ts';
import { isSignature, MANIFEST, readManifest, type Manifest } from '../integration/manifest.ts';
import { readSiteAddress } from '../integration/site-address.ts';
import { buildSite, type BuildOptions, type BuildResult } from './build.ts';
import { openWorkFolder } from './work-folder.ts';

/**
 * How a file of a site compares with one that is built anew: `extra` is of the build that made the site, `foreign` of
 * none; `unserved` are files for hosts, which a copy taken from one lacks.
 */
export type FileState = 'same' | 'differs' | 'missing' | 'extra' | 'foreign' | 'signature' | 'unserved';

export interface VerifiedFile {
  readonly path: string;
  readonly state: FileState;
  /** Whether it is not as the site's own manifest has it: it was changed after the build. */
  readonly altered: boolean;
}

/** Something that decides how a site looks, as it was and as it is. */
export interface Difference {
  readonly what: 'mingzhang' | 'node' | 'program' | 'content';
  readonly built: string;
  readonly now: string;
}

/** How a built site compares with one that is built from the content as it is now. */
export type BuildVerification =
  | { readonly ok: false; readonly result: Extract<BuildResult, { readonly ok: false }> }
  | {
      readonly ok: true;
      readonly isSame: boolean;
      readonly hasManifest: boolean;
      /** All files of both, in the order of their paths. */
      readonly files: readonly VerifiedFile[];
      /** Versions of the program and commits that are others than those the site was built with. */
      readonly differences: readonly Difference[];
      /** Whether it was built from files that were not committed. */
      readonly wasUncommitted: boolean;
      /** The files of the content that are others now. */
      readonly content: FileChanges;
    };

/** States of files that no fault of the site is behind. */
export const SOUND: readonly FileState[] = ['same', 'signature', 'unserved'];

/** Builds the site anew beside the one in `out`, with the settings that its manifest names, and compares them. Changes nothing. */
export async function verifyBuild(options: BuildOptions): Promise<BuildVerification> {
  const { out } = options;
  const manifest = await readManifest(out);
  const work = openWorkFolder(process.cwd(), 'verify');
  try {
    const fresh = join(work.path, 'site');
    const result = await buildSite({ ...options, ...(manifest && addressOf(manifest)), out: fresh });
    if (!result.ok) return { ok: false, result };
    const now = await readManifest(fresh);
    if (now === undefined) throw new UserError('重新生成的网站没有清单，不能比较。');
    const files = await compareSites(out, manifest, fresh);
    return {
      ok: true,
      isSame:
        manifest !== undefined && files.every(({ state, altered }) => SOUND.includes(state) && !altered),
      hasManifest: manifest !== undefined,
      files,
      differences: manifest === undefined ? [] : differencesOf(manifest, now),
      wasUncommitted: manifest !== undefined && (manifest.program.changed || manifest.content.changed),
      content: compareFiles(manifest?.content.files ?? now.content.files, now.content.files),
    };
  } finally {
    work.remove();
  }
}

/** The address that a site was built for. What a copy from elsewhere says is read like any other setting. */
function addressOf({ settings: { siteUrl, basePath } }: Manifest) {
  return readSiteAddress({ SITE_URL: siteUrl ?? '', BASE_PATH: basePath });
}

async function compareSites(
  out: string,
  manifest: Manifest | undefined,
  fresh: string,
): Promise<readonly VerifiedFile[]> {
  const hashesOf = (files: readonly { readonly path: string; readonly sha256: string }[]) =>
    new Map(files.filter(({ path }) => path !== MANIFEST).map(({ path, sha256 }) => [path, sha256]));
  const own = hashesOf(manifest?.files ?? []);
  const expected = hashesOf(await hashFiles(fresh));
  const found = hashesOf(await hashFiles(out));
  const stateOf = (path: string): FileState => {
    const hash = found.get(path);
    if (!expected.has(path)) return isSignature(path) ? 'signature' : own.has(path) ? 'extra' : 'foreign';
    if (hash !== undefined) return hash === expected.get(path) ? 'same' : 'differs';
    return isUnserved(path) ? 'unserved' : 'missing';
  };
  return [...new Set([...expected.keys(), ...found.keys()])].sort(compareText).map((path) => {
    const [stated, hash] = [own.get(path), found.get(path)];
    return {
      path,
      state: stateOf(path),
      altered: stated !== undefined && hash !== undefined && hash !== stated,
    };
  });
}

/** Whether hosts keep a file to themselves. */
const isUnserved = (path: string): boolean =>
  isHostFile(path) || (path.startsWith('.') && !path.startsWith('.well-known/'));

function differencesOf(built: Manifest, now: Manifest): readonly Difference[] {
  const unknown = '未知';
  const all: readonly Difference[] = [
    { what: 'mingzhang', built: built.program.mingzhang, now: now.program.mingzhang },
    { what: 'node', built: built.program.node, now: now.program.node },
    { what: 'program', built: built.program.commit ?? unknown, now: now.program.commit ?? unknown },
    { what: 'content', built: built.content.commit ?? unknown, now: now.content.commit ?? unknown },
  ];
  return all.filter((one) => one.built !== one.now);
}

/** Whether there is a built site to verify. */
export const isSite = (folder: string): boolean =>
  existsSync(join(folder, MANIFEST)) || existsSync(join(folder, 'index.html'));
