/** What is said of disbursement plans, of one project and of sums of many. */
import { compare, decimal } from './decimal.ts';
import {
  countedShares,
  isRefused,
  type CountedShare,
  type DisbursementPlan,
  type PlanPoint,
} from './disbursement-plan.ts';
import { NOT_STATED } from './stated.ts';
import { amount, countWords, shareWords, words, type Words } from './words.ts';

const HUNDRED = decimal(100);

/**
 * What a sum of plans says at one month-end. With blanks under it the sum is a lower bound and is called
 * one.
 *
 * @example 列明至少649.2725万元（14.67%）；另有11个项目共2,368.63万元未列明3月底的计划
 */
export function planPointWords({ period, amount: planned, share, notStated }: PlanPoint): Words {
  const sum = words`${amount(planned)}${share === undefined ? '' : `（${shareWords(share)}）`}`;
  if (notStated.count === 0) return words`计划支出${sum}`;
  return words`列明至少${sum}；另有${countWords(notStated.count)}个项目共${amount(notStated.amount)}未列明${period}的计划`;
}

/**
 * When a project is planned to be paid, in few words, by the month-ends of its own form; what cannot be true is marked.
 *
 * @example 计划3月底付25%，6月底50%，10月底750000%※，12月底付完 · 计划3月底、6月底未列，10月底付完
 */
export function planWords(plan: DisbursementPlan): string {
  const said: string[] = [];
  const blank: string[] = [];
  const sayBlank = () => {
    if (blank.length > 0) said.push(`${blank.splice(0).join('、')}${NOT_STATED}`);
  };
  let [isBegun, isPaid] = [false, false];
  for (const { period, stated, counted, status } of countedShares(plan)) {
    if (status === 'blank') {
      if (!isPaid) blank.push(period);
      continue;
    }
    sayBlank();
    if (isRefused({ status })) said.push(`${period}${stated.text}※`);
    else if (!isPaid) {
      isPaid = compare(counted, HUNDRED) === 0;
      const paid = isBegun ? stated.text : `付${stated.text}`;
      isBegun = true;
      said.push(`${period}${isPaid ? '付完' : paid}`);
    }
  }
  if (said.length === 0) return plan.length === 0 ? '' : `支出计划${NOT_STATED}`;
  sayBlank();
  return `计划${said.join('，')}`;
}

/** Explains the ※ beside shares that cannot be true or, some of them, not be read. */
export function refusedWords(shares: readonly Pick<CountedShare, 'status'>[]): string {
  const isUnread = shares.some(({ status }) => status === 'unreadable');
  return `※ 原文如此，${isUnread ? '读不出比例或' : ''}不可能成立，合计时按前一个列明的比例计算。`;
}

/** What “列明至少” means of a sum of plans. */
export const LEAST_MEANING =
  '有的项目没有写某个月底付多少，合计时按它前面写过的数算，前面都没写就算0，所以真正的计划只会更多或一样多，写作“列明至少”，图上和表里的“≥”就是“至少”。';

/** Which shares of a month-end a sum of plans does not take as they stand, and what it takes; no whole sentence. */
export function notAcceptedWords({ period, notAccepted }: PlanPoint): string {
  return `${period}有${countWords(notAccepted)}个项目原文的比例不可能成立（超过100%，或者比前一个数小），合计时按它前一个数算`;
}
