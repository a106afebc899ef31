import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, type OpenPage } from '../setup/browser.ts';
import { leadsOn, listPages, pageKindsOf } from '../../scripts/screenshots/pages.ts';
import { REAL_SITE, SITES, THREE_DEPARTMENTS, type TestedSite } from '../setup/sites.ts';

const PROJECT = '/2022/313001/13060522P00416610001C/';

function kindsOf(site: TestedSite): readonly string[] {
  const paths = listPages(site.folder).filter((path) => !leadsOn(site.folder, path));
  const kinds = pageKindsOf(paths, site === REAL_SITE ? [PROJECT] : []);
  return kinds.filter(({ name }) => site.isLookedAt(name)).map(({ path }) => path);
}

const DESK = { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } };

let browser: Browser;
let open: OpenPage;
beforeAll(async () => {
  browser = await launchBrowser();
  open = await openPage(browser, DESK);
});
afterEach(() => {
  expect(open.problems).toEqual([]);
});
afterAll(() => browser.close());

/** The elements that take no room on the page although nobody has folded them away, as their beginnings. */
async function invisible(elements: Locator): Promise<readonly string[]> {
  return await elements.evaluateAll((all) =>
    all
      .filter((element) => {
        if (element.closest('details:not([open])') !== null) return false;
        const { width, height } = element.getBoundingClientRect();
        const { visibility, opacity } = getComputedStyle(element);
        return width < 1 || height < 1 || visibility !== 'visible' || Number(opacity) < 1;
      })
      .map((element) => element.outerHTML.slice(0, 100)),
  );
}

describe.each(SITES)('without scripts on $title', (site) => {
  let own: OpenPage;
  beforeAll(async () => {
    own = await openPage(browser, { ...site.options, ...DESK });
  });
  afterEach(() => {
    expect(own.problems).toEqual([]);
  });
  afterAll(() => own.close());

  describe.each(kindsOf(site))('%s', (path) => {
    it('can be read: heading, text, tables, figures, drawings and what is folded away', async () => {
      const { page } = own;
      await page.goto(path);
      const main = page.getByRole('main');
      expect(await main.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
      expect((await main.innerText()).length).toBeGreaterThan(30);
      for (const selector of [
        'h1, h2, h3',
        'p:not([role="status"])',
        'table',
        'tr',
        'dl > div',
        'figure',
        '.static',
      ]) {
        expect(await invisible(main.locator(selector)), selector).toEqual([]);
      }
      // A drawing is more than its frame: its columns, bars and lines take room, as far as their value is not 0.
      for (const drawing of await main.locator('.drawing').all()) {
        const boxes = await drawing
          .locator('rect, polyline, circle')
          .evaluateAll((shapes) =>
            shapes.map((shape) => shape.getBoundingClientRect()).map(({ width, height }) => width * height),
          );
        expect(boxes.filter((area) => area > 4).length).toBeGreaterThan(0);
      }
      expect(await page.locator('canvas').count()).toBe(0);
      for (const details of await page.getByRole('main').locator('details').all()) {
        // What only scripts can use is not there at all.
        if (!(await details.isVisible())) continue;
        const content = details.locator(':scope > :not(summary)').first();
        expect(await content.isVisible()).toBe(false);
        await details.locator(':scope > summary').click();
        expect(await content.isVisible()).toBe(true);
        const box = await content.boundingBox();
        expect(box?.width).toBeGreaterThan(100);
        // A list of one may be all.
        expect(box?.height).toBeGreaterThan(20);
      }
    });
  });
});

it('the kinds of pages looked at are those of the site', () => {
  expect(kindsOf(REAL_SITE)).toEqual(
    expect.arrayContaining(['/', '/2022/', '/2022/313001/', '/projects/', '/search/', PROJECT]),
  );
  expect(kindsOf(THREE_DEPARTMENTS).length).toBeGreaterThanOrEqual(9);
});

it('there are drawings and folded tables of numbers on the front page without scripts', async () => {
  await open.page.goto('/');
  expect(await open.page.locator('.drawing .static').count()).toBeGreaterThanOrEqual(5);
  expect(await open.page.locator('details table').count()).toBeGreaterThanOrEqual(5);
});

describe('without scripts the search box', () => {
  it.each(['/', '/404.html', '/search/'])(
    'of %s leads to the page of answers with the question',
    async (path) => {
      const { page } = open;
      await page.goto(path);
      await page.getByRole('searchbox').fill('养老 补助');
      await page.getByRole('button', { name: '检索' }).click();
      const { pathname, searchParams } = new URL(page.url());
      expect([pathname, searchParams.get('q')]).toEqual(['/search/', '养老 补助']);
      await page.goto(path);
      await page.getByRole('searchbox').fill('丧葬费');
      await page.getByRole('searchbox').press('Enter');
      expect(new URL(page.url()).searchParams.get('q')).toBe('丧葬费');
    },
  );

  it('says on the page of answers what to do instead, and leads there', async () => {
    const { page } = open;
    await page.goto('/search/?q=%E5%85%BB%E8%80%81');
    const main = page.getByRole('main');
    expect(await main.innerText()).toContain('检索需要浏览器脚本');
    await main.locator('a[href$="/projects/"]').click();
    expect(new URL(page.url()).pathname).toBe('/projects/');
    expect(await page.getByRole('row').filter({ hasText: '养老' }).count()).toBeGreaterThan(5);
  });
});

it('without scripts a reader comes from the front page to a row of a project and to the source', async () => {
  const { page } = open;
  await page.goto('/');
  await page.getByRole('link', { name: '查看全部40个项目' }).click();
  await page.getByRole('link', { name: '2022-机关事业单位退休人员丧葬费补助资金' }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
    '2022-机关事业单位退休人员丧葬费补助资金',
  );
  await page.goto(`${page.url()}#indicator-3`);
  const row = await page.locator('#indicator-3').boundingBox();
  expect(row?.y).toBeGreaterThanOrEqual(0);
  expect(row?.y).toBeLessThan(800);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载原文（文本文件，' }).click();
  expect((await download).suggestedFilename()).toBe(
    '2022年保定白沟新城管理委员会组织人事局（本级）绩效目标原文.txt',
  );
});

describe('the drawing of a plan without scripts', () => {
  // Plans that stand above the average, below it, and partly nowhere.
  it.each([
    '13060522P00416610001C',
    '13060522P004064100019',
    '13060522P00417010001H',
    '13060522P00421110001K',
  ])('of %s names both lines where no line, point or value is', async (code) => {
    const { page } = open;
    await page.goto(`/2022/313001/${code}/#plan`);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const drawing = page.getByRole('img', { name: /^计划累计支出与部门平均/ });
      const key = page.locator('figure', { has: drawing }).locator('.chart-key');
      expect((await key.innerText()).trim().split(/\s+/)).toEqual(['本项目', '部门平均（至少）']);
      const name = await key.boundingBox();
      if (name === null) throw new Error('the lines are not named');
      const others = await drawing
        .locator('polyline, circle, text.point')
        .evaluateAll((shapes) =>
          shapes
            .map((shape) => shape.getBoundingClientRect())
            .map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
        );
      expect(others.length).toBeGreaterThan(4);
      const crossing = others.filter(
        ({ left, right, top, bottom }) =>
          left < name.x + name.width && right > name.x && top < name.y + name.height && bottom > name.y,
      );
      expect(crossing).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });
});
