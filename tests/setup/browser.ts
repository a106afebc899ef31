import type { Browser, BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core';
import { expect, inject } from 'vitest';

// A test file starts one and closes it in `afterAll`.
export { launchBrowser } from '../../scripts/launch-browser.ts';

export interface PageOptions extends BrowserContextOptions {
  /** Status codes from 400 that this test brings about on purpose, for example 404. */
  readonly expectedStatuses?: readonly number[];
  /** An address of the site, where it is not the one that all tests share. */
  readonly siteUrl?: string;
}

export interface OpenPage {
  readonly page: Page;
  /** All that went wrong since, in the order of its coming; a sound page leaves it empty. */
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * Opens an empty page as a reader in China has it, with no memory of other pages. It records script errors,
 * failed requests, requests to any origin but the site's and violations of the content security policy.
 */
export async function openPage(browser: Browser, options: PageOptions = {}): Promise<OpenPage> {
  const { expectedStatuses = [], siteUrl = inject('siteUrl'), ...contextOptions } = options;
  const { origin } = new URL(siteUrl);
  const problems: string[] = [];
  const context = await browser.newContext({
    baseURL: siteUrl,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // What is tested is the site; that pages are kept has tests of its own.
    serviceWorkers: 'block',
    ...contextOptions,
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && !expectedStatuses.includes(statusOf(message))) {
      problems.push(`控制台错误：${message.text()}（${message.location().url}）`);
    }
  });
  context.on('weberror', (webError) => {
    problems.push(`脚本错误：${String(webError.error().stack ?? webError.error())}`);
  });
  context.on('request', (request) => {
    if (isElsewhere(request.url(), origin)) problems.push(`请求了其他网站：${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // The page gave up by itself: a newer search, a download, a click on the next link.
    if (reason !== 'net::ERR_ABORTED') problems.push(`请求失败：${request.url()}（${reason}）`);
  });
  context.on('response', (response) => {
    const status = response.status();
    if (status >= 400 && !expectedStatuses.includes(status))
      problems.push(`请求得到 ${status}：${response.url()}`);
  });
  context.on('page', (page) => {
    page.on('websocket', (socket) => problems.push(`打开了 WebSocket：${socket.url()}`));
  });
  await context.addInitScript(reportViolations);
  return { page: await context.newPage(), problems, close: () => context.close() };
}

/** Opens a page for one test, closes it whatever comes, and looks afterwards whether anything went wrong in it. */
export async function withSoundPage(
  browser: Browser,
  options: PageOptions,
  test: (page: Page) => Promise<void>,
): Promise<void> {
  const { page, problems, close } = await openPage(browser, options);
  try {
    await test(page);
    expect(problems).toEqual([]);
  } finally {
    await close();
  }
}

/** The same for a page of the site. */
export async function withSoundPageAt(
  browser: Browser,
  path: string,
  options: PageOptions,
  test: (page: Page) => Promise<void>,
): Promise<void> {
  await withSoundPage(browser, options, async (page) => {
    await page.goto(path);
    await test(page);
  });
}

/** Runs in the page. The browser reports most violations by itself; this also names those it keeps quiet about. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`CSP: ${event.effectiveDirective} blocks ${event.blockedURI} ${event.sample}`);
  });
}

/** The status that the browser's own message about a failed request names; 0 in any other message. */
function statusOf(message: ConsoleMessage): number {
  return Number(/^Failed to load resource: .* status of (\d{3})/.exec(message.text())?.[1] ?? 0);
}

/** Whether an address leads off the site; `data:`, `blob:` and `about:` lead nowhere. */
function isElsewhere(address: string, origin: string): boolean {
  const url = new URL(address);
  return /^(?:https?|wss?|ftp):$/.test(url.protocol) && url.origin !== origin;
}
