import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { toNumber } from '../../src/model/decimal.ts';
import { foldedLines, searchedLines } from '../../src/search/grams.ts';
import { SearchEngine } from '../../src/search/search-engine.ts';
import { searchableDocuments } from '../../src/search/searchable-documents.ts';
import { randomNumbers } from '../setup/random.ts';
import { chineseRuns, drawnTypos, drawnSubstrings, pinyinOf } from './drawn-questions.ts';

const { site } = await readContent('content');
const documents = searchableDocuments(site);
const files = buildIndex(documents, site.everydayWords);
const engine = new SearchEngine((name) => Promise.resolve(JSON.parse(files.get(name) ?? 'null')));
/** What is found of projects and departments; the site's own pages are found apart from them. */
const texts = documents
  .filter(({ kind }) => kind !== 'page')
  .map((document) => ({
    path: document.path,
    lines: [...foldedLines(document.title), document.code.toLowerCase(), ...searchedLines(document).flat()],
  }));
const projects = texts.filter(({ path }) => path.split('/').length === 4);

/** The paths of the documents that hold a text, by a plain scan. */
function scan(text: string): readonly string[] {
  return texts.filter(({ lines }) => lines.some((line) => line.includes(text))).map(({ path }) => path);
}

/** The official words beside an everyday one in the list. */
const officialsOf = (asked: string) =>
  site.everydayWords.filter(({ everyday }) => everyday.includes(asked)).map(({ official }) => official);

async function ask(query: string) {
  const answer = await engine.ask(query, {}, 100);
  return { ...answer, paths: answer.exact.map(({ document }) => document.path) };
}

/** Chinese runs of the content, of which substrings are drawn. */
const runs = chineseRuns(texts.flatMap(({ lines }) => lines));

