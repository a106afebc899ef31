import { cpus, totalmem } from 'node:os';
import type { Pair } from './median.ts';

/** One thing measured beside its peer. */
export interface Comparison {
  readonly what: string;
  /** Own figure by peer's: 2 where ours takes twice the time or room. Smaller is better. */
  readonly ratio: number;
  /** Both figures in words, with their units. */
  readonly own: string;
  readonly peer: string;
}

/** A table of other figures: the words of its head, and its rows of as many. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One part of the report. */
export interface Section {
  readonly heading: string;
  /** What was measured how, and what the peer is; or why it was not. */
  readonly notes: readonly string[];
  /** Figures that are no ratios, before the comparisons. */
  readonly tables?: readonly Table[];
  readonly comparisons: readonly Comparison[];
}

/** The report in Markdown. */
export function formatReport(introduction: string, sections: readonly Section[]): string {
  const parts = sections.flatMap(({ heading, notes, tables = [], comparisons }) => [
    `## ${heading}`,
    ...notes,
    ...tables.map(({ head, rows }) => formatTable(head, [head.map(() => '---'), ...rows])),
    ...(comparisons.length === 0 ? [] : [formatComparisons(comparisons)]),
  ]);
  return `${['# 性能测量', introduction, ...parts].join('\n\n')}\n`;
}

function formatComparisons(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(({ what, ratio, own, peer }) => [what, formatRatio(ratio), own, peer]);
  return formatTable(['测量', '倍数', '本程序', '对照'], [['---', '---:', '---', '---'], ...rows]);
}

function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

/** What the figures depend on, and how to read them. */
export function introductionOf(load: { readonly before: number; readonly after: number }): string {
  const processors = cpus();
  const machine = [
    `Node.js ${process.versions.node}`,
    `${process.platform} ${process.arch}`,
    `${processors.length}个处理器（${processors[0]?.model.trim() ?? '型号不明'}）`,
    `内存${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    `系统负载开始时${load.before.toFixed(1)}、结束时${load.after.toFixed(1)}`,
  ];
  return [
    `${machine.join('，')}。`,
    '倍数是本程序的数值除以同一次运行中对照的数值，越小越好；机器忙闲会改变数值，倍数较为稳定。',
  ].join('\n');
}

/** Two times, in milliseconds. */
export function compareTimes(what: string, { own, peer }: Pair): Comparison {
  return { what, ratio: own / peer, own: formatTime(own), peer: formatTime(peer) };
}

/** Two sizes, in bytes. */
export function compareBytes(what: string, own: number, peer: number): Comparison {
  return { what, ratio: own / peer, own: formatBytes(own), peer: formatBytes(peer) };
}

/** A ratio to two significant digits: `0.084`, `1.3`, `27`, `312`. */
export function formatRatio(ratio: number): string {
  return ratio >= 10 ? ratio.toFixed(0) : String(Number(ratio.toPrecision(2)));
}

/** Milliseconds in words, in seconds from 10 seconds on; one place below 10 ms. */
export function formatTime(milliseconds: number): string {
  if (milliseconds >= 10_000) return `${(milliseconds / 1000).toFixed(1)}秒`;
  return `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)}毫秒`;
}

/** Bytes in words, thousands separated. */
export function formatBytes(bytes: number): string {
  return `${bytes.toLocaleString('en')}字节`;
}

/** A count of things in each second, from a time in milliseconds. */
export function formatRate(count: number, milliseconds: number, things: string): string {
  return `每秒${((count / milliseconds) * 1000).toFixed(0)}${things}`;
}
