import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { leadsOn, listPages } from '../../scripts/screenshots/pages.ts';
import { launchBrowser, openPage, withSoundPage, withSoundPageAt } from '../setup/browser.ts';
import { fileOf } from '../site/built-pages.ts';
import { framesLookedAt, REAL_SITE, SITES, THREE_DEPARTMENTS, type TestedSite } from '../setup/sites.ts';
import { violationsOf } from './accessibility.ts';

const DEPARTMENT = '/2022/313001/';
/** Its plan has a value that cannot be true. */
const PROJECT = '/2022/313001/13060522P00416610001C/';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const framesOf = ({ folder }: TestedSite) => listPages(folder).filter((path) => path.startsWith('/embed/'));

/** The code that a page offers for each frame, by the frame's path: read from its source, as the build wrote it. */
function codesOf(site: TestedSite): ReadonlyMap<string, { readonly title: string; readonly height: number }> {
  const pages = listPages(site.folder).filter((path) => !leadsOn(site.folder, path));
  const codes = pages.flatMap((path) => [
    ...readFileSync(fileOf(site.folder, path), 'utf8').matchAll(
      /&lt;iframe src=&quot;(.*?)&quot; title=&quot;(.*?)&quot; width=&quot;100%&quot; height=&quot;(\d+)&quot; loading=&quot;lazy&quot;&gt;&lt;\/iframe&gt;/g,
    ),
  ]);
  return new Map(codes.map(([, path = '', title = '', height]) => [path, { title, height: Number(height) }]));
}

describe.each(SITES)('the frames of $title', (site) => {
  it('are each offered by a page, and each that is offered is there', () => {
    const codes = codesOf(site);
    expect([...codes.keys()].sort()).toEqual(framesOf(site));
    expect(codes.size).toBeGreaterThan(30);
    expect([...codes.values()].filter(({ title }) => title.length < 10)).toEqual([]);
  });

  it.each([320, 640])(
    'are as high as their code says, and not much higher: %i pixels wide',
    async (width) => {
      const codes = codesOf(site);
      const { page, problems, close } = await openPage(browser, {
        ...site.options,
        viewport: { width, height: 100 },
      });
      const wrong: string[] = [];
      for (const path of framesLookedAt(framesOf(site))) {
        await page.goto(path);
        const [high, wide] = await page.evaluate(() => {
          const { scrollHeight, scrollWidth } = document.documentElement;
          return [scrollHeight, scrollWidth] as const;
        });
        const { height } = codes.get(path) ?? { height: 0 };
        if (high > height) wrong.push(`${path}: ${high} are cut at ${height}`);
        if (width === 320 && height > high * 1.4 + 20) wrong.push(`${path}: ${height} for ${high}`);
        if (wide > width) wrong.push(`${path}: ${wide} wide`);
      }
      expect(wrong).toEqual([]);
      expect(problems).toEqual([]);
      await close();
    },
  );
});

describe('a page in a frame', () => {
  it.each([
    ['a chart', '/embed/2022/313001/chart-plan/', '计划累计支出'],
    [
      'a project',
      `/embed${PROJECT}`,
      '组织人事局《关于提前下达2022年度下派选调生到村工作中央财政补助资金的通知》',
    ],
  ])('shows %s without scripts, with what is to be known of it', async (_what, path, heading) => {
    await withSoundPageAt(browser, path, { javaScriptEnabled: false }, async (page) => {
      const main = page.getByRole('main');
      expect(await main.getByRole('heading', { level: 1 }).innerText()).toBe(heading);
      expect(await main.getByRole('img', { name: /^计划累计支出/ }).isVisible()).toBe(true);
      expect(await page.getByRole('banner').innerText()).toContain('演示站点');
      expect(await page.getByRole('contentinfo').innerText()).toContain(
        '来源：保定白沟新城管理委员会组织人事局（本级）2022年项目绩效目标表',
      );
      expect(await page.locator('script').count()).toBe(0);
    });
  });

  it('says what is a lower bound, and which value of the document cannot be true', async () => {
    await withSoundPageAt(browser, '/embed/2022/313001/chart-plan/', {}, async (page) => {
      const text = await page.getByRole('main').innerText();
      expect(text).toContain('到3月底至少付14.67%');
      expect(text).toContain('“≥”就是“至少”');
      expect(text).toContain('10月底有1个项目原文的比例不可能成立');
      expect(text.split('不是实际支出')).toHaveLength(2);
    });
    await withSoundPageAt(browser, `/embed${PROJECT}`, {}, async (page) => {
      expect(await page.getByRole('main').innerText()).toContain('10月底原文为“750000%”，不能采信');
      await expect
        .poll(() => page.getByRole('link', { name: '1处数据说明' }).getAttribute('href'))
        .toBe(`${PROJECT}#plan`);
    });
  });

  it('opens the whole page beside the page in which it stands', async () => {
    await withSoundPageAt(browser, '/embed/2022/313001/chart-sizes/', {}, async (page) => {
      const opened = page.context().waitForEvent('page');
      await page.getByRole('link', { name: /^到“.*（演示站点）”看全文$/ }).click();
      const whole = await opened;
      await whole.waitForURL(`**${DEPARTMENT}#chart-sizes`);
      expect(await whole.evaluate(() => window.opener === null)).toBe(true);
      expect(new URL(page.url()).pathname).toBe('/embed/2022/313001/chart-sizes/');
    });
  });

  it.each(['light', 'dark'] as const)('is sound for weak sight in a %s frame', async (colorScheme) => {
    for (const path of ['/embed/2022/chart-budget/', `/embed${PROJECT}`]) {
      await withSoundPageAt(
        browser,
        path,
        { colorScheme, viewport: { width: 320, height: 600 } },
        async (page) => {
          expect(await violationsOf(page)).toEqual([]);
        },
      );
    }
  });

  it('draws the largest ten of many projects, and says so', async () => {
    await withSoundPageAt(browser, '/embed/2022/313001/chart-budget/', {}, async (page) => {
      expect(await page.getByRole('main').getByRole('listitem').count()).toBe(10);
      expect(await page.getByRole('main').innerText()).toContain('这里画出最大的10个');
    });
  });
});

