import { decimal, format, round, roundsToZero, trim, type Decimal } from '../model/decimal.ts';
import type { PlanPoint } from '../model/disbursement-plan.ts';
import { formatWan } from '../model/money.ts';
import type { Stated } from '../model/stated.ts';
import { LEAST_SHARE, NOT_STATED } from '../model/terms.ts';
import type { Standing } from '../model/totals.ts';

/** Figures and facts as readers see them. */

/** An amount with its unit: `190.00万元`; 未列 where it is not known. */
export function amountWords(amount: Decimal | undefined): string {
  return amount === undefined ? NOT_STATED : `${formatWan(amount)}万元`;
}

/** An amount without its unit, below a heading that has it; 未列 where it is not known. */
export function amountWithoutUnit(amount: Decimal | undefined): string {
  return amount === undefined ? NOT_STATED : formatWan(amount);
}

/** A stated amount without its unit, for a table: its value, else the original text, else 未列. */
export function amountCell({ text, value }: Stated<Decimal>): string {
  if (value !== undefined) return formatWan(value);
  return text === '' ? NOT_STATED : text;
}

/**
 * A percentage with its sign: `14.67%`; 未列 where it is not known. Where the part of which it is the share is
 * given, a share that only rounds to 0 is called 不足0.01%.
 */
export function shareWords(share: Decimal | undefined, part?: Decimal): string {
  if (share === undefined) return NOT_STATED;
  return `${roundsToZero(share, part) ? LEAST_SHARE : format(trim(share))}%`;
}

/** The same share of 100元: `每100元中的14.67元`. */
export function shareOfHundredWords(share: Decimal, part: Decimal | undefined): string {
  return `每100元中的${shareWords(share, part).slice(0, -1)}元`;
}

/** A percentage in a table: always two places, so that the points stand below each other. */
export function shareCell(share: Decimal | undefined, part?: Decimal): string {
  if (share === undefined) return NOT_STATED;
  return `${roundsToZero(share, part) ? LEAST_SHARE : format(round(share, 2))}%`;
}

/** A count with its thousands separated. */
export function countWords(count: number): string {
  return format(decimal(count));
}

/** `第3` or, where the place is shared, `并列第3`. */
export function rankWords({ place, shared }: Standing): string {
  return `${shared ? '并列' : ''}第${place}`;
}

/**
 * What a sum of plans says at one month-end. With blanks under it the sum is a lower bound and is called
 * one.
 *
 * @example 列明至少649.2725万元（14.67%）；另有11个项目共2,368.63万元未列明3月底的计划
 */
export function planPointWords({ period, amount, share, notStated }: PlanPoint): string {
  const sum = `${amountWords(amount)}${share === undefined ? '' : `（${shareWords(share, amount)}）`}`;
  if (notStated.count === 0) return `计划支出${sum}`;
  return `列明至少${sum}；另有${notStated.count}个项目共${amountWords(notStated.amount)}未列明${period}的计划`;
}

/** A file's size for a person: `78 KB`. */
export function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

const FORMAT_WORDS: Readonly<Record<string, string>> = {
  doc: 'Word文档',
  docx: 'Word文档',
  pdf: 'PDF文件',
  txt: '文本文件',
};

/** How a file's name ends, with its point: `.txt`; nothing where it has no such ending. */
export const endingOf = (fileName: string): string => /\.[0-9a-z]+$/i.exec(fileName)?.[0] ?? '';

/** What kind of file a name is that of: `文本文件`; an ending without a word stands for itself. */
export function formatWords(fileName: string): string {
  const ending = endingOf(fileName).slice(1).toLowerCase();
  return FORMAT_WORDS[ending] ?? (ending === '' ? '文件' : `${ending.toUpperCase()}文件`);
}

/** What the sign beside a share means that cannot be true. */
export const REFUSED_WORDS = '※ 原文如此，不可能成立，合计时按前一个列明的比例计算。';
