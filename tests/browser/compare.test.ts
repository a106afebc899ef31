import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, type PageOptions, withSoundPageAt } from '../setup/browser.ts';
import { violationsOf } from './accessibility.ts';

/** The three largest pension projects: 819, 190 and 180 万元. */
const PENSIONS = ['13060522P00416910001D', '13060522P004064100019', '13060522P00416810001P'];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const withPage = (path: string, test: (page: Page) => Promise<void>, options: PageOptions = {}) =>
  withSoundPageAt(browser, path, options, test);

const compareAddress = (names: readonly string[]) =>
  `/compare/?${names.map((name) => `p=${name}`).join('&')}`;
const keys = PENSIONS.map((code) => `2022/313001/${code}`);

it('projects are gathered on their pages, and the way to compare them is offered', async () => {
  await withPage(`/2022/313001/${PENSIONS[0] ?? ''}/`, async (page) => {
    await page.getByRole('button', { name: '加入比较' }).click();
    for (const code of PENSIONS.slice(1)) {
      await page.goto(`/2022/313001/${code}/`);
      await page.getByRole('button', { name: '加入比较' }).click();
    }
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('link', { name: '并排比较这3个项目' }).click();
    await page.getByText('并排列出3个项目。').waitFor();
    expect(new URL(page.url()).search).toBe(new URL(compareAddress(keys), page.url()).search);
  });
});

it.each([
  ['year, department and record', keys],
  ['codes', PENSIONS],
])('the address alone, of %s, shows the comparison to a reader who has chosen nothing', async (_, names) => {
  await withPage(compareAddress(names), async (page) => {
    await page.getByText('并排列出3个项目。').waitFor();
    const amounts = page.getByRole('row', { name: /^预算数/ });
    expect(await amounts.getByRole('cell').allInnerTexts()).toEqual([
      '819.00万元',
      '190.00万元',
      '180.00万元',
    ]);
    expect(await page.getByRole('application', { name: '计划累计支出（折线图）' }).isVisible()).toBe(true);
    const figure = page.getByRole('figure', { name: '计划累计支出' });
    const key = figure.getByText('乙 2022-城乡居民基本养老保险补助资金', { exact: true });
    expect(await key.isVisible()).toBe(true);
    const plan = page.getByRole('table').filter({ hasText: '截至' });
    expect(await plan.getByRole('row').count()).toBe(5);
    const same = page.getByRole('row', { name: /数量指标.*（同一指标）/ }).first();
    expect((await same.innerText()).match(/基础养老金养老金发放总金额/g)).toHaveLength(3);
    expect(await violationsOf(page)).toEqual([]);
  });
});

it('a project is taken away and brought back by the history', async () => {
  await withPage(compareAddress(PENSIONS), async (page) => {
    await page.getByRole('button', { name: /^移出乙/ }).click();
    await page.getByText('并排列出2个项目。').waitFor();
    expect(new URL(page.url()).searchParams.getAll('p')).toEqual([keys[0], keys[2]]);
    await page.goBack();
    await page.getByText('并排列出3个项目。').waitFor();
  });
});

it('a project is added by its code', async () => {
  await withPage(compareAddress(PENSIONS.slice(0, 1)), async (page) => {
    await page.getByText('只有一个项目').waitFor();
    await page.getByLabel('加一个项目').fill(PENSIONS[1]?.toLowerCase() ?? '');
    await page.getByRole('button', { name: '加入比较' }).click();
    await page.getByText('并排列出2个项目。').waitFor();
    await page.getByLabel('加一个项目').fill(PENSIONS[1] ?? '');
    await page.getByRole('button', { name: '加入比较' }).click();
    await page.getByText('这个项目已经在比较之中。').waitFor();
  });
});

it('a project is added by words of its name: one is taken at once, of several one is chosen', async () => {
  await withPage(compareAddress(PENSIONS.slice(0, 1)), async (page) => {
    await page.getByText('只有一个项目').waitFor();
    const add = async (words: string) => {
      await page.getByLabel('加一个项目').fill(words);
      await page.getByRole('button', { name: '加入比较', exact: true }).click();
    };
    await add('甲骨文博物馆');
    await page.getByText('没有找到含“甲骨文博物馆”的项目，请换一个词。').waitFor();
    await add('养老保险补助');
    await page.getByText(/^找到\d个项目，请在下面选一个。$/).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    // Who goes back to the top of the page has chosen no others.
    await page.getByRole('link', { name: '回到页首' }).click();
    await page.waitForURL('**#top');
    await page.getByRole('button', { name: '加入比较：2022-城乡居民基本养老保险补助资金' }).click();
    await page.getByText('并排列出2个项目。').waitFor();
    expect(await page.getByRole('button', { name: /^加入比较：/ }).count()).toBe(0);
    await add('新冠病毒疫苗');
    await page.getByText('并排列出3个项目。').waitFor();
  });
});

