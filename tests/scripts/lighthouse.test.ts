import { describe, expect, it, vi } from 'vitest';
import {
  readLighthouseResult,
  type LighthouseResult,
} from '../../scripts/bench/lighthouse/lighthouse-result.ts';
import { lighthouseSection } from '../../scripts/bench/lighthouse/lighthouse-section.ts';
import { measureLighthouse, pagesOf } from '../../scripts/bench/lighthouse/measure-lighthouse.ts';

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

describe('the section on Lighthouse', () => {
  const peer = { page: '空白页', results: [run(100, 500), run(98, 700, { machine: 950.5 }), run(99, 600)] };
  const home = { page: '首页', results: [run(97, 900), run(100, 800), run(90, 12_000)] };

  it('shows of each page the run in the middle, its best performance, and the empty page beside it', () => {
    const { tables, comparisons, notes } = lighthouseSection('现有内容', [home], peer);
    expect(tables).toEqual([
      {
        head: [
          ...['网页', '性能', '无障碍', '最佳做法', 'SEO'],
          ...['首次内容绘制', '最大内容绘制', '总阻塞时间', '累积布局偏移', '速度指数'],
        ],
        rows: [
          ['首页', '97（100）', '100', '100', '100', '900毫秒', '900毫秒', '0.0毫秒', '0.001', '900毫秒'],
          [
            '对照：空白页',
            '99（100）',
            '100',
            '100',
            '100',
            '600毫秒',
            '600毫秒',
            '0.0毫秒',
            '0.001',
            '600毫秒',
          ],
        ],
      },
    ]);
    expect(comparisons).toEqual([
      { what: '首页：最大内容绘制', ratio: 1.5, own: '900毫秒', peer: '600毫秒' },
    ]);
    expect(notes.join('\n')).toMatch(/每页测3次.*在951到2000之间/s);
  });

  it('names what took points off, page by page, and says where nothing did', () => {
    const deductions = [
      { category: 'seo', title: '文档缺少 meta 描述', score: 0 },
      { category: 'best-practices', title: '浏览器错误', score: undefined },
    ] as const;
    const faulty = { page: '检索', results: [run(100, 800, { deductions })] };
    expect(lighthouseSection('现有内容', [home, faulty], peer).notes.at(-1)).toBe(
      '扣分的项目：\n\n- 检索：SEO“文档缺少 meta 描述”得0分；最佳做法“浏览器错误”没有测成',
    );
    expect(lighthouseSection('现有内容', [home], peer).notes.at(-1)).toBe('没有扣分的项目。');
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
