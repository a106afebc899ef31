import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wholePieces } from '../../src/site/whole-pieces.ts';

const amountsIn = (sentence: string) =>
  wholePieces(sentence).flatMap(({ text, isWhole }) => (isWhole ? [text] : []));

it('an amount stays with its unit, and with the word that says it is rounded', () => {
  expect(amountsIn('列明至少649.2725万元（14.67%）；另有11个项目共2,368.63万元未列明')).toEqual([
    '649.2725万元',
    '11个',
    '2,368.63万元',
  ]);
  expect(amountsIn('平均每个项目约110.64万元')).toEqual(['约110.64万元']);
  expect(amountsIn('10–30万元的项目，合3,000元')).toEqual(['10–30万元', '3,000元']);
  expect(amountsIn('7–10月1.50万元，到6月底')).toEqual(['7–10月', '1.50万元', '6月底']);
});

it('a name in quotation marks is the document’s and stays one text', () => {
  expect(amountsIn('最大的是“虚构补助资金（180万元）”，180.00万元')).toEqual(['180.00万元']);
});

it('the pieces together are the sentence, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('约1,.–万亿元“”个（）')) }), (sentence) => {
      expect(
        wholePieces(sentence)
          .map(({ text }) => text)
          .join(''),
      ).toBe(sentence);
    }),
  );
});
