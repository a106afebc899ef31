import { dirname, posix } from 'node:path';
import { serveFolder } from '../../../src/publishing/serve.ts';
import { findBrowser } from '../../find-browser.mjs';
import type { BuiltSite } from '../building.ts';
import { addEmptyPage, EMPTY_PAGE } from '../peer-pages.ts';
import type { Section } from '../report.ts';
import { PROJECT_PAGE } from '../sizes.ts';
import { lighthouseSection, withoutLighthouse } from './lighthouse-section.ts';
import { hasLighthouse, runLighthouse, type LighthouseRun } from './run-lighthouse.ts';

/** How often each page is measured; odd, so that one run is in the middle. */
const RUNS = 3;

/** Lighthouse on the kinds of pages of a site; where it cannot run, a section that says so. */
export async function measureLighthouse(site: BuiltSite, log: (message: string) => void): Promise<Section> {
  const browser = findBrowser();
  if (browser === undefined) {
    return withoutLighthouse(
      '没有找到浏览器，所以没有测量。运行 node scripts/setup.mjs --browser 可以安装。',
    );
  }
  if (!hasLighthouse()) {
    return withoutLighthouse(
      'Lighthouse 没有装好，所以没有测量。运行 node scripts/setup.mjs --lighthouse 可以安装。',
    );
  }
  try {
    return await measurePages(site, browser, log);
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return withoutLighthouse(`测量没有完成：\n\n\`\`\`\n${reason}\n\`\`\``);
  }
}

async function measurePages(
  site: BuiltSite,
  browser: string,
  log: (message: string) => void,
): Promise<Section> {
  await addEmptyPage(site.folder);
  const { url, close } = await serveFolder({ folder: site.folder, port: 0 });
  try {
    const pages = pagesOf(site.files).map((page) => ({ ...page, runs: [] as LighthouseRun[] }));
    const peer = { page: '对照：空白页', address: EMPTY_PAGE, runs: [] as LighthouseRun[] };
    // In turns, so that a machine that becomes slower meanwhile slows all.
    for (let run = 1; run <= RUNS; run += 1) {
      for (const { page, address, runs } of [...pages, peer]) {
        log(`正在用 Lighthouse 测量${page}（第${run}次，共${RUNS}次）……`);
        runs.push(await runLighthouse(`${url}${address}`, browser, dirname(site.folder)));
      }
    }
    return lighthouseSection(site.name, pages, peer);
  } finally {
    await close();
  }
}

/** `2022/313001/index.html`. */
const DEPARTMENT_PAGE = /^\d{4}\/[^/]+\/index\.html$/;

/** One page of each kind that the site has, with its address below the site's. */
export function pagesOf(
  files: readonly string[],
): readonly { readonly page: string; readonly address: string }[] {
  return [
    { page: '首页', file: 'index.html' },
    { page: '全部项目', file: 'projects/index.html' },
    { page: '部门', file: files.find((file) => DEPARTMENT_PAGE.test(file)) },
    { page: '项目页', file: files.find((file) => PROJECT_PAGE.test(file)) },
    { page: '检索', file: 'search/index.html' },
  ].flatMap(({ page, file }) =>
    file === undefined ? [] : [{ page, address: `${posix.dirname(file)}/`.replace(/^\.\//, '') }],
  );
}
