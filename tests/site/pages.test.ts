import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { serveFolder } from '../../src/publishing/serve.ts';
import { launchBrowser, openPage } from '../setup/browser.ts';
import { buildCopy, type BuiltCopy } from './build-copy.ts';
import { EMBED_PATH, fileOf, listFiles, PERMANENT_PATH, PROJECT_PATH, readPages } from './built-pages.ts';
import { readFacts, type PageFacts } from './page-facts.ts';
import { DEPARTMENT, pathOf, recordedProjects, rowsOf } from './recorded-projects.ts';

/** A first answer over a slow link holds ten packets: what fits in them shows after one round trip. */
const FIRST_ROUND_TRIP = 14_600;

const folder = inject('siteFolder');
const projects = recordedProjects();
const built = readPages(folder);
let browser: Browser;
let pages: readonly PageFacts[] = [];
/** Without those that only lead on or stand in frames. */
let wholePages: readonly PageFacts[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  const { page, close } = await openPage(browser);
  pages = await readFacts(page, built);
  wholePages = pages.filter(({ path }) => !PERMANENT_PATH.test(path) && !EMBED_PATH.test(path));
  await close();
});
afterAll(() => browser.close());

/** All pages of which something can be said against, with what it is; a sound site gives an empty list. */
function faults(faultOf: (page: PageFacts) => unknown, among = pages): readonly string[] {
  return among.flatMap((page) => {
    const fault = faultOf(page);
    const none = fault === undefined || fault === false || (Array.isArray(fault) && fault.length === 0);
    return none ? [] : [`${page.path}: ${JSON.stringify(fault)}`];
  });
}

describe('every page', () => {
  it('is looked at by these tests', () => {
    expect(pages.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        '/',
        '/2022/',
        '/2022/313001/',
        '/404.html',
        '/about/',
        '/glossary/',
        '/projects/',
        '/search/',
        ...projects.map(pathOf),
        ...projects.map(({ 项目编码 }) => `/projects/${项目编码}/`),
      ]),
    );
  });

  it('names its language, character set and width, so that it is read aloud and laid out rightly', () => {
    expect(faults(({ lang }) => lang !== 'zh-CN' && lang)).toEqual([]);
    expect(faults(({ charset }) => charset.toLowerCase() !== 'utf-8' && charset)).toEqual([]);
    expect(faults(({ viewport }) => !viewport.includes('width=device-width') && viewport)).toEqual([]);
    expect(faults(({ viewport }) => /user-scalable|maximum-scale/.test(viewport) && viewport)).toEqual([]);
  });

  it('has a title of its own', () => {
    expect(faults(({ titles }) => (titles.length !== 1 || titles[0] === '') && { titles })).toEqual([]);
    const paths = new Map<string, string[]>();
    for (const { titles, path } of pages) {
      const own = paths.get(titles.join());
      if (own === undefined) paths.set(titles.join(), [path]);
      else own.push(path);
    }
    expect([...paths].filter(([, own]) => own.length > 1)).toEqual([]);
  });

  it('says in a description what it holds', () => {
    expect(
      faults(({ descriptions: all }) => (all.length !== 1 || all[0]?.trim() === '') && { all }, wholePages),
    ).toEqual([]);
    expect(faults(({ descriptions: [text = ''] }) => text.length > 200 && text)).toEqual([]);
  });

  it('has one main heading, and skips no level below it', () => {
    const levels = ({ headings }: PageFacts) => headings.map(({ level }) => level);
    expect(
      faults(
        (page) => levels(page).filter((level) => level === 1).length !== 1 && { headings: page.headings },
        wholePages,
      ),
    ).toEqual([]);
    expect(faults(({ headings }) => headings.filter(({ text }) => text === ''))).toEqual([]);
    expect(
      faults(({ headings }) =>
        headings.filter(({ level }, index) => level > (headings[index - 1]?.level ?? 0) + 1),
      ),
    ).toEqual([]);
  });

  it('uses each id once', () => {
    expect(faults(({ ids }) => ids.filter((id, index) => id === '' || ids.indexOf(id) < index))).toEqual([]);
  });

  it('begins with a link that skips to its main part', () => {
    expect(
      faults(({ skip }) => (skip.href !== '#main' || skip.text !== '跳到正文') && skip, wholePages),
    ).toEqual([]);
    expect(
      faults(({ mainFocusable }) => !mainFocusable && '#main cannot take the focus', wholePages),
    ).toEqual([]);
  });

  it('shows the way from the front page to itself', () => {
    const below = pages.filter(({ path }) => path !== '/' && path !== '/404.html' && !EMBED_PATH.test(path));
    expect(
      faults(({ breadcrumbs }) => {
        const [first, ...rest] = breadcrumbs;
        const last = rest.pop();
        const wrong =
          first?.href !== '/' ||
          first.text !== '首页' ||
          last?.current !== true ||
          last.href !== null ||
          rest.some(({ href, current }) => href === null || current);
        return wrong && breadcrumbs;
      }, below),
    ).toEqual([]);
    const ways = pages.filter(({ path }) => PROJECT_PATH.test(path)).map(({ breadcrumbs }) => breadcrumbs);
    expect(new Set(ways.map((way) => way.map(({ href }) => href).join()))).toEqual(
      new Set(['/,/2022/,/2022/313001/,']),
    );
  });
});

