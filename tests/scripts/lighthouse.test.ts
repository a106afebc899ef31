import { describe, expect, it } from 'vitest';
import { lighthouseSection, readReport } from '../../scripts/bench/lighthouse.ts';

const audit = (title: string, score: number | null, numericValue?: number) => ({
  title,
  score,
  ...(numericValue !== undefined && { numericValue }),
});

/** A report as Lighthouse writes it, of what is read of it. */
const report = (performance: number, paint: number, machine = 2000) => ({
  lighthouseVersion: '13.5.0',
  environment: { benchmarkIndex: machine, hostUserAgent: 'Mozilla/5.0 HeadlessChrome/140.0.1 Safari/537.36' },
  configSettings: {
    formFactor: 'mobile',
    throttlingMethod: 'simulate',
    throttling: { rttMs: 150, throughputKbps: 1638.4, cpuSlowdownMultiplier: 4 },
  },
  categories: {
    performance: {
      score: performance,
      auditRefs: [
        { id: 'total-blocking-time', weight: 30 },
        { id: 'unused-javascript', weight: 0 },
      ],
    },
    accessibility: { score: 1, auditRefs: [{ id: 'video-caption', weight: 10 }] },
    'best-practices': { score: 1, auditRefs: [] },
    seo: { score: 0.6, auditRefs: [{ id: 'is-crawlable', weight: 4 }] },
  },
  audits: {
    'first-contentful-paint': audit('First Contentful Paint', 1, paint),
    'largest-contentful-paint': audit('Largest Contentful Paint', 1, paint),
    'total-blocking-time': audit('Total Blocking Time', 0.76, 320),
    'cumulative-layout-shift': audit('Cumulative Layout Shift', 1, 0.00977),
    'speed-index': audit('Speed Index', 1, paint),
    'unused-javascript': audit('请减少未使用的 JavaScript', 0),
    'video-caption': audit('视频有字幕', null),
    'is-crawlable': audit('页面已被屏蔽，无法编入索引', 0),
  },
});

const read = (one: object) => readReport(JSON.stringify(one));

describe('a report of Lighthouse', () => {
  it('of a page that did not open is refused with its reason', () => {
    expect(() => read({ ...report(1, 900), runtimeError: { message: '网页没有打开' } })).toThrow(
      '网页没有打开',
    );
  });

  it('without a score is refused, not taken for zero', () => {
    const { categories, ...others } = report(1, 900);
    const seo = { ...categories.seo, score: null };
    expect(() => read({ ...others, categories: { ...categories, seo } })).toThrow(/seo/);
  });
});

describe('the section on Lighthouse', () => {
  const runs = [read(report(0.917, 900.4)), read(report(0.8, 800, 950.5))];
  const { method, rows, notes } = lighthouseSection(
    [{ page: '首页', runs }],
    [{ page: '空白页', runs: [read(report(1, 500))] }],
  );

  it('says with which versions and settings was measured, and how fast the machine was', () => {
    expect(method).toContain(
      'Lighthouse 13.5.0，HeadlessChrome/140.0.1，默认设置（mobile，simulate：往返150毫秒',
    );
    expect(method).toMatch(/在951到2000之间/);
  });

  it('holds the scores and figures of each run, beside those of the empty page', () => {
    expect(rows).toHaveLength(9);
    expect(rows).toContainEqual({ what: '首页：性能', unit: 'score', own: [92, 80], peer: [100] });
    expect(rows).toContainEqual({ what: '首页：首次内容绘制', unit: 'ms', own: [900.4, 800], peer: [500] });
    expect(rows).toContainEqual({
      what: '首页：累积布局偏移',
      unit: 'none',
      own: [0.00977, 0.00977],
      peer: [0.00977],
    });
  });

  it('names once what took points off, not what weighs nothing or does not apply', () => {
    expect(notes).toEqual(['扣分的项目：\n\n- 首页：总阻塞时间；页面已被屏蔽，无法编入索引']);
  });
});
