import { cpus, totalmem } from 'node:os';
import { median } from './measure.ts';

/** Times in milliseconds, sizes in bytes; a score and a share are better where they are larger. */
export type Unit = 'ms' | 'bytes' | 'score' | '%' | 'none';

/** One thing that was measured, beside its peer where it has one. */
export interface Row {
  readonly what: string;
  readonly unit: Unit;
  /** Each run's figure; at least one. */
  readonly own: readonly number[];
  readonly peer?: readonly number[];
}

/** What a section of the report says. */
export interface Measured {
  /** What was measured how, and what the peer is, in a sentence or two. */
  readonly method: string;
  readonly rows: readonly Row[];
  /** What else is to be known, as Markdown. */
  readonly notes?: readonly string[];
  /** Drawings beside the report, as SVG by file name; the notes show them. */
  readonly pictures?: ReadonlyMap<string, string>;
}

export interface Section extends Measured {
  readonly title: string;
}

/** The report in Markdown. */
export function formatReport(introduction: string, sections: readonly Section[]): string {
  const parts = sections.flatMap(({ title, method, rows, notes = [] }) => [
    `## ${title}`,
    method,
    ...(rows.length === 0 ? [] : [formatRows(rows)]),
    ...notes,
  ]);
  return `${['# 性能测量', introduction, ...parts].join('\n\n')}\n`;
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
    '测了几次的写中位数，括号里是最小到最大。倍数是本程序除以同一次运行中的对照，越小越好；机器忙闲会改变数值，倍数较为稳定。',
  ].join('\n');
}

function formatRows(rows: readonly Row[]): string {
  const lines = rows.map(({ what, unit, own, peer }) => {
    const isCost = unit === 'ms' || unit === 'bytes';
    const against = peer === undefined || !isCost ? 0 : median(peer);
    const ratio = against === 0 ? '' : formatRatio(median(own) / against);
    return [what, ratio, formatSamples(own, unit), peer === undefined ? '' : formatSamples(peer, unit)];
  });
  return [['测量', '倍数', '本程序', '对照'], ['---', '---:', '---', '---'], ...lines]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

function formatSamples(values: readonly number[], unit: Unit): string {
  const words = (value: number) => formatFigure(value, unit);
  const [least, most] = [words(Math.min(...values)), words(Math.max(...values))];
  return least === most ? most : `${words(median(values))}（${least}–${most}）`;
}

/** A ratio to two significant digits: `0.084`, `1.3`, `27`, `312`. */
export function formatRatio(ratio: number): string {
  return ratio >= 10 ? ratio.toFixed(0) : String(Number(ratio.toPrecision(2)));
}

/** A figure with its unit: `1.5毫秒`, `12.3秒`, `14,600字节`, `1.4 GB`, `98分`, `12.5%`, `0.012`. */
export function formatFigure(value: number, unit: Unit): string {
  switch (unit) {
    case 'ms':
      if (value >= 10_000) return `${(value / 1000).toFixed(1)}秒`;
      return `${value.toFixed(value < 10 ? 1 : 0)}毫秒`;
    case 'bytes':
      if (value >= 1e9) return `${(value / 1e9).toFixed(1)} GB`;
      if (value >= 1e7) return `${(value / 1e6).toFixed(0)} MB`;
      return `${Math.round(value).toLocaleString('en')}字节`;
    case 'score':
      return `${value.toFixed(0)}分`;
    case '%':
      return `${Number(value.toFixed(1))}%`;
    case 'none':
      return String(Number(value.toFixed(3)));
  }
}
