import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';

/** Without sandbox it also runs as root; the rest keeps the browser's own traffic out of what is looked at. */
export const BROWSER_ARGUMENTS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Makes the same picture each time. */
export const PICTURE_ARGUMENTS: readonly string[] = ['--hide-scrollbars', '--font-render-hinting=none'];

/** Starts the browser of this machine. Throws where there is none, with what to do. */
export async function launchBrowser({ args = [], ...options }: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined)
    throw new Error('没有找到浏览器。请运行 node scripts/setup.mjs --browser，它会安装或说明怎样安装。');
  return await chromium.launch({ executablePath, args: [...BROWSER_ARGUMENTS, ...args], ...options });
}
