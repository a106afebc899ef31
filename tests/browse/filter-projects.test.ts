import { describe, expect, it } from 'vitest';
import { forEachFacet, INITIAL } from '../../src/browse/browse-state.ts';
import { filterProjects } from '../../src/browse/filter-projects.ts';
import { readWords } from '../../src/browse/find-words.ts';
import type { Choices } from '../../src/browse/listed-project.ts';
import { charactersOf } from '../../src/search/characters.ts';
import { DATA, LIST, namesOf } from './made-up-list.ts';

const ALL = { alternatives: [], readAs: [], replaced: [] };
const none = forEachFacet(() => []);
const EVERY_YEAR = { ...INITIAL, chosen: { ...none, year: ['all'] } };
const filtered = (chosen: Partial<Choices>, bounds: { least?: number; most?: number } = {}) =>
  filterProjects(LIST, { ...INITIAL, ...bounds, chosen: { ...none, year: ['all'], ...chosen } }, ALL, 2099);
const found = (...input: Parameters<typeof filtered>) => namesOf(filtered(...input).projects);

describe('a filter', () => {
  it.each([
    [{}, ['2099 A1', '2099 A2', '2099 B1', '2099 B2', '2098 A1']],
    [{ year: [] }, ['2099 A1', '2099 A2', '2099 B1', '2099 B2']],
    [{ year: ['2098'] }, ['2098 A1']],
    [{ department: ['999002'] }, ['2099 B1', '2099 B2']],
    [{ area: ['虚构保障'] }, ['2099 A1', '2098 A1']],
    [{ area: ['虚构卫生', '其他'] }, ['2099 A2', '2099 B1', '2099 B2']],
    [{ plan: ['december'] }, ['2099 A2', '2099 B2']],
    [{ funds: ['other'] }, ['2099 B2']],
    [{ kind: ['产出指标 · 质量指标'] }, ['2099 A2']],
    [{ notes: ['with'] }, ['2099 A2']],
    [{ plan: ['december', 'quarterly'], department: ['999001'] }, ['2099 A1', '2099 A2', '2098 A1']],
    [{ plan: ['december'], year: ['2098'] }, []],
  ] satisfies [Partial<Choices>, string[]][])('of %j leaves %j', (chosen, names) => {
    expect(found(chosen)).toEqual(names);
  });

  it('of amounts has its bounds within it, and no project without an amount', () => {
    expect(found({}, { least: 0.2 })).toEqual(['2099 A2', '2099 B1', '2098 A1']);
    expect(found({}, { least: 0.2, most: 100 })).toEqual(['2099 A2', '2098 A1']);
    expect(found({}, { least: 0 })).not.toContain('2099 B2');
  });

  it('has beside each choice what it would give with the other filters kept', () => {
    for (const chosen of [{}, { plan: ['december'] }, { plan: ['quarterly'], department: ['999001'] }]) {
      const { counts } = filtered(chosen, { most: 200 });
      for (const [facet, values] of Object.entries(counts)) {
        for (const [value, count] of values) {
          expect(found({ ...chosen, [facet]: [value] }, { most: 200 }), `${facet} ${value}`).toHaveLength(
            count,
          );
        }
      }
    }
    expect(filtered({ plan: ['december'] }).counts.plan).toEqual(
      new Map([
        ['quarterly', 3],
        ['december', 2],
      ]),
    );
  });
});

describe('words', () => {
  const characters = charactersOf(LIST.flatMap(({ name, purpose }) => [name, purpose]));
  let asked = 0;
  const find = async (query: string) => {
    const words = await readWords(query, LIST, DATA, () => {
      asked += 1;
      return Promise.resolve(characters);
    });
    return { ...words, names: namesOf(filterProjects(LIST, EVERY_YEAR, words, 2099).projects) };
  };

  it.each([
    ['', 5],
    ['养老', 3],
    ['養老', 3],
    ['养老 补助', 2],
    ['“虚构 养老”', 2],
    ['ｂ', 2],
    ['B1', 1],
    ['院前的', 1],
    ['飞船', 0],
  ])('%j are found in %i projects', async (query, count) => {
    expect((await find(query)).names).toHaveLength(count);
  });

  it('are read in the words of the documents where people say otherwise', async () => {
    expect(await find('老人')).toMatchObject({
      replaced: [{ everyday: '老人', official: ['养老'] }],
      names: ['2099 A1', '2099 B1', '2098 A1'],
    });
    expect((await find('老人有什么钱')).names).toHaveLength(3);
    expect((await find('养老')).replaced).toEqual([]);
  });

  it('are read as pinyin where nothing has them as they stand', async () => {
    expect(await find('yanglao')).toMatchObject({
      readAs: ['养老'],
      names: ['2099 A1', '2099 B1', '2098 A1'],
    });
    expect((await find('ylbz')).readAs).toEqual(['养老补助']);
    expect(await find('zzzz')).toMatchObject({ readAs: [], names: [] });
    asked = 0;
    await find('a1');
    await find('养老');
    expect(asked).toBe(0);
  });
});
