import { describe, expect, it } from 'vitest';
import { termsIn } from '../../src/site/terms-in.ts';
import { sharedIndicators } from '../../src/model/shared-indicators.ts';
import { numberIndicators } from '../../src/model/indicator.ts';
import { relatedProjects } from '../../src/related/related-projects.ts';
import { askedAmounts } from '../../src/search/amounts.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { excerptOf, queryWords } from '../../src/search/exact-match.ts';
import { LONGEST_QUERY, readQuery } from '../../src/search/query.ts';
import { SearchEngine } from '../../src/search/search-engine.ts';
import { searchableDocuments } from '../../src/search/searchable-documents.ts';
import { madeUpDepartment } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';

/** Texts of this length that take the square of it take longer than a test may, here 10 seconds. */
const LENGTH = 100_000;

const TEXTS = [
  '养',
  '5',
  ' ',
  '\n',
  '“',
  '「',
  '「养',
  '，',
  '(',
  '（人',
  '1-',
  ',000',
  '.',
  '老人',
  '*',
  'z',
].map((piece) => [piece, piece.repeat(LENGTH / piece.length)] as const);

const everyday = [{ official: '养老', everyday: ['老人', '老年人'] }];

describe.each(TEXTS)('100,000 characters of %j', { timeout: 10_000 }, (piece, text) => {
  it('are asked as a question', async () => {
    const site = {
      departments: [madeUpDepartment({ year: 2099, code: '999001', projects: [sampleProject()] })],
      glossary: [],
      pages: [],
    };
    const files = buildIndex(searchableDocuments(site), everyday);
    const engine = new SearchEngine((name) => Promise.resolve(JSON.parse(files.get(name) ?? 'null')));
    expect((await engine.ask(text)).exact).toEqual([]);
    expect(readQuery(text, ['', '']).words.join('').length).toBeLessThanOrEqual(LONGEST_QUERY);
    expect(askedAmounts(text)).toEqual([]);
  });

  it('are marked, and cut into an excerpt', () => {
    const words = queryWords(`${piece} ${text.slice(0, LONGEST_QUERY)}`);
    const pieces = excerptOf(text, words, Infinity);
    expect(pieces.map((one) => one.text).join('')).toBe(text);
    expect(excerptOf(text, words).length).toBeLessThan(200);
  });

  it('are indexed, compared and looked through for terms as a purpose and as an indicator', () => {
    const row = { kind: '数量指标', name: text, description: text, target: '1', basis: '' };
    const projects = ['甲', '乙'].map((name) =>
      sampleProject({
        name: `虚构项目${name}`,
        code: name,
        purpose: text,
        goals: [text],
        indicators: numberIndicators({ 产出指标: [row] }),
      }),
    );
    const departments = [madeUpDepartment({ year: 2099, code: '999001', projects })];
    expect(buildIndex(searchableDocuments({ departments, glossary: [], pages: [] })).size).toBeGreaterThan(3);
    expect(projects.map(relatedProjects(departments))).toHaveLength(2);
    expect(sharedIndicators(projects).length).toBeLessThan(2);
    const term = { term: '累计支出进度', aliases: [], group: '', official: '', plain: '', origin: '' };
    expect(termsIn([text], [term])).toEqual([]);
  });
});
