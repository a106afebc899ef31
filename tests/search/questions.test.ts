import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { SearchEngine } from '../../src/search/search-engine.ts';
import { searchableDocuments } from '../../src/search/searchable-documents.ts';
import type { EverydayWords, Site } from '../../src/model/site.ts';

type Content = Pick<Site, 'departments' | 'glossary' | 'pages'>;

function engineOf(content: Content, everydayWords: readonly EverydayWords[] = []): SearchEngine {
  const files = buildIndex(searchableDocuments(content), everydayWords);
  return new SearchEngine((name) => Promise.resolve(JSON.parse(files.get(name) ?? 'null')));
}

const { site } = await readContent('content');
const real = engineOf(site, site.everydayWords);

/** A content in which the first projects of the real one have other names; all else is the same. */
function renamed(...names: readonly string[]): Content {
  return {
    ...site,
    departments: site.departments.map((department) => ({
      ...department,
      projects: department.projects.map((project, place) => ({
        ...project,
        name: names[place] ?? project.name,
      })),
    })),
  };
}

/** What a question finds, and what it was understood as. */
async function ask(question: string, engine = real) {
  const { exact, also, understood } = await engine.ask(question, {}, 100);
  const hits = [...exact, ...also.flatMap((one) => one.hits)];
  return { titles: hits.map(({ document }) => document.title), understood };
}

describe('a question as people type it', () => {
  it.each([
    ['丧葬费什么时候发', '丧葬费补助'],
    ['死了人补多少钱', '丧葬费补助'],
    ['养老金多少', '基本养老保险'],
    ['就业有什么承诺', '就业补助'],
    ['独生子女补贴怎么领', '独生子女'],
    ['疫苗打了要钱吗？', '疫苗'],
    ['请问医疗救助怎么申请', '医疗救助'],
    ['公益岗一个月给多少工资', '就业专项'],
    ['哪里可以领丧葬费', '丧葬费'],
    ['为什么劳务派遣花这么多钱', '劳务派遣'],
    ['社会保险怎么交', '就业'],
    ['我是退伍军人，有什么补贴？', '退役军人'],
    ['退休人员养老金每个月发多少', '退休人员'],
    ['選調生待遇怎麼樣', '选调生'],
    ['档案 什么时候 整理完', '档案'],
  ])('“%s” leads to %s', async (question, name) => {
    const { titles, understood } = await ask(question);
    expect(titles.join()).toContain(name);
    expect(understood?.words).not.toEqual([]);
  });

  it('says what it was understood as, and what was set aside', async () => {
    expect((await ask('丧葬费什么时候发')).understood).toEqual({
      words: ['丧葬费'],
      isApart: false,
      leftOut: ['什么时候发'],
      unknown: [],
    });
    const { understood } = await ask('今年养老金给多少啊？');
    expect([understood?.words, understood?.leftOut.join('')]).toEqual([['养老金'], '今年给多少啊']);
  });

  it('names what no project has, and does not pass over it', async () => {
    const { understood } = await ask('今年给残疾人多少补助啊？');
    expect([understood?.words, understood?.unknown]).toEqual([['补助'], ['残疾人']]);
    expect((await ask('职称评审费贵不贵')).understood?.unknown).toEqual(['职称评审费']);
  });

  it.each([
    ['明年修路花多少钱', '修路'],
    ['三支一扶一个月发多少钱', '三支一扶'],
    ['领导吃饭花了多少', '领导吃饭'],
    ['给残疾人发多少', '残疾人'],
  ])('“%s” asks for “%s”, and for no more', async (question, matter) => {
    expect((await ask(question)).understood?.unknown).toEqual([matter]);
  });

  it.each(['丧藏费什么时候发', '请问丧脏费多少钱'])('“%s” is read in spite of its typo', async (question) => {
    expect((await ask(question)).titles.join()).toContain('丧葬费补助');
  });

  it.each(['什么时候', '多少钱', '怎么领？'])(
    '“%s”, of which nothing would be left, finds nothing',
    async (question) => {
      expect(await ask(question)).toEqual({ titles: [], understood: undefined });
    },
  );

  it('finds what a content of other matters has', async () => {
    const roads = engineOf(renamed('示例：道路养护资金', '示例：残疾人生活补助'), [
      { official: '道路', everyday: ['修路'] },
    ]);
    expect((await ask('明年修路花多少钱', roads)).titles).toEqual(['示例：道路养护资金']);
    expect((await ask('今年给残疾人多少补助啊？', roads)).titles[0]).toBe('示例：残疾人生活补助');
  });
});

describe('what stands there letter for letter', () => {
  const named = engineOf(renamed('示例：多少河治理资金', '示例：怎么办热线经费', '示例：首都路灯经费'));

  it.each(['多少河治理', '怎么办热线', '多少', '怎么办'])('is never changed: “%s”', async (text) => {
    const { titles, understood } = await ask(text, named);
    expect(titles.some((title) => title.includes(text))).toBe(true);
    expect(understood).toBeUndefined();
  });

  it.each([
    ['多少河什么时候治理', '示例：多少河治理资金', '多少河'],
    ['怎么办热线有多少人', '示例：怎么办热线经费', '怎么办热线'],
    ['首都路灯谁修', '示例：首都路灯经费', '首都路灯'],
  ])('is not cut by question words of its own: “%s”', async (question, title, word) => {
    const { titles, understood } = await ask(question, named);
    expect(titles).toEqual([title]);
    expect(understood?.words).toContain(word);
  });

  it('is looked for alone where it is asked in quotes', async () => {
    expect(await ask('“丧葬费什么时候发”')).toEqual({ titles: [], understood: undefined });
    expect((await ask('“丧葬费”')).titles).toHaveLength(1);
  });
});
