import { describe, expect, it, vi } from 'vitest';
import {
  readLighthouseResult,
  type LighthouseResult,
} from '../../scripts/bench/lighthouse/lighthouse-result.ts';
import { lighthouseSection } from '../../scripts/bench/lighthouse/lighthouse-section.ts';
import { measureLighthouse, pagesOf } from '../../scripts/bench/lighthouse/measure-lighthouse.ts';
import { leaveOutWaiting } from '../../scripts/bench/lighthouse/processor-time.ts';
import type { LighthouseRun } from '../../scripts/bench/lighthouse/run-lighthouse.ts';

const metric = (score: number, numericValue: number) => ({
  title: 'Some Metric',
  score,
  scoreDisplayMode: 'numeric',
  numericValue,
});

/** A report as Lighthouse writes it, of what is read of it. */
const report = {
  environment: { benchmarkIndex: 1522.5 },
  categories: {
    performance: {
      score: 0.917,
      auditRefs: [
        { id: 'first-contentful-paint', weight: 10 },
        { id: 'total-blocking-time', weight: 30 },
        { id: 'unused-javascript', weight: 0 },
      ],
    },
    accessibility: { score: 1, auditRefs: [{ id: 'video-caption', weight: 10 }] },
    'best-practices': { score: 0.96, auditRefs: [{ id: 'errors-in-console', weight: 1 }] },
    seo: { score: 0.6, auditRefs: [{ id: 'is-crawlable', weight: 4 }] },
  },
  audits: {
    'first-contentful-paint': metric(1, 900.4),
    'largest-contentful-paint': metric(1, 1000),
    'total-blocking-time': metric(0.764, 320),
    'cumulative-layout-shift': metric(1, 0.00977),
    'speed-index': metric(1, 1200),
    'unused-javascript': { title: '请减少未使用的 JavaScript', score: 0, scoreDisplayMode: 'metricSavings' },
    'video-caption': { title: '视频有字幕', score: null, scoreDisplayMode: 'notApplicable' },
    'errors-in-console': { title: '浏览器错误', score: null, scoreDisplayMode: 'error' },
    'is-crawlable': { title: '页面已被屏蔽，无法编入索引', score: 0, scoreDisplayMode: 'binary' },
  },
};

describe('a report of Lighthouse', () => {
  it('is read as scores, figures and what took points off', () => {
    expect(readLighthouseResult(JSON.stringify(report))).toEqual({
      scores: { performance: 92, accessibility: 100, 'best-practices': 96, seo: 60 },
      metrics: {
        'first-contentful-paint': 900.4,
        'largest-contentful-paint': 1000,
        'total-blocking-time': 320,
        'cumulative-layout-shift': 0.00977,
        'speed-index': 1200,
      },
      deductions: [
        { category: 'performance', title: '总阻塞时间', score: 76 },
        { category: 'best-practices', title: '浏览器错误', score: undefined },
        { category: 'seo', title: '页面已被屏蔽，无法编入索引', score: 0 },
      ],
      machine: 1522.5,
    });
  });

  it('of a page that did not open is refused with its reason', () => {
    const failed = { ...report, runtimeError: { message: '网页没有打开' } };
    expect(() => readLighthouseResult(JSON.stringify(failed))).toThrow('网页没有打开');
  });

  it('without a score or a figure is refused, not taken for zero', () => {
    const { seo } = report.categories;
    const categories = { ...report.categories, seo: { ...seo, score: null } };
    expect(() => readLighthouseResult(JSON.stringify({ ...report, categories }))).toThrow(/no score for seo/);
    const audits = { ...report.audits, 'speed-index': { ...metric(1, 0), numericValue: undefined } };
    expect(() => readLighthouseResult(JSON.stringify({ ...report, audits }))).toThrow(
      /no figure for speed-index/,
    );
  });
});

function run(performance: number, paint: number, changes: Partial<LighthouseResult> = {}): LighthouseResult {
  return {
    scores: { performance, accessibility: 100, 'best-practices': 100, seo: 100 },
    metrics: {
      'first-contentful-paint': paint,
      'largest-contentful-paint': paint,
      'total-blocking-time': 0,
      'cumulative-layout-shift': 0.0012,
      'speed-index': paint,
    },
    deductions: [],
    machine: 2000,
    ...changes,
  };
}

/** A visit that took longer by the clock than a processor worked at it. */
const visit = (
  performance: number,
  paint: number,
  changes: Partial<LighthouseResult> = {},
): LighthouseRun => ({
  asMeasured: run(performance, paint * 2, changes),
  withoutWaiting: run(Math.min(100, performance + 5), paint, changes),
});

