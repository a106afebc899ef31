import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, type OpenPage } from '../setup/browser.ts';
import { fen, pathOf, recordedProjects, type RecordedProject } from '../site/recorded-projects.ts';
import { violationsOf } from './accessibility.ts';

const projects = recordedProjects();
const statesOnlyDecember = ({ 资金支出计划: plan }: RecordedProject) =>
  ['3月底', '6月底', '10月底'].every((period) => plan[period] === '') && plan['12月底'] !== '';
const late = projects.filter(statesOnlyDecember);
const large = late.filter((project) => fen(project) >= 100_00);

/** Hundredths of 万元 as a page writes them. */
const wan = (hundredths: number) => {
  const [whole = '', places = ''] = (hundredths / 100).toFixed(2).split('.');
  return `${Number(whole).toLocaleString('en')}.${places}`;
};
const sumOf = (some: readonly RecordedProject[]) => some.reduce((sum, project) => sum + fen(project), 0);

let browser: Browser;
let open: OpenPage;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  open = await openPage(browser, { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  ({ page } = open);
});
afterEach(async () => {
  expect(open.problems).toEqual([]);
  await open.close();
});

const words = () => page.getByRole('searchbox', { name: '按名称、编码或用途筛选' });
/** What the list says of itself stands before what is picked in it. */
const status = () => page.getByRole('status').first();
const rows = () => page.getByRole('row').filter({ has: page.getByRole('rowheader') });
const announced = (count: number) =>
  status()
    .filter({ hasText: new RegExp(`(^|。)${count}个项目，`) })
    .waitFor();
const choice = (name: string) => page.getByRole('checkbox', { name: new RegExp(`^${name}`) });
const addressesShown = () =>
  rows()
    .locator('th a')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
const asked = () => new URL(page.url()).searchParams;

describe('whoever looks for large projects that state only December', () => {
  it('lists them and reads what they add up to', async () => {
    expect([late.length, large.length]).toEqual([8, 2]);
    await page.goto('/projects/');
    await choice('只列明12月底').check();
    await announced(late.length);
    await page.getByLabel('不少于').fill('100');
    await announced(large.length);
    expect(await status().textContent()).toContain(`${wan(sumOf(large))}万元`);
    expect(await addressesShown()).toEqual(large.map(pathOf));
    const figures = await page.locator('.browse-result .figures').innerText();
    expect(figures).toContain(wan(sumOf(large)));
    expect(figures).toContain(`另有${large.length}个项目共${wan(sumOf(large))}万元未列明`);
  });

  it('shares the view by its address, and finds it again after a reload', async () => {
    await page.goto('/projects/?plan=december&least=100');
    await announced(large.length);
    expect(await choice('只列明12月底').isChecked()).toBe(true);
    expect(await page.getByLabel('不少于').inputValue()).toBe('100');
    await page.reload();
    await announced(large.length);
    expect(await addressesShown()).toEqual(large.map(pathOf));
  });

  it('goes back choice by choice, but not letter by letter', async () => {
    await page.goto('/projects/');
    await choice('只列明12月底').check();
    await announced(late.length);
    await words().pressSequentially('养老');
    const both = late.filter(({ 项目名称, 资金用途 }) => `${项目名称}\n${资金用途}`.includes('养老'));
    await announced(both.length);
    expect([asked().get('q'), asked().get('plan')]).toEqual(['养老', 'december']);
    await page.goBack();
    await expect.poll(() => asked().size).toBe(0);
    await expect.poll(() => choice('只列明12月底').isChecked()).toBe(false);
    expect(await words().inputValue()).toBe('');
    expect(await rows().count()).toBe(projects.length + 1);
    await page.goForward();
    await announced(both.length);
  });

  it('clears all at once', async () => {
    await page.goto('/projects/?plan=december&least=100&q=养老&sort=name-asc');
    await status().filter({ hasText: '个项目' }).waitFor();
    await page.getByRole('button', { name: '清除条件' }).click();
    await status().filter({ hasText: '显示全部40个项目' }).waitFor();
    expect(asked().size).toBe(0);
    expect(await addressesShown()).toEqual(expect.arrayContaining(projects.map(pathOf)));
  });
});

