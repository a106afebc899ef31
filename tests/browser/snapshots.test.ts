import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOOKS, type Look } from '../../scripts/screenshots/looks.ts';
import { openView, pictureOf } from '../../scripts/screenshots/open-view.ts';
import type { View } from '../../scripts/screenshots/views.ts';
import { openMadeUpSite, type MadeUpSite } from '../setup/made-up-site.ts';
import { hasOneFont, launchWithOneFont, type OneFontBrowser } from '../setup/one-font.ts';
import { differenceFrom } from '../setup/picture-snapshot.ts';

/** What of a long page is kept: its parts repeat below. */
const MOST_HEIGHT = 2400;

const GALLERY: View = { name: 'gallery', path: '/gallery/' };

/** One page of each kind as it opens; of comparisons one of two projects, for one of none shows nothing. */
const isKept = ({ name, path, act }: View) =>
  name === 'compare-two' || (name !== 'compare' && act === undefined && !path.includes('?'));

const wanted = (name: string): Look => {
  const look = LOOKS.find((one) => one.name === name);
  if (look === undefined) throw new Error(`There is no look ${name}.`);
  return look;
};

// Elsewhere than on Linux letters are drawn otherwise, and the pictures cannot be compared.
describe.runIf(hasOneFont())('compared with its snapshot', () => {
  let one: OneFontBrowser;
  let site: MadeUpSite;
  beforeAll(async () => {
    [one, site] = await Promise.all([launchWithOneFont(), openMadeUpSite()]);
  });
  afterAll(async () => {
    await one.close();
    await site.close();
  });

  /** Opens a view of the made-up site, drawn at a part of its size: where things stand shows, and pictures stay small. */
  async function lookAt(
    view: View,
    look: Look,
    { width, scale }: { readonly width: number; readonly scale: number },
    test: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await one.browser.newContext({
      baseURL: site.url,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      serviceWorkers: 'block',
      reducedMotion: 'reduce',
      viewport: { width, height: 900 },
      deviceScaleFactor: scale,
      ...look.context,
    });
    try {
      const page = await context.newPage();
      // The address of the test's own server is another each time.
      await page.addInitScript(nameHostLastingly);
      await openView(page, view, look);
      await test(page);
    } finally {
      await context.close();
    }
  }

  /** An element's picture, taken in a corner of the page: what stands before it does not move it by half a pixel. */
  async function pictureAtOrigin(page: Page, example: Locator): Promise<Buffer> {
    const box = await example.evaluate((element) => {
      if (!(element instanceof HTMLElement)) throw new Error('an example is an element of the page');
      const width = Math.ceil(element.getBoundingClientRect().width);
      const place = { position: 'absolute', insetBlockStart: '0', insetInlineStart: '0', zIndex: '999' };
      Object.assign(element.style, place, { inlineSize: `${String(width)}px`, background: 'var(--paper)' });
      return { width, height: Math.ceil(element.getBoundingClientRect().height) };
    });
    const bytes = await page.screenshot({
      fullPage: true,
      animations: 'disabled',
      clip: { x: 0, y: 0, ...box },
    });
    await example.evaluate((element) => {
      element.removeAttribute('style');
    });
    return bytes;
  }

  /** Runs in the page. */
  function nameHostLastingly(): void {
    document.addEventListener('DOMContentLoaded', () => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode as Text;
        if (text.data.includes(location.host))
          text.data = text.data.replaceAll(location.host, 'example.test');
      }
    });
  }

  /** Looks and widths; the first two are looked at in every run. */
  const COMPONENTS = [
    ['light', 390],
    ['dark', 1280],
    ['care', 320],
    ['forced', 390],
  ] as const;

  it.each(process.env.TEST_FULL === '1' ? COMPONENTS : COMPONENTS.slice(0, 2))(
    'each component looks the same in the look %s, %i wide',
    async (name, width) => {
      await lookAt(GALLERY, wanted(name), { width, scale: 0.5 }, async (page) => {
        const differences: (string | undefined)[] = [];
        for (const example of await page.locator('[data-example]').all()) {
          const component = (await example.getAttribute('data-example')) ?? '';
          const bytes = await pictureAtOrigin(page, example);
          differences.push(differenceFrom(`components/${component}/${name}-${String(width)}`, bytes));
        }
        expect(differences.length).toBeGreaterThan(15);
        expect(differences.filter(Boolean)).toEqual([]);
      });
    },
  );

  it(
    'one page of each kind looks the same on a desk, and is told the same to screen readers',
    { timeout: 600_000 },
    async () => {
      const differences: (string | undefined)[] = [];
      for (const view of [...site.views.filter(isKept), GALLERY]) {
        const name = view === GALLERY ? 'components/gallery' : `pages/${view.name}`;
        await lookAt(view, wanted('light'), { width: 1280, scale: 0.25 }, async (page) => {
          const tree = await page.locator('body').ariaSnapshot();
          const lasting = tree.replaceAll(site.url, 'http://site/');
          await expect.soft(`${lasting}\n`).toMatchFileSnapshot(`snapshots/${name}.yml`);
          // The gallery's components have pictures each.
          if (view !== GALLERY) differences.push(differenceFrom(name, await pictureOf(page, MOST_HEIGHT)));
        });
      }
      expect(differences.filter(Boolean)).toEqual([]);
    },
  );
});
