import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, withSoundPageAt } from '../setup/browser.ts';
import { OVER_THE_YEARS, THREE_DEPARTMENTS } from '../setup/sites.ts';
import { violationsOf } from './accessibility.ts';

const PHONE = { width: 390, height: 844 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('what changed since the year before', () => {
  it('is read on a phone and a desk, breaks no rule, and is no wider than the screen', async () => {
    for (const path of ['/', '/2022/', '/2022/999101/', '/2023/999101/', '/2022/999101/A-002/']) {
      const options = { ...OVER_THE_YEARS.options, viewport: PHONE };
      await withSoundPageAt(browser, path, options, async (page) => {
        for (const viewport of [PHONE, { width: 1280, height: 900 }]) {
          await page.setViewportSize(viewport);
          expect(await violationsOf(page)).toEqual([]);
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(width, path).toBeLessThanOrEqual(viewport.width);
        }
      });
    }
  });

  it('says of projects side by side after which adjustment they are, and of what they are ranked', async () => {
    const path = '/compare/?p=2022/999102/B-001&p=2023/999102/B-001';
    await withSoundPageAt(browser, path, { ...OVER_THE_YEARS.options, viewport: PHONE }, async (page) => {
      await page.getByText('并排列出2个项目。').waitFor();
      const chosen = await page.getByRole('listitem').filter({ hasText: '移出' }).allInnerTexts();
      expect(chosen[0]).toContain('编码B-001，2022年7月15日预算调整后');
      expect(chosen[1]).not.toContain('调整');
      const ranks = page.getByRole('row', { name: /^在本部门的名次/ }).getByRole('cell');
      expect(await ranks.allInnerTexts()).toEqual([
        '第1名，有预算数的共2个项目',
        '第1名，有预算数的共3个项目',
      ]);
      expect(await violationsOf(page)).toEqual([]);
    });
  });

  it('shows the five largest changes on a phone, and the rest where they are asked for', async () => {
    const options = { ...THREE_DEPARTMENTS.options, viewport: PHONE };
    await withSoundPageAt(browser, '/2022/999003/', options, async (page) => {
      const rows = page.getByRole('region', { name: '2022年与2021年相比' }).locator('tbody tr:visible');
      await expect.poll(() => rows.count()).toBe(5);
      await page.getByRole('button', { name: '显示其余1处变化' }).click();
      await expect.poll(() => rows.count()).toBe(6);
    });
  });

  it('stands in the unit that a reader has chosen, with its sign', async () => {
    await withSoundPageAt(browser, '/2022/999101/', OVER_THE_YEARS.options, async (page) => {
      await page.getByText('显示设置').click();
      await page.getByLabel('金额单位').selectOption('元');
      const row = page.getByRole('row', { name: '示例设备购置' }).filter({ hasText: '结束' });
      await expect.poll(() => row.innerText()).toMatch(/300,000\s+−300,000/);
    });
  });
});
