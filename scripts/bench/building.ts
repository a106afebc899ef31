import { join } from 'node:path';
import { kindOf } from '../screenshots/pages.ts';
import type { Bench, BenchSite } from './frame.ts';
import { drawGrowth, type Growth } from './growth-picture.ts';
import { median, timeOf } from './measure.ts';
import { weightOfSite } from './page-weight.ts';
import { buildWithPeer, peersHere, writeForPeer, type Peer } from './peers.ts';
import type { Measured, Row } from './report.ts';

/** The drawing beside the report. */
const GROWTH = 'growth.svg';

/** The parts of a build, as `src/rebuild/timed.ts` has them. */
const PARTS = [
  ['hash', '算内容文件的指纹'],
  ['read', '读取和检查'],
  ['bundle', '打包程序'],
  ['paths', '列出网页，建立精确检索的索引'],
  ['pages', '生成网页'],
  ['data', '写开放数据'],
  ['wait', '等别的进程'],
  ['index', '等 Pagefind 的索引'],
  ['seal', '写清单'],
  ['replace', '换上新网站'],
] as const;

export async function measureBuilding({ sites, folder, log }: Bench): Promise<Measured> {
  const rows: Row[] = [];
  const peers = peersHere();
  const failed: string[] = [];
  for (const site of sites) {
    const { name, times, memory, processor, projects, parts } = site;
    const own = times.own;
    const { files, bytes } = weightOfSite(site.folder);
    rows.push(
      { what: `${name}，${String(site.pages.length)}个网页；对照是复制一遍`, unit: 'ms', ...times },
      { what: `${name}：处理器`, unit: 'ms', own: processor },
      { what: `${name}：内存`, unit: 'bytes', own: memory },
      { what: `${name}：每个项目的文件数`, unit: 'none', own: [files / projects.length] },
      { what: `${name}：每个项目的大小`, unit: 'bytes', own: [bytes / projects.length] },
    );
    for (const [part, what] of PARTS) {
      const own = parts.flatMap((one) => one.get(part) ?? []);
      if (own.length > 0) rows.push({ what: `${name}：其中${what}`, unit: 'ms', own });
    }
    const beside = await besidePeers(peers, site, join(folder, 'peers'), log);
    rows.push(...beside.rows.map((row) => ({ ...row, own })));
    failed.push(...beside.failed);
  }
  const growths = growthsIn(sites, rows);
  const missing = ['Eleventy', 'Hugo'].filter((name) => !peers.some((peer) => peer.name === name));
  return {
    method:
      '在单独的进程里运行 mingzhang build，含检查、网页、表格文件、开放数据和两种检索索引；内存是各个进程峰值之和，含 Pagefind 的进程（Linux 以外不含）；大的网站由几个进程同时做，各步的时间是主进程的。对照：把生成的文件再复制一遍，这是下限；以及别的生成器，每个项目一页，文字与本程序的项目页相同，没有表格、图表、列表和数据，再由 Pagefind 建立索引。',
    rows,
    notes: [
      ...(missing.length === 0 ? [] : [`没有安装、因此没有比较的：${missing.join('、')}。`]),
      ...(failed.length === 0 ? [] : [`没有生成成功、因此没有比较的：${failed.join('、')}。`]),
      ...(growths.length === 0
        ? []
        : [`![生成时间随项目数增长，两条轴都以十倍为一格；点线的斜度是与项目数成正比](${GROWTH})`]),
    ],
    pictures: new Map(growths.length === 0 ? [] : [[GROWTH, drawGrowth(growths)]]),
  };
}

/** How the times of made-up content grow, of the program and of its peers; nothing of a single size. */
function growthsIn(sites: readonly BenchSite[], rows: readonly Row[]): readonly Growth[] {
  const [, ...madeUp] = sites;
  if (madeUp.length < 2) return [];
  const timeIn = (site: BenchSite, peer: string) =>
    rows.find(({ what }) => what.startsWith(`${site.name}；对照是 ${peer} `))?.peer;
  const growth = (name: string, timesOf: (site: BenchSite) => readonly number[] | undefined): Growth => ({
    name,
    points: madeUp.flatMap((site) => {
      const times = timesOf(site);
      return times === undefined ? [] : [[site.projects.length, median(times)] as const];
    }),
  });
  return [
    growth('明账', ({ times }) => times.own),
    ...['Eleventy', 'Hugo'].map((peer) => growth(peer, (site) => timeIn(site, peer))),
  ].filter(({ points }) => points.length > 1);
}

/** How long each peer takes for pages with the same text, and which did not succeed. */
async function besidePeers(
  peers: readonly Peer[],
  site: BenchSite,
  folder: string,
  log: Bench['log'],
): Promise<{ readonly rows: readonly Omit<Row, 'own'>[]; readonly failed: readonly string[] }> {
  const rows: Omit<Row, 'own'>[] = [];
  const failed: string[] = [];
  const count = site.pages.filter((path) => kindOf(path) === 'project').length;
  for (const peer of peers) {
    log(`正在用 ${peer.name} 生成${site.name}……`);
    const own = join(folder, peer.name, site.folder.replaceAll(/\W+/g, '-'));
    await writeForPeer(peer, own, site);
    const runs: number[] = [];
    // As often as the site itself was built.
    try {
      while (runs.length < site.times.own.length) {
        const time = await timeOf(() => buildWithPeer(peer, own, count));
        log(`用 ${peer.name} 用了${(time / 1000).toFixed(1)}秒。`);
        runs.push(time);
      }
    } catch (error) {
      log(error instanceof Error ? error.message : String(error));
      failed.push(`${site.name}用 ${peer.name}`);
      continue;
    }
    rows.push({
      what: `${site.name}；对照是 ${peer.name} 和 Pagefind 的${String(count)}个网页`,
      unit: 'ms',
      peer: runs,
    });
  }
  return { rows, failed };
}
