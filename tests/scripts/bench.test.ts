import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compressedSize } from '../../scripts/bench/compressed-size.ts';
import { writeMadeUpContent } from '../../scripts/bench/made-up-content.ts';
import { madeUpProject } from '../../scripts/bench/made-up-project.ts';
import { drawGrowth } from '../../scripts/bench/growth-picture.ts';
import { evenly, inTurns, median } from '../../scripts/bench/measure.ts';
import { watchOtherPrograms } from '../../scripts/bench/other-programs.ts';
import { pickQueries, searchableText } from '../../scripts/bench/queries.ts';
import { formatFigure, formatRatio, formatReport } from '../../scripts/bench/report.ts';
import { startProcess } from '../../scripts/bench/run-process.ts';
import { checkContent } from '../../src/checks/check-content.ts';
import { readContent } from '../../src/files/read-content.ts';

const madeUp = (count: number) =>
  Array.from({ length: count }, (_, number) =>
    madeUpProject(number, { departmentCode: '900001', sequence: number + 1 }),
  );

describe('a median', () => {
  it.each([
    [[3], 3],
    [[10, 9, 1], 9],
    [[100, 2, 1, 4], 3],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it('of nothing is refused', () => {
    expect(() => median([])).toThrow(RangeError);
  });

  it('of two things is measured in turns', async () => {
    const turns: string[] = [];
    const measure = (name: string, times: number[]) => () => {
      turns.push(name);
      return Promise.resolve(times.shift() ?? 0);
    };
    const samples = await inTurns(3, measure('own', [5, 90, 7]), measure('peer', [1, 2, 80]));
    expect(samples).toEqual({ own: [5, 90, 7], peer: [1, 2, 80] });
    expect(turns).toEqual(['own', 'peer', 'own', 'peer', 'own', 'peer']);
  });
});

describe('a choice from a list', () => {
  it('spreads over the whole list and repeats nothing', () => {
    expect(evenly([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([0, 2, 5, 7]);
    expect(evenly([1, 2], 4)).toEqual([1, 2]);
  });
});

describe('the drawing of growth', () => {
  it('has what grows in step with the content on a straight line, and names each line at its end', () => {
    const picture = drawGrowth([
      {
        name: '甲',
        points: [
          [100, 1000],
          [1000, 10_000],
          [10_000, 100_000],
        ],
      },
      {
        name: '乙<',
        points: [
          [100, 2000],
          [10_000, 2000],
        ],
      },
    ]);
    const [, ...lines] = [...picture.matchAll(/points="([^"]*)"[^>]*stroke-width="2"/g)]
      .map(([, points = '']) => points.split(' ').map((point) => point.split(',').map(Number)))
      .reverse();
    const [[[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = [], [x3 = 0, y3 = 0] = []] = []] = lines;
    expect((y2 - y1) / (x2 - x1)).toBeCloseTo((y3 - y2) / (x3 - x2), 1);
    expect(picture).toContain('乙&lt;');
  });
});

describe('the report', () => {
  it('says the ratio of the medians before both figures, with the range where runs differ, and no ratio to nothing', () => {
    const report = formatReport('机器。', [
      {
        title: '甲',
        method: '说明。',
        rows: [
          { what: '某|项', unit: 'ms', own: [20, 30, 10], peer: [10] },
          { what: '得分', unit: 'score', own: [98, 98], peer: [100] },
          { what: '阻塞', unit: 'ms', own: [5], peer: [0] },
        ],
        notes: ['另外。'],
      },
      { title: '乙', method: '没有浏览器。', rows: [] },
    ]);
    expect(report).toBe(
      '# 性能测量\n\n机器。\n\n## 甲\n\n说明。\n\n| 测量 | 倍数 | 本程序 | 对照 |\n| --- | ---: | --- | --- |\n' +
        '| 某\\|项 | 2 | 20毫秒（10毫秒–30毫秒） | 10毫秒 |\n| 得分 |  | 98分 | 100分 |\n| 阻塞 |  | 5.0毫秒 | 0.0毫秒 |\n\n另外。\n\n## 乙\n\n没有浏览器。\n',
    );
  });

  it.each([
    [0.0841, '0.084'],
    [1, '1'],
    [1.449, '1.4'],
    [9.96, '10'],
    [312.4, '312'],
  ])('rounds the ratio %d to %s', (ratio, text) => {
    expect(formatRatio(ratio)).toBe(text);
  });

  it.each([
    [1.54, 'ms', '1.5毫秒'],
    [214.4, 'ms', '214毫秒'],
    [12_345, 'ms', '12.3秒'],
    [14_600, 'bytes', '14,600字节'],
    [652_400_000, 'bytes', '652 MB'],
    [2_830_000_000, 'bytes', '2.8 GB'],
    [57.04, '%', '57%'],
    [0.01234, 'none', '0.012'],
  ] as const)('says %d %s as %s', (value, unit, text) => {
    expect(formatFigure(value, unit)).toBe(text);
  });
});

describe('a process of its own', () => {
  it('gives what it writes, and how much memory it took', async () => {
    const { ended } = startProcess(['--eval', 'console.log(40 + 2)']);
    const { output, memory } = await ended;
    expect(output).toBe('42\n');
    expect(memory).toBeGreaterThan(10_000_000);
  });

  it('that fails tells what it said', async () => {
    const { started, ended } = startProcess(['--eval', 'console.error("坏了"); process.exit(3)']);
    await expect(ended).rejects.toThrow(/（3）[^]*坏了/);
    await expect(started).rejects.toThrow(/坏了/);
  });

  it.runIf(process.platform === 'linux')('counts what other programs that it starts take', async () => {
    const other = spawn('sh', ['-c', 'read line'], { stdio: ['pipe', 'ignore', 'ignore'] });
    const watched = watchOtherPrograms(process.pid);
    await setTimeout(500);
    other.stdin.end('\n');
    const [most = 0] = watched()
      .map(({ memory }) => memory)
      .sort((a, b) => b - a);
    expect(most).toBeGreaterThan(200_000);
  });

  it('is ended when it is no longer needed', async () => {
    const { started, stop } = startProcess(['--eval', 'console.log("有"); setInterval(() => {}, 1000)']);
    expect(await started).toBe('有');
    await stop();
  });
});

describe('the made-up content', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mingzhang-bench-test-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is read whole over several departments, without errors, so that it can be built', async () => {
    const paths = await writeMadeUpContent(folder, 85);
    const content = await readContent(folder);
    expect(new Set(paths).size).toBe(85);
    expect(content.site.departments.map(({ projects }) => projects.length)).toEqual([40, 40, 5]);
    expect(checkContent(content).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('the queries', () => {
  it('are different, are found in some projects and not in most', () => {
    const projects = madeUp(200);
    const texts = projects.map(searchableText);
    const queries = pickQueries(projects, 21);
    expect(new Set(queries).size).toBe(21);
    for (const query of queries) {
      const found = texts.filter((text) => text.includes(query)).length;
      expect(query).toMatch(/^\p{Script=Han}{2,4}$/u);
      expect(found, query).toBeGreaterThan(0);
      expect(found, query).toBeLessThanOrEqual(100);
    }
  });

  it('are fewer where there is little content, none where there is none', () => {
    expect(pickQueries(madeUp(1), 21).length).toBeGreaterThan(0);
    expect(pickQueries([], 21)).toEqual([]);
  });
});

describe('a compressed size', () => {
  it('is that of Brotli for a text, and the length as it is for what is gzip already', async () => {
    const text = '预算绩效目标'.repeat(1000);
    const gzip = gzipSync(text);
    expect(await compressedSize(text)).toBeLessThan(gzip.length);
    expect(await compressedSize(gzip)).toBe(gzip.length);
  });
});