it('what the checks say of a value stands beside it', async () => {
  await withPage(compareAddress(['13060522P00416610001C', '13060522P00416010001A']), async (page) => {
    await page.getByText('并排列出2个项目。').waitFor();
    await page.getByText('甲：数据说明：资金支出计划“10月底”应在 0% 到 100% 之间').waitFor();
    const noted = page.getByRole('row', { name: /社会效益指标/ }).filter({ hasText: '因就业问题' });
    expect(await noted.first().innerText()).toContain('数据说明：');
  });
});

it('projects are picked in the table of a department', async () => {
  await withPage('/2022/313001/', async (page) => {
    await page.getByRole('button', { name: '选几个项目比较' }).first().click();
    await page
      .getByRole('checkbox', { name: '比较：提前下达2022年城乡居民基本养老保险中央财政补助资金' })
      .check();
    await page.getByRole('checkbox', { name: '比较：2022-城乡居民基本养老保险补助资金' }).check();
    await page.getByRole('link', { name: '并排比较这2个项目' }).click();
    await page.getByText('并排列出2个项目。').waitFor();
  });
});

it.each([
  ['/compare/', '还没有选项目'],
  ['/compare/?p=<script>alert(1)</script>', '“<script>alert(1)</script>”不是项目编码'],
  ['/compare/?p=../../404.html', '不是项目编码'],
  ['/compare/?p=130605220004064100019', '没有找到项目130605220004064100019'],
  [`/compare/?p=2021/${PENSIONS[0] ?? ''}`, '没有找到2021年的项目'],
  [
    compareAddress([...PENSIONS, '13060522P00416610001C', '13060522P00360410001R']),
    '最多并排比较4个项目，网址里有5个，只列出前4个。',
  ],
])('%s gets a plain sentence', async (path, sentence) => {
  await withPage(path, async (page) => {
    page.on('dialog', () => {
      throw new Error('a script of the address ran');
    });
    await page.getByRole('status').getByText(sentence).waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });
});

it('a project of a year that there is not is named as the address names it', async () => {
  const key = `2021/313001/${PENSIONS[0] ?? ''}`;
  await withPage(
    compareAddress([key]),
    async (page) => {
      await page.getByRole('status').getByText(`没有找到项目${key}。`).waitFor();
    },
    { expectedStatuses: [404] },
  );
});

it('the amounts are shown in the unit that the reader has chosen', async () => {
  await withPage(compareAddress(keys), async (page) => {
    await page.getByText('显示设置').click();
    await page.getByLabel('金额单位').selectOption('元');
    const amounts = page.getByRole('row', { name: /^预算数/ });
    await expect.poll(() => amounts.getByRole('cell').first().innerText()).toBe('8,190,000元');
    await page.getByRole('button', { name: '完成' }).click();
    // What comes later comes in the same unit.
    await page.getByRole('button', { name: /^移出甲/ }).click();
    await page.getByText('并排列出2个项目。').waitFor();
    await expect.poll(() => amounts.getByRole('cell').first().innerText()).toBe('1,900,000元');
  });
});

it('on a phone nothing has to be pushed sideways', async () => {
  await withPage(
    compareAddress([...PENSIONS, '13060522P00416610001C']),
    async (page) => {
      await page.getByText('并排列出4个项目。').waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      expect(await violationsOf(page)).toEqual([]);
    },
    { viewport: { width: 390, height: 844 } },
  );
});

it('without scripts the page says what to do instead', async () => {
  await withPage(
    compareAddress(PENSIONS),
    async (page) => {
      expect(await page.getByRole('main').innerText()).toContain('并排比较需要浏览器脚本。');
      expect(await page.getByRole('textbox').count()).toBe(0);
    },
    { javaScriptEnabled: false },
  );
});
