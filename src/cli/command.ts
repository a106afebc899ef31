import type { Options } from './option.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A command as declared: enough to read its command line and to explain it. */
export interface Command<Declared extends Options> {
  /** As typed after `mingzhang` or `npm run`. */
  readonly name: string;
  /** What it does, one sentence. */
  readonly summary: string;
  /** What follows the options, for example `FILE…`; undefined where nothing may. */
  readonly operands?: Operands;
  readonly options: Declared;
  /** How pages are made where it makes any; `production` where left out. */
  readonly mode?: 'development';
  /** Example lines for `--help`, as typed with npm. */
  readonly examples?: readonly string[];
}

export interface Operands {
  /** As shown in `--help`. */
  readonly placeholder: string;
  readonly description: string;
  readonly least: number;
  readonly most: number;
}

/** How a command was called, and is best called again: `npm run check --` by npm's script of its name, or directly. */
export function callOf(name: string, { npm_lifecycle_event }: Environment): string {
  return npm_lifecycle_event === name ? `npm run ${name} --` : `mingzhang ${name}`;
}

/** The explanation of a command that `--help` prints. */
export function helpOf(command: Command<Options>, environment: Environment): string {
  const { name, summary, operands, options, examples = [] } = command;
  const call = callOf(name, environment);
  const rows = Object.entries(options).map(([option, { placeholder, description, variable }]) => [
    placeholder === undefined ? `--${option}` : `--${option} ${placeholder}`,
    variable === undefined ? description : `${description}（也可用环境变量 ${variable}）`,
  ]);
  if (operands !== undefined) rows.unshift([operands.placeholder, operands.description]);
  rows.push(['--help', '显示这段说明']);
  const usage = [call, '[选项]', ...(operands === undefined ? [] : [operands.placeholder])].join(' ');
  const width = Math.max(...rows.map(([left = '']) => left.length));
  return [
    summary,
    '',
    `用法：${usage}`,
    '',
    ...rows.map(([left = '', right = '']) => `  ${left.padEnd(width)}  ${right}`),
    ...(examples.length === 0
      ? []
      : ['', '例如：', ...examples.map((example) => `  ${asCalled(example, call)}`)]),
    '',
  ].join('\n');
}

/** The example as it is typed where the program is called directly. */
function asCalled(example: string, call: string): string {
  return call.startsWith('npm')
    ? example
    : example.replace(/npm (?:run )?(?:-s )?(\S+)(?: --)?/, 'mingzhang $1');
}