describe('a page of another site', () => {
  let other: Server;
  let address = '';
  beforeAll(async () => {
    other = createServer((request, response) => {
      const { searchParams } = new URL(request.url ?? '/', 'http://other.invalid');
      response
        .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
        .end(`<iframe src="${searchParams.get('of') ?? ''}" width="640" height="800"></iframe>`);
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${String((other.address() as AddressInfo).port)}/`;
  });
  afterAll(() => {
    other.close();
  });

  /** What its frame shows of an address of the site; nothing where the browser refuses. */
  async function framed(page: Page, path: string): Promise<string> {
    const whole = new URL(path, THREE_DEPARTMENTS.options.siteUrl).href;
    await page.goto(`${address}?of=${encodeURIComponent(whole)}`, { waitUntil: 'load' });
    const [, frame] = page.frames();
    return frame?.url() === whole ? await frame.locator('h1').innerText() : '';
  }

  it('can show the small pages in its frames, and no others', async () => {
    const { page, close } = await openPage(browser);
    expect(await framed(page, '/embed/2023/999002/chart-plan/')).toBe('计划累计支出');
    for (const path of ['/', '/2023/999002/', '/embedded/', '/2023/999002/charts/chart-plan.csv'])
      expect(await framed(page, path), path).toBe('');
    await close();
  });
});

describe('the code of a frame', () => {
  it('is copied with the address that the browser shows, and that is told', async () => {
    const options = { permissions: ['clipboard-read', 'clipboard-write'] };
    await withSoundPageAt(browser, DEPARTMENT, options, async (page) => {
      const figure = page.getByRole('figure', { name: '项目大小的分布' });
      await figure.getByText('嵌入').click();
      const code = await figure.getByRole('textbox', { name: /这段代码/ }).inputValue();
      const { origin } = new URL(page.url());
      expect(code).toContain(
        `<iframe src="${origin}/embed/2022/313001/chart-sizes/" title="项目大小的分布：`,
      );
      await figure.getByRole('button', { name: '复制代码' }).click();
      await figure.getByText('代码已复制。').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
    });
  });

  it('stands selected where the browser does not let it be copied', async () => {
    await withSoundPage(browser, {}, async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
      });
      await page.goto(PROJECT);
      const part = page.getByRole('region', { name: '引用、打印、下载' });
      await part.getByText('嵌入').click();
      await part.getByRole('button', { name: '复制代码' }).click();
      await part.getByText('代码已经选中').waitFor();
      expect(await page.evaluate(() => getSelection()?.toString())).toContain(`/embed${PROJECT}`);
    });
  });

  it('is not offered where neither build nor script knows the site’s host', async () => {
    await withSoundPageAt(browser, DEPARTMENT, { javaScriptEnabled: false }, async (page) => {
      expect(await page.getByText('嵌入', { exact: false }).first().isVisible()).toBe(false);
    });
  });
});

it('the table of a chart is a file of the site, offered without scripts and with them', async () => {
  const bytes: string[] = [];
  for (const javaScriptEnabled of [false, true]) {
    await withSoundPageAt(browser, DEPARTMENT, { javaScriptEnabled }, async (page) => {
      const files = page.getByRole('group', { name: '下载：计划累计支出' });
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        files.getByRole('link', { name: '下载表格 CSV：计划累计支出' }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/^计划累计支出-保定.*\.csv$/);
      bytes.push(readFileSync(await file.path(), 'utf8'));
    });
  }
  expect(new Set(bytes).size).toBe(1);
  expect(bytes[0]).toBe(readFileSync(`${REAL_SITE.folder}${DEPARTMENT}charts/chart-plan.csv`, 'utf8'));
  expect(bytes[0]?.split('\r\n')[1]).toBe('3月底,14.67,是,649.2725,是,11,2368.63');
});
