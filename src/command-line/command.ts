import type { Option } from './option.ts';

/** A command as declared: enough to read its command line and to explain it. */
export interface Command<Options extends Readonly<Record<string, Option<unknown>>>> {
  /** As typed after `npm run`. */
  readonly name: string;
  /** What it does, one sentence. */
  readonly summary: string;
  /** What follows the options, for example `FILE…`; undefined where nothing may. */
  readonly operands?: Operands;
  readonly options: Options;
  /** Example lines for `--help`, as typed. */
  readonly examples?: readonly string[];
}

export interface Operands {
  /** As shown in `--help`. */
  readonly placeholder: string;
  readonly description: string;
  readonly least: number;
  readonly most: number;
}
