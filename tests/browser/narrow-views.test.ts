import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOOKS } from '../../scripts/screenshots/looks.ts';
import { openView } from '../../scripts/screenshots/open-view.ts';
import { launchBrowser, withSoundPage } from '../setup/browser.ts';
import { viewsLookedAt } from '../setup/sites.ts';
import { violationsOf } from './accessibility.ts';

const views = viewsLookedAt();

/** The looks on screens, but for the usual one, in which `views.test.ts` looks at all. */
const others = LOOKS.slice(1).filter(({ isPaper }) => isPaper !== true);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const isFull = process.env.TEST_FULL === '1';

/** The rules of axe hold in every look; one of them, that differs most, stands for the others in the ordinary run. */
const looks = others.filter(({ name }) => isFull || name === 'care-dark');

describe.concurrent.each(looks)('on the narrowest phone, looked at so: $title', (look) => {
  const hasScripts = look.context.javaScriptEnabled !== false;
  it.each(views.filter(({ act }) => act === undefined || hasScripts))(
    '$title is not pushed sideways and breaks no rule',
    async (view) => {
      const options = {
        ...look.context,
        ...view.site.options,
        viewport: { width: 320, height: 700 },
        reducedMotion: 'reduce' as const,
      };
      await withSoundPage(browser, options, async (page) => {
        await openView(page, view, look);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
        // Axe is a script itself, which a page without scripts does not run. States share their page's colours.
        if (hasScripts && (isFull || view.act === undefined)) expect(await violationsOf(page)).toEqual([]);
      });
    },
  );
});
