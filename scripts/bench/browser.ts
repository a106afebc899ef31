import { chromium, type Browser, type Page } from 'playwright-core';

/** Without sandbox it also runs as root; the rest keeps the browser's own traffic out of the figures. */
export const BROWSER_ARGUMENTS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a browser that ends with this process. */
export async function launchBrowser(executablePath: string): Promise<Browser> {
  return await chromium.launch({
    executablePath,
    args: [...BROWSER_ARGUMENTS],
    // Signals end the command, and with it the browser; Playwright would end the command by itself.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** Opens an empty page with an empty cache, does something with it, and closes it. */
export async function withPage<Result>(
  browser: Browser,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A first visit is measured; what is kept for later would be counted, and load, twice.
    serviceWorkers: 'block',
  });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}
