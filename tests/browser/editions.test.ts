import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, withSoundPageAt } from '../setup/browser.ts';
import { EDITIONS } from '../setup/made-up-editions.ts';
import { OVER_THE_YEARS } from '../setup/sites.ts';
import { violationsOf } from './accessibility.ts';
import { serveMadeUp, type ServedMadeUp } from './serve-made-up.ts';

let served: ServedMadeUp | undefined;
let browser: Browser;
beforeAll(async () => {
  served = await serveMadeUp(EDITIONS);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await served?.close();
});

const withPage = (path: string, width: number, test: (page: Page) => Promise<void>) =>
  withSoundPageAt(browser, path, { siteUrl: served?.url ?? '', viewport: { width, height: 900 } }, test);
const cellsOf = (page: Page, name: RegExp) =>
  page.getByRole('row', { name }).getByRole('cell').allInnerTexts();

describe('a project that a year leaves out', () => {
  it('keeps the place of that year, without an amount, and says when it was last there', async () => {
    await withPage('/projects/GAP/', 1280, async (page) => {
      const text = await page.getByRole('main').innerText();
      expect(text).toContain('这个项目最后一次列出是在2097年；2098年、2099年这个部门的项目里没有它。');
      expect(text).toContain('2098年虚构部门999001的说明：虚构的巡护已经做完。');
      expect(await cellsOf(page, /^2096年/)).toEqual(['这个部门的项目里没有它']);
      const chart = page.getByRole('figure', { name: '各年预算数' });
      await chart.getByText('以表格显示').click();
      expect(await chart.getByRole('row').allInnerTexts()).toEqual([
        '年度\t预算数（万元）\t财政资金（万元）\t其他资金（万元）',
        '2095年\t50.00\t50.00\t未列',
        '2096年\t本站没有\t本站没有\t本站没有',
        '2097年\t未列\t未列\t未列',
      ]);
      expect(await violationsOf(page)).toEqual([]);
    });
  });

  it('marks the words that changed, and quotes what cannot be true', async () => {
    await withPage('/projects/GAP/', 1280, async (page) => {
      const goals = page.getByRole('table', { name: /^用途和目标/ });
      expect(await goals.locator('ins').allTextContents()).toEqual(['（新加：）和林地']);
      expect(await cellsOf(page, /^10月底/)).toEqual(['75%', '750000%※\n2095年：75%']);
      const indicators = page.getByRole('table', { name: /^绩效指标/ });
      expect(await indicators.getByRole('row').count()).toBe(3);
      expect(await indicators.getByRole('row', { name: /宣传/ }).getByRole('cell').allInnerTexts()).toEqual([
        '没有',
        '≥4场\n新增',
      ]);
    });
  });

  it('leads to two of its years beside each other', async () => {
    await withPage('/projects/GAP/', 1280, async (page) => {
      await page.getByRole('link', { name: '并排比较2095年和2097年' }).click();
      await expect.poll(() => cellsOf(page, /^预算数/)).toEqual(['50.00万元', '未列']);
    });
  });
});

describe('a project of many years', () => {
  it('has a bar a year, each of which leads to its page', async () => {
    await withPage('/projects/SIX/', 390, async (page) => {
      const bars = page.getByRole('figure', { name: '各年预算数' }).locator('.bars > li');
      expect(await bars.count()).toBe(6);
      await bars.getByRole('link', { name: '2096年' }).click();
      expect(new URL(page.url()).pathname).toBe('/2096/999001/SIX/');
      await page.getByRole('navigation', { name: '历年' }).getByRole('link', { name: '逐年对照' }).click();
      expect(new URL(page.url()).pathname).toBe('/projects/SIX/');
    });
  });

  it.each([390, 820, 1280])(
    'is no wider than a screen of %i pixels, and names the year of each value',
    async (width) => {
      await withPage('/projects/SIX/', width, async (page) => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        const cell = page
          .getByRole('table', { name: /^绩效指标/ })
          .getByRole('cell')
          .nth(2);
        const label = await cell.evaluate((one) => getComputedStyle(one, '::before').content);
        expect(label).toBe(width === 390 ? '"2096年"' : 'none');
        expect(await violationsOf(page)).toEqual([]);
      });
    },
  );

  it('keeps the name of a row in sight where its years are wider than the screen', async () => {
    await withPage('/projects/SIX/', 820, async (page) => {
      const region = page.getByRole('region', { name: '绩效指标，逐年对照' });
      const head = region.getByRole('rowheader').first();
      const before = await head.boundingBox();
      await region.evaluate((one) => {
        one.scrollLeft = 300;
      });
      expect(await region.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0);
      expect(await head.boundingBox()).toEqual(before);
    });
  });
});

