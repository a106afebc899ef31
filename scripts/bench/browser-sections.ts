import { findBrowser } from '../find-browser.mjs';
import { launchBrowser } from './browser.ts';
import type { BuiltSite } from './building.ts';
import { measureInBrowser, type BrowserFigures } from './in-browser.ts';
import { SCAN_PAUSE } from './peer-pages.ts';
import type { Section } from './report.ts';

/** What is measured in a real browser; where there is none or it fails, a section that says so. */
export async function browserSections(
  sites: readonly BuiltSite[],
  log: (message: string) => void,
): Promise<readonly Section[]> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    return [notMeasured('没有找到浏览器，所以没有测量。运行 node scripts/setup.mjs --browser 可以安装。')];
  }
  try {
    const browser = await launchBrowser(executablePath);
    try {
      const figures: BrowserFigures[] = [];
      for (const site of sites) {
        log(`正在浏览器里测量${site.name}……`);
        figures.push(await measureInBrowser(browser, site));
      }
      return sectionsOf(figures, browser.version());
    } finally {
      await browser.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return [notMeasured(`浏览器里的测量没有完成：\n\n\`\`\`\n${reason}\n\`\`\``)];
  }
}

function notMeasured(reason: string): Section {
  return { heading: '在浏览器里', notes: [reason], comparisons: [] };
}

function sectionsOf(figures: readonly BrowserFigures[], version: string): readonly Section[] {
  return [
    {
      heading: '检索',
      notes: [
        `Chromium ${version}，网站在本机，没有网络延迟。时间从输入最后一个字到状态文字显示结果，含输入停顿的等待；首次检索在打开网页后立即输入。对照：同一次运行中直接逐篇查找全部项目文本的网页，输入停顿也等${SCAN_PAUSE}毫秒。`,
      ],
      comparisons: figures.flatMap(({ search }) => search),
    },
    {
      heading: '首次内容绘制',
      notes: ['缓存为空的浏览器打开网页，取中位数。对照：同样样式的空白页，在同一次运行中交替打开。'],
      comparisons: figures.flatMap(({ paint }) => paint),
    },
  ];
}