/** A policy's directives with their sources. */
function directivesOf({ policies }: PageFacts): ReadonlyMap<string, readonly string[]> {
  const directives = (policies[0] ?? '').split(';').map((text) => text.trim().split(/\s+/));
  return new Map(directives.flatMap(([name, ...sources]) => (name ? [[name, sources]] : [])));
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the content security policy of every page', () => {
  it('stands once, before all that it is to hold for', () => {
    expect(faults(({ policies }) => policies.length !== 1 && { policies })).toEqual([]);
    expect(faults(({ beforePolicy }) => beforePolicy)).toEqual([]);
  });

  it('allows nothing but the own site, named hashes and data images', () => {
    const allowed =
      /^(?:'none'|'self'|data:|blob:|'wasm-unsafe-eval'|'sha(?:256|384|512)-[A-Za-z0-9+/]+=*')$/;
    expect(
      faults((page) => [...directivesOf(page).values()].flat().filter((source) => !allowed.test(source))),
    ).toEqual([]);
    expect(
      faults(
        (page) => directivesOf(page).get('default-src')?.join() !== `'none'` && { policies: page.policies },
      ),
    ).toEqual([]);
    expect(
      faults(
        (page) => directivesOf(page).get('base-uri')?.join() !== `'none'` && { policies: page.policies },
      ),
    ).toEqual([]);
    const scripts = (page: PageFacts) => directivesOf(page).get('script-src') ?? [];
    expect(faults((page) => scripts(page).filter((source) => /^(?:data|blob):$/.test(source)))).toEqual([]);
  });

  it('allows WebAssembly only where there is a search box', () => {
    expect(
      faults(
        (page) => page.searchBoxes === 0 && page.policies[0]?.includes('wasm-unsafe-eval') && page.policies,
      ),
    ).toEqual([]);
  });

  it('names the hash of every style and script that stands in the page', () => {
    const missing = (directive: string, texts: readonly string[]) => (page: PageFacts) =>
      texts
        .filter((text) => directivesOf(page).get(directive)?.includes(hashOf(text)) !== true)
        .map((text) => `${directive}: ${text.slice(0, 60)}`);
    expect(faults((page) => missing('style-src', page.inlineStyles)(page))).toEqual([]);
    expect(faults((page) => missing('script-src', page.inlineScripts)(page))).toEqual([]);
    expect(wholePages.every(({ inlineStyles }) => inlineStyles.length > 0)).toBe(true);
  });

  it('is broken by no style attribute and no event handler', () => {
    expect(faults(({ styleAttributes }) => styleAttributes)).toEqual([]);
    expect(faults(({ handlers }) => handlers)).toEqual([]);
  });

  it('is tempted by no resource of another site', () => {
    const elsewhere = (address: string) =>
      /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address) && !address.startsWith('data:');
    expect(faults(({ resources }) => resources.filter(elsewhere))).toEqual([]);
    expect(wholePages.every(({ resources }) => resources.length > 0)).toBe(true);
  });
});

