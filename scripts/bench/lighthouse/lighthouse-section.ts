import { compareTimes, formatTime, type Section, type Table } from '../report.ts';
import {
  CATEGORIES,
  CATEGORY_NAMES,
  METRICS,
  METRIC_NAMES,
  type Category,
  type Deduction,
  type LighthouseResult,
  type Metric,
} from './lighthouse-result.ts';

/** The runs of one page, at least one. */
export interface MeasuredPage {
  readonly page: string;
  readonly results: readonly LighthouseResult[];
}

const HEADING = 'Lighthouse';

/** The section where nothing was measured. */
export function withoutLighthouse(reason: string): Section {
  return { heading: HEADING, notes: [reason], comparisons: [] };
}

/** Scores and figures of the pages, beside those of an empty page; of each page the run in the middle. */
export function lighthouseSection(site: string, pages: readonly MeasuredPage[], peer: MeasuredPage): Section {
  const middle = middleRun(peer.results);
  const shown = pages.map(({ page, results }) => ({ page, results, run: middleRun(results) }));
  const machines = [...pages, peer].flatMap(({ results }) => results.map(({ machine }) => machine));
  const runs = peer.results.length;
  return {
    heading: HEADING,
    notes: [
      `${site}，由本程序自己的服务器提供。Lighthouse 的默认设置：在较慢的手机和网络上打开，缓存为空。每页测${runs}次，取性能居中的一次，括号里是最好的一次。对照：同样样式的空白页，在同一次运行中交替测量。`,
      `机器忙时处理器的时间会变长，性能的得分随之变低，对照也一样。Lighthouse 在测量时对这台机器的测速（benchmarkIndex）在${Math.min(...machines).toFixed(0)}到${Math.max(...machines).toFixed(0)}之间，空闲的笔记本电脑在2000左右。`,
      deductionWords(shown.map(({ page, run }) => ({ page, deductions: run.deductions }))),
    ],
    tables: [tableOf([...shown, { page: '对照：空白页', results: peer.results, run: middle }])],
    comparisons: shown.map(({ page, run }) =>
      compareTimes(`${page}：${METRICS['largest-contentful-paint']}`, {
        own: run.metrics['largest-contentful-paint'],
        peer: middle.metrics['largest-contentful-paint'],
      }),
    ),
  };
}

/** The run whose performance is in the middle; of an even number the worse of the two. */
function middleRun(results: readonly LighthouseResult[]): LighthouseResult {
  const sorted = results.toSorted((a, b) => a.scores.performance - b.scores.performance);
  const middle = sorted[Math.ceil(sorted.length / 2) - 1];
  if (middle === undefined) throw new RangeError('a page needs a run');
  return middle;
}

interface Row extends MeasuredPage {
  readonly run: LighthouseResult;
}

function tableOf(rows: readonly Row[]): Table {
  return {
    head: ['网页', ...Object.values(CATEGORIES), ...Object.values(METRICS)],
    rows: rows.map(({ page, results, run }) => [
      page,
      ...CATEGORY_NAMES.map((name) => scoreWords(name, run, results)),
      ...METRIC_NAMES.map((name) => metricWords(name, run.metrics[name])),
    ]),
  };
}

/** Performance depends on how busy the machine is; the others are the same in each run. */
function scoreWords(name: Category, run: LighthouseResult, results: readonly LighthouseResult[]): string {
  const score = run.scores[name];
  if (name !== 'performance') return String(score);
  return `${score}（${Math.max(...results.map(({ scores }) => scores.performance))}）`;
}

function metricWords(name: Metric, value: number): string {
  return name === 'cumulative-layout-shift' ? value.toFixed(3) : formatTime(value);
}

/** What took points off, page by page, as a list. */
function deductionWords(
  pages: readonly { readonly page: string; readonly deductions: readonly Deduction[] }[],
): string {
  const lines = pages
    .filter(({ deductions }) => deductions.length > 0)
    .map(({ page, deductions }) => `- ${page}：${deductions.map(wordsOf).join('；')}`);
  return lines.length === 0 ? '没有扣分的项目。' : `扣分的项目：\n\n${lines.join('\n')}`;
}

function wordsOf({ category, title, score }: Deduction): string {
  return `${CATEGORIES[category]}“${title}”${score === undefined ? '没有测成' : `得${score}分`}`;
}
