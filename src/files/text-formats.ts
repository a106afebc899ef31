import { plainFigures } from '../model/money.ts';

/** A text of a fixed form: the pattern that it fits, '' included, and how messages name and explain it. */
export interface TextFormat {
  readonly pattern: RegExp;
  readonly name: string;
  readonly hint: string;
  /** What a text that does not fit likely means, which may fit. */
  readonly meant: (text: string) => string;
}

/** An address that pages link to: of the web, never a script. */
export const WEB_ADDRESS: TextFormat = {
  pattern: /^(?:https?:\/\/[^\s"<>]+)?$/,
  name: '网址',
  hint: '网址以“https://”或“http://”开头，中间没有空格。',
  meant: plainAddress,
};

/** The address of a whole site: of a folder, below which its pages have theirs. */
export const SITE_ADDRESS: TextFormat = {
  pattern: /^(?:(?!.*\.html?$)https?:\/\/[^\s"<>?#/]+(?:\/[A-Za-z0-9._~-]+)*\/?)?$/,
  name: '网站首页的网址',
  hint: '网址以“https://”或“http://”开头，后面是域名和文件夹（只用字母、数字、“-”“_”），不写文件名和“?”“#”，例如“https://www.example.gov.cn/budget/”。',
  meant: (text) => plainAddress(text).replace(/\/index\.html?$/i, '/'),
};

function plainAddress(text: string): string {
  return plainFigures(text).replace(/^https?:/i, (scheme) => scheme.toLowerCase());
}

/**
 * One address of electronic mail, as it stands after `mailto:` in a link: signs that begin further parts of
 * such a link (`?`, `&`, `,`) would add recipients. The domain may be Chinese.
 */
export const EMAIL_ADDRESS: TextFormat = {
  pattern: /^(?:[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,})?$/u,
  name: '一个电子邮箱地址',
  hint: '只写一个地址，用半角字符，前后不加别的字，例如“office@example.cn”。',
  meant: plainFigures,
};

/** A day of the calendar, year-month-day with two digits each; the 29th of February in leap years alone. */
export const DATE: TextFormat = {
  pattern:
    /^(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)?$/,
  name: '日期',
  hint: '写作年-月-日，月、日各两位，用半角，例如“2022-06-30”；不知道就留空。',
  meant: (text) => {
    const [, year = '', month = '', day = ''] =
      /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(plainFigures(text)) ?? [];
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  },
};

/** A project code in an address: nothing that could lead out of it. */
export const CODE: TextFormat = {
  pattern: /^[0-9A-Za-z-]{0,40}$/,
  name: '项目编码（字母、数字和“-”，最多40个字符）',
  hint: '请对照上年的官方文件，用半角字符；不知道就留空。',
  meant: plainFigures,
};

export const WHOLE_NUMBER: TextFormat = {
  pattern: /^(?:[1-9]\d{0,8})?$/,
  name: '从1开始的整数（最多9位）',
  hint: '请对照官方文件，只写半角数字：不写逗号、小数点和单位，开头不写“0”。',
  meant: (text) => plainFigures(text).replace(/年$/, ''),
};

/** The format whose pattern a check by `schema.ts` names. */
export function formatOfPattern(pattern: string | undefined): TextFormat | undefined {
  return [WEB_ADDRESS, SITE_ADDRESS, EMAIL_ADDRESS, DATE, CODE, WHOLE_NUMBER].find(
    (format) => String(format.pattern) === pattern,
  );
}
