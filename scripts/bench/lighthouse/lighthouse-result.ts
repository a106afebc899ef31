import { z } from 'zod';

/** Lighthouse's four categories, in its own order and in Chinese. */
export const CATEGORIES = {
  performance: '性能',
  accessibility: '无障碍',
  'best-practices': '最佳做法',
  seo: 'SEO',
} as const;

export type Category = keyof typeof CATEGORIES;

export const CATEGORY_NAMES = Object.keys(CATEGORIES) as readonly Category[];

/** The figures from which the performance score is made; Lighthouse leaves their names in English. */
export const METRICS = {
  'first-contentful-paint': '首次内容绘制',
  'largest-contentful-paint': '最大内容绘制',
  'total-blocking-time': '总阻塞时间',
  'cumulative-layout-shift': '累积布局偏移',
  'speed-index': '速度指数',
} as const;

export type Metric = keyof typeof METRICS;

export const METRIC_NAMES = Object.keys(METRICS) as readonly Metric[];

/** An audit that took points off. */
export interface Deduction {
  readonly category: Category;
  /** In Chinese where Lighthouse or we have it. */
  readonly title: string;
  /** From 0 to 100; undefined where the audit itself failed. */
  readonly score: number | undefined;
}

/** What one run of Lighthouse says of one page. */
export interface LighthouseResult {
  /** From 0 to 100, as Lighthouse shows them. */
  readonly scores: Readonly<Record<Category, number>>;
  /** In milliseconds; the layout shift without a unit. */
  readonly metrics: Readonly<Record<Metric, number>>;
  readonly deductions: readonly Deduction[];
  /** How fast the machine was meanwhile: Lighthouse's own count, about 2,000 and more for a quiet laptop. */
  readonly machine: number;
}

const AUDIT = z.object({
  title: z.string(),
  score: z.number().nullable(),
  scoreDisplayMode: z.string(),
  numericValue: z.number().optional(),
});

const CATEGORY = z.object({
  score: z.number().nullable(),
  auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
});

const REPORT = z.object({
  runtimeError: z.object({ message: z.string() }).optional(),
  environment: z.object({ benchmarkIndex: z.number() }),
  categories: z.object({
    performance: CATEGORY,
    accessibility: CATEGORY,
    'best-practices': CATEGORY,
    seo: CATEGORY,
  } satisfies Record<Category, typeof CATEGORY>),
  audits: z.record(z.string(), AUDIT),
});

type Report = z.infer<typeof REPORT>;

/** Reads Lighthouse's JSON. Throws where it could not measure the page, or writes its reports in another form. */
export function readLighthouseResult(json: string): LighthouseResult {
  const report = REPORT.parse(JSON.parse(json));
  if (report.runtimeError !== undefined) throw new Error(report.runtimeError.message);
  return {
    scores: valuesOf(CATEGORY_NAMES, (name) => percentOf(scoreOf(report, name))),
    metrics: valuesOf(METRIC_NAMES, (name) => metricOf(report, name)),
    deductions: CATEGORY_NAMES.flatMap((category) => deductionsOf(report, category)),
    machine: report.environment.benchmarkIndex,
  };
}

function scoreOf({ categories }: Report, name: Category): number {
  const { score } = categories[name];
  if (score === null) throw new Error(`Lighthouse gives no score for ${name}.`);
  return score;
}

function metricOf({ audits }: Report, name: Metric): number {
  const value = audits[name]?.numericValue;
  if (value === undefined) throw new Error(`Lighthouse gives no figure for ${name}.`);
  return value;
}

/** What weighs nothing (advice, checks by hand) takes no points off, nor does what does not apply. */
function deductionsOf({ categories, audits }: Report, category: Category): readonly Deduction[] {
  return categories[category].auditRefs.flatMap(({ id, weight }) => {
    const audit = audits[id];
    if (audit === undefined || weight === 0) return [];
    const hasFailed = audit.scoreDisplayMode === 'error';
    if (!hasFailed && (audit.score === null || audit.score === 1)) return [];
    const title = isMetric(id) ? METRICS[id] : audit.title;
    return [{ category, title, score: audit.score === null ? undefined : percentOf(audit.score) }];
  });
}

function isMetric(id: string): id is Metric {
  return id in METRICS;
}

function percentOf(score: number): number {
  return Math.round(score * 100);
}

function valuesOf<Name extends string>(
  names: readonly Name[],
  valueOf: (name: Name) => number,
): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, number>;
}
