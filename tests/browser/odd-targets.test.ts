import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { numberIndicators } from '../../src/model/indicator.ts';
import { launchBrowser, withSoundPageAt } from '../setup/browser.ts';
import { madeUpCode, madeUpDepartment } from '../setup/made-up-content.ts';
import { budgetOf, sampleProject } from '../setup/sample.ts';
import { violationsOf } from './accessibility.ts';
import { serveMadeUp, type ServedMadeUp } from './serve-made-up.ts';

/** A site whose one project writes its targets in other signs than most, and states no total. */
const TARGETS = [
  '95%',
  '９５％',
  '=100.00(%)',
  '3-5个',
  '≥80%且≤90%',
  '2099-12-31',
  '12月底前',
  '12:30',
  '约3个',
];
const project = sampleProject({
  code: madeUpCode(2099, 1),
  name: '虚构的项目',
  budget: budgetOf('', '100'),
  indicators: numberIndicators({
    产出指标: TARGETS.map((target, index) => ({
      kind: '数量指标',
      name: `虚构指标${String(index + 1)}`,
      description: '',
      target,
      basis: '',
    })),
  }),
});

let served: ServedMadeUp | undefined;
let browser: Browser;
beforeAll(async () => {
  served = await serveMadeUp([madeUpDepartment({ year: 2099, code: '999001', projects: [project] })]);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await served?.close();
});

const withPage = (path: string, test: (page: Page) => Promise<void>) =>
  withSoundPageAt(browser, path, { siteUrl: served?.url ?? '' }, test);

/** The targets that are seen once one choice is made. */
async function shownFor(page: Page, label: string, choice: string): Promise<readonly string[]> {
  await page.getByRole('combobox', { name: label, exact: true }).selectOption(choice);
  await page.getByRole('status').getByText('符合条件').waitFor();
  const shown = await page.locator('.catalogue tbody tr:visible td:nth-child(2)').allInnerTexts();
  await page.getByRole('button', { name: '清除条件' }).click();
  await page.getByRole('status').getByText('显示全部').waitFor();
  return shown;
}

it('targets are narrowed by what they say, whatever the signs they are written in', async () => {
  await withPage('/indicators/', async (page) => {
    expect(await shownFor(page, '单位', '%')).toEqual(['95%', '９５％', '=100.00(%)', '≥80%且≤90%']);
    expect(await shownFor(page, '单位', '个')).toEqual(['3-5个', '约3个']);
    expect(await shownFor(page, '指标值是', '范围')).toEqual(['3-5个', '≥80%且≤90%']);
    expect(await shownFor(page, '指标值是', '日期')).toEqual(['2099-12-31', '12月底前']);
    expect(await shownFor(page, '指标值是', '时间')).toEqual(['12:30']);
    expect(await shownFor(page, '比较方式', '≈')).toEqual(['约3个']);
    expect(await page.getByText('有数据说明').count()).toBe(0);
  });
});

it('what a rule could not judge is told apart from what is in order', async () => {
  await withPage('/checks/', async (page) => {
    await page.getByRole('link', { name: '未能检查的' }).click();
    const part = page.getByRole('region', { name: '未能检查的' });
    expect(await part.getByRole('listitem').filter({ hasText: '金额加起来不等' }).innerText()).toBe(
      '“金额加起来不等”：1个项目预算数未列（虚构的项目）。',
    );
    const clean = page.getByRole('region', { name: '查过而没有发现问题的' });
    expect(await clean.getByText('金额加起来不等').count()).toBe(0);
    expect(await clean.getByText('计划比例倒退').count()).toBe(1);
    await part.getByRole('link', { name: '虚构的项目' }).first().click();
    await page.getByRole('heading', { level: 1, name: '虚构的项目' }).waitFor();
    await page.goBack();
    expect(await violationsOf(page)).toEqual([]);
  });
});
