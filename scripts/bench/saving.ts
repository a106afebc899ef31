import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { withPage } from './browser.ts';
import { startDevProcess } from './dev-process.ts';
import { medianPair, timeOf } from './median.ts';
import { compareTimes, type Comparison } from './report.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** How often a file is saved. */
const RUNS = 9;

/** A content folder to save in, with the path of one of its projects. */
export interface SavedContent {
  /** In words. */
  readonly name: string;
  readonly content: string;
  /** `2022/313001/13060522P…`, below the content folder without `projects/`. */
  readonly project: string;
}

/**
 * From saving a project's file until its open page shows the new name, beside Astro's own dev server, in which a
 * page is saved that holds nothing but its heading. Works on copies in `folder`.
 */
export async function savingTimes(
  browser: Browser,
  { name, content, project }: SavedContent,
  folder: string,
): Promise<Comparison> {
  const copy = join(folder, 'saved-content');
  cpSync(resolve(content), copy, { recursive: true });
  const peer = makePeer(join(folder, 'saved-peer'));
  const file = join(copy, project.replace(/\/([^/]+)$/, '/projects/$1.yaml'));
  const own = readFileSync(file, 'utf8');
  const server = await startDevProcess('src/cli/mingzhang.mjs', ['dev', '--content', copy]);
  const peerServer = await startDevProcess('scripts/bench/peer-dev-server.ts', [peer.folder]);
  try {
    return await withPage(browser, async (page) => {
      const peerPage = await page.context().newPage();
      await page.goto(`${server.url}${project}/`);
      await peerPage.goto(peerServer.url);
      const saveOwn = (heading: string) => {
        writeFileSync(file, own.replace(/^项目名称: .*$/m, `项目名称: ${heading}`));
      };
      let turn = 0;
      const measureOwn = () => savingTime(page, `虚构名称${String((turn += 1))}`, saveOwn);
      const measurePeer = () => savingTime(peerPage, `虚构名称${String(turn)}`, peer.save);
      // Once before it counts: the first reload compiles what the pages need.
      await measureOwn();
      await measurePeer();
      return compareTimes(name, await medianPair(RUNS, measureOwn, measurePeer));
    });
  } finally {
    await Promise.all([server.stop(), peerServer.stop()]);
    rmSync(copy, { recursive: true, force: true });
    rmSync(peer.folder, { recursive: true, force: true });
  }
}

/** The milliseconds from saving until the page's heading is the new one. */
async function savingTime(page: Page, heading: string, save: (heading: string) => void): Promise<number> {
  await page.bringToFront();
  // Vite's script must be connected before something is saved, or it hears of it only later.
  await page.waitForLoadState('networkidle');
  return await timeOf(async () => {
    save(heading);
    await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  });
}

interface Peer {
  readonly folder: string;
  readonly save: (heading: string) => void;
}

function makePeer(folder: string): Peer {
  const pages = join(folder, 'src', 'pages');
  mkdirSync(pages, { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const save = (heading: string) => {
    const head = '<head><meta charset="utf-8" /></head>';
    const body = `<body><h1>${heading}</h1></body>`;
    writeFileSync(join(pages, 'index.astro'), `<html lang="zh-CN">${head}${body}</html>\n`);
  };
  save('虚构名称');
  return { folder, save };
}