const SITE = 'https://site.invalid';

/** Links, forms and resources of a page that lead to nothing in the folder; `base` as `/` or `/budget/`. */
function brokenLinks(page: PageFacts, all: readonly PageFacts[], files: ReadonlySet<string>, base: string) {
  const here = new URL(`${base}${page.path.slice(1)}`, SITE);
  const refresh = page.refresh === undefined ? [] : [page.refresh.replace(/^.*url=/, '')];
  return [...page.links, ...page.forms, ...page.resources, ...refresh].filter((href) => {
    const url = new URL(href, here);
    if (url.origin !== SITE) return false;
    const path = decodeURIComponent(url.pathname);
    if (!path.startsWith(base)) return true;
    const below = `/${path.slice(base.length)}`;
    if (!files.has(below.endsWith('/') ? `${below}index.html` : below)) return true;
    const fragment = decodeURIComponent(url.hash.slice(1));
    if (fragment === '') return false;
    return all.find((other) => other.path === below)?.ids.includes(fragment) !== true;
  });
}

describe('every link', () => {
  const files = new Set(listFiles(folder));

  it('leads to a page, a file or a place in a page that there is', () => {
    expect(faults((page) => brokenLinks(page, pages, files, '/'))).toEqual([]);
    expect(pages.flatMap(({ links }) => links).length).toBeGreaterThan(1000);
  });

  it('would be called broken if it led nowhere', () => {
    const [page] = pages;
    if (page === undefined) throw new Error('no page');
    const links = ['/', '/nowhere/', '/projects', '/glossary/#nothing', 'https://example.com/', '#main'];
    expect(brokenLinks({ ...page, links, forms: [], resources: [] }, pages, files, '/')).toEqual([
      '/nowhere/',
      '/projects',
      '/glossary/#nothing',
    ]);
  });

  it('of the not-found page holds from any address', () => {
    const missing = pages.filter(({ path }) => path === '/404.html');
    expect(missing).toHaveLength(1);
    const from = (address: string) => (href: string) => new URL(href, `${SITE}${address}`).href;
    for (const { links, resources, forms } of missing) {
      const all = [...links.filter((href) => !href.startsWith('#')), ...resources, ...forms];
      expect(all.map(from('/'))).toEqual(all.map(from('/2022/313001/none/')));
    }
  });
});

