import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOOKS } from '../../scripts/screenshots/looks.ts';
import { openView } from '../../scripts/screenshots/open-view.ts';
import { STORED } from '../../src/components/stored-on-device.ts';
import { launchBrowser, withSoundPage } from '../setup/browser.ts';
import { REAL_SITE, THREE_DEPARTMENTS, viewsLookedAt, type TestedSite } from '../setup/sites.ts';
import { faultsOfTree } from './faults-of-tree.ts';
import { violationsOf } from './accessibility.ts';
import { faultsOfFocus } from './focus-order.ts';
import { keptBy } from './kept-by.ts';

const views = viewsLookedAt();

const [usual] = LOOKS;
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

describe.concurrent('every page and state', () => {
  it.each(views)(
    '$title names its controls, tables and headings, breaks no rule, is gone through with the Tab key in order, and keeps only what is on the list',
    async (view) => {
      const options = {
        ...view.site.options,
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce' as const,
      };
      await withSoundPage(browser, options, async (page) => {
        await openView(page, view, usual);
        const { keys, ...others } = await keptBy(page);
        expect(keys.filter((key) => !Object.hasOwn(STORED, key))).toEqual([]);
        expect(others).toEqual({ cookies: '', databases: [], caches: [] });
        expect(await page.context().cookies()).toEqual([]);
        expect(await faultsOfTree(page)).toEqual([]);
        expect(await violationsOf(page)).toEqual([]);
        // A frame has no navigation.
        expect(await faultsOfFocus(page, view.name.startsWith('embed-') ? 2 : 5)).toEqual([]);
      });
    },
  );
});
