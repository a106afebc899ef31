import { numberInWords } from './target-text.ts';

/** A day, month or year, as far as a text states it: `12月底前` has only its month, `每月10日前` only its day. */
export interface CalendarDate {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** A date, or the stretch up to `until`: `2022年1-12月`. */
export interface StatedDate extends CalendarDate {
  readonly until: CalendarDate | undefined;
  /** Whether it is a limit: `12月底前`, `2022年内`. */
  readonly isLimit: boolean;
}

/** Longer texts are no dates. */
const LONGEST = 40;

/** `十二月`, `二〇二二年`; no `三年` or `三个月`, which are spans of time. */
const IN_WORDS =
  /[〇零一二三四五六七八九]{4}(?=年)|(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[月日号])/g;

const ENDING = /(?:[底末初中]|[上中下]旬)?(?:(之前|以前|前|之内|以内|内))?(?:完成)?$/;

/**
 * Reads a folded text as a date, also as one that the calendar does not have: see `isInCalendar`.
 *
 * @example readStatedDate('12月底前') // { month: 12, isLimit: true, … }
 */
export function readStatedDate(text: string): StatedDate | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = text
    .replace(/ 0?0:00(?::00)?$/, '')
    .replace(/\s/g, '')
    .replace('年年', '年')
    .replace(IN_WORDS, (words) => String(numberInWords(words)));
  const [ending = '', limit = ''] = ENDING.exec(plain) ?? [];
  const body = plain.slice(0, plain.length - ending.length).replace(/^(?:于|在|截[至止]到?)/, '');
  const isLimit = limit !== '';
  // Without a limit, `10日` is a span of time.
  const date = dateOf(body) ?? (limit.endsWith('前') ? dayOf(body) : undefined);
  if (date !== undefined) return { ...date, until: undefined, isLimit };
  const stretch = partOfYear(body) ?? stretchOf(body);
  if (stretch === undefined) return undefined;
  return ending === '' ? { ...stretch, isLimit } : { ...stretch.until, until: undefined, isLimit };
}

type Stretch = CalendarDate & { readonly until: CalendarDate };

/** `2022-12-31`, `2022/12`, `2022.12.31`, `20221231`; `2022.5` is a number. */
const WITH_SIGNS =
  /^((?:19|20)\d\d)(?:[-/](\d\d?)|\.(0[1-9]|1[0-2])|([-/.])(\d\d?)\4(\d\d?)|(0[1-9]|1[0-2])([0-2]\d|3[01]))$/;
const WITH_WORDS =
  /^(?:(\d{4})年度?|(\d\d)年(?=\d\d?月)|[每当本今次]年)?(?:(\d\d?)月份?)?(?:(\d\d?)[日号])?$/;
const MONTHLY = /^每个?月(.+)$/;

function dateOf(text: string): CalendarDate | undefined {
  const [whole, year, month, pointMonth, , fullMonth, day, bareMonth, bareDay] = WITH_SIGNS.exec(text) ?? [];
  if (whole !== undefined)
    return calendarDate(year, month ?? pointMonth ?? fullMonth ?? bareMonth, day ?? bareDay);
  const [, monthly] = MONTHLY.exec(text) ?? [];
  if (monthly !== undefined) return dayOf(monthly);
  const [, full, short, ownMonth, ownDay] = WITH_WORDS.exec(text) ?? [];
  const ownYear = full ?? (short === undefined ? undefined : `20${short}`);
  // `10日` and `18月` are spans of time.
  const isSpan =
    ownYear === undefined && (ownMonth === undefined || (ownDay === undefined && Number(ownMonth) > 12));
  return isSpan ? undefined : calendarDate(ownYear, ownMonth, ownDay);
}

function dayOf(text: string): CalendarDate | undefined {
  const [, day] = /^(\d\d?)[日号]$/.exec(text) ?? [];
  return day === undefined ? undefined : calendarDate(undefined, undefined, day);
}

/** `2022年第四季度`, `上半年`. */
function partOfYear(text: string): Stretch | undefined {
  const [whole, year, quarter = '', half] =
    /^(?:(\d{4})年度?|[每当本今次]年)?(?:第?([一二三四1-4])季度|([上下])半年)$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const length = half === undefined ? 3 : 6;
  const place =
    half === undefined ? '一二三四'.indexOf(quarter) + 1 || Number(quarter) : half === '上' ? 1 : 2;
  const end = place * length;
  return { ...calendarDate(year, end - length + 1), until: calendarDate(year, end) };
}

/** `2022年1-12月`, `1月1日至12月31日`, `2022.1-12`: what one end leaves out, the other says. */
function stretchOf(text: string): Stretch | undefined {
  const [, first = '', second = ''] =
    /^([^~至到]+)[~至到]([^~至到]+)$/.exec(text) ?? /^([^-]+)--?([^-]+)$/.exec(text) ?? [];
  const [, measure = ''] = /^\d+([年月日号])/.exec(second) ?? [];
  const start = dateOf(withMonth(first)) ?? dateOf(`${first}${measure}`);
  // 12月1-5日: the second begins as the first does, up to some place.
  const ends = Array.from(first, (_, place) => dateOf(withMonth(`${first.slice(0, place)}${second}`)));
  const end = ends.find((one) => one !== undefined);
  if (start === undefined || end === undefined) return undefined;
  const until = { year: end.year ?? start.year, month: end.month ?? start.month, day: end.day };
  return { ...start, until };
}

/** `2022.1` beside another month is one. */
const withMonth = (text: string) => text.replace(/^(\d{4})\.(\d)$/, '$1.0$2');

function calendarDate(year?: number | string, month?: number | string, day?: number | string): CalendarDate {
  const number = (part: number | string | undefined) => (part === undefined ? undefined : Number(part));
  return { year: number(year), month: number(month), day: number(day) };
}

/** Whether the calendar has such a day: no 30th of February, no 13th month, no day of a year without its month. */
export function isInCalendar({ year, month, day }: CalendarDate): boolean {
  if (month !== undefined && (month < 1 || month > 12)) return false;
  if (day === undefined) return true;
  if (month === undefined) return year === undefined && day >= 1 && day <= 31;
  // Without its year, the 29th of February may be one.
  return day >= 1 && day <= new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
}
