import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importDocuments } from '../../src/documents/import-documents.ts';
import { formsDocument } from '../documents/made-documents.ts';
import { launchBrowser, openPage, type OpenPage } from '../setup/browser.ts';
import { startDevServer, type DevServer } from '../setup/dev-server.ts';
import { SITES } from '../setup/sites.ts';
import { violationsOf } from './accessibility.ts';

const DOCUMENTS = 'tests/fixtures/documents';
const CODE = '310999';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** What a folder holds: the bytes of its files by their names. */
const filesIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [
        join(parentPath, name),
        readFileSync(join(parentPath, name), 'base64'),
      ]),
  );

describe.each([
  ['dev', {}],
  ['start', { BASE_PATH: '/budget' }],
] as const)('the import page of `npm run %s`', (command, settings) => {
  let folder = '';
  let content = '';
  let server: DevServer;
  let open: OpenPage;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mingzhang-import-'));
    content = join(folder, 'content');
    cpSync('tests/fixtures/three-departments', content, { recursive: true });
    const own = { PORT: '0', OUT_DIR: join(folder, 'dist'), ...settings };
    server = await startDevServer(content, own, command);
  });
  afterAll(async () => {
    const status = await server.stop();
    rmSync(folder, { recursive: true });
    expect(status).toBe(0);
  });
  beforeEach(async () => {
    open = await openPage(browser, { siteUrl: server.url, expectedStatuses: [422] });
    ({ page } = open);
    page.setDefaultTimeout(60_000);
    await page.goto(`${server.url}import/`);
  });
  afterEach(async () => {
    await open.close();
    // Pages of the dev server have its connection open, and previews stand at another port.
    const meant = /WebSocket|^请求了其他网站：http:\/\/127\.0\.0\.1:/;
    expect(open.problems.filter((problem) => !meant.test(problem))).toEqual([]);
  });

  const status = (words: string | RegExp) => page.getByRole('status').filter({ hasText: words }).waitFor();
  const choose = (...names: readonly string[]) =>
    page.getByLabel('选择文件').setInputFiles(names.map((name) => join(DOCUMENTS, name)));

  it('has an address that is printed beside that of the site', () => {
    expect(server.said()).toContain(`导入官方文件：${server.url}import/\n`);
  });

  it('takes a dropped document, asks for what it does not say, and writes it', async () => {
    const bytes = [...readFileSync(join(DOCUMENTS, 'v1-shanghai.docx'))];
    const dropped = await page.evaluateHandle((data) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(data)], '虚构的文件.docx'));
      return transfer;
    }, bytes);
    await page.getByText('或把文件拖到这里').dispatchEvent('drop', { dataTransfer: dropped });
    await status('请在下面填写');
    const code = page.getByLabel('“样例区文化和旅游局”的部门编码');
    expect(await code.evaluate((field) => field === document.activeElement)).toBe(true);
    await code.fill(CODE);
    await code.press('Enter');
    await status('还没有写入任何文件');
    const title = page.getByRole('heading', { name: '读出了什么' });
    expect(await title.evaluate((heading) => heading === document.activeElement)).toBe(true);
    await page.getByText('样例区文化和旅游局：2个项目，17条指标').waitFor();
    await page.getByText('1 公共图书馆免费开放运行经费').click();
    await page.getByRole('row', { name: '预算数（元） 4115226.00' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(existsSync(join(content, '2026'))).toBe(false);

    await page.getByRole('button', { name: '写入4个文件' }).click();
    await page.getByRole('link', { name: '2026年样例区文化和旅游局的网页' }).click();
    await page.getByRole('heading', { level: 1, name: '样例区文化和旅游局' }).waitFor();
    expect(page.url()).toBe(`${server.url}2026/${CODE}/`);
    expect(readdirSync(join(content, '2026', CODE, 'sources'))).toEqual(['虚构的文件.docx']);
  });

  // A preview is a whole build; the server below a path stands for both in the ordinary run.
  const isPreviewed = command === 'start' || process.env.TEST_FULL === '1';
  it.runIf(isPreviewed)(
    'shows the resulting pages with their data notes before anything is written',
    async () => {
      const before = filesIn(content);
      await choose('v3-yunnan.xlsx');
      await page.getByLabel('部门编码').fill('315');
      await page.keyboard.press('Enter');
      await status('还没有写入任何文件');
      await page.getByText('古树名木保护经费').first().click();
      const button = page.getByRole('button', { name: '预览这个项目的网页' }).first();
      await button.press('Enter');
      const bar = page.getByRole('heading', { name: '预览，尚未写入' });
      expect(await bar.evaluate((heading) => heading === document.activeElement)).toBe(true);
      expect(await page.getByRole('main').count()).toBe(0);
      const frame = page.frameLocator('iframe[title="预览的网页"]');
      await frame.getByRole('heading', { level: 1, name: '古树名木保护经费' }).waitFor();
      await frame.getByText('26.80005').first().waitFor();
      await frame.getByRole('row', { name: /挂牌保护株数.*112/ }).waitFor();
      await frame.getByText('开头多了一个编号').first().waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

      await frame.getByRole('navigation', { name: '当前位置' }).getByRole('link').nth(2).click();
      await frame.getByRole('link', { name: '古树名木保护经费' }).first().waitFor();
      await bar.press('Escape');
      expect(await page.locator('iframe').count()).toBe(0);
      expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
      expect(filesIn(content)).toEqual(before);
    },
  );

  it('packs the files for whoever puts them elsewhere', async () => {
    await choose('v2-hebei.xlsx', 'v4-central.docx');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /下载这\d+个文件/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('content.zip');
    const names = Object.keys(unzipSync(readFileSync(await download.path())));
    expect(names).toContain('2024/313101/projects/13990124P00310100017K.yaml');
    expect(names).toContain('2023/173/sources/v4-central.docx');
    expect(existsSync(join(content, '2024'))).toBe(false);
    await status('已下载');
  });

  it('says why a document cannot be read', async () => {
    const give = (name: string, text: string) =>
      page.getByLabel('选择文件').setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) });
    await give('a.pdf', '%PDF-1.7');
    await status('“a.pdf”是PDF文件');
    await give('a.txt', '虚构的文字');
    await status('没有找到绩效目标表');
    await status('没有写入任何文件');
  });

  it('takes the files of one department as one import, and asks once what none of them says', async () => {
    const documentOf = (name: string) => Buffer.from(formsDocument({ name }));
    const give = (...names: readonly string[]) =>
      page
        .getByLabel('选择文件')
        .setInputFiles(
          names.map((name) => ({ name: `${name}.docx`, mimeType: '', buffer: documentOf(name) })),
        );
    const answers = { department: '999010' };
    const read = () => Promise.resolve(documentOf('示例项目甲'));
    await (
      await importDocuments({ directory: content, paths: ['示例项目甲.docx'], answers, force: false, read })
    ).write();
    await give('示例项目乙', '示例项目丙');
    await page.getByLabel('“示例县示例局”的部门编码').fill('999010');
    await page.keyboard.press('Enter');
    await page.getByText('2026年，999010 示例县示例局：2个项目').waitFor();
    await page.getByText('新增4个文件，补充1个，相同0个，不同0个。').waitFor();
    await page.getByText('来源的文件：示例项目甲.docx、示例项目乙.docx、示例项目丙.docx').waitFor();
    await page.getByText('3 示例项目丙').waitFor();
    await page.getByRole('button', { name: '写入5个文件' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    rmSync(join(content, '2026', '999010'), { recursive: true });
  });

  it('shows the text of a document as text, whatever it looks like', async () => {
    const name = '&lt;img src=x onerror=alert(1)&gt;虚构项目';
    await page
      .getByLabel('选择文件')
      .setInputFiles({ name: 'a.docx', mimeType: '', buffer: Buffer.from(formsDocument({ name })) });
    await page.getByLabel('部门编码').fill('999009');
    await page.keyboard.press('Enter');
    await page.getByText('<img src=x onerror=alert(1)>虚构项目').first().waitFor();
    expect(await page.locator('img').count()).toBe(0);
  });

  if (command === 'dev') {
    it('replaces what differs where that is ticked, on a phone and with the keyboard alone', async () => {
      await page.setViewportSize({ width: 390, height: 800 });
      await choose('v3-yunnan.xlsx');
      await page.getByLabel('部门编码').fill('314');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /写入\d+个文件/ }).click();
      await page.getByRole('link', { name: /的网页/ }).waitFor();
      const department =
        readdirSync(join(content)).find((year) => existsSync(join(content, year, '314'))) ?? '';
      const projects = join(content, department, '314', 'projects');
      const path = join(projects, readdirSync(projects)[0] ?? '');
      const written = readFileSync(path, 'utf8');
      writeFileSync(path, written.replace(/(\n {2}预算数: ).*/, '$10.01'));

      await choose('v3-yunnan.xlsx');
      await page.getByLabel('部门编码').fill('314');
      await page.keyboard.press('Enter');
      await status('读完了');
      expect(await page.getByRole('button', { name: '写入0个文件' }).isDisabled()).toBe(true);
      await page.getByRole('row', { name: /预算数.*0\.01/ }).waitFor();
      await page.getByRole('checkbox', { name: /^替换/ }).focus();
      await page.keyboard.press('Space');
      await status('检查结果已更新');
      expect(await violationsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      await page.keyboard.press('Tab');
      while (
        !(await page
          .getByRole('button', { name: '写入1个文件' })
          .evaluate((one) => one === document.activeElement))
      )
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: /的网页/ }).waitFor();
      expect(readFileSync(path, 'utf8')).toBe(written);
    });
  }
});

describe.each(SITES)('a built site: $title', ({ folder }) => {
  it('has nothing of the import page', () => {
    expect(existsSync(join(folder, 'import'))).toBe(false);
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((text) => text.includes('X-Mingzhang-Import'))).toEqual([]);
  });
});
