import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, type OpenPage } from '../setup/browser.ts';
import { kindOf, leadsOn, listPages, pageKindsOf } from '../../scripts/screenshots/pages.ts';
import { framesLookedAt, REAL_SITE, SITES, type TestedSite } from '../setup/sites.ts';
import { EMBED_PATH, PERMANENT_PATH } from '../site/built-pages.ts';
import { violationsOf } from './accessibility.ts';
import { drawCharts } from '../../scripts/screenshots/open-view.ts';

/** How many pages are open at a time: while one is looked through, the next two are loaded and drawn. */
const TOGETHER = 3;

const permanent = listPages(REAL_SITE.folder).filter((path) => PERMANENT_PATH.test(path));

/** One page of each kind is examined in `views.test.ts`, in each of its states; all pages only in the full run. */
const isFull = process.env.TEST_FULL === '1';

/** The pages of a site that show something of their own, as far as this run looks at them. */
function pagesOf(site: TestedSite): readonly string[] {
  const pages = listPages(site.folder).filter((path) => !leadsOn(site.folder, path));
  if (isFull) return pages;
  const isFrame = (path: string) => EMBED_PATH.test(path);
  if (site === REAL_SITE)
    return [...pages.filter((path) => !isFrame(path)), ...framesLookedAt(pages.filter(isFrame))];
  // Of each department in each year the page of one project.
  const projects = new Map(
    pages.filter((path) => kindOf(path) === 'project').map((path) => [path.split('/', 3).join('/'), path]),
  );
  const others = pages.filter((path) => kindOf(path) !== 'project' && site.isLookedAt(kindOf(path)));
  return [...others, ...projects.values()];
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Goes through addresses, a few at a time, and gives all that was found against them. */
async function goThrough(
  context: BrowserContext,
  addresses: readonly string[],
  faultsOf: (page: Page, path: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const queue = [...addresses];
  const faults: string[] = [];
  const worker = async () => {
    const page = await context.newPage();
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      faults.push(...(await faultsOf(page, path)).map((fault) => `${path} ${fault}`));
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: TOGETHER }, worker));
  return faults;
}

describe.each(SITES)('on a desk, every page of $title', (site) => {
  const paths = pagesOf(site);
  let open: OpenPage;
  let violations: readonly string[] = [];
  let empty: readonly string[] = [];

  beforeAll(async () => {
    open = await openPage(browser, {
      ...site.options,
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
    });
    const bare: string[] = [];
    violations = await goThrough(open.page.context(), paths, async (page, path) => {
      await page.goto(path);
      await drawCharts(page);
      if (((await page.locator('main').innerText()).match(/\p{Script=Han}/gu) ?? []).length < 10)
        bare.push(path);
      return isFull ? await violationsOf(page) : [];
    });
    empty = bare;
  });
  afterAll(() => open.close());

  it('loads without an error, a failed request, a breach of the policy or a request to another site', () => {
    expect(paths.length).toBeGreaterThanOrEqual(site === REAL_SITE ? 48 : 30);
    expect(open.problems).toEqual([]);
  });

  it('holds something to read', () => {
    expect(empty).toEqual([]);
  });

  it.runIf(isFull)(
    'is sound for screen readers and weak sight by all rules of WCAG 2.2 AA that can be tried',
    () => {
      expect(violations).toEqual([]);
    },
  );
});

describe('the permanent address of a project', () => {
  it('leads to the project', async () => {
    const { page, problems, close } = await openPage(browser);
    expect(permanent).toHaveLength(40);
    // That all of them name the right page is read from their sources in tests/site.
    for (const path of permanent.slice(0, 3)) {
      const code = PERMANENT_PATH.exec(path)?.[1] ?? '';
      await page.goto(path);
      await page.waitForURL((url) => url.pathname === `/2022/313001/${code}/`);
      expect(await page.getByRole('main').textContent()).toContain(code);
    }
    expect(problems).toEqual([]);
    await close();
  });

  it('is sound where the browser does not lead on by itself', async () => {
    const { page, problems, close } = await openPage(browser);
    await page.route('**/projects/*/', async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      await route.fulfill({ response, body: html.replace(/<meta http-equiv="refresh"[^>]*>/, '') });
    });
    const path = permanent[0] ?? '';
    await page.goto(path);
    expect(new URL(page.url()).pathname).toBe(path);
    // A page of one sentence: few rules have anything to look at.
    expect(await violationsOf(page, 5)).toEqual([]);
    await page.getByRole('link').click();
    expect(new URL(page.url()).pathname).toBe(`/2022/313001/${PERMANENT_PATH.exec(path)?.[1] ?? ''}/`);
    expect(problems).toEqual([]);
    await close();
  });
});

// In the ordinary run `views.test.ts` looks at each kind on a narrower phone.
describe.runIf(isFull).each(SITES)('on a phone, one page of each kind of $title', (site) => {
  const WIDTH = 390;
  // The page with the value that cannot be true, and with every part that a project page can have.
  const wanted = site === REAL_SITE ? ['/2022/313001/13060522P00416610001C/'] : [];
  const kinds = pageKindsOf(pagesOf(site), wanted).map(({ path }) => path);
  let open: OpenPage;
  let violations: readonly string[] = [];
  let wide: readonly string[] = [];

  beforeAll(async () => {
    open = await openPage(browser, {
      ...site.options,
      viewport: { width: WIDTH, height: 844 },
      reducedMotion: 'reduce',
    });
    const scrolling: string[] = [];
    violations = await goThrough(open.page.context(), kinds, async (page, path) => {
      await page.goto(path);
      await drawCharts(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > WIDTH) scrolling.push(`${path} ${width}`);
      return await violationsOf(page);
    });
    wide = scrolling;
  });
  afterAll(() => open.close());

  it('is there to be looked at', () => {
    const names = kinds.map(kindOf);
    expect(names).toEqual(
      expect.arrayContaining(['home', 'projects', 'search', 'year', 'department', 'project', '404', 'about']),
    );
  });

  it('does not have to be pushed sideways', () => {
    expect(wide).toEqual([]);
  });

  it('is sound for screen readers, weak sight and thick fingers', () => {
    expect(violations).toEqual([]);
  });

  it('loads without an error', () => {
    expect(open.problems).toEqual([]);
  });
});
