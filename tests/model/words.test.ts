import { describe, expect, it } from 'vitest';
import { readShare } from '../../src/model/disbursement-plan.ts';
import { parseDecimal, percentageOf, ZERO } from '../../src/model/decimal.ts';
import {
  amount,
  leftOutWords,
  plain,
  shareCell,
  shareOfHundredWords,
  shareWords,
  sumWords,
  words,
} from '../../src/model/words.ts';
import { planPointWords, planWords } from '../../src/model/plan-words.ts';

const read = (text: string) => parseDecimal(text) ?? ZERO;
const shareOf = (part: string, whole: string) => percentageOf(read(part), read(whole), 2);

describe('a share', () => {
  it.each([
    ['1', '4', '25%', '25.00%'],
    ['649.2725', '4425.72', '14.67%', '14.67%'],
    ['0', '4', '0%', '0.00%'],
    ['4', '4', '100%', '100.00%'],
    ['200', '12346638.90', '不足0.01%', '不足0.01%'],
    ['0.0001', '999999999999999', '不足0.01%', '不足0.01%'],
    ['999999', '1000000', '超过99.99%', '超过99.99%'],
    ['9999.8', '10000', '超过99.99%', '超过99.99%'],
  ])('of %s in %s is %s, in a table %s', (part, whole, inText, inTable) => {
    expect([shareWords(shareOf(part, whole)), shareCell(shareOf(part, whole))]).toEqual([inText, inTable]);
  });

  it('that is not known is told from one of a total of nothing', () => {
    expect(shareWords(shareOf('0', '0'), true)).toBe('—');
    expect(shareCell(undefined)).toBe('未列');
  });

  it('is said in money too', () => {
    expect(shareOfHundredWords(read('14.67'))).toBe('每100元中的14.67元');
    expect(shareOfHundredWords(read('0.0016'))).toBe('每100元中的不足0.01元');
  });
});

describe('a sentence', () => {
  const sentence = words`共${amount(read('190'))}，${3}个；${words`另有${amount(undefined)}`}`;
  it('keeps its amounts as amounts, and joins its texts', () => {
    expect(sentence).toEqual(['共', { wan: '190' }, '，3个；另有未列']);
  });
  it('reads as text in the unit of publication', () => {
    expect(plain(sentence)).toBe('共190.00万元，3个；另有未列');
  });
});

it('a sum of plans with blanks under it is called a lower bound', () => {
  const point = {
    period: '3月底',
    amount: read('649.2725'),
    payment: ZERO,
    share: read('14.67'),
    notStated: { count: 11, amount: read('2368.63') },
    notAccepted: 0,
  } as const;
  expect(plain(planPointWords(point))).toBe(
    '列明至少649.2725万元（14.67%）；另有11个项目共2,368.63万元未列明3月底的计划',
  );
  const none = { count: 0, amount: ZERO };
  expect(plain(planPointWords({ ...point, notStated: none }))).toBe('计划支出649.2725万元（14.67%）');
});

it.each([
  [{ count: 3, unread: 0 }, '3个项目未列预算数'],
  [{ count: 1, unread: 1 }, '1个项目预算数读不出'],
  [{ count: 3, unread: 1 }, '2个项目未列预算数，1个项目读不出'],
])('what is left out of a sum is called blank only where it is: %j', (leftOut, words) => {
  expect(leftOutWords(leftOut, '个项目', '预算数')).toBe(words);
});

it('a sum says what it leaves out, and is none where nothing is stated', () => {
  const said = (budget: string | undefined, count: number) =>
    plain(
      sumWords(
        { budget: budget === undefined ? undefined : read(budget), withoutBudget: { count, unread: 0 } },
        '共',
      ),
    );
  expect(said('330', 0)).toBe('共330.00万元');
  expect(said('330', 1)).toBe('列明的共330.00万元（1个项目未列预算数）');
  expect(said(undefined, 2)).toBe('未列');
});

describe('when a project is paid', () => {
  const plan = (
    ...shares: readonly (readonly [period: '3月底' | '6月底' | '9月底' | '12月底', text: string])[]
  ) => shares.map(([period, text]) => ({ period, stated: readShare(text) }));

  it.each([
    ['计划3月底付25%，6月底50%，12月底付完', plan(['3月底', '25%'], ['6月底', '50%'], ['12月底', '100%'])],
    ['计划3月底、6月底未列，12月底付完', plan(['3月底', ''], ['6月底', ''], ['12月底', '100%'])],
    ['计划3月底付完', plan(['3月底', '100%'], ['6月底', '100%'], ['9月底', ''], ['12月底', '100%'])],
    [
      '计划3月底付25%，6月底7500%※，12月底付完',
      plan(['3月底', '25%'], ['6月底', '7500%'], ['12月底', '100%']),
    ],
    ['计划6月底付80%，9月底75%※，12月底未列', plan(['6月底', '80%'], ['9月底', '75%'], ['12月底', ''])],
    ['计划3月底未列，6月底一半※', plan(['3月底', ''], ['6月底', '一半'])],
    ['支出计划未列', plan(['3月底', ''], ['12月底', ''])],
    ['', []],
  ])('is said in few words: %s', (wanted, own) => {
    expect(planWords(own)).toBe(wanted);
  });
});
