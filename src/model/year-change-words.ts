/** What changed between two years, in the words of the pages. */
import { absolute, percentageOf, sum, type Decimal } from './decimal.ts';
import { changeOfSums, type ChangeKind, type ProjectChange } from './year-changes.ts';
import type { Sums } from './totals.ts';
import { leftOutOf } from './stated.ts';
import type { Project } from './project.ts';
import { amount, countWords, shareWords, sumWords, unknownWords, words, type Words } from './words.ts';

/** What each kind of change is called. */
export const CHANGE_WORDS = {
  new: '新增',
  movedIn: '转入',
  grown: '增加',
  shrunk: '减少',
  ended: '结束',
  withdrawn: '撤销',
  movedOut: '转出',
  unknown: '不能比较',
  same: '没有变化',
} as const satisfies Record<ChangeKind, string>;

/** How changes are counted, and what stands before the amount that they come to, where one is told. */
const COUNT_WORDS: readonly (readonly [kind: ChangeKind, count: string, sum?: string])[] = [
  ['new', '新增项目', '共'],
  ['movedIn', '从别的部门转入', '共'],
  ['grown', '预算增加的', '共增加'],
  ['shrunk', '预算减少的', '共减少'],
  ['ended', '结束', '原来共'],
  ['withdrawn', '撤销', '原来共'],
  ['movedOut', '转到别的部门', '原来共'],
  ['unknown', '有一年没有金额、不能比较的'],
  ['same', '预算没有变化的'],
];

/** Sums of one of the years compared. */
interface SumsOfYear extends Sums {
  readonly year: number;
}

/**
 * What the sums of two years say beside each other; as much as is known where an amount is not stated.
 *
 * @example 项目由3个变为4个，预算由180.00万元变为217.00万元，增加37.00万元（20.56%）
 */
export function comparedWords(then: SumsOfYear, now: SumsOfYear): Words {
  const projects =
    then.projects === now.projects
      ? `仍为${countWords(now.projects)}个`
      : `由${countWords(then.projects)}个变为${countWords(now.projects)}个`;
  return words`项目${projects}，预算${budgetWords(then, now)}`;
}

function budgetWords(then: SumsOfYear, now: SumsOfYear): Words | string {
  if (then.budget === undefined || now.budget === undefined) {
    const one = (sums: SumsOfYear) => words`${String(sums.year)}年${sumWords(sums)}`;
    return words`${one(then)}，${one(now)}，增减多少不能确定`;
  }
  const change = changeOfSums(then, now);
  if (change?.by.digits === 0n) return '没有变化';
  const fromTo = words`由${sumWords(then)}变为${sumWords(now)}`;
  if (change === undefined) return words`${fromTo}，增减多少不能确定`;
  const least = change.isLeast ? '至少' : '';
  return words`${fromTo}，${least}${byWords(change.by, change.isLeast ? undefined : then.budget)}`;
}

/** `增加30.00万元（60%）`; without the share where it is not known of what, or of nothing. */
export function byWords(by: Decimal, of: Decimal | undefined): Words {
  const share = of && rateOf(by, of);
  return words`${by.digits < 0n ? '减少' : '增加'}${amount(absolute(by))}${share === undefined ? '' : `（${shareWords(share)}）`}`;
}

/** How much of an amount a change is, in percent and without its sign; undefined where the amount is 0. */
export const rateOf = (by: Decimal, of: Decimal): Decimal | undefined => percentageOf(absolute(by), of, 2);

/**
 * How many changes there are of each kind, and what they come to, as far as it is stated.
 *
 * @example 新增项目2个，共37.00万元；结束1个，原来共30.00万元；预算没有变化的1个
 */
export function countsWords(changes: readonly ProjectChange[]): Words {
  const counts = COUNT_WORDS.flatMap(([kind, called, before]) => {
    const own = changes.filter((change) => change.kind === kind);
    const known = own.flatMap(({ by }) => by ?? []);
    if (own.length === 0) return [];
    const count = `${called}${countWords(own.length)}个`;
    if (before === undefined || known.length === 0) return [words`${count}`];
    const stated = known.length < own.length ? '（只算列明的）' : '';
    return [words`${count}，${before}${amount(absolute(sum(known)))}${stated}`];
  });
  return counts.flatMap((one, index) => (index === 0 ? one : words`；${one}`));
}

/** A change in few words: `新增，12.00万元` · `新增，45.00万元；2098年的已撤销` · `增加30.00万元（60%）` · `结束，原来30.00万元`. */
export function changeWords({ kind, amountThen, amountNow, by, withdrawal }: ProjectChange): Words {
  const before = withdrawal === undefined ? '' : `；${String(withdrawal.year)}年的已撤销`;
  if (kind === 'new' && amountNow) return words`${CHANGE_WORDS.new}，${amount(amountNow)}${before}`;
  if ((kind === 'ended' || kind === 'withdrawn') && amountThen)
    return words`${CHANGE_WORDS[kind]}，原来${amount(amountThen)}`;
  return by === undefined || by.digits === 0n ? words`${CHANGE_WORDS[kind]}` : byWords(by, amountThen);
}

/**
 * What became of the amount of a project that both years have.
 *
 * @example 比2022年的80.00万元增加30.00万元（37.5%）
 */
export function againstWords(change: ProjectChange, year: number): Words {
  const { amountThen, amountNow, by } = change;
  const unknown = (projects: readonly Project[]) =>
    unknownWords(leftOutOf(projects.map(({ budget }) => budget.total)));
  if (amountThen === undefined) return words`${String(year)}年的预算数${unknown(change.then)}，不能比较`;
  const then = words`${String(year)}年的${amount(amountThen)}`;
  if (amountNow === undefined || by === undefined)
    return words`${String(year)}年是${amount(amountThen)}，本年${unknown(change.now)}，不能比较`;
  return by.digits === 0n ? words`与${then}一样多` : words`比${then}${byWords(by, amountThen)}`;
}
