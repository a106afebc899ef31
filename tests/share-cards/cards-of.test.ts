import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { departmentCard, MOST_PROJECT_CARDS, projectCardsOf } from '../../src/share-cards/card-paths.ts';
import { cardsOf } from '../../src/share-cards/cards-of.ts';
import { sampleProject } from '../setup/sample.ts';

const { site } = await readContent('content');
const [department] = site.departments;
if (department === undefined) throw new Error('no department');

/** The site with made-up projects in place of its own. */
const siteWith = (count: number, amount = '1') => ({
  ...site,
  departments: [
    {
      ...department,
      projects: Array.from({ length: count }, (_, index) =>
        sampleProject({ code: `99990099P00000${String(10_000 + index)}`, amount }),
      ),
    },
  ],
});

describe('the share cards of a site', () => {
  const cards = cardsOf(site);
  it('are its own, one a department, and one a project, each at a place of its own', () => {
    expect(cards).toHaveLength(1 + 1 + 40);
    expect(new Set(cards.map(({ path }) => path)).size).toBe(42);
    for (const { path } of cards) expect(path).toMatch(/^share\/[\w/-]+\.png$/);
  });
  it('say name, amount, department, year and site', () => {
    const card = cards.find(({ path }) => path.endsWith('/13060522P00416910001D.png'));
    expect(card).toEqual({
      path: 'share/2022/313001/13060522P00416910001D.png',
      title: '提前下达2022年城乡居民基本养老保险中央财政补助资金',
      amount: '819.00',
      unit: '万元',
      amountName: '预算数',
      of: '2022年 · 保定白沟新城管理委员会组织人事局（本级）',
      site: '保定白沟新城管理委员会组织人事局预算绩效目标公开（演示站点）',
    });
    expect(cards[1]).toMatchObject({ amount: '4,425.72', unit: '万元', amountName: '40个项目的预算' });
  });
  it('quote an amount that cannot be read, and do not call it blank', () => {
    const [, whole, single] = cardsOf(siteWith(1, '待定'));
    expect(single).toMatchObject({ amount: '待定', unit: '' });
    expect(whole?.amountName).toBe('1个项目的预算');
    const mixed = {
      ...site,
      departments: [{ ...department, projects: [sampleProject(), sampleProject({ amount: '-3' })] }],
    };
    expect(cardsOf(mixed)[1]?.amountName).toBe('2个项目的预算，其中1个读不出，没有计入');
  });
  it('call an amount that is not stated so, and a sum without it incomplete', () => {
    const unstated = siteWith(1, '');
    const [, whole, single] = cardsOf(unstated);
    expect([whole?.amount, single?.amount]).toEqual(['未列', '未列']);
    const mixed = {
      ...site,
      departments: [{ ...department, projects: [sampleProject(), sampleProject({ amount: '' })] }],
    };
    expect(cardsOf(mixed)[1]).toMatchObject({
      amount: '100.00',
      unit: '万元',
      amountName: '2个项目的预算，其中1个未列，没有计入',
    });
  });
});

describe('a site with very many projects', () => {
  it('has cards of departments alone, and its projects show those', () => {
    const [few, many] = [siteWith(MOST_PROJECT_CARDS), siteWith(MOST_PROJECT_CARDS + 1)];
    expect(cardsOf(few)).toHaveLength(2 + MOST_PROJECT_CARDS);
    expect(cardsOf(many)).toHaveLength(2);
    const project = sampleProject({ year: department.year, departmentCode: department.code });
    expect(projectCardsOf(few)(project)).not.toBe(departmentCard(department));
    expect(projectCardsOf(many)(project)).toBe(departmentCard(department));
  });
});
