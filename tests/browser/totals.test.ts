import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, withSoundPageAt } from '../setup/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Of what each total is made, by page. */
const MADE_OF = [
  ['/', '/projects/', '全部项目'],
  ['/2022/', '/2022/#departments', '2022年各部门的预算项目'],
  ['/2022/313001/', '/2022/313001/#projects', '保定白沟新城管理委员会组织人事局（本级）'],
] as const;

describe('a total', () => {
  it.each(MADE_OF)('on %s leads to what it is made of: %s', async (path, wanted, heading) => {
    await withSoundPageAt(browser, path, {}, async (page) => {
      const figures = page.locator('.figures').first();
      const links = await figures.getByTitle('看由哪些组成').all();
      expect(links).toHaveLength(3);
      const addresses = await Promise.all(
        links.map(async (link) => await link.evaluate((a: HTMLAnchorElement) => a.pathname + a.hash)),
      );
      expect(addresses).toEqual([wanted, wanted, '/indicators/']);
      await figures
        .getByRole('link', { name: /^4,425\.72/ })
        .first()
        .click();
      await page.waitForURL(`**${wanted}`);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(heading);
    });
  });

  it('keeps its link in the unit that a reader has chosen', async () => {
    await withSoundPageAt(browser, '/', {}, async (page) => {
      await page.getByText('显示设置').click();
      await page.getByLabel('金额单位').selectOption('元');
      const total = page.locator('.figures').getByRole('link', { name: /^44,257,200\s*元$/ });
      expect(await total.first().getAttribute('href')).toBe('/projects/');
    });
  });
});

it.each([
  ['3月底', 11],
  ['6月底', 10],
  ['10月底', 8],
])(
  'a sum to %s that is a lower bound leads to the %i projects that do not state it',
  async (period, count) => {
    await withSoundPageAt(browser, '/2022/313001/', {}, async (page) => {
      await page.getByRole('link', { name: new RegExp(`看是哪些.*未列明${period}`) }).click();
      await page.waitForURL('**/checks/completeness/#*');
      const list = page.locator(`#blank-2022-资金支出计划-${period}`).getByRole('listitem');
      await list.first().waitFor();
      expect(await list.count()).toBe(count);
    });
  },
);
