import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../../src/publishing/serve.ts';
import { folderAt } from '../git/repository.ts';
import { departmentText, fileOf, madeUpPast, projectText, type MadeUpPast } from '../history/made-up-past.ts';
import { launchBrowser, withSoundPageAt, type PageOptions } from '../setup/browser.ts';
import { buildCopy, type BuiltCopy } from '../site/build-copy.ts';
import { violationsOf } from './accessibility.ts';

const PROJECTS = 100;
const codeOf = (number: number) => `AAA-${String(number).padStart(3, '0')}`;
const EVIL = '<img src=x onerror=alert(1)>\u202e按“批复”改';

/** A department with many projects, of which all are changed four times, one once more; and another department. */
function writePast(past: MadeUpPast): void {
  const each = (change: (file: string) => void) => {
    for (let number = 1; number <= PROJECTS; number += 1) change(fileOf(codeOf(number)));
  };
  past.write('2022/999001/department.md', departmentText('999001', '虚构甲局'));
  let number = 0;
  each((file) => {
    number += 1;
    past.write(file, projectText(codeOf(number), `虚构项目${String(number)}号`, number));
  });
  past.commit('2022-02-15', '导入甲局');
  for (const [from, to] of [
    ['50%', '51%'],
    ['51%', '52%'],
    ['52%', '53%'],
    ['53%', '54%'],
  ] as const) {
    each((file) => {
      past.change(file, `6月底: ${from}`, `6月底: ${to}`);
    });
    past.commit(`2022-03-${to.startsWith('51') ? '01' : '02'}`, `全部改为${to}`);
  }
  past.write('2022/999002/department.md', departmentText('999002', '虚构乙局'));
  past.write(fileOf('BBB-001', '999002'), projectText('BBB-001', '虚构乙项目'));
  past.commit('2022-04-01', '导入乙局');
  past.change(fileOf(codeOf(7)), '预算数: 190.00', '预算数: 200.00');
  past.change(fileOf(codeOf(7)), '指标值: "100%"', '指标值: ≥95%');
  past.commit('2022-05-01', `${EVIL}\n\n依据虚构文号。`, '某某某');
}

let folder: string;
let content: string;
let copy: BuiltCopy | undefined;
let served: Awaited<ReturnType<typeof serveFolder>> | undefined;
let browser: Browser;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-changes-'));
  const past = madeUpPast('content', folderAt(folder));
  writePast(past);
  ({ content } = past);
  copy = await buildCopy({ CONTENT_DIR: content, SITE_URL: 'https://budget.site.invalid' });
  served = await serveFolder({ folder: copy.folder, port: 0 });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await served?.close();
  copy?.remove();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

const read = (path: string, from = copy) => readFileSync(join(from?.folder ?? '', path), 'utf8');
const withPage = (path: string, test: (page: Page) => Promise<void>, options: PageOptions = {}) =>
  withSoundPageAt(browser, path, { siteUrl: served?.url ?? '', ...options }, test);

describe('the page of all changes', () => {
  it.each([
    ['on a phone', { viewport: { width: 390, height: 844 } }],
    ['without scripts', { javaScriptEnabled: false }],
  ] as const)(
    'tells newest first what was changed, from what to what and why, %s',
    async (_name, options) => {
      await withPage(
        '/changes/',
        async (page) => {
          const [first] = await page.locator('[data-day]').all();
          const text = (await first?.innerText()) ?? '';
          expect(text).toContain('2022年5月1日');
          expect(text).toContain('<img src=x onerror=alert(1)>\ufffd按“批复”改');
          expect(text).toContain('依据虚构文号。');
          expect(text).toContain('预算数：由“190.00”改为“200.00”');
          expect(text).toContain('产出指标“合格率”的指标值：由“100%”改为“≥95%”');
          // Names are shown where the site says so.
          expect(await page.locator('main').innerText()).not.toContain('某某某');
          expect(await page.locator('[data-change]').count()).toBe(5);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          ).toBeLessThanOrEqual(0);
        },
        options,
      );
    },
  );

  it('grows no further than a phone can hold: one commit of all projects is a line, older pages stay where they are', async () => {
    await withPage('/changes/', async (page) => {
      const mass = page.locator('[data-change]', { hasText: '全部改为54%' });
      expect(await mass.locator('summary').innerText()).toBe('改动项目100个');
      expect(await page.locator('nav', { hasText: '其他页' }).innerText()).toContain(
        '第1页：2022年2月15日至2022年3月1日，2次',
      );
      await page.getByRole('link', { name: '第1页' }).click();
      expect(await page.locator('h1').innerText()).toContain('第1页');
      expect(await page.locator('main').innerText()).toContain('导入甲局');
      expect(await page.locator('main').innerText()).toContain('增加部门1个，增加项目100个');
    });
  });

  it('is narrowed over all its pages, by what stands in the address', async () => {
    await withPage('/changes/?project=AAA-007', async (page) => {
      const status = page.getByRole('status');
      await status.filter({ hasText: '符合条件的改动有6次，共7次。' }).waitFor();
      const shown = page.locator('[data-change]:not([hidden])');
      expect(await shown.last().innerText()).toContain('导入甲局');
      await page.getByLabel('改了什么').selectOption('预算规模');
      await status.filter({ hasText: '符合条件的改动有1次' }).waitFor();
      expect(new URL(page.url()).search).toBe('?project=AAA-007&topic=%E9%A2%84%E7%AE%97%E8%A7%84%E6%A8%A1');
      await page.getByLabel('部门').selectOption('虚构乙局');
      await status.filter({ hasText: '没有符合条件的改动' }).waitFor();
      await page.getByRole('button', { name: '清除条件' }).click();
      await expect.poll(() => shown.count()).toBe(7);
      await page.getByLabel('找文字').fill('虚构文号');
      await status.filter({ hasText: '符合条件的改动有1次' }).waitFor();
      await page.reload();
      await status.filter({ hasText: '符合条件的改动有1次' }).waitFor();
    });
  });

  it('says so where the rest cannot be fetched', async () => {
    await withPage(
      '/changes/',
      async (page) => {
        await page.route('**/changes/1/', (route) => route.fulfill({ status: 404 }));
        await page.getByLabel('找文字').fill('导入');
        await page.getByRole('status').filter({ hasText: '其他页没有取到' }).waitFor();
        expect(await page.locator('[data-change]:not([hidden])').innerText()).toContain('导入乙局');
      },
      { expectedStatuses: [404] },
    );
  });

  it('can be used by everyone, also when narrowed', async () => {
    for (const path of ['/changes/', '/changes/1/', '/changes/?q=54'])
      await withPage(path, async (page) => {
        expect(await violationsOf(page)).toEqual([]);
      });
  });
});