describe('search in the real content', () => {
  it('finds for 1000 random substrings exactly the documents that a plain scan finds', async () => {
    for (const substring of drawnSubstrings(runs, 1000, 1)) {
      const { paths, isCorrected } = await ask(substring);
      expect([...paths].sort(), substring).toEqual([...scan(substring)].sort());
      expect(isCorrected).toBe(false);
    }
  });

  it('finds every project by any four or more characters of its code in a row', async () => {
    const random = randomNumbers(2);
    for (const { code, path } of documents.filter(({ kind }) => kind === 'project')) {
      for (let length = 4; length <= code.length; length += 1) {
        const start = random(code.length - length + 1);
        expect((await ask(code.slice(start, start + length))).paths, code).toContain(path);
      }
    }
  });

  it('finds 100 words by their pinyin', async () => {
    for (const word of drawnSubstrings(runs, 100, 3)) {
      const letters = pinyinOf(word);
      const { readAs, paths } = await ask(letters);
      expect(readAs, `${word} ${letters}`).toContain(word);
      expect(paths).toEqual(expect.arrayContaining([...scan(word)]));
    }
  });

  it.each([
    ['yanglao', '养老'],
    ['ylbx', '养老保险'],
    ['ylbx', '医疗保险'],
    ['szf', '丧葬费'],
    ['sangzangfei', '丧葬费'],
    ['laowupaiq', '劳务派遣'],
    ['rcst', '人才十条'],
  ])('reads the pinyin %s as %s too', async (letters, word) => {
    expect((await ask(letters)).readAs).toContain(word);
  });

  it('corrects a typo of one character in the most used words and shows a page with the right one', async () => {
    for (const { word, typo } of drawnTypos(runs, 200, 4)) {
      if (scan(typo).length > 0) continue;
      const { corrections, exact } = await ask(typo);
      expect(corrections, `${typo} for ${word}`).toContain(word);
      const right = scan(word);
      expect(exact.slice(0, 3).some(({ document }) => right.includes(document.path))).toBe(true);
    }
  });

  it('offers the typo of the document itself beside the right word', async () => {
    expect((await ask('社会保险')).corrections).toContain('社会阿保险');
  });

  it('takes full width, capitals and traditional characters for the same', async () => {
    const { paths } = await ask('养老保险');
    expect((await ask('養老保險')).paths).toEqual(paths);
    expect((await ask('１１３元')).paths).toEqual((await ask('113元')).paths);
    expect((await ask('13060522p00416610001c')).paths).toHaveLength(1);
  });

  it('wants all of several words, and a quoted phrase as a whole', async () => {
    const both = (await ask('养老 丧葬费')).paths;
    expect(both).toEqual(scan('养老').filter((path) => scan('丧葬费').includes(path)));
    expect((await ask('“养老 保险”')).paths).toHaveLength(scan('养老保险').length);
  });

  it('marks a budget of which something is odd where it is first said', () => {
    const facts = (isOdd: boolean) =>
      searchableDocuments(site, (_, part) => isOdd && part === '预算数').flatMap((one) => one.facts.flat());
    expect(facts(true).filter((piece) => typeof piece === 'string' && piece.startsWith('※'))).toHaveLength(
      40,
    );
    expect(facts(false).filter((piece) => typeof piece === 'string' && piece.startsWith('※'))).toEqual([]);
  });

  it('names the parts in which the words stand', async () => {
    const { exact } = await ask('下排班');
    expect(exact[0]?.parts.map(([label, fragment]) => [label, fragment])).toEqual([
      ['资金用途', 'purpose'],
      ['绩效目标', 'goals'],
    ]);
    const [hit] = (await ask('服务对象满意度')).exact;
    expect(hit?.parts.every((part) => part.join().includes('服务对象满意度'))).toBe(true);
  });

  it('narrows by amount, year, department and part', async () => {
    const large = (await engine.ask('补助', { least: 100 }, 100)).exact;
    expect(large.length).toBeGreaterThan(3);
    expect(large.length).toBeLessThan((await ask('补助')).exact.length);
    expect((await engine.ask('补助', { year: 1999 })).exact).toEqual([]);
    expect((await engine.ask('补助', { department: '313001' }, 100)).exact).toHaveLength(
      (await ask('补助')).exact.length,
    );
    const inOutput = (await engine.ask('100%', { part: '产出指标 · 时效指标' }, 100)).exact;
    expect(inOutput.length).toBeGreaterThan(0);
    expect(inOutput.every(({ parts }) => parts.every(([label]) => label === '产出指标 · 时效指标'))).toBe(
      true,
    );
  });

  it('looks for the documents’ own word where an everyday one is asked', async () => {
    for (const [asked, official] of [
      ['老人', '养老'],
      ['看病', '医疗'],
      ['火化', '丧葬'],
      ['退休金', '养老金'],
      ['退伍军人', '退役军人'],
      ['医保', '医疗保险'],
    ] as const) {
      const { also, paths } = await ask(asked);
      const [found] = also;
      expect(found, asked).toMatchObject({ kind: 'everyday', replaced: [{ everyday: asked }] });
      const shown = found?.hits.map(({ document }) => document.path) ?? [];
      expect([...shown, ...paths].sort(), asked).toEqual(
        [...new Set([...scan(asked), ...officialsOf(asked).flatMap(scan)])].sort(),
      );
      expect(officialsOf(asked)).toContain(official);
    }
  });

  it('shows what has the everyday word itself first, and nothing twice', async () => {
    const { paths, also } = await ask('退休金');
    expect(paths).toEqual(scan('退休金'));
    expect(paths).toHaveLength(1);
    const others = also.flatMap(({ hits }) => hits.map(({ document }) => document.path));
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter((path) => paths.includes(path))).toEqual([]);
  });

  it('leads every everyday word of the list to something', async () => {
    const words = site.everydayWords.flatMap(({ everyday }) => everyday);
    expect(words.length).toBeGreaterThan(50);
    const answers = await Promise.all(words.map(ask));
    const found = answers.map(({ exact, also }) => exact.length + also.flatMap(({ hits }) => hits).length);
    expect(words.filter((_, place) => found[place] === 0)).toEqual([]);
  });

  it('reads an everyday word within a longer question', async () => {
    const within = await ask('城乡老人');
    expect(within.also[0]?.hits.map(({ document }) => document.path).sort()).toEqual(
      scan('养老')
        .filter((path) => scan('城乡').includes(path))
        .sort(),
    );
    // Both words stand together in the department's goals alone; projects of one are nearer.
    const wider = await ask('农村老人');
    expect(wider.also[0]?.hits.length).toBe(scan('养老').length);
    const loose = await ask('看病的钱能给多少');
    expect(loose.also[0]?.hits.length).toBe(scan('医疗').length);
    // No project is about both; the department's goals, that name all it does, are no answer.
    const [apart] = (await ask('老人看病')).also;
    expect(apart).toMatchObject({ kind: 'everyday', isApart: true });
    expect(apart?.hits.map(({ document }) => document.path)).toEqual(
      expect.arrayContaining([...scan('养老'), ...scan('医疗')]),
    );
  });

  it.each([
    '1392万元',
    '1,392万元',
    '1392.0万元',
    '1392 万元',
    '１３９２万元',
    '13920000元',
    '1392',
    '13,920,000',
  ])('finds the project of 1,392.00万元 by “%s”', async (asked) => {
    const { exact, also } = await ask(asked);
    const found = [...exact, ...also.flatMap(({ hits }) => hits)].map(({ document }) => document.title);
    expect(found[0]).toBe('2022-城乡居民基本医疗保险补助资金');
  });

  it('finds all projects of an amount and no others, and says what it looked for', async () => {
    const wanted = site.departments
      .flatMap(({ projects: own }) => own)
      .filter(({ budget }) => budget.total.value !== undefined && toNumber(budget.total.value) === 100)
      .map(({ code }) => code);
    expect(wanted.length).toBeGreaterThan(1);
    const { exact, also } = await ask('100万元');
    expect(also).toMatchObject([{ kind: 'amount', amounts: ['100.00万元'] }]);
    const found = [...exact, ...also.flatMap(({ hits }) => hits)].map(({ document }) => document.code);
    expect(found).toEqual(expect.arrayContaining(wanted));
    expect(also[0]?.hits.every(({ document }) => wanted.includes(document.code))).toBe(true);
    expect((await ask('52500元')).also).toMatchObject([{ amounts: ['52,500元（5.25万元）'] }]);
    expect((await engine.ask('100万元', { least: 200 })).also).toEqual([]);
  });

  it('shows the first of many and says how many there are', async () => {
    const all = projects.filter(({ lines }) => lines.some((line) => line.includes('资金'))).length;
    const answer = await engine.ask('资金', {}, 5);
    expect(answer.exact).toHaveLength(5);
    expect(answer.count).toBeGreaterThanOrEqual(all);
    expect(answer.isCounted).toBe(false);
  });

  it('finds the site’s own pages beside the projects, and the section in which the words stand', async () => {
    const { exact, pages } = await ask('转移支付');
    expect(exact.every(({ document }) => document.kind !== 'page')).toBe(true);
    expect(pages[0]?.document).toMatchObject({ path: 'glossary/', title: '术语' });
    expect(pages[0]?.parts.map(([, fragment]) => fragment)).toContain('转移支付');
    const guide = (await ask('核对说明')).pages.find(({ document }) => document.path === 'editing/');
    expect(guide?.parts.map(([, fragment]) => fragment)).toContain('说明一个可疑的值');
  });

  it('has no pages where an answer is narrowed to what pages have not', async () => {
    expect((await engine.ask('预算', { year: 2022 })).pages).toEqual([]);
  });

  it('offers as corrections and for pinyin only words of the forms', async () => {
    expect((await ask('zhongduan')).readAs).toEqual([]);
    expect((await ask('打开终瑞')).corrections).not.toContain('打开终端');
  });

  it('offers no word that begins within another: 业干部 is cut out of 企业干部', async () => {
    const { corrections } = await ask('村干部');
    expect(scan('业干部').concat(scan('休干部'))).not.toEqual([]);
    expect(corrections).toEqual(expect.not.arrayContaining(['业干部', '休干部', '分干部', '他干部']));
  });

  it('says of a hit only what tells it apart: no year and no department where there is one', () => {
    expect(documents.filter(({ kind, facts }) => kind === 'project' && facts.length !== 1)).toEqual([]);
  });

  it('has nothing to say to nothing, and to what stands nowhere', async () => {
    expect((await ask('  “” ')).exact).toEqual([]);
    const nowhere = await ask('龘龘龘龘');
    expect([nowhere.exact, nowhere.pages, nowhere.corrections]).toEqual([[], [], []]);
  });
});
