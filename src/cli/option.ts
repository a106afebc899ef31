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
  readonly read: (given: Given) => Value;
}

/** The options of a command by name. */
export type Options = Readonly<Record<string, Option<unknown>>>;

/** The values of a command's options, by name. */
export type ValuesOf<Options> = {
  readonly [Name in keyof Options]: Options[Name] extends Option<infer Value> ? Value : never;
};

/** What an option's value should be, as the end of a sentence: `应是 0 到 65535 之间的整数`. */
export class ValueError extends Error {}

/** An option that is on or off. */
export function flag(description: string): Option<boolean> {
  return { description, read: (given) => given !== undefined };
}

interface TextSettings<Default> {
  readonly description: string;
  readonly placeholder: string;
  readonly variable?: string;
  readonly default: Default;
}

/** An option with any text; `default` may be undefined. */
export function text<Default extends string | undefined>({
  default: fallback,
  ...option
}: TextSettings<Default>): Option<string | Default> {
  return { ...option, read: (given) => given?.at(-1) ?? fallback };
}

/** An option that may be given several times. */
export function texts(option: {
  readonly description: string;
  readonly placeholder: string;
}): Option<readonly string[]> {
  return { ...option, read: (given) => given ?? [] };
}

interface NumberSettings<Default> extends TextSettings<Default> {
  readonly least: number;
  readonly most: number;
}

/** An option with a whole number. */
export function wholeNumber<Default extends number | undefined>({
  default: fallback,
  least,
  most,
  ...option
}: NumberSettings<Default>): Option<number | Default> {
  const read = (given: Given) => {
    const written = given?.at(-1);
    if (written === undefined) return fallback;
    const value = /^\d{1,15}$/.test(written) ? Number(written) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new ValueError(`应是 ${String(least)} 到 ${String(most)} 之间的整数`);
  };
  return { ...option, read };
}

interface ChoiceSettings<Choice, Default> {
  readonly description: string;
  readonly choices: readonly Choice[];
  readonly default: Default;
}

/** An option with one of some words. */
export function choice<const Choice extends string, Default extends NoInfer<Choice> | undefined>({
  description,
  choices,
  default: fallback,
}: ChoiceSettings<Choice, Default>): Option<Choice | Default> {
  const read = (given: Given) => {
    const written = given?.at(-1);
    if (written === undefined) return fallback;
    return oneOf(choices, written);
  };
  return { description, placeholder: choices.join('|'), read };
}

/** An option that may be given several times, each time with one of some words; all of them where it is not given. */
export function choices<const Choice extends string>({
  description,
  choices: all,
  placeholder,
}: {
  readonly description: string;
  readonly choices: readonly Choice[];
  readonly placeholder: string;
}): Option<readonly Choice[]> {
  const read = (given: Given) => given?.map((written) => oneOf(all, written)) ?? all;
  return { description, placeholder, read };
}

/** The word that was written, where it is one of those allowed. Throws a ValueError for another. */
function oneOf<Choice extends string>(all: readonly Choice[], written: string): Choice {
  const chosen = all.find((one) => one === written);
  if (chosen !== undefined) return chosen;
  throw new ValueError(`应是 ${all.join('、')} 之一`);
}
