import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { choices, text, texts } from '../src/cli/option.ts';
import { content } from '../src/cli/options.ts';
import { logProgress, reportFindings } from '../src/cli/report.ts';
import { runCommand } from '../src/cli/run-command.ts';
import { buildSite } from '../src/publishing/build.ts';
import { serveFolder } from '../src/publishing/serve.ts';
import { launchBrowser, PICTURE_ARGUMENTS } from './launch-browser.ts';
import { contactSheet, type Screenshot } from './screenshots/contact-sheet.ts';
import { LOOKS, PAPER_WIDTH, WIDTHS, type Look } from './screenshots/looks.ts';
import { openView, pictureOf } from './screenshots/open-view.ts';
import { viewsOfSite, type View } from './screenshots/views.ts';

/** The most that a browser draws in one picture, in pixels. */
const MOST_HEIGHT = 16_000;

const LOOK_NAMES = LOOKS.map(({ name }) => name);

await runCommand(
  {
    name: 'screenshots',
    summary: '生成网站，给每一种网页拍照：五种宽度，浅色、深色、关怀版、高对比度、打印、不运行脚本。',
    options: {
      content,
      out: text({ description: '图片放到哪个文件夹', placeholder: 'DIR', default: 'screenshots' }),
      view: texts({ description: '只拍名称以此开头的网页，如 project；可以写几次', placeholder: 'NAME' }),
      look: choices({
        description: `只拍这种样子：${LOOK_NAMES.join('、')}`,
        choices: LOOK_NAMES,
        placeholder: 'NAME',
      }),
      width: choices({
        description: `只拍这种宽度：${WIDTHS.join('、')}`,
        choices: WIDTHS.map(String),
        placeholder: 'N',
      }),
    },
    examples: ['npm run screenshots', 'npm run screenshots -- --view project --look dark --width 390'],
  },
  async ({ content: directory, out, view, look, width }) => {
    const site = join(out, 'site');
    await mkdir(out, { recursive: true });
    const address = { siteUrl: undefined, basePath: '/' };
    const result = await buildSite({ content: directory, out: site, ...address, log: logProgress });
    if (!result.ok) {
      reportFindings(result.findings, process.stderr);
      return 1;
    }
    const all = viewsOfSite(site);
    const views = all.filter(({ name }) => view.length === 0 || view.some((text) => name.startsWith(text)));
    if (views.length === 0) {
      process.stderr.write(`没有这样的网页。有：${all.map(({ name }) => name).join('、')}。\n`);
      return 2;
    }
    const looks = LOOKS.filter(({ name }) => look.includes(name));
    const widths = WIDTHS.filter((one) => width.includes(String(one)));
    const { url, close } = await serveFolder({ folder: site, port: 0 });
    const browser = await launchBrowser({ args: [...PICTURE_ARGUMENTS] });
    try {
      const shots: Screenshot[] = [];
      for (const view of views) {
        logProgress(`正在拍 ${view.name}……`);
        for (const { look, width } of casesOf(view, looks, widths)) {
          const file = `${view.name}/${look.name}-${String(width)}.png`;
          await mkdir(dirname(join(out, file)), { recursive: true });
          await writeFile(join(out, file), await take(browser, url, { view, look, width }));
          shots.push({ view: view.name, look: look.name, width, file });
        }
      }
      await writeFile(join(out, 'index.html'), contactSheet(shots));
      process.stdout.write(`${String(shots.length)}张图片，见 ${join(out, 'index.html')}\n`);
      return 0;
    } finally {
      await browser.close();
      await close();
    }
  },
);

interface Case {
  readonly view: View;
  readonly look: Look;
  readonly width: number;
}

/** What a reader does needs scripts, and paper shows no state and has one width. */
function casesOf(view: View, looks: readonly Look[], widths: readonly number[]): readonly Case[] {
  return looks
    .filter(
      ({ isPaper, context }) =>
        view.act === undefined || (isPaper !== true && context.javaScriptEnabled !== false),
    )
    .flatMap((look) =>
      (look.isPaper === true ? [PAPER_WIDTH] : widths).map((width) => ({ view, look, width })),
    );
}

async function take(browser: Browser, url: string, { view, look, width }: Case): Promise<Buffer> {
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
    return await pictureOf(page, MOST_HEIGHT);
  } finally {
    await context.close();
  }
}
