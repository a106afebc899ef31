import { isDay } from '../files/text-formats.ts';

/** What stands on the command line for an option; undefined where it does not. */
export type Given = readonly string[] | undefined;

/** One option of a command: what it means, and how its text becomes a value. */
export interface Option<Value> {
  /** What it does, in Chinese, for `--help`. */
  readonly description: string;
  /** What stands for its value in `--help`, for example `DIR`; undefined for a switch, which takes none. */
  readonly placeholder?: string;
  /** The environment variable that is read where the option is not given. */
  readonly variable?: string;
  /** Makes the value. Throws a ValueError for a text that is none. */
  readonly read: (given: Given) => Value | Promise<Value>;
}

/** The options of a command by name. */
export type Options = Readonly<Record<string, Option<unknown>>>;

/** The values of a command's options, by name. */
export type ValuesOf<Options> = {
  readonly [Name in keyof Options]: Options[Name] extends Option<infer Value> ? Value : never;
};

/** What an option's value should be, as the end of a sentence: `应是 0 到 65535 之间的整数`. */
export class ValueError extends Error {}

type Shown = Pick<Option<unknown>, 'description' | 'placeholder' | 'variable'>;

/** An option that is on or off. */
export function flag(description: string): Option<boolean> {
  return { description, read: (given) => given !== undefined };
}

/** An option with any text; `default` may be undefined. */
export function text<Default extends string | undefined>(
  option: Shown & { readonly default: Default },
): Option<string | Default> {
  return single(option, (written) => written);
}

/** An option that may be given several times. */
export function texts(option: Shown): Option<readonly string[]> {
  return { ...option, read: (given) => given ?? [] };
}

/** An option with a whole number. */
export function wholeNumber<Default extends number | undefined>({
  least,
  most,
  ...option
}: Shown & { readonly default: Default; readonly least: number; readonly most: number }): Option<
  number | Default
> {
  return single(option, (written) => {
    const value = /^\d{1,15}$/.test(written) ? Number(written) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new ValueError(`应是 ${String(least)} 到 ${String(most)} 之间的整数`);
  });
}

/** An option with one of some words. */
export function choice<const Choice extends string, Default extends NoInfer<Choice> | undefined>({
  choices: all,
  ...option
}: Shown & { readonly choices: readonly Choice[]; readonly default: Default }): Option<Choice | Default> {
  return single({ ...option, placeholder: all.join('|') }, (written) => oneOf(all, written));
}

/** An option that may be given several times, each time with one of some words; all of them where it is not given. */
export function choices<const Choice extends string>({
  choices: all,
  ...option
}: Shown & { readonly choices: readonly Choice[] }): Option<readonly Choice[]> {
  return { ...option, read: (given) => given?.map((written) => oneOf(all, written)) ?? all };
}

/** An option with one value: the last that is given, so that a wrapper can be overruled. */
function single<Value, Default>(
  { default: fallback, ...option }: Shown & { readonly default: Default },
  parse: (written: string) => Value,
): Option<Value | Default> {
  return {
    ...option,
    read: (given) => {
      const written = given?.at(-1);
      return written === undefined ? fallback : parse(written);
    },
  };
}

/** The word that was written, where it is one of those allowed. Throws a ValueError for another. */
function oneOf<Choice extends string>(all: readonly Choice[], written: string): Choice {
  const chosen = all.find((one) => one === written);
  if (chosen !== undefined) return chosen;
  throw new ValueError(`应是 ${all.join('、')} 之一`);
}

/** An option with one of several shares, counted from 1: `2/8`. */
export function shareOf(option: Omit<Shown, 'placeholder'>): Option<Share | undefined> {
  return single({ ...option, placeholder: 'N/M', default: undefined }, (written) => {
    const [, share, shares] = /^(\d{1,4})\/(\d{1,4})$/.exec(written)?.map(Number) ?? [];
    if (share !== undefined && shares !== undefined && share >= 1 && share <= shares)
      return { share, shares };
    throw new ValueError('应写作“N/M”，例如 2/8：分成 8 份，生成第 2 份');
  });
}

export interface Share {
  readonly share: number;
  readonly shares: number;
}

/** An option with a day. */
export function day(option: Shown): Option<string | undefined> {
  return single({ ...option, default: undefined }, (written) => {
    if (isDay(written)) return written;
    throw new ValueError('应是日期，写作“2022-07-15”');
  });
}
