import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOOKS } from '../../scripts/screenshots/looks.ts';
import { openView } from '../../scripts/screenshots/open-view.ts';
import { viewsOfSite } from '../../scripts/screenshots/views.ts';
import { launchBrowser, withSoundPage } from '../setup/browser.ts';
import { REAL_SITE, SITES, THREE_DEPARTMENTS, type TestedSite } from '../setup/sites.ts';
import { faultsOfTree } from './faults-of-tree.ts';
import { violationsOf } from './accessibility.ts';
import { faultsOfFocus } from './focus-order.ts';

/** Every kind of page of each site, as it opens and in each state that readers bring about. */
const views = SITES.flatMap((site) =>
  viewsOfSite(site.folder)
    .filter(({ name }) => site.isLookedAt(name))
    .map((view) => ({ ...view, site, title: `${view.name} of ${site.title}` })),
);

const [usual, ...others] = LOOKS.filter(({ isPaper }) => isPaper !== true);
if (usual === undefined) throw new Error('There is no look.');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('all kinds of pages are looked at, and their states', () => {
  const namesOf = (wanted: TestedSite) => views.filter(({ site }) => site === wanted).map(({ name }) => name);
  expect(namesOf(REAL_SITE)).toEqual(
    expect.arrayContaining([
      ...['home', 'year', 'department', 'project', 'projects', 'search', 'indicators', 'checks', 'editing'],
      ...['project-term', 'project-point', 'projects-found', 'search-found', 'compare-four'],
    ]),
  );
  expect(namesOf(THREE_DEPARTMENTS)).toEqual(
    expect.arrayContaining(['home', 'year', 'department', 'project', 'permanent', 'compare-four']),
  );
});

describe('every page and state', () => {
  it.each(views)(
    '$title names its controls, tables and headings, breaks no rule, and is gone through with the Tab key in order',
    async (view) => {
      const options = {
        ...view.site.options,
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce' as const,
      };
      await withSoundPage(browser, options, async (page) => {
        await openView(page, view, usual);
        expect(await faultsOfTree(page)).toEqual([]);
        expect(await violationsOf(page)).toEqual([]);
        expect(await faultsOfFocus(page)).toEqual([]);
      });
    },
  );
});

const isFull = process.env.TEST_FULL === '1';

/** The rules of axe hold in every look; one of them, that differs most, stands for the others in the ordinary run. */
const looks = others.filter(({ name }) => isFull || name === 'care-dark');

describe.each(looks)('on the narrowest phone, looked at so: $title', (look) => {
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
