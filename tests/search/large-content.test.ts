import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/search/build-index.ts';
import { searchedLines, foldedLines } from '../../src/search/grams.ts';
import { SearchEngine } from '../../src/search/search-engine.ts';
import { searchableDocuments } from '../../src/search/searchable-documents.ts';
import { largeDepartments } from '../setup/large-content.ts';
import { randomNumbers } from '../setup/random.ts';
import { chineseRuns, drawnSubstrings } from './drawn-questions.ts';

/** How many hits a page of answers shows at first. */
const SHOWN = 20;

/** Takes a minute or two: part of `npm run test:full`. */
describe.runIf(process.env.TEST_FULL === '1')(
  'search in 10,000 made-up projects of 3 departments and 2 years',
  () => {
    const departments = largeDepartments();
    const documents =
      process.env.TEST_FULL === '1' ? searchableDocuments({ departments, glossary: [], pages: [] }) : [];
    const files = buildIndex(documents);
    const texts = documents.map((document) => ({
      path: document.path,
      lines: [...foldedLines(document.title), document.code.toLowerCase(), ...searchedLines(document).flat()],
    }));
    let loaded = new Set<string>();
    const newEngine = () =>
      new SearchEngine((name) => {
        loaded.add(name);
        return Promise.resolve(JSON.parse(files.get(name) ?? 'null'));
      });
    const loadedBytes = () =>
      [...loaded].reduce((sum, name) => sum + gzipSync(files.get(name) ?? '').length, 0);
    const holds = (path: string, text: string) =>
      texts.find((one) => one.path === path)?.lines.some((line) => line.includes(text)) === true;
    const count = (text: string) =>
      texts.filter(({ lines }) => lines.some((line) => line.includes(text))).length;

    const runs = chineseRuns(texts.flatMap(({ lines }) => lines));

    it('shows for random substrings only projects that hold them, as many as there are or as are shown', async () => {
      const engine = newEngine();
      for (const substring of drawnSubstrings(runs, 300, 1)) {
        const { exact, isCorrected, count: said } = await engine.ask(substring, {}, SHOWN);
        expect(isCorrected, substring).toBe(false);
        expect(exact.filter(({ document }) => !holds(document.path, substring))).toEqual([]);
        const all = count(substring);
        expect(exact, substring).toHaveLength(Math.min(all, SHOWN));
        expect(said).toBeGreaterThanOrEqual(all);
      }
    });

    it('finds a project by any part of its code', async () => {
      const engine = newEngine();
      const random = randomNumbers(2);
      for (let turn = 0; turn < 50; turn += 1) {
        const { code, path } = documents[1 + random(3000)] ?? { code: '', path: '' };
        const { exact } = await engine.ask(code.slice(9), {}, 100);
        expect(exact.map(({ document }) => document.path)).toContain(path);
      }
    });

    it('narrows by year and department', async () => {
      const engine = newEngine();
      const { exact } = await engine.ask('养老', { year: 2098 }, SHOWN);
      expect(exact).toHaveLength(SHOWN);
      expect(exact.every(({ document }) => document.path.startsWith('2098/'))).toBe(true);
      const other = await engine.ask('养老', { department: '999002' }, SHOWN);
      expect(other.exact.every(({ document }) => document.path.startsWith('2099/999002/'))).toBe(true);
    });

    it('has the latest year first', async () => {
      const { exact } = await newEngine().ask('养老', {}, 100);
      const years = exact.map(({ document }) => Number(document.path.slice(0, 4)));
      expect(years).toEqual([...years].sort((a, b) => b - a));
    });

    it('reads pinyin and fixes typos', async () => {
      const engine = newEngine();
      expect((await engine.ask('yanglao')).readAs).toContain('养老');
      expect((await engine.ask('环卫工入')).corrections).toContain('环卫工人');
    });

    it('loads at most 200 kB for a first search, of which the index has 100, and 60 kB for a later one', async () => {
      for (const query of ['养老', '乡村教师文化活动', '≥95%', 'ylbx', '环卫工入']) {
        loaded = new Set();
        const engine = newEngine();
        await engine.ask(query, {}, SHOWN);
        expect(loadedBytes(), query).toBeLessThan(100_000);
        loaded = new Set();
        await engine.ask('校舍加固', {}, SHOWN);
        expect(loadedBytes(), `after ${query}`).toBeLessThan(60_000);
      }
    });
  },
);
