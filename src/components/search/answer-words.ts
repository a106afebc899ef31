/** What the search says of an answer, in plain words. */
import { matterOf, type AlsoFound, type Answer, type Understood } from '../../search/answer.ts';
import type { Replaced } from '../../search/everyday-words.ts';
import { LONGEST_QUERY } from '../../search/query.ts';

/** Longer questions are not repeated whole. */
const LONGEST_REPEATED = 30;

/** A question as an answer repeats it. */
export function repeated(query: string): string {
  // The answer has quotes of its own.
  const bare = query.trim().replace(/^["“「『‘]([^"“”「」『』‘’]+)["”」』’]$/u, '$1');
  const characters = [...bare];
  return characters.length <= LONGEST_REPEATED ? bare : `${characters.slice(0, LONGEST_REPEATED).join('')}…`;
}

/**
 * What was found, for the status line.
 *
 * @param related how many hits hold parts of the words; undefined while they are looked for.
 */
export function statusWords(
  query: string,
  answer: Answer,
  departments: readonly string[],
  related: number | undefined,
): string {
  const cut = query.length > LONGEST_QUERY ? `检索词太长，只按前${String(LONGEST_QUERY)}个字查找。` : '';
  const more = related === undefined || related === 0 ? '' : `；另列出${String(related)}个只含其中一部分的`;
  return `${cut}${exactWords(query, answer) ?? noneWords(query, answer, departments, related)}`.replace(
    /。$/,
    `${more}。`,
  );
}

/** What was found of the words as they are or are meant; undefined where nothing was. */
function exactWords(query: string, answer: Answer): string | undefined {
  const { exact, also, pages, count, isCounted, isCorrected, readAs, corrections, understood } = answer;
  const asked = `“${repeated(matterOf(query, answer))}”`;
  if (isCorrected) {
    return `没有找到${asked}，下面是“${corrections[0] ?? ''}”等相近写法的${String(exact.length)}个结果。`;
  }
  const found = counted({ count, isCounted });
  if (understood !== undefined && understood.words.length > 0)
    return understoodWords(asked, understood, answer);
  if (readAs.length > 0) return `按拼音${asked}找到${found}结果。`;
  if (exact.length > 0) {
    const others = also.map((one) => `；也查找了${lookedFor(one)}，另有${counted(one)}`);
    return `找到${found}含${asked}的结果${others.join('')}。`;
  }
  const [first] = also;
  if (first?.kind === 'amount' && also.length === 1)
    return `按${asked}查找${lookedFor(first)}，找到${counted(first)}。`;
  const others = also.map((one) => `；也查找了${lookedFor(one)}，找到${counted(one)}`);
  if (also.length === 0 && pages.length > 0) others.push('；本站的其他页面里有');
  return others.length === 0 ? undefined : `没有项目写着${asked}${others.join('')}。`;
}

/** What a question was understood as, what that finds, and what was set aside. */
function understoodWords(
  asked: string,
  { words, isApart, unknown, leftOut }: Understood,
  { exact, also, count, isCounted }: Answer,
): string {
  const found = exact.length === 0 ? '' : `，找到${counted({ count, isCounted })}`;
  const others = also.map(
    (one) => `；也查找了${lookedFor(one)}，${exact.length === 0 ? '' : '另'}找到${counted(one)}`,
  );
  const apart = isApart ? '（没有一个项目都写到，各写到其中一个）' : '';
  const missing = unknown.length === 0 ? '' : `；没有项目写着${quoted(unknown, '、')}`;
  return `没有项目写着${asked}；按${quoted(words, '、')}查找${found}${apart}${others.join('')}${missing}${asideWords(leftOut)}。`;
}

const asideWords = (leftOut: readonly string[]): string =>
  leftOut.length === 0 ? '' : `；${quoted(leftOut, '')}已略去`;

function noneWords(
  query: string,
  answer: Answer,
  departments: readonly string[],
  related: number | undefined,
): string {
  const asked = `“${repeated(matterOf(query, answer))}”`;
  const aside = asideWords(answer.understood?.leftOut ?? []);
  if (related === undefined) return `没有含${asked}全文的结果${aside}，正在查找相关的内容……`;
  if (related > 0) return `没有含${asked}全文的结果${aside}。`;
  const [only = '', ...others] = departments;
  const scope = others.length === 0 ? only : `${String(departments.length)}个部门`;
  return `没有找到${asked}${aside}。本站只有${scope}的项目，别的部门管的事这里查不到。也可以换一个说法、少写几个字，或检查有没有错别字。`;
}

/** What stands above the hits of something that was also looked for. */
export function whatAlsoFound(found: AlsoFound): { readonly heading: string; readonly note: string } {
  const heading = `也查找了${lookedFor(found)}`;
  if (found.kind === 'amount') return { heading, note: '下面的项目，有一个金额正好是这个数。' };
  const apart = found.isApart ? '没有一个项目都写到，下面的各写到其中一个。' : '';
  return { heading, note: `${replacedWords(found.replaced)}。${apart}` };
}

/** How the documents write what everyday words mean. */
export function replacedWords(replaced: readonly Replaced[]): string {
  return replaced
    .map(({ everyday, official }) => `“${everyday}”在文件里常写作${quoted(official, '或')}`)
    .join('，');
}

function lookedFor(found: AlsoFound): string {
  if (found.kind === 'amount') return `金额${found.amounts.join('、')}`;
  return quoted(
    found.replaced.flatMap(({ official }) => official),
    '、',
  );
}

function quoted(words: readonly string[], between: string): string {
  return words.map((word) => `“${word}”`).join(between);
}

function counted({ count, isCounted }: Pick<Answer, 'count' | 'isCounted'>): string {
  return `${isCounted ? '' : '约'}${String(count)}个`;
}