describe('a project that was withdrawn in a year', () => {
  it('leads from that year to the others and back, and says there what was achieved', async () => {
    await withPage('/2098/999002/BACK/', 390, async (page) => {
      const years = page.getByRole('navigation', { name: '历年' });
      expect((await years.innerText()).split(/\s+/)).toEqual([
        ...['历年：', '2097年', '2098年（已撤销）', '2099年', '逐年对照'],
      ]);
      const text = await page.getByRole('main').innerText();
      expect(text).toContain('部门在2099年3月5日公开了这个项目的绩效自评');
      expect(await cellsOf(page, /虚构巡护次数/)).toContainEqual(expect.stringContaining('12次'));
      expect(await violationsOf(page)).toEqual([]);
      await years.getByRole('link', { name: '2099年' }).click();
      await page.getByRole('navigation', { name: '历年' }).getByRole('link', { name: '2098年' }).waitFor();
      expect(await page.locator('#history ~ ul').first().innerText()).toContain(
        '2098年：45.00万元（已撤销，不计入合计）',
      );
    });
  });

  it('has that year named where its years are counted, and not taken for one that counts', async () => {
    await withPage('/projects/BACK/', 1280, async (page) => {
      await page.getByText('本站有这个项目2097年、2098年（已撤销）、2099年的绩效目标表。').waitFor();
      expect(await cellsOf(page, /^2098年/)).toEqual(['2098年的这个项目已于2098年9月1日撤销，不计入合计']);
    });
  });

  it('is not said to stand in one year alone where the other is one in which it was withdrawn', async () => {
    await withPage('/2094/999002/ONCE/', 1280, async (page) => {
      const text = await page.getByRole('main').innerText();
      expect(text).not.toContain('本站只有2094年的这个项目');
      expect(text).toContain('2096年：6.00万元（已撤销，不计入合计）');
    });
    await withPage('/2099/999002/PART/', 1280, async (page) => {
      expect(await page.getByRole('main').innerText()).toContain('本站只有2099年的这个项目。');
    });
  });
});

it('two projects that have one code are told apart on its page, each through its own years', async () => {
  await withPage('/projects/TWICE/', 1280, async (page) => {
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('项目编码 TWICE');
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      '虚构培训（虚构部门999001）',
      '虚构维修（虚构部门999002）',
    ]);
    const figures = page.getByRole('figure', { name: '各年预算数' });
    expect(await figures.first().innerText()).toContain('2098年10.00万元，2099年10.00万元');
    expect(await figures.nth(1).innerText()).toContain('2098年20.00万元，2099年20.00万元');
    expect(await violationsOf(page)).toEqual([]);
  });
});

it('a project that was split names the other, which names it', async () => {
  await withPage('/projects/WHOLE/', 1280, async (page) => {
    await page.getByRole('link', { name: '2099年的“虚构绿化”（PART）' }).click();
    expect(new URL(page.url()).pathname).toBe('/2099/999002/PART/');
    expect(await page.getByRole('main').innerText()).toContain(
      '2099年的这个项目接续2098年的“虚构修缮”（WHOLE）。',
    );
  });
});

it('a search tells the years of one project apart', async () => {
  const { options } = OVER_THE_YEARS;
  await withSoundPageAt(browser, '/search/?q=示例就业培训', options, async (page) => {
    await page.getByRole('status').filter({ hasText: '找到' }).waitFor();
    const hits = page.locator('li[data-project] .facts');
    const facts = (await hits.allInnerTexts()).map((one) => /(\d{4}年)\s*·\s*(\S+)/.exec(one)?.slice(1));
    expect(facts).toEqual([
      ['2023年', '示例甲管理局'],
      ['2022年', '示例甲局'],
      ['2021年', '示例甲局'],
    ]);
  });
});