describe('changes elsewhere', () => {
  it('stand on the project’s page, at home, and are led to from the department', async () => {
    await withPage(`/2022/999001/${codeOf(7)}/`, async (page) => {
      const history = page.locator('section[aria-labelledby="history"]');
      expect(await history.innerText()).toContain('预算数：由“190.00”改为“200.00”');
      expect(await history.innerText()).toContain('2022年2月15日收入本站');
      await history.getByRole('link', { name: '到改动记录里看' }).click();
      await page.getByRole('status').filter({ hasText: '符合条件的改动有6次' }).waitFor();
    });
    await withPage('/2022/999002/BBB-001/', async (page) => {
      expect(await page.locator('main').innerText()).toContain('2022年4月1日收入本站，以后没有改动。');
    });
    await withPage('/', async (page) => {
      const latest = page.locator('section[aria-labelledby="latest-changes"]');
      expect(await latest.getByRole('listitem').count()).toBe(5);
      await latest.getByRole('link', { name: '改动项目“虚构项目7号”' }).click();
      expect(new URL(page.url()).pathname).toBe('/changes/');
      expect(await page.locator(':target').innerText()).toContain('预算数');
    });
    await withPage('/2022/999002/', async (page) => {
      await page.getByRole('link', { name: '本部门的改动记录' }).click();
      await page.getByRole('status').filter({ hasText: '符合条件的改动有1次，共7次。' }).waitFor();
    });
  });

  it('are feeds with whole addresses, that hold what the page says', () => {
    const feed = JSON.parse(read('changes.json')) as {
      readonly items: readonly {
        readonly url: string;
        readonly title: string;
        readonly content_html: string;
      }[];
    };
    expect(feed.items).toHaveLength(7);
    const [first] = feed.items;
    expect(first?.url).toMatch(/^https:\/\/budget\.site\.invalid\/changes\/#c-[0-9a-f]{12}$/);
    expect(read('changes/index.html')).toContain(`id="${first?.url.split('#')[1] ?? ''}"`);
    expect(first?.title).toContain('按“批复”改');
    expect(first?.content_html).toContain('预算数：由“190.00”改为“200.00”');
    const atom = read('changes.atom');
    expect(atom.match(/<entry>/g)).toHaveLength(7);
    expect(atom).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(atom).not.toContain('某某某');
    expect(read('changes/index.html')).toContain('href="/changes.atom"');
  });
});

describe('another build', () => {
  it('of the same commit, with what the first kept, says the same to the letter; one without git says that it does not know', async () => {
    const again = await buildCopy({ CONTENT_DIR: content, SITE_URL: 'https://budget.site.invalid' });
    try {
      for (const file of [
        'changes/index.html',
        'changes/1/index.html',
        'changes.atom',
        'changes.json',
        'index.html',
      ])
        expect(read(file, again) === read(file)).toBe(true);
    } finally {
      again.remove();
    }
    rmSync(join(folder, '.git'), { recursive: true, force: true, maxRetries: 3 });
    const without = await buildCopy({ CONTENT_DIR: content, SITE_URL: 'https://budget.site.invalid' });
    try {
      expect(read('changes/index.html', without)).toContain('没有列出，不等于没有改过。');
      expect(read('index.html', without)).not.toContain('最近更新');
      expect(read(`2022/999001/${codeOf(7)}/index.html`, without)).not.toContain('收入本站');
      expect(() => read('changes.json', without)).toThrow();
    } finally {
      without.remove();
    }
  }, 600_000);
});
