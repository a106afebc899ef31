import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { readContent } from '../../src/files/read-content.ts';
import type { Project } from '../../src/model/project.ts';
import { serveFolder, type ServedFolder } from '../../src/publishing/serve.ts';
import { launchBrowser } from '../launch-browser.ts';
import { listPages } from '../screenshots/pages.ts';
import { writeMadeUpContent } from './made-up-content.ts';
import { inTurns, timeOf, type Samples } from './measure.ts';
import { heapOptions, startProcess } from './run-process.ts';
import { setAside } from './set-aside.ts';

/** Where an empty page with a site's style stands: what the browser itself takes. */
export const EMPTY_PAGE = 'bench/empty/';

/** A content folder with the site that was built of it and is served. */
export interface BenchSite {
  /** In words, for example `现有内容（40个项目）`. */
  readonly name: string;
  readonly content: string;
  readonly projects: readonly Project[];
  readonly folder: string;
  /** The addresses of its pages below its root: `/2022/`. */
  readonly pages: readonly string[];
  /** Of its front page, with a slash at its end. */
  readonly url: string;
  /** How long it took to build it, and to write its files once more, in milliseconds. */
  readonly times: Samples;
  /** The most memory of each build, in bytes. */
  readonly memory: readonly number[];
  /** How long processors worked for each build, in milliseconds. */
  readonly processor: readonly number[];
  /** How long the parts of each build took, in milliseconds. */
  readonly parts: readonly ReadonlyMap<string, number>[];
}

/** What all sections of the report share. */
export interface Bench {
  /** For what is made on the way. */
  readonly folder: string;
  /** Of the content at hand, then of made-up content. */
  readonly sites: readonly [BenchSite, ...BenchSite[]];
  readonly log: (message: string) => void;
  /** Starts the browser with the first question. Throws where there is none. */
  readonly browser: () => Promise<Browser>;
  /** Does something with an empty page of a browser that has kept nothing. */
  readonly withPage: <Result>(work: (page: Page) => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
}

interface BenchOptions {
  readonly content: string;
  /** How many projects each made-up content has. */
  readonly sizes: readonly number[];
  readonly log: (message: string) => void;
}

/** Builds and serves all sites. What is made lies in a folder that goes with the process at the latest. */
export async function openBench({ content, sizes, log }: BenchOptions): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-bench-'));
  const clear = () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', clear);
  const served: ServedFolder[] = [];
  const build = async (name: string, directory: string, out: string): Promise<BenchSite> => {
    log(`正在生成${name}……`);
    const built = await buildSite({ name, content: directory, folder: join(folder, out), log });
    const server = await serveFolder({ folder: built.folder, port: 0 });
    served.push(server);
    return { ...built, url: server.url };
  };
  const first = await build('现有内容', resolve(content), 'site');
  const others: BenchSite[] = [];
  for (const size of sizes) {
    const directory = join(folder, `content-${String(size)}`);
    await writeMadeUpContent(directory, size);
    others.push(await build('虚构内容', directory, `site-${String(size)}`));
  }
  let started: Promise<Browser> | undefined;
  // Signals end the command, and with it the browser; Playwright would end the command by itself.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = () => (started ??= launchBrowser(signals));
  return {
    folder,
    sites: [first, ...others],
    log,
    browser,
    withPage: async (work) => {
      const context = await (
        await browser()
      ).newContext({
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
    },
    close: async () => {
      await (await started?.catch(() => undefined))?.close();
      await Promise.all(served.map(({ close }) => close()));
      clear();
    },
  };
}

/** How often a site is built; a large one once. */
const runsFor = (projects: number) => (projects <= 1000 ? 3 : 1);

async function buildSite({
  name,
  content,
  folder,
  log,
}: Pick<BenchSite, 'name' | 'content' | 'folder'> & Pick<Bench, 'log'>): Promise<Omit<BenchSite, 'url'>> {
  const count = globSync('*/*/projects/*.yaml', { cwd: content }).length;
  const memory: number[] = [];
  const processor: number[] = [];
  const parts: ReadonlyMap<string, number>[] = [];
  const build = async () => {
    const line = ['build', '--clean', '--content', content, '--out', folder];
    const { ended } = startProcess(['src/cli/mingzhang.mjs', ...line], {
      options: heapOptions(count),
      countsOthers: true,
    });
    const used = await ended;
    memory.push(used.memory);
    processor.push(used.processor);
    parts.push(used.parts);
  };
  const copy = `${folder}-copy`;
  const times = await inTurns(
    runsFor(count),
    async () => {
      const time = await timeOf(build);
      log(`生成${name}（${String(count)}个项目）用了${(time / 1000).toFixed(1)}秒。`);
      return time;
    },
    async () => {
      const time = await timeOf(() => {
        cpSync(folder, copy, { recursive: true });
        return Promise.resolve();
      });
      setAside(copy);
      return time;
    },
  );
  const pages = listPages(folder);
  addEmptyPage(folder);
  // Only now: a large content takes as much memory here as there.
  const { site } = await readContent(content);
  const projects = site.departments.flatMap((department) => department.projects);
  const named = `${name}（${String(projects.length)}个项目）`;
  return { name: named, content, projects, folder, pages, times, memory, processor, parts };
}

function addEmptyPage(folder: string): void {
  const home = readFileSync(join(folder, 'index.html'), 'utf8');
  const empty = home
    .replaceAll(/<script[^]*?<\/script>/g, '')
    .replace(/(<body[^>]*>)[^]*(?=<\/body>)/, '$1<main><p>空白页</p></main>');
  mkdirSync(join(folder, EMPTY_PAGE), { recursive: true });
  writeFileSync(join(folder, EMPTY_PAGE, 'index.html'), empty);
}
