import { hasErrors, type Finding, type Published } from '../files/finding.ts';
import type { HashedFile } from '../files/hash-files.ts';
import { readAndCheck } from '../integration/read-and-check.ts';
import { hashContent } from '../integration/seal-build.ts';
import { timed } from '../rebuild/timed.ts';
import { saveMemory } from './save-memory.ts';

/** The content of a site that is to be made. */
export interface ToPublish {
  /** The files as they were before they were read. */
  readonly contentFiles: readonly HashedFile[];
  readonly findings: readonly Finding[];
  /** Undefined where the content has errors. */
  readonly published: Published | undefined;
}

/**
 * Reads and checks the content for a build. Where each value stood in its file, which takes as much memory as the content
 * itself, is forgotten.
 *
 * @param strict whether a warning that nobody has explained is an error.
 * @param ready told the content files as soon as they are known, before they are read.
 */
export async function readToPublish(
  directory: string,
  strict: boolean,
  ready: (contentFiles: readonly HashedFile[]) => void = () => undefined,
): Promise<ToPublish> {
  saveMemory();
  const contentFiles = await timed('hash', () => hashContent(directory));
  ready(contentFiles);
  const { content, findings, unjudged } = await timed('read', () => readAndCheck(directory, { strict }));
  const published = hasErrors(findings) ? undefined : { site: content.site, findings, unjudged };
  return { contentFiles, findings, published };
}
