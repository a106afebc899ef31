import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroPrerenderer } from 'astro';
import type { Asked } from '../rebuild/asked.ts';
import { hashed } from '../rebuild/digest.ts';
import { keysOf, type Basis } from '../rebuild/keys.ts';
import type { SiteFolder } from '../rebuild/site-folder.ts';
import { nameOfGiven, wholePage } from './handed-over.ts';
import type { FileToMake } from './make-files.ts';
import { PROGRAM_PAGES } from './program-files.ts';

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** What makes the pages of a build. */
export interface PageMaker {
  readonly render: AstroPrerenderer['render'];
  readonly config: Pick<AstroConfig, 'root' | 'base' | 'site' | 'publicDir'>;
  readonly site: SiteFolder;
  readonly basis: Basis;
  /** What was asked for since it was last called. */
  readonly askedSince: () => ReadonlySet<Asked>;
}

export interface PagesToMake {
  readonly files: readonly FileToMake[];
  /** The addresses of the pages among them, as Astro names them: `2022/313001/`. */
  readonly pages: readonly string[];
  /** What is left to Astro, such as pages of the project's own. */
  readonly left: readonly Path[];
}

/** Pages that say how large files of the open data are. */
const LAST: ReadonlySet<string> = new Set(['data/index.html']);

/**
 * Names what a page looks like that says nothing of the content: what the project does to all pages, such as a script that
 * an integration puts into each, is in none of its files that are known. Undefined where there is no such page.
 */
export async function nameSample(
  paths: readonly Path[],
  { render, config }: Pick<PageMaker, 'render' | 'config'>,
): Promise<string | undefined> {
  const path = paths.find(({ pathname }) => tidied(pathname) === SAMPLE);
  return path && hashed(await bytesOf(path, render, config));
}

const SAMPLE = '/404';

async function bytesOf(
  { pathname, route }: Path,
  render: PageMaker['render'],
  { base, site }: PageMaker['config'],
): Promise<Uint8Array> {
  const address = route.type === 'endpoint' ? pathname : `${tidied(pathname)}/`;
  const url = new URL(`${base.replace(/\/*$/, '')}${encodeURI(address)}`, site ?? 'http://localhost');
  const answer = await withKnownHashes(() => render(new Request(url), { routeData: route }));
  return new Uint8Array(await ('response' in answer ? answer.response : answer).arrayBuffer());
}

/** Shorter texts are hashed sooner than found. */
const LONG = 4096;

/** So many style sheets no site has. */
const MOST_HASHES = 100;

const hashes: { readonly algorithm: unknown; readonly data: Uint8Array; readonly hash: ArrayBuffer }[] = [];

/**
 * Astro hashes the style sheet of each page for its policy, by a function that gives the work to another thread and waits
 * for it. All pages of a kind have the same sheet: while one is made, that function gives what it gave for the same bytes.
 */
async function withKnownHashes<Made>(make: () => Promise<Made>): Promise<Made> {
  const { subtle } = globalThis.crypto;
  const digest: SubtleCrypto['digest'] = async (algorithm, data) => {
    const hashed = () => SubtleCrypto.prototype.digest.call(subtle, algorithm, data);
    if (!(data instanceof Uint8Array) || data.length < LONG) return await hashed();
    const before = hashes.find(
      (one) =>
        one.algorithm === algorithm &&
        one.data.length === data.length &&
        Buffer.compare(one.data, data) === 0,
    );
    if (before !== undefined) return before.hash.slice(0);
    const hash = await hashed();
    if (hashes.length < MOST_HASHES) hashes.push({ algorithm, data: data.slice(), hash: hash.slice(0) });
    return hash;
  };
  subtle.digest = digest;
  try {
    return await make();
  } finally {
    Reflect.deleteProperty(subtle, 'digest');
  }
}

/**
 * The program's own pages as files to make. Astro would make them path by path, and for each look up the settings of the
 * project anew and wait until it is written; with many thousands of pages that takes longer than to render them.
 */
export function pagesToMake(
  paths: readonly Path[],
  { render, config, site, basis, askedSince }: PageMaker,
): PagesToMake {
  const publicFolder = fileURLToPath(config.publicDir);
  const isOwn = ownRoutes(fileURLToPath(config.root));
  const times = new Map<string, number>();
  for (const { pathname } of paths) times.set(tidied(pathname), (times.get(tidied(pathname)) ?? 0) + 1);
  const files: FileToMake[] = [];
  const pages: string[] = [];
  const left: Path[] = [];
  /** Whether pages that are given as a whole are what Astro makes of them, as the first was: a project may alter all pages. */
  let areAsGiven: boolean | undefined;
  const contentOf = async (path: Path): Promise<string | Uint8Array> => {
    const html = wholePage(path.cacheKey);
    if (html !== undefined && areAsGiven === true) return html;
    const bytes = await bytesOf(path, render, config);
    if (html !== undefined) areAsGiven ??= Buffer.from(html).equals(bytes);
    return bytes;
  };
  for (const path of paths) {
    const { pathname, route, cacheKey } = path;
    const file = fileOf(pathname, route.type);
    // Astro decides which of two pages stands at an address, and that none takes the place of a public file.
    if (
      file === undefined ||
      times.get(tidied(pathname)) !== 1 ||
      !isOwn(route.component) ||
      existsSync(join(publicFolder, file))
    ) {
      left.push(path);
      continue;
    }
    files.push({
      ...{ path: file, kind: 'pages', isLast: LAST.has(file) },
      // A page of one address is given nothing.
      keys: () => keysOf(basis, file, route.pathname === undefined ? nameOfGiven(cacheKey) : ''),
      make: async (keys) => {
        askedSince();
        const content = await contentOf(path);
        const asked = askedSince();
        const own = asked.has('content') ? keys.whole : (keys.own ?? keys.whole);
        site.write(file, content, asked.has('files') ? undefined : own);
      },
    });
    if (route.type === 'page') pages.push(`${tidied(pathname)}/`.slice(1));
  }
  return { files, pages, left };
}

/** `/2022/313001`, '' for the front page. */
const tidied = (pathname: string) => `/${pathname.replace(/^\/+|\/+$/g, '')}`.replace(/^\/$/, '');

/** The file of a path, as Astro names it; undefined where the path is no page of its own. */
function fileOf(pathname: string, type: Path['route']['type']): string | undefined {
  const path = tidied(pathname).slice(1);
  if (type === 'endpoint') return path;
  if (type !== 'page') return undefined;
  if (path === '404') return '404.html';
  return path === '' ? 'index.html' : `${path}/index.html`;
}

/** Whether a route is the program's own, by its component as Astro names it. */
function ownRoutes(root: string): (component: string) => boolean {
  const known = new Map<string, boolean>();
  return (component) => {
    const before = known.get(component);
    if (before !== undefined) return before;
    const isOwn = resolve(root, component).startsWith(`${PROGRAM_PAGES}${sep}`);
    known.set(component, isOwn);
    return isOwn;
  };
}
