import { compare, decimal, ZERO, type Decimal } from './decimal.ts';
import { answersOf, type Result } from './evaluation.ts';
import type { Indicator } from './indicator.ts';
import { toWan } from './money.ts';
import type { Project } from './project.ts';
import { isInCalendar, type CalendarDate } from './target-date.ts';
import type { Comparator } from './target-quantity.ts';
import type { ClockTime, TargetReading } from './target.ts';
import { MONEY_UNITS } from './money-unit.ts';

/** Whether a target was reached, as far as its text and that of the result can be compared. */
export const OUTCOMES = ['完成', '未完成', '未能判断'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A judgement; of what could not be judged with the reason. */
export interface Judged {
  readonly outcome: Outcome;
  readonly why: string;
}

/** A row with its result and whether that reaches the target. */
export interface Answered extends Judged {
  readonly indicator: Indicator;
  readonly result: Result;
}

/** Each row of a project that has a result, in the order of the form. */
export function answeredRows(project: Project): readonly Answered[] {
  const { byRow } = answersOf(project);
  return project.indicators.flatMap((indicator) => {
    const result = byRow.get(indicator);
    return result === undefined ? [] : [{ indicator, result, ...judge(indicator, result, project.year) }];
  });
}

/**
 * Whether a result reaches its target. Both are taken as spans of numbers, days or times: a result within its target's
 * span is 完成, one beside it 未完成. What is not certain is not judged: words, other units, a number that may be meant as
 * at least or at most.
 *
 * @param year of the budget, in which a date without its year lies.
 * @example ≥95% and 93% are 未完成; 1500盏 and 1520盏 are not judged
 */
export function judge(
  { target: { reading: target }, kind }: Pick<Indicator, 'target' | 'kind'>,
  { achieved: { reading: achieved } }: Pick<Result, 'achieved'>,
  year: number,
): Judged {
  const [wanted, got] = [spanOf(target, year), spanOf(achieved, year)];
  if (wanted === undefined) return unjudged(`目标${WHY[target.type] ?? '不能和结果比较'}`);
  if (got === undefined) return unjudged(`实际完成值${WHY[achieved.type] ?? '不能和目标比较'}`);
  if (wanted.unit !== got.unit) return unjudged('目标和实际完成值的单位不同');
  if (isWithin(got, wanted)) return { outcome: '完成', why: '' };
  if (!isApart(got, wanted)) return unjudged('实际完成值只说了一个范围');
  return isPlain(target) && !isAtEnd(wanted, got, kind)
    ? unjudged(`目标没有写明${isTime(wanted) ? '可以早还是可以晚' : '是至少还是至多'}`)
    : { outcome: '未完成', why: '' };
}

const isTime = ({ unit }: Span) => unit === '日' || unit === '分';

const unjudged = (why: string): Judged => ({ outcome: '未能判断', why });

const WHY: Readonly<Partial<Record<TargetReading['type'], string>>> = {
  blank: '未列',
  text: '是文字',
  unit: '只有单位',
  malformed: '读不出来',
};

/** From one number to another; without an end it goes on. The ends belong to it, unless it is open there. */
interface Span {
  readonly low?: Decimal;
  readonly high?: Decimal;
  readonly isOpen?: boolean;
  /** What the numbers count; `日` and `分` of the calendar and the clock. */
  readonly unit: string;
}

function spanOf(reading: TargetReading, year: number): Span | undefined {
  switch (reading.type) {
    case 'quantity': {
      const { number, unit } = inOneUnit(reading.number, reading.unit);
      return compared(reading.comparator, { low: number, high: number, unit });
    }
    case 'range': {
      const [low, high] = [inOneUnit(reading.low, reading.unit), inOneUnit(reading.high, reading.unit)];
      return { low: low.number, high: high.number, unit: low.unit };
    }
    case 'date': {
      const [first, last] = [daysOf(reading, year), daysOf(reading.until ?? reading, year)];
      if (first === undefined || last === undefined) return undefined;
      return compared(reading.comparator, { low: first.low, high: last.high, unit: '日' });
    }
    case 'time': {
      const [low, high] = [minutesOf(reading), minutesOf(reading.until ?? reading)];
      return compared(reading.comparator, { low, high, unit: '分' });
    }
    default:
      return undefined;
  }
}

/** The span that a sign makes of another; undefined for `约`, which has no ends. */
function compared(
  comparator: Comparator,
  { low, high, unit }: Required<Pick<Span, 'low' | 'high' | 'unit'>>,
): Span | undefined {
  switch (comparator) {
    case '=':
      return { low, high, unit };
    case '≥':
      return { low, unit };
    case '>':
      return { low: high, unit, isOpen: true };
    case '≤':
      return { high, unit };
    case '<':
      return { high: low, unit, isOpen: true };
    case '≈':
      return undefined;
  }
}

/** An amount of money in 万元, anything else as it stands. */
function inOneUnit(number: Decimal, unit: string): { readonly number: Decimal; readonly unit: string } {
  const money = MONEY_UNITS.find((one) => one === unit);
  return money === undefined ? { number, unit } : { number: toWan(number, money), unit: '万元' };
}

/** The first and the last day of a date as it is stated; undefined for a day of each month. */
function daysOf({ year: stated, month, day }: CalendarDate, year: number) {
  const own = { year: stated ?? year, month, day };
  if ((month === undefined && day !== undefined) || !isInCalendar(own)) return undefined;
  const first = Date.UTC(own.year, (month ?? 1) - 1, day ?? 1);
  const last = Date.UTC(own.year, day === undefined ? (month ?? 12) : (month ?? 1) - 1, day ?? 0);
  const days = (time: number) => decimal(Math.round(time / 86_400_000));
  return { low: days(first), high: days(last) };
}

const minutesOf = ({ hour, minute }: ClockTime): Decimal => decimal(hour * 60 + minute);

function isWithin(inner: Span, outer: Span): boolean {
  const isOpen = outer.isOpen === true && inner.isOpen !== true;
  const fits = (end: Decimal | undefined, limit: Decimal | undefined, sign: number) => {
    if (limit === undefined) return true;
    if (end === undefined) return false;
    const beyond = compare(end, limit) * sign;
    return isOpen ? beyond > 0 : beyond >= 0;
  };
  return fits(inner.low, outer.low, 1) && fits(inner.high, outer.high, -1);
}

/** Whether two spans have no number in common. */
function isApart(a: Span, b: Span): boolean {
  const isOpen = a.isOpen === true || b.isOpen === true;
  const isBefore = (high: Decimal | undefined, low: Decimal | undefined) => {
    if (high === undefined || low === undefined) return false;
    const between = compare(high, low);
    return isOpen ? between <= 0 : between < 0;
  };
  return isBefore(a.high, b.low) || isBefore(b.high, a.low);
}

/** Whether a target has no sign that says on which side of it a result may lie. */
const isPlain = (target: TargetReading): boolean =>
  target.type !== 'range' && 'comparator' in target && target.comparator === '=';

/** Whether it has only one side: of 0 more is too much, of the whole less is too little; a date ends by passing. */
function isAtEnd({ low, high, unit }: Span, got: Span, kind: string): boolean {
  if (unit === '日') return high !== undefined && got.low !== undefined && compare(got.low, high) > 0;
  if (low === undefined || got.low === undefined || got.high === undefined) return false;
  if (compare(low, ZERO) === 0) return compare(got.low, ZERO) > 0;
  return (
    unit === '%' && compare(low, HUNDRED) === 0 && compare(got.high, low) < 0 && !kind.endsWith('成本指标')
  );
}

const HUNDRED = decimal(100);

/** What a number of projects say of what they reached. */
export interface ResultSums {
  /** Projects with a published self-evaluation. */
  readonly projects: number;
  /** Indicators with a result, by what can be said of them. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
}

/** What projects say together of what they reached; undefined where none has a published self-evaluation. */
export function sumResults(projects: readonly Project[]): ResultSums | undefined {
  const evaluated = projects.filter(({ evaluation }) => evaluation !== undefined);
  if (evaluated.length === 0) return undefined;
  const all = evaluated.flatMap(answeredRows);
  const count = (outcome: Outcome) => all.filter((one) => one.outcome === outcome).length;
  return {
    projects: evaluated.length,
    outcomes: { 完成: count('完成'), 未完成: count('未完成'), 未能判断: count('未能判断') },
  };
}
