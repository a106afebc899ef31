import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { BuiltSite } from './building.ts';
import { compressedFileSize, compressedSize, inlineStyle } from './compressed-size.ts';
import { evenly, median } from './median.ts';
import { compareBytes, formatBytes, type Comparison, type Section } from './report.ts';

/** What a server sends before it waits for an answer: ten packets of 1,460 bytes. */
const BUDGET = 14_600;

/** How many project pages of a site are compressed; Brotli at level 11 is slow. */
const MOST = 200;

/** The sizes of what visitors load, compressed, in bytes. */
export async function measureSizes(sites: readonly BuiltSite[]): Promise<Section> {
  const comparisons: Comparison[] = [];
  for (const site of sites) comparisons.push(...(await pageSizes(site)));
  const [first] = sites;
  if (first !== undefined) comparisons.push(await styleSize(first), ...(await chartSizes(first)));
  return {
    heading: '大小',
    notes: [
      `Brotli 11级压缩后的字节数。对照：一次往返所能送到的${formatBytes(BUDGET)}；图表脚本的对照是完整的 Chart.js。`,
    ],
    comparisons,
  };
}

function againstBudget(what: string, bytes: number): Comparison {
  return compareBytes(what, bytes, BUDGET);
}

async function pageSizes({ name, folder, files }: BuiltSite): Promise<readonly Comparison[]> {
  const pages = files.filter((file) => PROJECT_PAGE.test(file));
  const sizes = await sizesOf(folder, evenly(pages, MOST));
  const largest = await sizesOf(folder, await longest(folder, pages, 10));
  const others = ['index.html', 'projects/index.html'].map((file) => compressedFileSize(folder, file));
  const [home = 0, all = 0] = await Promise.all(others);
  return [
    ...(pages.length === 0
      ? []
      : [
          againstBudget(`${name}：最大的项目页`, Math.max(...sizes, ...largest)),
          againstBudget(`${name}：居中的项目页`, Math.round(median(sizes))),
        ]),
    againstBudget(`${name}：首页`, home),
    againstBudget(`${name}：全部项目`, all),
  ];
}

/** `2022/313001/13060522P004064100019/index.html`. */
export const PROJECT_PAGE = /^\d{4}\/[^/]+\/[0-9A-Z]{21}\/index\.html$/;

async function sizesOf(folder: string, files: readonly string[]): Promise<readonly number[]> {
  return await Promise.all(files.map((file) => compressedFileSize(folder, file)));
}

/** The files with the most bytes before compression. */
async function longest(folder: string, files: readonly string[], count: number): Promise<readonly string[]> {
  const lengths = await Promise.all(
    files.map(async (file) => ({ file, bytes: (await stat(join(folder, file))).size })),
  );
  return lengths
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, count)
    .map(({ file }) => file);
}

async function styleSize({ folder }: BuiltSite): Promise<Comparison> {
  const style = inlineStyle(await readFile(join(folder, 'index.html'), 'utf8'));
  return againstBudget('样式（在每个网页里）', await compressedSize(style));
}

/** All scripts that drawing a chart loads; none where the site draws without. */
async function chartSizes({ folder, files }: BuiltSite): Promise<readonly Comparison[]> {
  const scripts = files.filter((file) => /^_assets\/chart[^/]*\.js$/i.test(file));
  if (scripts.length === 0) return [];
  const bytes = (await sizesOf(folder, scripts)).reduce((total, size) => total + size, 0);
  const library = dirname(createRequire(import.meta.url).resolve('chart.js'));
  const peer = await compressedFileSize(library, 'chart.umd.min.js');
  return [compareBytes('图表脚本', bytes, peer)];
}
