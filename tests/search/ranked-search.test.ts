import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { RankedSearch } from '../../src/search/ranked-search.ts';
import { searchableDocuments, type SearchableDocument } from '../../src/search/searchable-documents.ts';
import { openRankedIndex, type OpenIndex } from '../../scripts/bench/open-ranked-index.ts';
import { buildRankedIndex } from '../../src/search/ranked-index.ts';

const { site } = await readContent('content');
/** The real documents, and those of a made-up year before and of another made-up department. */
const documents = ((real: readonly SearchableDocument[]) => [
  ...real,
  ...real.flatMap((one) =>
    one.kind === 'page'
      ? []
      : [
          { ...one, year: 2021, path: one.path.replace('2022', '2021') },
          {
            ...one,
            department: ['999001', '虚构部门'] as const,
            path: one.path.replace('313001', '999001'),
          },
        ],
  ),
])(searchableDocuments(site));

let open: OpenIndex;
let search: RankedSearch;
beforeAll(async () => {
  open = await openRankedIndex(await buildRankedIndex(documents));
  search = new RankedSearch(() => Promise.resolve(open.pagefind));
});
afterAll(() => {
  open.close();
});

const find = async (
  query: string,
  filter: Parameters<RankedSearch['find']>[1] = { year: 2022, department: '313001' },
  known: readonly string[] = [],
) => await search.find(query, filter, [2022, 2021], new Set(known));

describe('what is related to a question', () => {
  it('holds a part of the words, the rare one first: 丧葬补贴 is about 丧葬', async () => {
    const [first, ...rest] = await find('丧葬补贴');
    expect(first?.document.title).toContain('丧葬');
    expect(rest.length).toBeGreaterThan(5);
  });

  it('is found where one of the words stands nowhere, and where no page has all of them', async () => {
    expect((await find('养老飞船'))[0]?.document.title).toContain('养老');
    const titles = (await find('疫苗和党建')).map(({ document }) => document.title).join();
    expect(titles).toContain('疫苗');
    expect(titles).toContain('党建');
  });

  it('leads to the section in which the words stand, and says which words', async () => {
    const [hit] = await find('丧葬数量');
    expect(hit?.words).toContain('丧葬');
    expect(
      hit?.parts.some(([label, fragment]) => label.includes(' · ') && /^indicator-\d+$/.test(fragment)),
    ).toBe(true);
  });

  it('is none where nothing but a letter is known', async () => {
    expect(await find('zzqqxx', {})).toEqual([]);
    expect(await find('龘龘龘龘', {})).toEqual([]);
  });

  it('is of the latest year before others, and the site’s own pages with it', async () => {
    const years = (await find('档案数字化', {})).map(({ document: { path } }) => path.slice(0, 4));
    expect(new Set(years).size).toBeGreaterThan(1);
    expect(years.lastIndexOf('2022')).toBeLessThan(years.indexOf('2021'));
    const pages = await find('怎么给看病的钱加说明', {});
    expect(pages.map(({ document }) => document.kind)).toContain('page');
  });

  it('is narrowed to a year and a department', async () => {
    const paths = (await find('养老飞船', { year: 2022, department: '999001' })).map(
      ({ document }) => document.path,
    );
    expect(paths.length).toBeGreaterThan(3);
    expect(paths.filter((path) => !path.startsWith('2022/999001/'))).toEqual([]);
  });

  it('leaves out what is shown already, and is filled up from behind', async () => {
    const all = await find('补贴飞船');
    const [first = '', second = ''] = all.map(({ document }) => document.path);
    const rest = (await find('补贴飞船', undefined, [first, second])).map(({ document }) => document.path);
    expect(rest).not.toContain(first);
    expect(rest).not.toContain(second);
    expect(rest).toHaveLength(all.length);
  });

  it('is indexed to the same bytes each time, without the boxes that Pagefind draws', async () => {
    const [first, second] = [await buildRankedIndex(documents), await buildRankedIndex(documents)];
    expect([...second]).toEqual([...first]);
    expect([...first.keys()].filter((name) => /ui|highlight/.test(name))).toEqual([]);
  });

  it('is asked for again where Pagefind could not be loaded', async () => {
    let tries = 0;
    const shaky = new RankedSearch(() => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('no network')) : Promise.resolve(open.pagefind);
    });
    await expect(shaky.find('养老', {}, [2022], new Set())).rejects.toThrow('no network');
    expect((await shaky.find('养老', {}, [2022], new Set())).length).toBeGreaterThan(0);
  });
});
