import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import type { Plugin } from 'vite';
import type { HashedFile } from '../files/hash-files.ts';
import type { ChangeLog } from '../history/change-log.ts';
import type { History } from '../history/history.ts';
import { digestOf, hashed } from '../rebuild/digest.ts';

/** The program itself, its pages and what writes the data. */
const PROGRAM = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM_FILES = ['src', 'package.json'];

/** What of a project decides how its pages look; which packages it has installed stands in its lock file. */
const PROJECT_FILES = [
  'src',
  'package.json',
  'package-lock.json',
  'node_modules/.package-lock.json',
  ...['pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'bun.lockb', 'npm-shrinkwrap.json'],
  'tsconfig.json',
  ...['mjs', 'js', 'ts', 'mts'].map((end) => `astro.config.${end}`),
];

/** The code and the styles that pages were bundled to, whatever files and plugins of the project they came from. */
export interface Bundles {
  readonly plugin: Plugin;
  /**
   * Names them, once they are all there. Of a project with a middleware, which may make anything of a page at any time, the
   * name is another each time.
   */
  readonly name: () => string;
}

/** The module that Astro makes up where there is no middleware; a file of its own ends in the same words. */
const NO_MIDDLEWARE = '\0noop-middleware';

export function watchBundles(): Bundles {
  const all = new Map<string, string>();
  let isPlain = false;
  return {
    plugin: {
      name: 'mingzhang:watch-bundles',
      generateBundle(_, bundle) {
        for (const [file, output] of Object.entries(bundle)) {
          const content = output.type === 'chunk' ? output.code : output.source;
          if (output.type === 'chunk' && output.moduleIds.includes(NO_MIDDLEWARE)) isPlain = true;
          // Where the program lies is no part of it.
          const own = typeof content === 'string' ? content.replaceAll(PROGRAM, '') : content;
          all.set(`${this.environment.name} ${file}`, hashed(own));
        }
      },
    },
    name: () => {
      const names = [...all].map(([file, content]) => `${file} ${content}`).sort();
      return hashed([...names, isPlain ? '' : randomUUID()].join('\n'));
    },
  };
}

/**
 * Names everything beside the content that decides how the files of a site look, but for what Vite makes of it, and where the
 * site will stand.
 */
export function nameSources({ root, site, base, ...settings }: AstroConfig): string {
  // A configuration may take these from elsewhere.
  const { security, compressHTML, scopedStyleStrategy, build } = settings;
  const others = [security, compressHTML, scopedStyleStrategy, build.assetsPrefix];
  return hashed([nameProgram(fileURLToPath(root)), site ?? '', base, JSON.stringify(others)].join('\n'));
}

/**
 * Names the program, the project with its settings and packages, and the runtime, which has its own data of languages.
 *
 * @param project its folder.
 */
export function nameProgram(project: string): string {
  const files = [
    ...PROGRAM_FILES.flatMap((name) => filesAt(join(PROGRAM, name))),
    ...PROJECT_FILES.flatMap((name) => filesAt(join(project, name))),
  ];
  // In the program's own repository both name the same ones.
  const read = [...new Set(files)].map((file) => `${relative(project, file)} ${hashed(readFileSync(file))}`);
  const { node, icu = '', unicode = '' } = process.versions;
  return hashed([node, icu, unicode, ...read].join('\n'));
}

/** Names all that the data of a site are made of, but for those that tell when the content was changed. */
export const nameData = (
  program: string,
  contentFiles: readonly HashedFile[],
  base: string,
  host: string | undefined,
): string => hashed(['data', program, digestOf(contentFiles), base, host ?? ''].join('\n'));

/** Names the whole content, what git knows of it, and which files pages may show beside it. */
export function nameContent(
  contentFiles: readonly HashedFile[],
  history: History,
  changeLog: ChangeLog,
  publicFolders: readonly string[],
): string {
  const { kind } = history;
  const dates = kind === 'known' ? [history.changes, history.uncommitted] : [];
  const publicFiles = publicFolders.flatMap((folder) =>
    filesAt(folder).map((file) => relative(folder, file)),
  );
  const digest = digestOf([contentFiles, kind, dates, changeLog, publicFiles]);
  if (digest === undefined) throw new Error('content that is no plain data');
  return digest;
}

/** A file, or all in a folder and those in it, in one order. */
function filesAt(place: string): readonly string[] {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isFile()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