describe('a site below a path', () => {
  const SITE_URL = 'https://budget.example.gov.cn';
  let copy: BuiltCopy;
  let based: readonly PageFacts[] = [];
  beforeAll(async () => {
    // As an operator does: the address stands in site.yaml alone.
    const content = mkdtempSync(join(tmpdir(), 'mingzhang-content-'));
    cpSync('content', content, { recursive: true });
    const site = join(content, 'site.yaml');
    writeFileSync(site, readFileSync(site, 'utf8').replace(/^网址: .*$/m, `网址: ${SITE_URL}/budget/`));
    copy = await buildCopy({ CONTENT_DIR: content });
    rmSync(content, { recursive: true });
    const { page, close } = await openPage(browser);
    based = await readFacts(page, readPages(copy.folder));
    await close();
  });
  afterAll(() => {
    copy.remove();
  });

  it('has the same pages', () => {
    expect(based.map(({ path }) => path)).toEqual(pages.map(({ path }) => path));
  });

  it('has all its links below that path', () => {
    const files = new Set(listFiles(copy.folder));
    expect(faults((page) => brokenLinks(page, based, files, '/budget/'), based)).toEqual([]);
  });

  it('keeps from search engines what is no page of its own: the not-found page, the book for the printer, frames', () => {
    const kept = based.filter(({ robots }) => robots !== undefined);
    const [framed, others] = [true, false].map((isFramed) =>
      kept.filter(({ path }) => EMBED_PATH.test(path) === isFramed),
    );
    expect(others?.map(({ path }) => path).toSorted()).toEqual(['/2022/313001/print/', '/404.html']);
    expect(framed).toHaveLength(based.filter(({ path }) => EMBED_PATH.test(path)).length);
    expect(
      faults(
        ({ path, canonical }) =>
          canonical !== `${SITE_URL}/budget${path.replace(/^\/embed|chart-[a-z]+\/$/g, '')}` && canonical,
        framed,
      ),
    ).toEqual([]);
  });

  it('names of each page one address that lasts, the latest year for one that leads on', () => {
    const listed = based.filter(({ robots }) => robots === undefined);
    expect(listed.length).toBeGreaterThan(80);
    expect(
      faults(({ path, canonical }) => {
        const [, code] = PERMANENT_PATH.exec(path) ?? [];
        const own = code === undefined ? path : `/2022/313001/${code}/`;
        return canonical !== `${SITE_URL}/budget${own}` && (canonical ?? 'none');
      }, listed),
    ).toEqual([]);
  });

  it('names for each page a share card that is there', () => {
    const files = new Set(listFiles(copy.folder));
    const whole = readPages(copy.folder).filter(
      ({ path }) => !PERMANENT_PATH.test(path) && !EMBED_PATH.test(path),
    );
    const cards = whole.map(({ html }) => {
      const address = /<meta property="og:image" content="([^"]*)"/.exec(html)?.[1] ?? 'none';
      return address.replace(`${SITE_URL}/budget`, '');
    });
    expect(cards.filter((card) => !files.has(card))).toEqual([]);
    // The site's, the department's, and one a project.
    expect(new Set(cards).size).toBe(42);
  });

  it('finds projects, draws charts and leads on there', async () => {
    const served = await serveFolder({ folder: copy.folder, port: 0, basePath: '/budget' });
    const { page, problems, close } = await openPage(browser, { siteUrl: served.url });
    await page.goto(`${served.url}search/?q=${encodeURIComponent('丧葬费')}`);
    await page.locator('.search-results a').first().click();
    await page.waitForURL(/\/budget\/2022\/313001\/[0-9A-Z]{21}\/$/);
    await page.locator('#chart-plan').scrollIntoViewIfNeeded();
    await page.locator('#chart-plan canvas').waitFor();
    await page.goto(`${served.url}projects/13060522P00360410001R/`);
    await page.waitForURL(/\/budget\/2022\/313001\/13060522P00360410001R\/$/);
    expect(problems).toEqual([]);
    await close();
    await served.close();
  });
});