describe('whoever types', () => {
  it.each([
    ['the middle of a code', 'P0040721', ({ 项目编码 }: RecordedProject) => 项目编码.includes('P0040721')],
    ['a word', '丧葬费', ({ 项目名称 }: RecordedProject) => 项目名称.includes('丧葬费')],
    ['pinyin', 'sangzang', ({ 项目名称 }: RecordedProject) => 项目名称.includes('丧葬')],
    ['initials', 'szf', ({ 项目名称 }: RecordedProject) => 项目名称.includes('丧葬费')],
    ['traditional characters', '喪葬費', ({ 项目名称 }: RecordedProject) => 项目名称.includes('丧葬费')],
    [
      'full width',
      '２０２２－医疗救助',
      ({ 项目名称 }: RecordedProject) => 项目名称.includes('2022-医疗救助'),
    ],
  ])('finds by %s', async (_, text, isMeant) => {
    const meant = projects.filter(isMeant);
    expect(meant.length).toBeGreaterThan(0);
    await page.goto('/projects/');
    await words().fill(text);
    await announced(meant.length);
    expect([...(await addressesShown())].sort()).toEqual(meant.map(pathOf).sort());
    expect(await page.locator('.browse-result mark').count()).toBeGreaterThan(0);
  });

  it('is told where nothing is found, and sees no sums of nothing', async () => {
    await page.goto('/projects/');
    await words().fill('养老飞船');
    await status().filter({ hasText: '没有符合条件的项目' }).waitFor();
    expect(await rows().count()).toBe(0);
    expect(await page.locator('.browse-result .figures').count()).toBe(0);
    const offers = [
      page.getByRole('button', { name: '下载所列（CSV）' }),
      page.getByRole('button', { name: '下载所列（Excel）' }),
      page.getByLabel('排序'),
    ];
    for (const offer of offers) expect(await offer.isVisible()).toBe(false);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '清除条件' }).click();
    for (const offer of offers) await offer.waitFor();
  });
});

it('says beside every choice what it would give', async () => {
  await page.goto('/projects/?plan=december');
  await announced(late.length);
  for (const name of ['按季度均匀', '一次付清']) {
    const label = (await page.locator('label.choice', { hasText: name }).innerText()).trim();
    const promised = Number(/\d+$/.exec(label)?.[0]);
    expect(promised, name).toBeGreaterThan(0);
    await choice('只列明12月底').uncheck();
    await choice(name).check();
    await announced(promised);
    await page.goto('/projects/?plan=december');
    await announced(late.length);
  }
});

it('offers no choice that every project fits or none', async () => {
  await page.goto('/projects/?plan=december');
  await announced(late.length);
  expect(await page.getByRole('group', { name: '资金来源' }).count()).toBe(0);
  expect(await page.getByRole('group', { name: '支出计划' }).getByRole('checkbox').count()).toBeGreaterThan(
    1,
  );
});

describe('the headings of the columns', () => {
  it('sort, say how, and keep the focus', async () => {
    await page.goto('/projects/?rows=100');
    await announced(projects.length);
    const head = page.getByRole('columnheader', { name: '预算数（万元）' });
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await status().filter({ hasText: '按预算数从小到大' }).waitFor();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(await head.getByRole('button').evaluate((button) => button === document.activeElement)).toBe(true);
    const cells = await page.locator('tbody td[data-label^="预算数"]:visible').allTextContents();
    expect(cells).toEqual(projects.map((project) => wan(fen(project))).reverse());
    expect(asked().get('sort')).toBe('budget-asc');
    expect(await violationsOf(page)).toEqual([]);
    await page.goBack();
    await status().filter({ hasText: '按预算数从大到小' }).waitFor();
  });

  it('are there for every column', async () => {
    await page.goto('/projects/?rows=100');
    await announced(projects.length);
    for (const name of ['项目', '占比', '3月底', '6月底', '10月底', '12月底']) {
      const head = page.getByRole('columnheader', { name });
      await head.getByRole('button').click();
      await expect.poll(() => head.getAttribute('aria-sort'), { message: name }).not.toBeNull();
      // With the sums.
      expect(await rows().count()).toBe(projects.length + 1);
    }
  });
});

