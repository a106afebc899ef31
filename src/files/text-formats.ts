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

/** Names of folders as addresses of this site have them: nothing that leads elsewhere, up, or means something else encoded. */
const FOLDERS = '(?:[A-Za-z0-9][A-Za-z0-9._~-]{0,99}\\/){0,8}';

function plainPath(text: string): string {
  const path = plainFigures(text)
    .replace(/^https?:\/\/[^/]*/i, '')
    .replace(/\/index\.html?$/i, '/');
  const names = path.split('/').filter((name) => name !== '');
  return names.length === 0 ? '/' : `/${names.join('/')}${/\.html?$/.test(path) ? '' : '/'}`;
}

/** An address below this site's root, which a page of it has. */
export const OWN_ADDRESS: TextFormat = {
  pattern: new RegExp(`^\\/${FOLDERS}$`),
  name: '本站网页的网址（不带域名）',
  hint: '照抄浏览器里域名和站点路径后面的部分，以“/”开头和结尾，只用字母、数字和“-”“_”“.”“~”，不写“?”“#”，例如“/2022/313001/”。',
  meant: plainPath,
};

/** The address of a page that there was, also of an older site, whose pages may have been files. */
export const OLD_ADDRESS: TextFormat = {
  pattern: new RegExp(
    `^\\/(?!$|404\\/|404\\.html$|index\\.html?$)${FOLDERS}(?:[A-Za-z0-9][A-Za-z0-9_~-]{0,99}\\.html?)?$`,
  ),
  name: '旧网页的网址（不带域名）',
  hint: '照抄域名和站点路径后面的部分，以“/”开头，以“/”或“.html”结尾，不写“?”“#”，例如“/2021/313001/001/”。',
  meant: plainPath,
};

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

/** Whom to tell of a weakness of the site: an e-mail address or a safe address of the web, as RFC 9116 has them. */
export const SECURITY_CONTACT: TextFormat = {
  pattern:
    /^(?:https:\/\/[^\s"<>]+|[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]{2,})?$/,
  name: '一个电子邮箱地址，或以“https://”开头的网址',
  hint: '例如“security@example.cn”或“https://www.example.gov.cn/security/”，用半角字符，只写一个。',
  meant: plainAddress,
};

/** An address of the web that nobody on the way can change. */
export const SAFE_ADDRESS: TextFormat = {
  pattern: /^(?:https:\/\/[^\s"<>]+)?$/,
  name: '以“https://”开头的网址',
  hint: '网址以“https://”开头，中间没有空格。',
  meant: plainAddress,
};

/** 网站标识码, which the State Council's office gives to each site of a government. */
export const SITE_CODE: TextFormat = {
  pattern: /^(?:\d{10}|bm\d{8})?$/,
  name: '网站标识码（10位数字，或bm加8位数字）',
  hint: '请对照全国政府网站信息报送系统，用半角字符；没有就留空。',
  meant: (text) => plainFigures(text).toLowerCase(),
};

/** The number under which a site is registered with the police; the figures in it stand in the address of its entry. */
export const POLICE_NUMBER: TextFormat = {
  pattern: /^(?:\p{Script=Han}公网安备 ?\d{11,14} ?号(?:-\d+)?)?$/u,
  name: '公安备案号',
  hint: '照“全国互联网安全管理服务平台”给的编号写，例如“京公网安备11010502000001号”，数字用半角；没有就留空。',
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

export const isDay = (text: string): boolean => text !== '' && DATE.pattern.test(text);

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
  return [
    ...[OWN_ADDRESS, OLD_ADDRESS],
    ...[WEB_ADDRESS, SITE_ADDRESS, SAFE_ADDRESS, EMAIL_ADDRESS, SECURITY_CONTACT],
    ...[SITE_CODE, POLICE_NUMBER, DATE, CODE, WHOLE_NUMBER],
  ].find((format) => String(format.pattern) === pattern);
}
