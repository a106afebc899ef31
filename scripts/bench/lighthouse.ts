import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { findBrowser } from '../find-browser.mjs';
import { BROWSER_ARGUMENTS } from '../launch-browser.ts';
import { kindOf } from '../screenshots/pages.ts';
import { EMPTY_PAGE, type Bench } from './frame.ts';
import type { Measured, Row } from './report.ts';
import { startProcess } from './run-process.ts';

const PROGRAM = join(import.meta.dirname, 'lighthouse/node_modules/lighthouse/cli/index.js');

/** How often each page is measured. */
const RUNS = 3;

const PAGES = { home: '首页', projects: '全部项目', department: '部门', project: '项目页', search: '检索' };

const CATEGORIES: Readonly<Record<string, string>> = {
  performance: '性能',
  accessibility: '无障碍',
  'best-practices': '最佳做法',
  seo: 'SEO',
};

/** The figures from which the performance score is made; Lighthouse leaves their names in English. */
const METRICS: Readonly<Record<string, string>> = {
  'first-contentful-paint': '首次内容绘制',
  'largest-contentful-paint': '最大内容绘制',
  'total-blocking-time': '总阻塞时间',
  'cumulative-layout-shift': '累积布局偏移',
  'speed-index': '速度指数',
};

/** What is read of a report; numbers that are missing fail, and are not taken for zero. */
const REPORT = z.object({
  lighthouseVersion: z.string(),
  runtimeError: z.object({ message: z.string() }).optional(),
  environment: z.object({ benchmarkIndex: z.number(), hostUserAgent: z.string() }),
  configSettings: z.object({
    formFactor: z.string(),
    throttlingMethod: z.string(),
    throttling: z.object({
      rttMs: z.number(),
      throughputKbps: z.number(),
      cpuSlowdownMultiplier: z.number(),
    }),
  }),
  categories: z.record(
    z.string(),
    z.object({
      score: z.number(),
      auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
    }),
  ),
  audits: z.record(
    z.string(),
    z.object({ title: z.string(), score: z.number().nullable(), numericValue: z.number().optional() }),
  ),
});

export type LighthouseReport = z.infer<typeof REPORT>;

/** The runs of a page, at least one. */
export interface MeasuredPage {
  readonly page: string;
  readonly runs: readonly LighthouseReport[];
}

export async function measureLighthouse({ sites: [site], log }: Bench): Promise<Measured> {
  if (!existsSync(PROGRAM))
    throw new Error('Lighthouse 没有装好。运行 node scripts/setup.mjs --bench 可以安装。');
  const pages = Object.entries(PAGES).flatMap(([kind, page]) =>
    site.pages
      .filter((path) => kindOf(path) === kind)
      .map((path) => ({ page, path: path.slice(1) }))
      .slice(0, 1),
  );
  const measured = [...pages, { page: '空白页', path: EMPTY_PAGE }].map((one) => ({
    ...one,
    runs: [] as LighthouseReport[],
  }));
  // In turns, so that a machine that becomes slower meanwhile slows all.
  for (let run = 1; run <= RUNS; run += 1) {
    for (const { page, path, runs } of measured) {
      log(`正在用 Lighthouse 测量${page}（第${run}次，共${RUNS}次）……`);
      runs.push(await runLighthouse(`${site.url}${path}`));
    }
  }
  return lighthouseSection(measured.slice(0, -1), measured.slice(-1));
}

/** Runs Lighthouse with its own settings on one address, in a process and a browser of its own. */
async function runLighthouse(url: string): Promise<LighthouseReport> {
  const parameters = [
    ...[url, '--quiet', '--locale=zh', '--no-enable-error-reporting'],
    ...['--output=json', '--output-path=stdout', `--only-categories=${Object.keys(CATEGORIES).join(',')}`],
    `--chrome-flags=${['--headless=new', ...BROWSER_ARGUMENTS].join(' ')}`,
  ];
  const { ended } = startProcess([PROGRAM, ...parameters], {
    environment: { CHROME_PATH: findBrowser() },
  });
  return readReport((await ended).output);
}

/** Reads Lighthouse's JSON. Throws where it could not measure the page, or writes its reports in another form. */
export function readReport(json: string): LighthouseReport {
  const report = REPORT.parse(JSON.parse(json));
  if (report.runtimeError !== undefined) throw new Error(report.runtimeError.message);
  return report;
}

/** What Lighthouse measured of pages, beside the page to compare with. */
export function lighthouseSection(pages: readonly MeasuredPage[], [peer]: readonly MeasuredPage[]): Measured {
  const [first] = pages[0]?.runs ?? [];
  if (first === undefined) throw new RangeError('Lighthouse has measured nothing.');
  const { lighthouseVersion, environment, configSettings } = first;
  const { formFactor, throttlingMethod, throttling } = configSettings;
  const speeds = pages.flatMap(({ runs }) => runs.map(({ environment }) => environment.benchmarkIndex));
  return {
    method: [
      `Lighthouse ${lighthouseVersion}，${browserOf(environment.hostUserAgent)}，默认设置（${formFactor}，${throttlingMethod}：往返${throttling.rttMs}毫秒，${throttling.throughputKbps} kbit/s，处理器慢${throttling.cpuSlowdownMultiplier}倍），缓存为空，每页${RUNS}次。`,
      `得分以100为满。它给这台机器测得的速度（benchmarkIndex）在${Math.min(...speeds).toFixed(0)}到${Math.max(...speeds).toFixed(0)}之间；机器忙时性能的得分随之变低，对照的空白页也一样。`,
    ].join(''),
    rows: pages.flatMap((page) => rowsOf(page, peer)),
    notes: [deductionsOf(pages)],
  };
}

const browserOf = (userAgent: string) => /\b(?:Headless)?Chrom\w*\/[\d.]+/.exec(userAgent)?.[0] ?? userAgent;

function rowsOf({ page, runs }: MeasuredPage, peer: MeasuredPage | undefined): readonly Row[] {
  const row = (what: string, unit: Row['unit'], figureOf: (report: LighthouseReport) => number): Row => ({
    what: `${page}：${what}`,
    unit,
    own: runs.map(figureOf),
    ...(peer && { peer: peer.runs.map(figureOf) }),
  });
  return [
    ...Object.entries(CATEGORIES).map(([id, name]) =>
      row(name, 'score', ({ categories }) => Math.round((categories[id]?.score ?? Number.NaN) * 100)),
    ),
    ...Object.entries(METRICS).map(([id, name]) =>
      row(
        name,
        id === 'cumulative-layout-shift' ? 'none' : 'ms',
        ({ audits }) => audits[id]?.numericValue ?? Number.NaN,
      ),
    ),
  ];
}

/** What took points off in a run, page by page. What weighs nothing (advice, checks by hand) takes none. */
function deductionsOf(pages: readonly MeasuredPage[]): string {
  const lines = pages.flatMap(({ page, runs }) => {
    const titles = runs.flatMap(({ categories, audits }) =>
      Object.values(categories).flatMap(({ auditRefs }) =>
        auditRefs
          .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
          .map(({ id }) => METRICS[id] ?? audits[id]?.title ?? id),
      ),
    );
    return titles.length === 0 ? [] : [`- ${page}：${[...new Set(titles)].join('；')}`];
  });
  return lines.length === 0 ? '没有扣分的项目。' : `扣分的项目：\n\n${lines.join('\n')}`;
}
