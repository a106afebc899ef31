import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { choices, text, texts } from '../src/cli/option.ts';
import { content } from '../src/cli/options.ts';
import { logProgress } from '../src/cli/progress.ts';
import { reportFindings } from '../src/cli/report-findings.ts';
import { runCommand } from '../src/cli/run-command.ts';
import { buildSite } from '../src/publishing/build.ts';
import { serveFolder } from '../src/publishing/serve.ts';
import { contactSheet } from '../src/screenshots/contact-sheet.ts';
import { LOOKS, WIDTHS } from '../src/screenshots/looks.ts';
import { takeScreenshots } from '../src/screenshots/take-screenshots.ts';
import { viewsOfSite } from '../src/screenshots/views-of-site.ts';
import { findBrowser } from './find-browser.mjs';

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
    const browser = findBrowser();
    if (browser === undefined) {
      process.stderr.write('没有找到浏览器。请运行 node scripts/setup.mjs --browser。\n');
      return 1;
    }
    const site = join(out, 'site');
    await mkdir(out, { recursive: true });
    const result = await buildSite({
      content: directory,
      out: site,
      siteUrl: undefined,
      basePath: '/',
      log: logProgress,
    });
    if (!result.ok) {
      reportFindings(result.findings, process.stderr);
      return 1;
    }
    const { url, close } = await serveFolder({ folder: site, port: 0 });
    try {
      const all = viewsOfSite(site);
      const views = all.filter(({ name }) => view.length === 0 || view.some((text) => name.startsWith(text)));
      if (views.length === 0) {
        process.stderr.write(`没有这样的网页。有：${all.map(({ name }) => name).join('、')}。\n`);
        return 2;
      }
      const shots = await takeScreenshots({
        url,
        views,
        looks: LOOKS.filter(({ name }) => look.includes(name)),
        widths: WIDTHS.filter((one) => width.includes(String(one))),
        folder: out,
        browser,
        log: logProgress,
      });
      await writeFile(join(out, 'index.html'), contactSheet(shots));
      for (const { file, faults } of shots) {
        for (const fault of faults) process.stdout.write(`${file}：${fault}\n`);
      }
      process.stdout.write(`${String(shots.length)}张图片，见 ${join(out, 'index.html')}\n`);
      return 0;
    } finally {
      await close();
    }
  },
);
