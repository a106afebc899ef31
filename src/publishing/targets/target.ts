import { createHash } from 'node:crypto';
import { MANIFEST, parseManifest } from '../../integration/manifest.ts';
import type { Publication, Standing } from '../plan-publication.ts';
import type { SiteToPublish } from '../site-to-publish.ts';

/** A place that a site is published to. */
export interface Target {
  /** Where it is, as the user is told. */
  readonly name: string;
  readonly read: (site: SiteToPublish) => Promise<Standing>;
  /** What is asked before something that was published already is sent on; undefined where nothing waits for it. */
  readonly unsent?: () => string | undefined;
  /** Brings the target to what is planned; gives what the user should know. */
  readonly write: (publication: Publication, site: SiteToPublish) => Promise<readonly string[]>;
}

/** What the manifests that lie at a target say that this program wrote there. */
export function ownFiles(manifests: readonly (Buffer | undefined)[]): Standing['own'] {
  const own = new Map<string, Set<string>>();
  const add = (path: string, sha256: string) => own.set(path, (own.get(path) ?? new Set()).add(sha256));
  for (const bytes of manifests) {
    const manifest = bytes && parseManifest(bytes.toString());
    if (bytes === undefined || manifest === undefined) continue;
    add(MANIFEST, createHash('sha256').update(bytes).digest('hex'));
    for (const { path, sha256 } of manifest.files) add(path, sha256);
  }
  return own;
}
