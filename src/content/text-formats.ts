/** A text of a fixed form: the pattern that it fits, '' included, and how messages name and explain it. */
export interface TextFormat {
  readonly pattern: RegExp;
  readonly name: string;
  readonly hint: string;
}

/** An address that pages link to: of the web, never a script. */
export const WEB_ADDRESS: TextFormat = {
  pattern: /^(?:https?:\/\/[^\s"<>]+)?$/,
  name: '网址',
  hint: '网址以“https://”或“http://”开头。',
};

/**
 * One address of electronic mail, as it stands after `mailto:` in a link: signs that begin further parts of
 * such a link (`?`, `&`, `,`) would add recipients. The domain may be Chinese.
 */
export const EMAIL_ADDRESS: TextFormat = {
  pattern: /^(?:[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,})?$/u,
  name: '一个电子邮箱地址',
  hint: '只写一个地址，用半角字符，前后不加别的字，例如“office@example.cn”。',
};

/** The format whose pattern a check by `schema.ts` names. */
export function formatOfPattern(pattern: string | undefined): TextFormat | undefined {
  return [WEB_ADDRESS, EMAIL_ADDRESS].find((format) => String(format.pattern) === pattern);
}
