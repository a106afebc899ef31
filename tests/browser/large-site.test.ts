import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compressedFileSize } from '../../scripts/bench/compressed-size.ts';
import { largestPages, weightOf } from '../../scripts/bench/page-weight.ts';
import { MOST_IN_A_PART } from '../../src/model/indicator-catalogue.ts';
import type { Project } from '../../src/model/project.ts';
import { chineseRuns, drawnSubstrings } from '../search/drawn-questions.ts';
import { launchBrowser, type PageOptions, withSoundPageAt } from '../setup/browser.ts';
import { shareAt } from '../../src/model/disbursement-plan.ts';
import { largeDepartments } from '../setup/large-content.ts';
import { expectWithinBudget, ON_A_LARGE_SITE } from '../site/page-budgets.ts';
import { violationsOf } from './accessibility.ts';
import { serveMadeUp, type ServedMadeUp } from './serve-made-up.ts';

/** Takes some minutes: part of `npm run test:full`. */
describe.runIf(process.env.TEST_FULL === '1')('a site of 10,000 made-up projects', () => {
  const departments = process.env.TEST_FULL === '1' ? largeDepartments() : [];
  const projects = departments.flatMap((department) => department.projects);
  const texts = projects.map((project) => ({ path: pathOf(project), lines: textsOf(project) }));
  const runs = chineseRuns(texts.flatMap(({ lines }) => lines));

  let served: ServedMadeUp | undefined;
  let browser: Browser;
  beforeAll(async () => {
    served = await serveMadeUp(departments);
    browser = await launchBrowser();
  }, 20 * 60_000);
  afterAll(async () => {
    await browser.close();
    await served?.close();
  });

  const withPage = (path: string, test: (page: Page) => Promise<void>, options: PageOptions = {}) =>
    withSoundPageAt(browser, path, { siteUrl: served?.url ?? '', ...options }, test);
  const announced = (page: Page, words: string) =>
    page.getByRole('status').filter({ hasText: words }).waitFor();

  it('shows the first of the latest year’s projects and says how many are not shown', async () => {
    await withPage('/projects/', async (page) => {
      await announced(page, '6,667个项目');
      // The sum below them leads nowhere.
      const rows = page.getByRole('rowheader').filter({ has: page.getByRole('link') });
      const shown = await rows.count();
      expect(shown).toBeGreaterThan(20);
      expect(shown).toBeLessThan(1000);
      const note = page.getByText(`共6,667个，还有${(6667 - shown).toLocaleString('en')}个没有显示`);
      expect(await note.count()).toBeGreaterThan(0);
      await page.getByRole('button', { name: '再显示一些' }).click();
      await expect.poll(() => rows.count()).toBeGreaterThan(shown);
      expect(await violationsOf(page)).toEqual([]);
    });
  });

  it('adds up, sorts and gives away exactly what is asked for', async () => {
    const meant = projects.filter(
      ({ name, departmentCode, disbursementPlan: plan, budget }) =>
        name.includes('环卫工人') &&
        departmentCode === '999002' &&
        shareAt(plan, '3月底').text === '' &&
        hundredths(budget.total.text) >= 500_00,
    );
    expect(meant.length).toBeGreaterThan(5);
    const sum = meant.reduce((total, { budget }) => total + hundredths(budget.total.text), 0);
    await withPage('/projects/', async (page) => {
      await page.getByRole('searchbox', { name: '按名称、编码或用途筛选' }).fill('环卫工人');
      await page.getByRole('checkbox', { name: /^只列明12月底/ }).check();
      await page.getByRole('checkbox', { name: /999002/ }).check();
      await page.getByLabel('不少于').fill('500');
      await announced(page, `${String(meant.length)}个项目，预算数合计${wan(sum)}万元`);
      const shown = page.getByRole('rowheader').getByRole('link');
      const largestFirst = [...meant].sort(
        (a, b) => hundredths(b.budget.total.text) - hundredths(a.budget.total.text),
      );
      expect(await shown.first().textContent()).toBe(largestFirst[0]?.name);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: '下载所列（CSV）' }).click();
      const lines = readFileSync(await (await download).path(), 'utf8')
        .trim()
        .split('\r\n');
      // With the heading and the sum.
      expect(lines).toHaveLength(meant.length + 2);
      for (const { record } of meant)
        expect(lines.filter((line) => line.endsWith(`/${record}/`))).toHaveLength(1);

      await page.reload();
      await announced(page, `${String(meant.length)}个项目，预算数合计${wan(sum)}万元`);
    });
  });

  it('gives all 10,000 away as one table', async () => {
    await withPage('/projects/?year=all', async (page) => {
      await announced(page, '3,333个项目');
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: '下载所列（CSV）' }).click();
      const lines = readFileSync(await (await download).path(), 'utf8')
        .trim()
        .split('\r\n');
      // With the heading and the sum of each year.
      const years = new Set(projects.map(({ year }) => year));
      expect(lines).toHaveLength(projects.length + 1 + years.size);
    });
  });

  it('leads without scripts to the complete table of each department', async () => {
    await withPage(
      '/projects/',
      async (page) => {
        await page.getByRole('link', { name: '虚构部门999001' }).click();
        await page.waitForLoadState('load');
        const codes = page.locator('table.cards tbody tr');
        expect(await codes.count()).toBe(3334);
      },
      { javaScriptEnabled: false },
    );
  });

  it(
    'answers random substrings with projects that hold them, and knows whether there are more',
    {
      timeout: 600_000,
    },
    async () => {
      await withPage('/search/', async (page) => {
        for (const substring of drawnSubstrings(runs, 200, 5)) {
          await page.getByRole('searchbox').fill(substring);
          await announced(page, `“${substring}”`);
          const holding = new Set(
            texts
              .filter(({ lines }) => lines.some((line) => line.includes(substring)))
              .map(({ path }) => path),
          );
          const shown = await page
            .locator('.search-results > .hits')
            .first()
            .locator('> li > :is(h2, h3) a')
            .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
          const found = shown.filter((path) => path.split('/').length === 5);
          expect(
            found.filter((path) => !holding.has(path)),
            substring,
          ).toEqual([]);
          expect(shown.length, substring).toBeGreaterThanOrEqual(Math.min(holding.size, 20));
        }
      });
    },
  );

  it('finds a project by its code, by pinyin and by a fixed typo', async () => {
    await withPage('/search/', async (page) => {
      const project = projects[5000];
      const ask = async (question: string) => {
        await page.getByRole('searchbox').fill(question);
        await announced(page, `“${question}”`);
      };
      await ask(project?.code.slice(8) ?? '');
      expect(await page.locator('.hits a').first().getAttribute('href')).toContain(project?.code);
      await ask('huanweigongren');
      expect(await page.locator('.hits > li').first().textContent()).toContain('环卫工人');
      await ask('环卫工入');
      await page.getByRole('button', { name: '环卫工人', exact: true }).waitFor();
      expect(await violationsOf(page)).toEqual([]);
    });
  });

  it('loads at most 200 kB for a first search and less than 60 kB for a later one', async () => {
    await withPage('/search/', async (page) => {
      let loaded = new Set<string>();
      page.on('response', (response) => {
        const isPage = response.request().resourceType() === 'document';
        if (!isPage) loaded.add(decodeURIComponent(new URL(response.url()).pathname));
      });
      const bytesFor = async (question: string) => {
        await page.getByRole('searchbox').fill(question);
        await announced(page, `“${question}”`);
        await page.waitForLoadState('networkidle');
        let bytes = 0;
        for (const path of loaded) bytes += await compressedFileSize(served?.folder ?? '', path);
        return bytes;
      };
      await page.reload();
      expect(await bytesFor('残疾人养老补助')).toBeLessThanOrEqual(200_000);
      loaded = new Set();
      expect(await bytesFor('校舍加固')).toBeLessThan(60_000);
    });
  });

  it('parts all indicators so that each page can be opened and filtered', async () => {
    await withPage('/indicators/', async (page) => {
      await page.getByText('指标很多').waitFor();
      const latest = Math.max(...projects.map(({ year }) => year));
      const rowCount = projects.reduce(
        (sum, { year, indicators }) => sum + (year === latest ? indicators.length : 0),
        0,
      );
      const parts = Math.ceil(rowCount / MOST_IN_A_PART);
      await page.getByLabel('指标或项目里的词').fill('环卫工人');
      await announced(page, '符合条件的指标');
      const rows = await page.locator('.catalogue tbody tr:visible').allInnerTexts();
      expect(rows.length).toBeGreaterThan(10);
      expect(rows.filter((text) => !text.includes('环卫工人'))).toEqual([]);
      expect(await violationsOf(page)).toEqual([]);
      await page.getByText('各种指标从哪一部分开始').click();
      await page.locator('.part-contents a').last().click();
      await page.locator('.parts summary').click();
      await page.locator('.parts ol a').last().click();
      await page.getByRole('heading', { level: 1, name: `第${String(parts)}部分` }).waitFor();
      expect(await page.getByRole('link', { name: '下一部分' }).count()).toBe(0);
    });
  });

  it('has no page that grows with the whole; a department’s own has all of its projects', async () => {
    const folder = served?.folder ?? '';
    for (const [kind, path] of largestPages(folder)) {
      if (kind !== 'department') expectWithinBudget(kind, await weightOf(folder, path), ON_A_LARGE_SITE);
    }
  });

  it('leads without scripts to every data note, on pages of the departments', async () => {
    await withPage(
      '/checks/',
      async (page) => {
        const said = await page.getByRole('main').innerText();
        const pages = page.locator('.part-contents a');
        expect(await pages.count()).toBe(departments.length);
        const counts = await page.locator('.part-contents li').allInnerTexts();
        const all = counts
          .map((text) => Number(/([\d,]+)\s*处/.exec(text)?.[1]?.replaceAll(',', '')))
          .reduce((sum, count) => sum + count, 0);
        expect(said.replace(/\s/g, '')).toContain(`${all.toLocaleString('en')}处可疑`);
        await pages.first().click();
        await page.getByRole('link', { name: '下一部分' }).click();
        await page.getByRole('heading', { level: 1, name: '第2部分' }).waitFor();
      },
      { javaScriptEnabled: false },
    );
  });

  it('compares the two largest of them', async () => {
    await withPage('/projects/?year=all', async (page) => {
      await announced(page, '3,333个项目');
      await page.getByRole('button', { name: '选几个项目比较' }).click();
      const boxes = page.getByRole('checkbox', { name: /^比较/ });
      await boxes.nth(0).check();
      await boxes.nth(1).check();
      await page.getByRole('link', { name: '并排比较这2个项目' }).click();
      await page.getByRole('heading', { level: 1, name: '比较项目' }).waitFor();
      await page.getByText('虚构项目').first().waitFor();
      expect(await violationsOf(page)).toEqual([]);
    });
  });
});

const pathOf = ({ year, departmentCode, code }: Project) => `/${String(year)}/${departmentCode}/${code}/`;

/** The texts of a project in words, without blanks, which search takes no notice of. */
function textsOf({ name, code, purpose, goals, indicators }: Project): readonly string[] {
  const rows = indicators.flatMap((row) => [row.kind, row.name, row.description, row.target.text, row.basis]);
  return [name, code, purpose, ...goals, ...rows].map((text) => text.replace(/\s/g, ''));
}

/** Hundredths of 万元 of an amount with two places; 0 where blank. */
const hundredths = (text: string) => Number(text.replace('.', ''));

/** The same as a page writes them. */
const wan = (sum: number) => {
  const [whole = '', places = ''] = (sum / 100).toFixed(2).split('.');
  return `${Number(whole).toLocaleString('en')}.${places}`;
};
