import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { PREFERENCES_KEY } from '../components/display/preferences.ts';
import { drawCharts } from './draw-charts.ts';
import { PAPER_WIDTH, type Look } from './looks.ts';
import { PICTURE_ARGUMENTS } from './picture-arguments.ts';
import type { View } from './views.ts';

/** The most that a browser draws in one picture, in pixels; what stands below is left out. */
const MOST_HEIGHT = 16_000;

/** A picture that was taken of a view in a look. */
export interface Screenshot {
  readonly view: View;
  readonly look: Look;
  /** Of the window, in CSS pixels. */
  readonly width: number;
  /** Below the folder of all pictures, for example `project/dark-390.png`. */
  readonly file: string;
  /** What a reader would be ashamed of and a program can see, as sentences. */
  readonly faults: readonly string[];
}

export interface ScreenshotOptions {
  /** The address of the built site. */
  readonly url: string;
  readonly views: readonly View[];
  readonly looks: readonly Look[];
  readonly widths: readonly number[];
  readonly folder: string;
  readonly browser: string;
  readonly log: (message: string) => void;
}

/** Takes each view in each look and width, and saves the pictures. */
export async function takeScreenshots(options: ScreenshotOptions): Promise<readonly Screenshot[]> {
  const { views, looks, widths, folder, log } = options;
  const browser = await chromium.launch({ executablePath: options.browser, args: [...PICTURE_ARGUMENTS] });
  try {
    const taken: Screenshot[] = [];
    for (const view of views) {
      log(`正在拍 ${view.name}……`);
      await mkdir(join(folder, view.name), { recursive: true });
      for (const look of looks) {
        // What a reader does needs scripts, and paper shows no state.
        if (view.act !== undefined && (look.isPaper === true || look.context.javaScriptEnabled === false))
          continue;
        for (const width of look.isPaper === true ? [PAPER_WIDTH] : widths) {
          const file = `${view.name}/${look.name}-${String(width)}.png`;
          const faults = await take(browser, options.url, { view, look, width, path: join(folder, file) });
          taken.push({ view, look, width, file, faults });
        }
      }
    }
    return taken;
  } finally {
    await browser.close();
  }
}

interface Shot {
  readonly view: View;
  readonly look: Look;
  readonly width: number;
  readonly path: string;
}

async function take(
  browser: Browser,
  url: string,
  { view, look, width, path }: Shot,
): Promise<readonly string[]> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
    viewport: { width, height: width < 700 ? 800 : 900 },
    ...look.context,
  });
  try {
    const page = await context.newPage();
    await openView(page, view, look);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.screenshot({
      path,
      fullPage: true,
      animations: 'disabled',
      clip: { x: 0, y: 0, width, height: Math.min(height, MOST_HEIGHT) },
    });
    return await faultsOf(page, width);
  } finally {
    await context.close();
  }
}

/** Opens a view in a look and waits until it stands still: charts drawn, fonts there. */
export async function openView(page: Page, view: View, look: Look): Promise<void> {
  if (look.chosen !== undefined) {
    const kept: readonly [string, string] = [PREFERENCES_KEY, JSON.stringify(look.chosen)];
    await page.addInitScript(([key, value]) => {
      localStorage.setItem(key, value);
    }, kept);
  }
  // Joined by hand: the site may stand below a path.
  await page.goto(`.${view.path}`);
  await page.waitForLoadState('networkidle');
  await view.act?.(page);
  if (look.context.javaScriptEnabled !== false) await drawCharts(page);
  if (look.isPaper === true) await page.emulateMedia({ media: 'print' });
  // Scripts of the test run in a page even where its own do not.
  await page.evaluate(async () => {
    scrollTo(0, 0);
    // Pictures further down, that a reader would scroll to.
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
    await document.fonts.ready;
  });
}

/** Whether the page must be pushed sideways, and what is cut off. */
async function faultsOf(page: Page, width: number): Promise<readonly string[]> {
  return await page.evaluate((width) => {
    const faults: string[] = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > width) faults.push(`内容宽${String(scrollWidth)}，超出窗口`);
    const nameOf = (element: Element) =>
      `${element.localName}${element.className && typeof element.className === 'string' ? `.${element.className.split(' ').join('.')}` : ''}`;
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const style = getComputedStyle(element);
      if (element.matches('.hidden, .hidden *, svg *, canvas, input, select')) continue;
      // Folded away, or there for the ears only.
      if (!element.checkVisibility() || style.clipPath !== 'none') continue;
      const cuts = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      if (cuts && style.overflowX === 'hidden') faults.push(`${nameOf(element)} 的内容被截断`);
      if (cuts && style.overflowX === 'auto') faults.push(`${nameOf(element)} 需要横向滚动`);
    }
    return [...new Set(faults)];
  }, width);
}
