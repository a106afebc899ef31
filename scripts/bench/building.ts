import { join } from 'node:path';
import { kindOf } from '../screenshots/pages.ts';
import type { Bench, BenchSite } from './frame.ts';
import { timeOf } from './measure.ts';
import { weightOfSite } from './page-weight.ts';
import { buildWithPeer, peersHere, writeForPeer, type Peer } from './peers.ts';
import type { Measured, Row } from './report.ts';

export async function measureBuilding({ sites, folder, log }: Bench): Promise<Measured> {
  const rows: Row[] = [];
  const peers = peersHere();
  for (const site of sites) {
    const { name, times, memory, processor, projects } = site;
    const own = times.own;
    const { files, bytes } = weightOfSite(site.folder);
    rows.push(
      { what: `${name}，${String(site.pages.length)}个网页；对照是复制一遍`, unit: 'ms', ...times },
      { what: `${name}：处理器`, unit: 'ms', own: processor },
      { what: `${name}：内存`, unit: 'bytes', own: memory },
      { what: `${name}：每个项目的文件数`, unit: 'none', own: [files / projects.length] },
      { what: `${name}：每个项目的大小`, unit: 'bytes', own: [bytes / projects.length] },
    );
    for (const row of await besidePeers(peers, site, join(folder, 'peers'), log)) rows.push({ ...row, own });
  }
  const missing = ['Eleventy', 'Hugo'].filter((name) => !peers.some((peer) => peer.name === name));
  return {
    method:
      '在单独的进程里运行 mingzhang build，含检查、网页、表格文件、开放数据和两种检索索引；内存是 Node.js 进程的峰值。对照：把生成的文件再复制一遍，这是下限；以及别的生成器，每个项目一页，文字与本程序的项目页相同，没有表格、图表、列表和数据，再由 Pagefind 建立索引。',
    rows,
    notes: missing.length === 0 ? [] : [`没有安装、因此没有比较的：${missing.join('、')}。`],
  };
}

/** How long each peer takes for pages with the same text. */
async function besidePeers(
  peers: readonly Peer[],
  site: BenchSite,
  folder: string,
  log: Bench['log'],
): Promise<readonly Omit<Row, 'own'>[]> {
  const rows: Omit<Row, 'own'>[] = [];
  const count = site.pages.filter((path) => kindOf(path) === 'project').length;
  for (const peer of peers) {
    log(`正在用 ${peer.name} 生成${site.name}……`);
    const own = join(folder, peer.name, site.folder.replaceAll(/\W+/g, '-'));
    await writeForPeer(peer, own, site);
    const runs: number[] = [];
    // As often as the site itself was built.
    while (runs.length < site.times.own.length) runs.push(await timeOf(() => buildWithPeer(peer, own)));
    rows.push({
      what: `${site.name}；对照是 ${peer.name} 和 Pagefind 的${String(count)}个网页`,
      unit: 'ms',
      peer: runs,
    });
  }
  return rows;
}
