import { configuredContent } from './configured-content.ts';
import { choice, flag, text, wholeNumber, type Option } from './option.ts';

/** The options that commands share: a command takes those that it needs. */
export const content: Option<string> = {
  description: '内容文件夹；不写时是 astro.config.mjs 里写的，那里也没有写的是 content',
  placeholder: 'DIR',
  variable: 'CONTENT_DIR',
  read: (given) => given?.at(-1) ?? configuredContent(),
};

export const out = text({
  description: '网站生成到哪个文件夹',
  placeholder: 'DIR',
  variable: 'OUT_DIR',
  default: 'dist',
});

export const port = wholeNumber({
  description: '端口，被占用时用下一个空闲的',
  placeholder: 'N',
  variable: 'PORT',
  default: 4321,
  least: 0,
  most: 65_535,
});

export const format = choice({
  description: '检查结果的格式：给人看、给程序读、在 GitHub 上作批注',
  choices: ['text', 'json', 'github'],
  default: 'text',
});

export const strict = flag('把没有说明的警告当作错误');

export const year = (description: string) =>
  wholeNumber({ description, placeholder: 'YYYY', default: undefined, least: 1990, most: 2999 });

/** An option with any text, which need not be given. */
export const optional = (description: string, placeholder: string) =>
  text({ description, placeholder, default: undefined });

export const department = (description: string) => optional(description, 'CODE');