it('draws a few rows of many, says so, and draws more where asked', async () => {
  await page.goto('/projects/?rows=10');
  await announced(projects.length);
  expect(await addressesShown()).toEqual(projects.slice(0, 10).map(pathOf));
  expect(await page.getByRole('main').innerText()).toContain('只显示前10个，共40个');
  await page.getByRole('button', { name: '再显示一些' }).click();
  await expect.poll(() => rows().count()).toBe(projects.length + 1);
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'));
  expect(focused).toBe(pathOf(projects[10] ?? projects[0] ?? late[0] ?? large[0] ?? never()));
});

function never(): never {
  throw new Error('There are no projects.');
}

it('draws charts of what is shown, and sound ones', async () => {
  await page.goto('/projects/?plan=december');
  await announced(late.length);
  await page.getByText('图表', { exact: true }).click();
  await page.getByRole('application', { name: /^计划累计支出/ }).waitFor();
  const bars = page.locator('.browse-result .bars li');
  expect(await bars.count()).toBe(late.length);
  expect(await violationsOf(page)).toEqual([]);
  await page.getByLabel('不少于').fill('100');
  await expect.poll(() => bars.count()).toBe(large.length);
});

it('leads two to four picked projects to the page that compares them, whatever is filtered meanwhile', async () => {
  await page.goto('/projects/?rows=100');
  await announced(projects.length);
  await page.getByRole('button', { name: '选几个项目比较' }).click();
  const [first = never(), second = never(), ...others] = projects;
  const box = ({ 项目名称 }: (typeof projects)[number]) =>
    page.getByRole('checkbox', { name: `比较：${项目名称}`, exact: true });
  await box(first).check();
  await page.getByText('已选1个。再选一个，就可以并排比较。').waitFor();
  await page.getByLabel('不多于').fill('1');
  await page.getByText('已选1个，其中1个不在这里。').waitFor();
  await page.getByLabel('不多于').fill('');
  await box(second).check();
  const href = await page.getByRole('link', { name: '并排比较这2个项目' }).getAttribute('href');
  const keys = [first, second].map((project) => pathOf(project).replace(/^\/|\/$/g, ''));
  expect(href).toBe(`/compare/?p=${keys.join('&p=')}`);
  for (const other of others.slice(0, 2)) await box(other).check();
  await box(others[2] ?? never()).click();
  await page.getByText('最多比较4个项目，请先去掉一个。已选4个。').waitFor();
  expect(await box(others[2] ?? never()).isChecked()).toBe(false);
  await page.getByRole('button', { name: '重新选' }).click();
  await page.getByText('已选0个。').waitFor();
  expect(await box(first).isChecked()).toBe(false);
  // The list of all has the same choice.
  await page.getByLabel('不多于').fill('1');
  await page.getByRole('button', { name: '清除条件' }).click();
  await page.getByText(`显示全部${String(projects.length)}个项目。`).waitFor();
  await box(first).check();
  await page.getByText('已选1个。再选一个，就可以并排比较。').waitFor();
});

it('does all with the keyboard on a phone, with the filters folded away at first', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/projects/');
  await words().focus();
  expect(await choice('按季度均匀').count()).toBe(0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const target = choice('一次付清');
  await target.waitFor();
  const isFocused = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 20 && !(await isFocused()); presses += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await announced(3);
  expect(asked().getAll('plan')).toEqual(['once']);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await violationsOf(page)).toEqual([]);
});

it('says what is picked to compare in the table that is seen, also when a filter is taken away', async () => {
  await page.goto('/projects/');
  await page.locator('#browse-q').fill('就业');
  await page
    .getByText(/^\d个项目/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: '选几个项目比较' }).last().click();
  const boxes = page.locator('.browse-result .pick input');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  const way = page.getByRole('link', { name: '并排比较这2个项目' }).locator('visible=true');
  await way.waitFor();
  await page.getByRole('button', { name: '清除条件' }).click();
  await way.waitFor();
  expect(await page.locator('.pick input:checked:visible').count()).toBe(2);
});

