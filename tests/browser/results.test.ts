import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, withSoundPageAt } from '../setup/browser.ts';
import { OVER_THE_YEARS, REAL_SITE, THREE_DEPARTMENTS, type TestedSite } from '../setup/sites.ts';
import { cellsOf } from '../open-data/read-csv.ts';
import { violationsOf } from './accessibility.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const withPage = (path: string, test: (page: Page) => Promise<void>, width = 1280) =>
  withSoundPageAt(browser, path, { ...OVER_THE_YEARS.options, viewport: { width, height: 900 } }, test);

/** A project with results: one reached, one missed for a reason, one in words. */
const EVALUATED = '/2022/999101/A-001/';

describe('the page of a project with a self-evaluation', () => {
  it('shows what was spent beside what was planned, and the points', () =>
    withPage(EVALUATED, async (page) => {
      const section = page.getByRole('region', { name: '完成情况（绩效自评）' });
      expect(
        (await section.locator('.figures > div').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ')),
      ).toEqual([
        '全年预算数 100.00万元',
        '全年执行数 98.50万元',
        '执行率 98.5% 得9.85分，满分10分',
        '自评总分 97.85',
      ]);
      expect(await section.innerText()).toContain('完成1项，未完成1项，未能判断1项');
      expect(await section.innerText()).toContain('示例道路已全部养护，完好率未达到预期。');
    }));

  it.each([390, 1280])('shows row by row what was achieved of each target, at %i pixels', (width) =>
    withPage(
      EVALUATED,
      async (page) => {
        const cells = await page
          .locator('table.indicators')
          .getByRole('row')
          .locator('td[data-label="实际完成值"]')
          .allInnerTexts();
        expect(cells.map((text) => text.replaceAll(/\s+/g, ' ').trim())).toEqual([
          '125公里 完成 得分40，分值40',
          '87% 未完成 得分28，分值30 偏差原因：示例冻融期长，路面破损多；下年增加示例巡查。',
          '较为满意 未能判断：实际完成值是文字 得分20，分值20',
        ]);
        const sizes = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        expect(sizes[0]).toBe(sizes[1]);
        expect(await violationsOf(page)).toEqual([]);
      },
      width,
    ),
  );

  it('says which target no result is published of', () =>
    withPage('/2022/999101/A-002/', async (page) => {
      const row = page.locator('table.indicators').getByRole('row', { name: /服务对象满意度/ });
      expect(await row.innerText()).toContain('自评没有写“服务对象满意度”的实际完成值。');
    }));

  it('prints the form of the targets and nothing of results', () =>
    withPage(EVALUATED, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const text = await page.locator('body').innerText();
      expect(text).toContain('养护道路里程');
      expect(text).not.toMatch(/125公里|97\.85|自评/);
    }));
});

describe('lists of projects with results', () => {
  it('show the rate and the points in years that have them, sort and narrow by them', () =>
    withPage('/projects/?year=2022&results=with&sort=score-desc', async (page) => {
      const table = page.locator('.browse-result table.projects');
      await table.waitFor();
      const rows = await table
        .locator('tbody tr')
        .evaluateAll((all) =>
          all.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText)),
        );
      expect(rows.map((cells) => [cells[1], ...cells.slice(-2)])).toEqual([
        ['示例路灯电费', '98.83%', '99.5'],
        ['示例道路养护', '98.50%', '97.85'],
        ['示例就业培训', '100.00%', '92'],
      ]);
    }));

  it('say nothing of results in a year that has none', () =>
    withPage('/projects/?year=2021', async (page) => {
      await page.locator('.browse-result table.projects').waitFor();
      expect(await page.getByRole('columnheader', { name: /自评/ }).count()).toBe(0);
    }));

  it('lead from a year to its projects with results', () =>
    withPage('/2022/', async (page) => {
      expect(await page.locator('main').innerText()).toContain(
        '3个项目公开了绩效自评，写了结果的指标里，完成4项，未完成2项，未能判断1项。',
      );
      await page.getByRole('link', { name: '3个项目公开了绩效自评' }).click();
      await page.locator('.browse-result table.projects').waitFor();
      expect(await page.locator('.browse-result tbody tr').count()).toBe(3);
    }));
});

describe('the list of indicators with results', () => {
  it('is narrowed to what was missed, and saved with it', () =>
    withPage('/indicators/2022/', async (page) => {
      await page.getByLabel('自评结果').selectOption('未完成');
      const shown = page.locator('table.catalogue tbody tr:visible');
      await expect.poll(() => shown.count()).toBe(2);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: '下载所列（CSV）' }).click();
      const [head = [], ...rows] = cellsOf(readFileSync(await (await download).path(), 'utf8'));
      const columns = ['三级指标', '指标值（空白为未列）', '实际完成值（自评）', '自评结果'].map((name) =>
        head.indexOf(name),
      );
      expect(rows.slice(0, 2).map((row) => columns.map((place) => row[place]))).toEqual([
        ['培训人次', '≥800人次', '790人次', '未完成'],
        ['道路完好率', '≥90%', '87%', '未完成'],
      ]);
    }));

  it('has no such filter where no result is published', () =>
    withPage('/indicators/2021/', async (page) => {
      expect(await page.getByLabel('自评结果').count()).toBe(0);
    }));
});

it('the comparison shows what was spent and achieved', () =>
  withPage('/compare/?p=2022/999101/A-001&p=2022/999101/A-004', async (page) => {
    const spent = page.getByRole('table', { name: '绩效自评' }).getByRole('row', { name: /全年执行数/ });
    await expect.poll(() => spent.innerText()).toMatch(/98\.50万元\s*没有公开/);
    expect(await page.getByRole('table', { name: /^绩效指标/ }).innerText()).toContain('自评：87% 未完成');
  }));

it('a reason is found, and leads to its row', () =>
  withPage('/search/?q=冻融', async (page) => {
    await page.getByRole('link', { name: '自评 · 道路完好率' }).click();
    await page.waitForURL(/A-001\/.*#indicator-2$/);
  }));

it.each([REAL_SITE, THREE_DEPARTMENTS])(
  'nothing of results stands on a site without: $title',
  (site: TestedSite) => {
    for (const page of ['index.html', 'projects/index.html', 'indicators/index.html']) {
      const text = readFileSync(join(site.folder, page), 'utf8').replaceAll(/<style>.*?<\/style>/gs, '');
      expect(text.includes('自评')).toBe(false);
      expect(text.includes('不是实际支出；指标值是承诺的目标，不是完成的结果。')).toBe(true);
    }
  },
);
