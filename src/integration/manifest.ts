import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import program from '../../package.json' with { type: 'json' };
import { hashFiles, type Checksum, type HashedFile } from '../files/hash-files.ts';
import { commitState } from '../history/commit-state.ts';

/** The file of a built site that says what it was made of and what each of its files holds. */
export const MANIFEST = 'manifest.json';

/** Signatures of the manifest, of the usual programs: who built the site puts them beside it. */
export const SIGNATURES: readonly string[] = ['sig', 'minisig', 'bundle'].map((end) => `${MANIFEST}.${end}`);

export const isSignature = (path: string): boolean => SIGNATURES.includes(path);

const file = z.object({
  path: z.string(),
  bytes: z.number(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
const gitState = {
  /** Null where no git knows the files. */
  commit: z.string().nullable(),
  /** Whether something was not committed as it stood. */
  changed: z.boolean(),
};
const manifest = z.object({
  program: z.object({ mingzhang: z.string(), node: z.string(), ...gitState }),
  settings: z.object({ siteUrl: z.string().nullable(), basePath: z.string() }),
  content: z.object({ ...gitState, files: z.array(file) }),
  /** All files of the site but the manifest itself. */
  files: z.array(file),
});

/** What a site was made of, and its files. It has no time: the same content gives the same bytes again. */
export type Manifest = z.infer<typeof manifest>;

/** What of a project decides how its site looks, beside the content. */
const PROJECT_FILES = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json'];

const LINES_AT_ONCE = 1000;

/** What the manifest of a site is made of. */
export interface ManifestSources {
  /** The content folder and its files, as they were read. */
  readonly content: string;
  readonly contentFiles: readonly HashedFile[];
  /** The project's folder. */
  readonly root: string;
  readonly siteUrl: string | undefined;
  /** `/`, or the path below which the site stands, without a slash at its end. */
  readonly basePath: string;
}

/**
 * Writes the manifest of a built site, file by file; gives the site's files. Nothing may be written after it.
 *
 * @param known gives what a file holds where that needs not be read.
 */
export async function writeManifest(
  folder: string,
  { content, contentFiles, root, siteUrl, basePath }: ManifestSources,
  known?: (path: string) => Checksum | undefined,
): Promise<readonly HashedFile[]> {
  // A link is no file of the site: what it leads to is elsewhere.
  const files = (await hashFiles(folder, undefined, known)).filter(({ sha256 }) => sha256 !== '');
  const stateOf = (...where: Parameters<typeof commitState>) => {
    const { commit = null, isChanged } = commitState(...where);
    return { commit, changed: isChanged };
  };
  const head = {
    program: {
      ...{ mingzhang: program.version, node: process.versions.node },
      ...stateOf(root, PROJECT_FILES),
    },
    settings: { siteUrl: siteUrl ?? null, basePath },
  };
  // Each piece is a step of writing.
  const lines = function* (list: readonly HashedFile[]) {
    for (let from = 0; from < list.length; from += LINES_AT_ONCE) {
      const some = list.slice(from, from + LINES_AT_ONCE);
      yield `${from === 0 ? '\n' : ',\n'}${some.map((one) => JSON.stringify(one)).join(',\n')}`;
    }
  };
  const pieces = function* () {
    yield `${JSON.stringify(head).slice(0, -1)},\n"content":`;
    yield `${JSON.stringify(stateOf(content)).slice(0, -1)},"files":[`;
    yield* lines(contentFiles);
    yield '\n]},\n"files":[';
    yield* lines(files);
    yield '\n]}\n';
  };
  await writeFile(join(folder, MANIFEST), pieces());
  return files;
}

/** The manifest of a built site; undefined where there is none, or one that cannot be read. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    return parseManifest(await readFile(join(folder, MANIFEST), 'utf8'));
  } catch {
    return undefined;
  }
}

/** The manifest in a text; undefined where it is none. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    return manifest.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
