import { byWords, rateOf } from '../../model/year-change-words.ts';
import { reasonsOf, wholeChange, type ProjectChange } from '../../model/year-changes.ts';
import { absolute, compare, decimal, parseDecimal, ZERO, type Decimal } from '../../model/decimal.ts';
import { formatIn } from '../../model/money.ts';
import type { Project } from '../../model/project.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { MoneyUnit } from '../../model/money-unit.ts';
import { plain } from '../../model/words.ts';
import { whyNoAmount } from '../cannot-judge.ts';
import type { Rule } from '../rule.ts';
import { besideYearBefore } from '../year-before.ts';

/**
 * What readers ask about. 30 % is the bound from which financial reports in China explain a changed item; below 100,000
 * yuan it says little of a small project. Every project begins and ends some time, and its purpose says what it is, so
 * that only a large one needs a reason for that: from a million yuan, as appraisals before the budget commonly ask.
 */
const LARGE_RATE = decimal(30);
const LARGE_CHANGE = decimal(10);
const LARGE_PROJECT = decimal(100);

export const changeUnexplained: Rule = {
  id: 'change/unexplained',
  title: '变动大而没有说明',
  severity: 'warning',
  reason:
    '预算数比上年增减30%以上并且达到10万元的，100万元以上的项目新增或者结束的，公众会问为什么，应当说明。',
  example: {
    wrong: ['# 2021年预算数是50.00万元', '预算规模:', '  预算数: 80.00'],
    right: [
      '# 2021年预算数是50.00万元',
      '预算规模:',
      '  预算数: 80.00',
      '变动说明: 培训扩大到全县，人次比上年多。',
    ],
  },
  checkContent(content, remark, cannotJudge) {
    const { years, entryOf } = besideYearBefore(content);
    // What went from one department to another is a change of both.
    const told = new Set<Project>();
    for (const { folder, before, changes } of years) {
      if (before === undefined) {
        for (const entry of folder.projects) cannotJudge(entry, '本站没有上年的数据');
        continue;
      }
      const reasonOf = reasonsOf(folder.entry === undefined ? [] : [folder.entry.department]);
      for (const own of changes) {
        const change = { ...own, ...wholeChange(own) };
        const [project] = change.now;
        if (reasonOf(change) !== '' || (project && told.has(project))) continue;
        if (project !== undefined) told.add(project);
        const entry = entryOf(project);
        const [gone] = change.then;
        if (project !== undefined && entry !== undefined && change.by === undefined) {
          const [without] = [...change.now, ...change.then].filter(({ budget: { total } }) => !total.value);
          const why = without && whyNoAmount(L.total, without.budget.total);
          cannotJudge(entry, `${without?.year === before.year ? '上年' : ''}${why ?? ''}`);
        }
        if (!isLarge(change)) continue;
        if (project !== undefined && entry !== undefined) {
          const { total } = project.budget;
          remark(entry, [L.budget, L.total], {
            message: `${saidOf(change, before.year, project.unit)}，没有写“${L.changeReason}”。`,
            hint: hintFor(change),
            value: total.text,
          });
        } else if (gone !== undefined && folder.entry !== undefined) {
          remark(folder.entry, [L.endedProjects], {
            message: `${String(before.year)}年的项目“${gone.name}”（编码${gone.code}，${formatIn(change.amountThen ?? ZERO, gone.unit)}）没有了，没有说明原因。`,
            hint: `请在“${L.endedProjects}”里写它的编码和原因；其实还在、只是换了编码的，在它现在的文件里写“${L.previousCode}: ${gone.code}”。`,
            value: gone.code,
          });
        }
      }
    }
  },
};

function isLarge({ kind, by, amountThen, then }: ProjectChange): boolean {
  if (by === undefined) return false;
  const isFrom = (least: Decimal) => compare(absolute(by), least) >= 0;
  if (kind === 'new') return isFrom(LARGE_PROJECT);
  // One without a code has no name by which 结束项目 could call it.
  if (kind === 'ended') return isFrom(LARGE_PROJECT) && then[0]?.code !== '';
  if (kind !== 'grown' && kind !== 'shrunk') return false;
  const rate = amountThen && rateOf(by, amountThen);
  return isFrom(LARGE_CHANGE) && (rate === undefined || compare(rate, LARGE_RATE) >= 0);
}

function saidOf(
  { then, amountThen, amountNow = ZERO, by = ZERO, withdrawal }: ProjectChange,
  year: number,
  unit: MoneyUnit,
): string {
  const say = (amount: Decimal) => formatIn(amount, unit);
  if (amountThen === undefined)
    return `${String(year)}年${withdrawal ? '撤销了' : '没有'}这个项目，“${L.total}”是${say(amountNow)}`;
  const before = then.length > 1 ? '各项目合计的' : '的';
  return `“${L.total}”比${String(year)}年${before}${say(amountThen)}${plain(byWords(by, amountThen), (wan) => say(parseDecimal(wan) ?? ZERO))}`;
}

function hintFor({ kind, namesake }: ProjectChange): string {
  const write = `请写“${L.changeReason}: ”和原因`;
  if (kind !== 'new') return `${write}。`;
  if (namesake === undefined) return `${write}；其实是换了编码的，写“${L.previousCode}: ”和上年的编码。`;
  return `${write}。上年有同名的项目，编码是${namesake.code}；是同一个项目的，改写“${L.previousCode}: ${namesake.code}”。`;
}