describe('a project page', () => {
  const own = () => pages.filter(({ path }) => PROJECT_PATH.test(path));

  it('carries the fragments that are promised to stay', () => {
    expect(own()).toHaveLength(40);
    const promised = ['plan', 'goals', 'indicators', 'source', 'history'];
    expect(faults(({ ids }) => promised.filter((id) => !ids.includes(id)), own())).toEqual([]);
  });

  it('numbers its indicators in the order of the document', () => {
    expect(
      faults(({ path, ids }) => {
        const project = projects.find(({ 项目编码 }) => path.includes(项目编码));
        const numbered = ids.filter((id) => id.startsWith('indicator-'));
        const wanted =
          project === undefined ? [] : rowsOf(project).map((_, index) => `indicator-${index + 1}`);
        return numbered.join() !== wanted.join() && numbered;
      }, own()),
    ).toEqual([]);
  });

  it(`shows after one round trip: compressed it has at most ${FIRST_ROUND_TRIP} bytes`, () => {
    const sizes = built
      .filter(({ path }) => PROJECT_PATH.test(path))
      .map(({ path, html }) => [path, brotliCompressSync(html).length] as const);
    expect(sizes).toHaveLength(40);
    expect(sizes.filter(([, size]) => size > FIRST_ROUND_TRIP)).toEqual([]);
  });

  it('asks for the width of the screen in words that browsers of 2020 know', () => {
    // `(width <= 46rem)` is passed over by Chromium before 104, and with it the layout for phones.
    const media = (page: PageFacts) => page.inlineStyles.join('').match(/@media[^{]*/g) ?? [];
    expect(faults((page) => media(page).length === 0, own())).toEqual([]);
    expect(faults((page) => media(page).filter((query) => /[<>]/.test(query)), own())).toEqual([]);
  });

  it('brings its style along', () => {
    expect(faults(({ inlineStyles }) => inlineStyles.join('').length < 1000, own())).toEqual([]);
    expect(faults(({ resources }) => resources.filter((address) => address.endsWith('.css')), own())).toEqual(
      [],
    );
  });
});

describe('the permanent address of a project', () => {
  it('leads on to its latest year at once, and by a link', () => {
    const permanent = pages.filter(({ path }) => PERMANENT_PATH.test(path));
    expect(permanent).toHaveLength(40);
    expect(
      faults(({ path, refresh, links }) => {
        const target = `/2022/313001/${PERMANENT_PATH.exec(path)?.[1] ?? ''}/`;
        return (refresh !== `0; url=${target}` || !links.includes(target)) && refresh;
      }, permanent),
    ).toEqual([]);
    expect(permanent.map(({ path }) => path.slice('/projects/'.length, -1)).sort()).toEqual(
      projects.map(({ 项目编码 }) => 项目编码).sort(),
    );
  });

  it('is named by the project page', () => {
    const own = pages.filter(({ path }) => PROJECT_PATH.test(path));
    expect(
      faults(({ path, links }) => {
        const code = PROJECT_PATH.exec(path)?.[1] ?? '';
        return !links.includes(`/projects/${code}/`) && code;
      }, own),
    ).toEqual([]);
  });
});

describe('the files beside the pages', () => {
  it('hold the content format as JSON Schema', () => {
    const schemas = listFiles(folder).filter((path) => path.startsWith('/schema/'));
    expect(schemas).toEqual(
      expect.arrayContaining(
        ['areas', 'department', 'everyday-words', 'glossary', 'import-words', 'project', 'site'].map(
          (name) => `/schema/${name}.schema.json`,
        ),
      ),
    );
    for (const path of schemas) {
      const schema = JSON.parse(readFileSync(join(folder, path), 'utf8')) as Record<string, unknown>;
      expect(schema, path).toMatchObject({
        $schema: expect.stringContaining('json-schema.org') as unknown,
        [/areas|glossary|everyday|moved/.test(path) ? 'items' : 'properties']: expect.any(Object) as unknown,
      });
    }
  });

  it('hold the official document byte for byte, with its fingerprint on the page of the department', async () => {
    const department = pages.find(({ path }) => path === '/2022/313001/');
    const names = readdirSync(join(DEPARTMENT, 'sources'));
    expect(names).toEqual(['000_d071826548224e33.txt']);
    for (const name of names) {
      const original = readFileSync(join(DEPARTMENT, 'sources', name));
      const response = await fetch(
        new URL(`2022/313001/sources/${encodeURIComponent(name)}`, inject('siteUrl')),
      );
      expect(response.status).toBe(200);
      expect(Buffer.from(await response.arrayBuffer()).equals(original)).toBe(true);
      expect(department?.text).toContain(createHash('sha256').update(original).digest('hex'));
      expect(department?.links).toContain(`/2022/313001/sources/${name}`);
    }
  });

  it('hold a page for addresses that there are not, with ways on', async () => {
    expect(existsSync(fileOf(folder, '/404.html'))).toBe(true);
    const response = await fetch(new URL('2021/313001/', inject('siteUrl')));
    expect(response.status).toBe(404);
    expect(await response.text()).toBe(readFileSync(fileOf(folder, '/404.html'), 'utf8'));
    const missing = pages.find(({ path }) => path === '/404.html');
    expect(missing?.links).toEqual(expect.arrayContaining(['/', '/projects/']));
    expect(missing?.forms).toEqual(['/search/']);
    expect(missing?.robots).toBe('noindex');
  });
});
