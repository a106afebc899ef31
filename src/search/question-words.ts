import { wordsApart } from './words-apart.ts';

/**
 * The words of questions that say nothing about the matter itself: `丧葬费什么时候发` asks for 丧葬费. What is set aside
 * of a question is said to whoever asked, and only what no document has is set aside at all.
 */

/** Ask, or begin and end a question. */
const ASKING = `
  什么时候 什么时间 啥时候 何时 几时 多久 多长时间 多会儿 哪一天 哪天 哪年 哪月 几月份 几月 几号 第几
  多少钱 多少 几多 几个 几块 几元 多大 多高 多不多 高不高 够不够 贵不贵
  什么样 什么 啥 哪些 哪个 哪几个 哪种 哪一种 哪里 哪儿 哪方面 何处 谁
  怎么样 怎么办 怎么 怎样 咋样 咋办 咋 如何 为什么 为何 为啥 凭什么 干什么 干嘛 干啥
  是不是 有没有 有无 能不能 可不可以 会不会 要不要 用不用 是否 能否 可否 有啥
  吗 呢 吧 啊 呀 呐 嘛 哦 么
  请问一下 请问 想问一下 想问 问一下 我想知道 想知道 我想了解 想了解 了解一下 告诉我 帮我查一下 帮我查 查一下 帮忙
`;

/** Say when, for whom or how much in a way that the documents of one year do not. */
const AROUND = `
  今年 明年 去年 前年 后年 本年 今后 现在 目前 最近 每年 每月 每个月 一个月 一年 每天 每人 每个人 一个人 一次
  我们家 我们 我家 我 你们 你 他们 咱们 咱家 咱 本人 家里 最多 最少 最大 最高 大概 大约 一共 总共 到底 究竟 都 还 关于 有关
  应该 可以 需要
`;

/** Of these a question is made up besides; they are set aside where they stand alone or beside a word of the above. */
const SMALL =
  '的了着过在是有能会要给被把对向从到去来得地和与跟及或就才也又再还都发领花补交办报拨付用投拿收算享受钱涨打';

/** What the documents of every project speak of: as words of a question they only say that it is one. */
const GENERAL = new Set(
  '补助 补贴 资金 经费 费用 预算 项目 目标 指标 绩效 承诺 标准 金额 支出 计划 发放 支付 申请 办理 领取 享受 待遇 政策'.split(
    ' ',
  ),
);

/** Punctuation parts words, and is no part of them. */
const SIGNS = '[\\p{P}~～]+';

const wordsOf = (list: string) =>
  list
    .split(/\s+/)
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .join('|');

/** A question word with the small words that lead to it: `有什么`, `给多少`. */
const QUESTION_WORD = new RegExp(
  `${SIGNS}|(?:[有是能给要]|可以)*(?:${wordsOf(ASKING)}|${wordsOf(AROUND)})`,
  'gu',
);

/** A stretch of a text, by its offsets. */
export type Stretch = readonly [from: number, to: number];

/** Where question words stand in a folded text. */
export function questionWordsIn(text: string): readonly Stretch[] {
  return [...text.matchAll(QUESTION_WORD)].map((match) => [match.index, match.index + match[0].length]);
}

/** Whether a word is what every project is about: 补助, 资金. */
export const isGeneral = (word: string): boolean => GENERAL.has(word);

/** A stretch without the small words and signs around it: `给残疾人` is 残疾人. */
export function withoutSmallWords(text: string): string {
  return text.replace(SMALL_BEFORE, '').replace(SMALL_BEHIND, '');
}

/** The same of whole words alone, where the browser tells them apart: 领 is no small word in 领导. */
export function withoutSmallWordsAround(text: string): string {
  const words = wordsApart(text);
  if (words === undefined) return withoutSmallWords(text);
  const isTelling = (word: string) => withoutSmallWords(word) !== '';
  const from = words.findIndex(isTelling);
  return from < 0 ? '' : words.slice(from, words.length - [...words].reverse().findIndex(isTelling)).join('');
}

/** Whether what is set aside makes a question of what it stands in: 我 by itself may as well be a typo. */
export const makesQuestion = (text: string): boolean => /[谁啥咋吗呢吧啊呀嘛]|\p{L}{2}/u.test(text);

/** A text without the signs around it. */
export const withoutSigns = (text: string): string => text.replace(AROUND_SIGNS, '');

const AROUND_SIGNS = new RegExp(`^${SIGNS}|${SIGNS}$`, 'gu');
const SMALL_BEFORE = new RegExp(`^[${SMALL}\\p{P}]+`, 'u');
const SMALL_BEHIND = new RegExp(`[${SMALL}\\p{P}]+$`, 'u');