describe('the section on Lighthouse', () => {
  const peer = {
    page: '对照：空白页',
    runs: [visit(95, 500), visit(93, 700, { machine: 950.5 }), visit(94, 600)],
  };
  const home = { page: '首页', runs: [visit(92, 900), visit(95, 800), visit(80, 12_000)] };

  it('shows of each page the run in the middle as measured and without waiting, beside the empty page', () => {
    const { tables, comparisons, notes } = lighthouseSection('现有内容', [home], peer);
    const words = [
      ...['性能', '无障碍', '最佳做法', 'SEO'],
      ...['首次内容绘制', '最大内容绘制', '总阻塞时间', '累积布局偏移', '速度指数'],
    ];
    const row = (page: string, performance: string, time: string) => [
      ...[page, performance, '100', '100', '100', time, time, '0.0毫秒', '0.001', time],
    ];
    expect(tables).toEqual([
      {
        head: ['网页（照测）', ...words],
        rows: [row('首页', '92', '1800毫秒'), row('对照：空白页', '94', '1200毫秒')],
      },
      {
        head: ['网页（不计等待）', ...words],
        rows: [row('首页', '97', '900毫秒'), row('对照：空白页', '99', '600毫秒')],
      },
    ]);
    expect(comparisons).toEqual([
      { what: '首页：最大内容绘制（不计等待）', ratio: 1.5, own: '900毫秒', peer: '600毫秒' },
    ]);
    expect(notes.join('\n')).toMatch(/每页测3次.*在951到2000之间/s);
  });

  it('names what took points off, page by page, and says where nothing did', () => {
    const deductions = [
      { category: 'seo', title: '文档缺少 meta 描述', score: 0 },
      { category: 'best-practices', title: '浏览器错误', score: undefined },
    ] as const;
    const faulty = { page: '检索', runs: [visit(95, 800, { deductions })] };
    expect(lighthouseSection('现有内容', [home, faulty], peer).notes.at(-1)).toBe(
      '扣分的项目（不计等待）：\n\n- 检索：SEO“文档缺少 meta 描述”得0分；最佳做法“浏览器错误”没有测成',
    );
    expect(lighthouseSection('现有内容', [home], peer).notes.at(-1)).toBe('没有扣分的项目（不计等待）。');
  });

  it('says what is missing where there is no browser', async () => {
    vi.stubEnv('CHROMIUM_PATH', '/nothing/here');
    try {
      const site = { name: '', folder: '', projects: [], files: [], runs: 1, time: { own: 1, peer: 1 } };
      const section = await measureLighthouse(site, () => undefined);
      expect(section).toEqual({
        heading: 'Lighthouse',
        notes: ['没有找到浏览器，所以没有测量。运行 node scripts/setup.mjs --browser 可以安装。'],
        comparisons: [],
      });
    } finally {
      vi.unstubAllEnvs();
    }
  });
});

describe('the pages measured', () => {
  it('are one of each kind', () => {
    const files = [
      ...['2022/313001/13060522P004064100019/index.html', '2022/313001/index.html', '2022/index.html'],
      ...['404.html', 'index.html', 'projects/index.html', 'search/index.html'],
    ];
    expect(pagesOf(files).map(({ address }) => address)).toEqual([
      ...['', 'projects/', '2022/313001/', '2022/313001/13060522P004064100019/', 'search/'],
    ]);
  });

  it('leave out a department and a project where there are none', () => {
    expect(pagesOf(['index.html']).map(({ page }) => page)).toEqual(['首页', '全部项目', '检索']);
  });
});

describe('leaving out the time that tasks waited', () => {
  const event = (name: string, ts: number, dur?: number, tdur?: number, tid = 1) => ({
    ...{ name, ph: dur === undefined ? 'I' : 'X', pid: 1, tid, ts },
    ...(dur !== undefined && { dur }),
    ...(tdur !== undefined && { tdur }),
  });
  const after = (events: ReturnType<typeof event>[]) => {
    leaveOutWaiting(events);
    return events.map(({ ts, dur }) => [ts, dur]);
  };

  it('shortens a task and all in it alike, and leaves the next where it began', () => {
    expect(
      after([
        event('RunTask', 1000, 400, 100),
        event('Layout', 1200, 80, 70),
        event('firstPaint', 1300),
        event('ThreadControllerImpl::RunTask', 2000, 50, 50),
      ]),
    ).toEqual([
      [1000, 100],
      [1050, 20],
      [1075, undefined],
      [2000, 50],
    ]);
  });

  it('lengthens nothing, and leaves alone what is in no task, in another thread, or without a processor time', () => {
    const alone = [
      event('RunTask', 1000, 10, 12),
      event('RunTask', 2000, 100, 10),
      event('Layout', 2100, 10),
      event('Layout', 2010, 10, undefined, 2),
      event('RunTask', 3000, 40),
    ];
    expect(after(alone)).toEqual([
      [1000, 10],
      [2000, 10],
      [2100, 10],
      [2010, 10],
      [3000, 40],
    ]);
  });
});
