import { describe, expect, it } from 'vitest';
import { everydayIndexOf, readEverydayWords } from '../../src/search/everyday-words.ts';

const INDEX = [
  ['老人', ['养老', '退休']],
  ['疫苗', ['接种']],
  ['打疫苗', ['免疫']],
  ['钱', ['资金']],
] as const;

describe('a question in everyday words', () => {
  it('is none where no word of the list stands in it', () => {
    expect(readEverydayWords(['养老', '补助'], INDEX)).toBeUndefined();
  });

  it('is read in each of the words that are meant', () => {
    expect(readEverydayWords(['老人'], INDEX)).toEqual({
      replaced: [{ everyday: '老人', official: ['养老', '退休'] }],
      alternatives: [['养老'], ['退休']],
      loose: [],
      apart: [],
    });
  });

  it('keeps the other words, with or without blanks between', () => {
    const wanted = [
      ['农村', '养老'],
      ['农村', '退休'],
    ];
    expect(readEverydayWords(['农村老人'], INDEX)?.alternatives).toEqual(wanted);
    expect(readEverydayWords(['农村', '老人'], INDEX)?.alternatives).toEqual(wanted);
    expect(readEverydayWords(['农村的老人？'], INDEX)?.alternatives).toEqual(wanted);
  });

  it('takes the longest word of the list', () => {
    expect(readEverydayWords(['打疫苗'], INDEX)?.replaced).toEqual([
      { everyday: '打疫苗', official: ['免疫'] },
    ]);
  });

  it('takes a single character only where it is the whole word', () => {
    expect(readEverydayWords(['钱'], INDEX)?.alternatives).toEqual([['资金']]);
    expect(readEverydayWords(['钱包'], INDEX)).toBeUndefined();
  });

  it('of several matters has each by itself, too', () => {
    expect(readEverydayWords(['老人打疫苗'], INDEX)).toMatchObject({
      alternatives: [
        ['养老', '免疫'],
        ['退休', '免疫'],
      ],
      apart: [['养老'], ['退休'], ['免疫']],
    });
  });

  it('never means very many things at once', () => {
    const many = ['甲', '乙', '丙', '丁'].map((word): [string, string[]] => [
      `日常${word}`,
      ['一', '二', '三'],
    ]);
    const words = many.map(([word]) => word);
    expect(readEverydayWords(words, many)?.alternatives.length).toBeLessThanOrEqual(12);
  });
});

describe('the list for the index', () => {
  it('leaves out what no line holds, and brings together what one everyday word means', () => {
    const list = [
      { official: '临时聘用', everyday: ['临时工'] },
      { official: '劳务派遣', everyday: ['临时工', 'ＡＢ 工'] },
      { official: '道路', everyday: ['修路'] },
    ];
    expect(everydayIndexOf(list, ['2099年临时聘用资金', '劳务派遣资金'])).toEqual([
      ['临时工', ['临时聘用', '劳务派遣']],
      ['ab工', ['劳务派遣']],
    ]);
  });
});
