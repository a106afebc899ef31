import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import type { GlossaryTerm } from '../../src/model/site.ts';
import { glossaryGroups } from '../../src/site/glossary-groups.ts';

const term = (name: string, group: string): GlossaryTerm => ({
  term: name,
  group,
  plain: '虚构的解释。',
  official: '',
  aliases: [],
  origin: '',
});

const groupsOf = (...terms: readonly GlossaryTerm[]) =>
  glossaryGroups(terms).map(({ name, terms: own }) => [name, ...own.map((one) => one.term)]);

describe('the groups of the glossary', () => {
  it('stand in the order in which the file names them first, and so do their terms', () => {
    expect(groupsOf(term('甲', '钱'), term('乙', '人'), term('丙', '钱'))).toEqual([
      ['钱', '甲', '丙'],
      ['人', '乙'],
    ]);
  });
  it('end with the terms that have none', () => {
    expect(groupsOf(term('甲', ''), term('乙', '人'))).toEqual([
      ['人', '乙'],
      ['其他术语', '甲'],
    ]);
  });
  it('are one where no term has one', () => {
    expect(groupsOf(term('甲', ''), term('乙', ''))).toEqual([['全部术语', '甲', '乙']]);
    expect(groupsOf()).toEqual([]);
  });
  it('hold every term of the published glossary once', async () => {
    const { site } = await readContent('content');
    const all = glossaryGroups(site.glossary).flatMap(({ terms }) => terms);
    expect(new Set(all)).toEqual(new Set(site.glossary));
    expect(all).toHaveLength(site.glossary.length);
  });
});