describe('the table of a department on a phone', () => {
  const PHONE = { width: 390, height: 844 };
  const links = () => page.locator('#projects ~ * tbody').getByRole('link');
  // The bars of the chart below have such a button too.
  const unfold = (name: string) => page.locator('#projects').locator('..').getByRole('button', { name });

  it('shows the first ten projects, and the others where asked', async () => {
    await page.setViewportSize(PHONE);
    await page.goto('/2022/313001/');
    expect(await links().count()).toBe(10);
    await unfold(`显示其余${projects.length - 10}个项目`).click();
    expect(await links().count()).toBe(projects.length);
    const [eleventh] = await links()
      .all()
      .then((all) => all.slice(10));
    expect(await eleventh?.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await unfold('显示其余').count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('is like the bars of the chart below, which show the others where asked too', async () => {
    await page.setViewportSize(PHONE);
    await page.goto('/2022/313001/');
    const chart = page.locator('figure', { hasText: '各项目预算数' }).first();
    const bars = chart.locator('.bar-name:visible');
    const few = await bars.count();
    expect(few).toBeLessThan(projects.length);
    await chart.getByRole('button', { name: '显示其余' }).click();
    expect(await bars.count()).toBe(projects.length);
  });

  it('shows all to who comes from a search, on paper, and on a desk', async () => {
    await page.setViewportSize(PHONE);
    await page.goto('/2022/313001/?q=养老');
    expect(await links().count()).toBe(projects.length);
    await page.goto('/2022/313001/');
    await page.emulateMedia({ media: 'print' });
    expect(await links().count()).toBe(projects.length);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await links().count()).toBe(projects.length);
  });
});

it('keeps the complete table where scripts do not run', async () => {
  const without = await openPage(browser, { javaScriptEnabled: false });
  await without.page.goto('/projects/?plan=december');
  const links = without.page.getByRole('row').locator('th a[href^="/2022/"]');
  expect(await links.count()).toBe(projects.length);
  expect(await without.page.locator('form:visible').count()).toBe(0);
  await without.close();
});

it('keeps the complete table where the data do not come, and says so', async () => {
  const broken = await openPage(browser, { expectedStatuses: [500] });
  await broken.page.route('**/projects.json', (route) => route.fulfill({ status: 500 }));
  await broken.page.goto('/projects/?plan=december');
  await broken.page.getByRole('status').filter({ hasText: '没有载入' }).waitFor();
  expect(await broken.page.getByRole('row').locator('th a').count()).toBe(projects.length);
  await broken.close();
});

describe('the views offered on the front page', () => {
  it('lead each to as many projects as they promise, with the same sum', async () => {
    await page.goto('/');
    const links = page.getByRole('navigation', { name: '从这里查起' }).getByRole('listitem');
    const views = await links.evaluateAll((items) =>
      items.map((item) => ({
        href: item.querySelector('a')?.getAttribute('href') ?? '',
        text: item.querySelector('a')?.textContent ?? '',
        said: item.querySelector('.count')?.textContent.replace(/\s/g, '') ?? '',
      })),
    );
    expect(views.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        '名称或用途里有“养老”的项目',
        '只写了12月底付款计划的项目',
        '附有数据说明的项目（本站核对时发现疑点）',
      ]),
    );
    for (const { href, text, said } of views) {
      const [, count, sum = ''] = /^(\d+)个(?:，共([\d,.]+万元))?$/.exec(said) ?? [];
      await page.goto(href);
      await status()
        .filter({ hasText: `${count ?? '?'}个项目，预算数合计${sum}` })
        .waitFor();
      expect((await addressesShown()).length, text).toBe(Number(count));
    }
  });
});

describe('the controls of the list', () => {
  const pensions = projects.filter(({ 项目名称: name, 资金用途: purpose }) =>
    `${name} ${purpose}`.includes('养老'),
  );

  it('have their room from the start: nothing on a phone moves when their script comes', async () => {
    await page.setViewportSize({ width: 412, height: 823 });
    await page.goto('/projects/');
    await words().fill('养老');
    await announced(pensions.length);
    const moved = await page.evaluate(
      () =>
        new Promise<readonly number[]>((resolve) => {
          new PerformanceObserver((list) => {
            resolve(list.getEntries().map(({ startTime }) => startTime));
          }).observe({ type: 'layout-shift', buffered: true });
          // Without a shift the observer is never called.
          setTimeout(() => {
            resolve([]);
          }, 300);
        }),
    );
    expect(moved).toEqual([]);
  });

  it('follow what was asked before their script had loaded', async () => {
    let send: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      send = resolve;
    });
    await page.route(/Browse.*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/projects/', { waitUntil: 'commit' });
    await words().fill('养老');
    send();
    await announced(pensions.length);
    expect(asked().get('q')).toBe('养老');
  });
});
