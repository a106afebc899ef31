import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileOf, kindOf, listFiles, projectsByRichness } from '../screenshots/pages.ts';
import { compressedFileSize, compressedSize } from './compressed-size.ts';
import type { Bench, BenchSite } from './frame.ts';
import { evenly } from './measure.ts';
import { weightOfSite } from './page-weight.ts';
import type { Measured, Row } from './report.ts';

/** What a server sends before it waits for an answer: ten packets of 1,460 bytes. */
const BUDGET = 14_600;

/** How many project pages of a site are compressed; Brotli at level 11 is slow. */
const MOST = 200;

export async function measureSizes({ sites }: Bench): Promise<Measured> {
  const rows: Row[] = [];
  for (const site of sites) rows.push(...(await pageSizes(site)));
  rows.push(...(await assetSizes(sites[0])));
  return {
    method: `Brotli 11级压缩后的大小；“全部文件”没有压缩。对照：一次往返所能送到的${BUDGET.toLocaleString('en')}字节；图表脚本的对照是完整的 Chart.js。`,
    rows,
  };
}

async function pageSizes({ name, folder, pages }: BenchSite): Promise<readonly Row[]> {
  const sizesOf = (paths: readonly string[]) =>
    Promise.all(paths.map((path) => compressedSize(readFileSync(fileOf(folder, path)))));
  // From the largest to the smallest, so that the largest is among those measured.
  const projects = await sizesOf(evenly(projectsByRichness(folder, pages), MOST));
  const ofKind = (kind: string) => sizesOf(pages.filter((path) => kindOf(path) === kind).slice(0, 1));
  const { files, bytes } = weightOfSite(folder);
  return [
    ...[
      { what: '项目页', own: projects },
      { what: '首页', own: await ofKind('home') },
      { what: '全部项目', own: await ofKind('projects') },
    ]
      .filter(({ own }) => own.length > 0)
      .map(({ what, own }) => ({ what: `${name}：${what}`, unit: 'bytes' as const, own, peer: [BUDGET] })),
    {
      what: `${name}：全部文件（${String(files)}个）`,
      unit: 'bytes',
      own: [bytes],
    },
  ];
}

/** What all pages share: the style that they hold or lead to, all scripts, and those that draw charts. */
async function assetSizes({ folder }: BenchSite): Promise<readonly Row[]> {
  const home = readFileSync(join(folder, 'index.html'), 'utf8');
  const styles = [
    ...[...home.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, style = '']) => style),
    ...[...home.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, path = '']) =>
      readFileSync(join(folder, path), 'utf8'),
    ),
  ];
  const scripts = listFiles(folder).filter((file) => /^\/_assets\/.*\.js$/.test(file));
  const sumOf = async (files: readonly string[]) => {
    let sum = 0;
    for (const file of files) sum += await compressedFileSize(folder, file);
    return sum;
  };
  const library = dirname(createRequire(import.meta.url).resolve('chart.js'));
  const charts = scripts.filter((file) => /\/chart[^/]*$/i.test(file));
  return [
    { what: '样式', unit: 'bytes', own: [await compressedSize(styles.join('\n'))], peer: [BUDGET] },
    { what: `全部脚本（${scripts.length}个）`, unit: 'bytes', own: [await sumOf(scripts)] },
    {
      what: '图表脚本',
      unit: 'bytes',
      own: [await sumOf(charts)],
      peer: [await compressedFileSize(library, 'chart.umd.min.js')],
    },
  ];
}
