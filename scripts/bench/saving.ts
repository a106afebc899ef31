import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { Bench, BenchSite } from './frame.ts';
import { inTurns, timeOf } from './measure.ts';
import type { Measured, Row } from './report.ts';
import { startProcess } from './run-process.ts';

/** How often a file is saved. */
const RUNS = 9;

export async function measureSaving(bench: Bench): Promise<Measured> {
  const rows: Row[] = [];
  for (const site of bench.sites) rows.push(...(await savingTimes(bench, site)));
  return {
    method: `在 npm run dev 里打开一个项目的网页，改它的名称并保存，到网页显示新名称为止，各${RUNS}次。对照：Astro 自己的 dev 服务器里只有一个标题的网页，改标题并保存，交替测量。`,
    rows,
  };
}

/** Saves in a copy of the content. */
async function savingTimes(
  { folder, withPage, log }: Bench,
  { name, content, projects: [project] }: BenchSite,
): Promise<readonly Row[]> {
  if (project === undefined) return [];
  log(`正在测量保存${name}……`);
  const { year, departmentCode, code } = project;
  const copy = join(folder, 'saved-content');
  cpSync(content, copy, { recursive: true });
  const peer = makePeer(join(folder, 'saved-peer'));
  const file = join(copy, String(year), departmentCode, 'projects', `${code}.yaml`);
  const text = readFileSync(file, 'utf8');
  const saveOwn = (heading: string) => {
    writeFileSync(file, text.replace(/^项目名称: .*$/m, `项目名称: ${heading}`));
  };
  const server = startProcess(['src/cli/mingzhang.mjs', 'dev', '--content', copy]);
  const peerServer = startProcess(['scripts/bench/peer-dev-server.ts', peer.folder]);
  try {
    return await withPage(async (page) => {
      const peerPage = await page.context().newPage();
      await page.goto(`${await server.started}${String(year)}/${departmentCode}/${code}/`);
      await peerPage.goto(await peerServer.started);
      let turn = 0;
      const measureOwn = () => savingTime(page, `虚构名称${String((turn += 1))}`, saveOwn);
      const measurePeer = () => savingTime(peerPage, `虚构名称${String(turn)}`, peer.save);
      // Once before it counts: the first reload compiles what the pages need.
      await measureOwn();
      await measurePeer();
      return [{ what: name, unit: 'ms', ...(await inTurns(RUNS, measureOwn, measurePeer)) }];
    });
  } finally {
    await Promise.all([server.stop(), peerServer.stop()]);
    for (const made of [copy, peer.folder]) rmSync(made, { recursive: true, force: true });
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

/** An Astro project of one page that holds nothing but its heading. */
function makePeer(folder: string): Peer {
  const pages = join(folder, 'src', 'pages');
  mkdirSync(pages, { recursive: true });
  symlinkSync(resolve(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'), 'junction');
  const save = (heading: string) => {
    const head = '<head><meta charset="utf-8" /></head>';
    const body = `<body><h1>${heading}</h1></body>`;
    writeFileSync(join(pages, 'index.astro'), `<html lang="zh-CN">${head}${body}</html>\n`);
  };
  save('虚构名称');
  return { folder, save };
}
