import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, type PageOptions, withSoundPageAt } from '../setup/browser.ts';
import { violationsOf } from './accessibility.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const withPage = (path: string, test: (page: Page) => Promise<void>, options: PageOptions = {}) =>
  withSoundPageAt(browser, path, options, test);

/** How many rows of indicators can be seen. */
const shown = (page: Page) => page.locator('.catalogue tbody tr:visible').count();

it('all indicators can be read without scripts, each leading to its row', async () => {
  await withPage(
    '/indicators/',
    async (page) => {
      expect(await shown(page)).toBe(316);
      expect(await page.getByRole('searchbox').count()).toBe(0);
      await page.getByRole('link', { name: '退休人员丧葬数' }).click();
      expect(new URL(page.url()).hash).toMatch(/^#indicator-\d+$/);
      expect(await page.locator(new URL(page.url()).hash).textContent()).toContain('退休人员丧葬数');
    },
    { javaScriptEnabled: false },
  );
});

it('indicators are narrowed by several choices; the count is said and the view can be shared', async () => {
  await withPage('/indicators/', async (page) => {
    await page.getByLabel('比较方式').selectOption('≥');
    await page.getByRole('combobox', { name: '单位', exact: true }).selectOption('元');
    await page.getByRole('status').getByText('符合条件的指标有11项，共316项。').waitFor();
    expect(await shown(page)).toBe(11);
    await page.getByLabel('指标或项目里的词').fill('待遇人员');
    await page.getByRole('status').getByText('符合条件的指标有5项').waitFor();
    for (const text of await page.locator('.catalogue tbody tr:visible').allInnerTexts()) {
      expect(text).toContain('保障待遇人员养老金');
    }
    expect(await violationsOf(page)).toEqual([]);

    await page.goto(page.url());
    expect(await page.getByRole('combobox', { name: '单位', exact: true }).inputValue()).toBe('元');
    expect(await shown(page)).toBe(5);

    await page.getByRole('button', { name: '清除条件' }).click();
    await page.getByRole('status').getByText('显示全部316项指标。').waitFor();
    expect(await shown(page)).toBe(316);
    expect(new URL(page.url()).search).toBe('');
  });
});

it('levels, kinds of target and data notes can be asked for', async () => {
  await withPage('/indicators/?level=产出指标·时效指标&type=日期', async (page) => {
    expect(await page.locator('.catalogue:visible').count()).toBe(1);
    expect(await shown(page)).toBe(4);
    await page.getByRole('button', { name: '清除条件' }).click();
    await page.getByLabel('数据说明').selectOption('有');
    await page.getByRole('status').getByText('符合条件').waitFor();
    const rows = await page.locator('.catalogue tbody tr:visible').allInnerTexts();
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((text) => !text.includes('有数据说明'))).toEqual([]);
  });
});

it('where nothing is found, it says so and what to do', async () => {
  await withPage('/indicators/?q=<script>alert(1)</script>&unit=没有这个单位', async (page) => {
    await page.getByRole('status').getByText('没有符合条件的指标').waitFor();
    expect(await shown(page)).toBe(0);
    expect(await page.getByRole('combobox', { name: '单位', exact: true }).inputValue()).toBe('');
    expect(await violationsOf(page)).toEqual([]);
  });
});

it('what several projects have stands side by side', async () => {
  await withPage('/indicators/', async (page) => {
    await page.getByRole('link', { name: '另有5个项目有同名指标' }).first().click();
    await page.waitForURL('**/indicators/shared/#*');
    const pensions = page.getByRole('region', { name: '基础养老金养老金发放总金额' });
    expect(await pensions.locator('tbody td:nth-child(2)').allInnerTexts()).toEqual([
      '≤190万元',
      '≤44.9万元',
      '819万元',
      '≤180万元',
      '≤1万元',
    ]);
    const subsidies = page.getByRole('region', { name: '政府对16-59周岁参保人员平均缴费补贴水平' });
    expect(await subsidies.innerText()).toContain('说明不一');
  });
});
