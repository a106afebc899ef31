import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPages } from '../../scripts/screenshots/pages.ts';
import type { Department } from '../../src/model/department.ts';
import { numberIndicators } from '../../src/model/indicator.ts';
import { launchBrowser, type PageOptions, withSoundPageAt } from '../setup/browser.ts';
import { madeUpCode, madeUpDepartment } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';
import { violationsOf } from './accessibility.ts';
import { serveMadeUp, type ServedMadeUp } from './serve-made-up.ts';

/** Rows of a project, each with a data note: a count in percent. The projects have a few more. */
const ROWS = 20;
const indicators = numberIndicators({
  产出指标: Array.from({ length: ROWS }, (_, index) => ({
    kind: '数量指标',
    name: `虚构事项${String(index + 1)}的数量`,
    description: '',
    target: '≥60%',
    basis: '',
  })),
});

function department(year: number, code: string, count: number, first: number): Department {
  const projects = Array.from({ length: count }, (_, index) => {
    const number = first + index;
    const own = { year, departmentCode: code, sequence: index + 1, name: `虚构项目${String(number)}` };
    return sampleProject({ ...own, code: madeUpCode(year, number), indicators });
  });
  return madeUpDepartment({ year, code, projects });
}

/** A site with more data notes and indicators than stand on one page, also of one department. */
const departments = [
  department(2099, '999001', 40, 1),
  department(2099, '999002', 5, 41),
  department(2098, '999001', 3, 1),
];

let served: ServedMadeUp | undefined;
let browser: Browser;
beforeAll(async () => {
  served = await serveMadeUp(departments);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await served?.close();
});

const withPage = (path: string, test: (page: Page) => Promise<void>, options: PageOptions = {}) =>
  withSoundPageAt(browser, path, { siteUrl: served?.url ?? '', ...options }, test);
const WITHOUT_SCRIPTS = { javaScriptEnabled: false };

/** Where the links in a part of a page lead, below the site's root. */
const linksIn = (page: Page, selector: string) =>
  page
    .locator(selector)
    .locator('a')
    .evaluateAll((links) =>
      links.map((link) => {
        const { pathname, hash } = new URL((link as HTMLAnchorElement).href);
        return pathname + hash;
      }),
    );

/** The rows of all indicators as links lead to them. */
const rowsOf = (of: readonly Department[]) =>
  of.flatMap(({ year, code, projects }) =>
    projects.flatMap(({ record, indicators: own }) =>
      own.map(({ row }) => `/${String(year)}/${code}/${record}/#indicator-${String(row)}`),
    ),
  );

describe('data notes that are too many for one page', () => {
  it('are shown in part, with the way to the page of each department', async () => {
    await withPage(
      '/checks/',
      async (page) => {
        const main = await page.getByRole('main').innerText();
        expect(main).toContain('涉及48个项目');
        expect(main).toContain('共20条，这里列出前5条');
        expect((await linksIn(page, '.rules')).length).toBeLessThan(100);
        expect(await linksIn(page, '.part-contents')).toEqual([
          '/checks/2099/999001/',
          '/checks/2099/999002/',
          '/checks/2098/999001/',
        ]);
        await page.getByRole('link', { name: '虚构部门999002' }).click();
        await page.getByRole('heading', { level: 1, name: '虚构部门999002（2099年）的数据说明' }).waitFor();
      },
      WITHOUT_SCRIPTS,
    );
  });

  it('all stand, without scripts, on the pages of the departments', async () => {
    const pages = listPages(served?.folder ?? '').filter((path) => path.startsWith('/checks/20'));
    expect(pages).toContain('/checks/2099/999001/2/');
    const found: string[] = [];
    for (const path of pages)
      await withPage(
        path,
        async (page) => {
          found.push(...(await linksIn(page, '.rules')).filter((link) => /#indicator-\d+$/.test(link)));
        },
        WITHOUT_SCRIPTS,
      );
    expect(found.sort()).toEqual([...rowsOf(departments)].sort());
  });

  it('are parted where one department has too many, by its projects', async () => {
    await withPage('/checks/2099/999001/', async (page) => {
      const noted = page.locator('#by-project + ul > li');
      const count = await noted.count();
      expect(count).toBeLessThan(40);
      await page.getByRole('link', { name: '下一部分' }).click();
      await page.waitForURL('**/checks/2099/999001/2/');
      expect(await noted.count()).toBe(40 - count);
      expect(await violationsOf(page)).toEqual([]);
    });
  });

  it('are found by the address that narrows them to a department', async () => {
    await withPage('/checks/?year=2098&department=999001', async (page) => {
      await page.waitForURL('**/checks/2098/999001/');
    });
    await withPage('/checks/?department=999001', async (page) => {
      const shown = page.locator('.part-contents li:visible');
      expect(await shown.count()).toBe(2);
      expect(await violationsOf(page)).toEqual([]);
    });
  });
});

describe('indicators that are too many for one page', () => {
  it('stand on several, none lost or twice, each led to from the others', async () => {
    await withPage(
      '/indicators/',
      async (page) => {
        const parts = await linksIn(page, '.parts ol');
        expect(parts).toEqual(['/indicators/', '/indicators/2/', '/indicators/3/', '/indicators/4/']);
        const found: string[] = [];
        for (const part of parts) {
          await page.goto(part);
          found.push(...(await linksIn(page, '.catalogue tbody th')));
        }
        expect(await page.getByRole('link', { name: '下一部分' }).count()).toBe(0);
        const latest = departments.filter(({ year }) => year === 2099);
        expect(found.sort()).toEqual([...rowsOf(latest)].sort());
      },
      WITHOUT_SCRIPTS,
    );
  });

  it('say on which part each kind begins', async () => {
    await withPage('/indicators/3/', async (page) => {
      await page.getByText('各种指标从哪一部分开始').click();
      await page.getByText('产出指标·数量指标：900项，第1至4部分').waitFor();
      expect(await violationsOf(page)).toEqual([]);
    });
  });

  it('that several projects have lead to the part on which these stand side by side', async () => {
    await withPage('/indicators/', async (page) => {
      const targets = new Set(await linksIn(page, '.catalogue tbody td:has(> a.more)'));
      const shared = [...targets].filter((target) => target.startsWith('/indicators/shared/'));
      expect(new Set(shared.map((target) => target.split('#')[0])).size).toBe(4);
      for (const target of shared.slice(-3)) {
        await page.goto(target);
        expect(await page.locator('h2:target').count(), target).toBe(1);
      }
    });
  });

  it('that stand on a later part are led to from where they stood on the first', async () => {
    await withPage('/indicators/shared/', async (page) => {
      const further = await linksIn(page, '.part-contents');
      expect(further).toHaveLength(14);
      const [first = ''] = further;
      await page.goto(`/indicators/shared/#${first.split('#')[1] ?? ''}`);
      await page.locator('li:target a').click();
      expect(await page.locator('h2:target').count()).toBe(1);
      expect(await violationsOf(page)).toEqual([]);
    });
  });
});
