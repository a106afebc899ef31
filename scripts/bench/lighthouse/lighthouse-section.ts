import { compareTimes, formatTime, type Section, type Table } from '../report.ts';
import {
  CATEGORIES,
  CATEGORY_NAMES,
  METRICS,
  METRIC_NAMES,
  type Deduction,
  type LighthouseResult,
  type Metric,
} from './lighthouse-result.ts';
import type { LighthouseRun } from './run-lighthouse.ts';

/** The runs of one page, at least one. */
export interface MeasuredPage {
  readonly page: string;
  readonly runs: readonly LighthouseRun[];
}

/** One result of a page. */
interface Row {
  readonly page: string;
  readonly result: LighthouseResult;
}

const HEADING = 'Lighthouse';

/** The section where nothing was measured. */
export function withoutLighthouse(reason: string): Section {
  return { heading: HEADING, notes: [reason], comparisons: [] };
}

/** Scores and figures of the pages, beside those of an empty page; of each page the run in the middle. */
export function lighthouseSection(site: string, pages: readonly MeasuredPage[], peer: MeasuredPage): Section {
  const measured = pages.map((page) => middleRow(page, 'asMeasured'));
  const judged = pages.map((page) => middleRow(page, 'withoutWaiting'));
  const [peerMeasured, peerJudged] = [middleRow(peer, 'asMeasured'), middleRow(peer, 'withoutWaiting')];
  const machines = [...pages, peer].flatMap(({ runs }) => runs.map(({ asMeasured }) => asMeasured.machine));
  return {
    heading: HEADING,
    notes: [
      `${site}，由本程序自己的服务器提供。Lighthouse 的默认设置：在较慢的手机和网络上打开，缓存为空。每页测${peer.runs.length}次，取性能居中的一次。对照：同样样式的空白页，在同一次运行中交替测量。`,
      `机器忙时网页要等处理器，性能的得分随之变低，对照也一样；Lighthouse 在测量时对这台机器的测速（benchmarkIndex）在${Math.min(...machines).toFixed(0)}到${Math.max(...machines).toFixed(0)}之间，空闲的笔记本电脑在2000左右。所以同样的记录再评一次：每个任务只算处理器真正在做它的时间（不计等待）。`,
      deductionWords(judged),
    ],
    tables: [
      tableOf('网页（照测）', [...measured, peerMeasured]),
      tableOf('网页（不计等待）', [...judged, peerJudged]),
    ],
    comparisons: judged.map(({ page, result }) =>
      compareTimes(`${page}：${METRICS['largest-contentful-paint']}（不计等待）`, {
        own: result.metrics['largest-contentful-paint'],
        peer: peerJudged.result.metrics['largest-contentful-paint'],
      }),
    ),
  };
}

/** The run whose performance is in the middle; of an even number the worse of the two. */
function middleRow({ page, runs }: MeasuredPage, judged: keyof LighthouseRun): Row {
  const results = runs.map((run) => run[judged]);
  const sorted = results.toSorted((a, b) => a.scores.performance - b.scores.performance);
  const result = sorted[Math.ceil(sorted.length / 2) - 1];
  if (result === undefined) throw new RangeError('a page needs a run');
  return { page, result };
}

function tableOf(name: string, rows: readonly Row[]): Table {
  return {
    head: [name, ...Object.values(CATEGORIES), ...Object.values(METRICS)],
    rows: rows.map(({ page, result: { scores, metrics } }) => [
      page,
      ...CATEGORY_NAMES.map((category) => String(scores[category])),
      ...METRIC_NAMES.map((metric) => metricWords(metric, metrics[metric])),
    ]),
  };
}

function metricWords(name: Metric, value: number): string {
  return name === 'cumulative-layout-shift' ? value.toFixed(3) : formatTime(value);
}

/** What took points off, page by page, as a list. */
function deductionWords(rows: readonly Row[]): string {
  const lines = rows
    .filter(({ result }) => result.deductions.length > 0)
    .map(({ page, result }) => `- ${page}：${result.deductions.map(wordsOf).join('；')}`);
  return lines.length === 0
    ? '没有扣分的项目（不计等待）。'
    : `扣分的项目（不计等待）：\n\n${lines.join('\n')}`;
}

function wordsOf({ category, title, score }: Deduction): string {
  return `${CATEGORIES[category]}“${title}”${score === undefined ? '没有测成' : `得${score}分`}`;
}
