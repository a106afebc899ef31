import { parseArgs } from 'node:util';
import { nearestWord } from '../files/nearest-word.ts';
import { callOf, helpOf, type Command, type Environment, type Operands } from './command.ts';
import { ValueError, type Option, type Options, type ValuesOf } from './option.ts';

/** What a command line asks for. */
export type CommandLine<Values> =
  | { readonly kind: 'run'; readonly values: Values; readonly operands: readonly string[] }
  | { readonly kind: 'help'; readonly text: string }
  /** It was called wrongly; the text says how, and how it should be. */
  | { readonly kind: 'misuse'; readonly text: string };

/** Reads the arguments after the command's name, and the environment for what they leave open. */
export async function readCommandLine<const Declared extends Options>(
  command: Command<Declared>,
  args: readonly string[],
  environment: Environment,
): Promise<CommandLine<ValuesOf<Declared>>> {
  try {
    const { given, operands } = splitArguments(command.options, args);
    if (given.has('help')) return { kind: 'help', text: helpOf(command, environment) };
    checkNpmLeftovers(command, given, environment);
    checkOperands(command.operands, operands);
    const values = Object.entries(command.options).map(
      async ([name, option]) => [name, await readValue(name, option, given, environment)] as const,
    );
    // Object.fromEntries forgets which value belongs to which name.
    return {
      kind: 'run',
      values: Object.fromEntries(await Promise.all(values)) as ValuesOf<Declared>,
      operands,
    };
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    const help = `${callOf(command.name, environment)} --help`;
    return { kind: 'misuse', text: `${error.message}\n用法见 ${help}\n` };
  }
}

/** Why a command line cannot be understood. */
class Misuse extends Error {}

/** What is written for each option that is given; for a switch, an empty text. */
type GivenTexts = ReadonlyMap<string, readonly string[]>;

/** Sorts the arguments by option; what the texts mean is not looked at yet. */
function splitArguments(options: Options, args: readonly string[]) {
  const types = Object.entries(options).map(
    ([name, { placeholder }]) => [name, { type: placeholder === undefined ? 'boolean' : 'string' }] as const,
  );
  // Not its strict reading: its errors are in English, and know no nearest word.
  const { tokens } = parseArgs({
    args: [...args],
    options: { help: { type: 'boolean', short: 'h' }, ...Object.fromEntries(types) },
    strict: false,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    else if (token.kind === 'option') {
      const written = token.name === 'help' ? '' : writtenFor(options, token);
      given.set(token.name, [...(given.get(token.name) ?? []), written]);
    }
  }
  return { given, operands };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
}

/** The text given for an option; an empty one for a switch. */
function writtenFor(options: Options, { name, rawName, value }: OptionToken): string {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) {
    const near = nearestWord(name, [...Object.keys(options), 'help']);
    throw new Misuse(`没有 ${rawName} 这个选项${near === undefined ? '' : `，是不是 --${near}`}。`);
  }
  if (option.placeholder === undefined) {
    if (value !== undefined) throw new Misuse(`选项 ${rawName} 不带值，这里写了“${value}”。`);
    return '';
  }
  // `--out --strict`: the next option was meant as one, not as a folder's name.
  if (value === undefined || value === '' || /^--?[a-z]/.test(value)) {
    throw new Misuse(`选项 ${rawName} 后面要写值：${rawName} ${option.placeholder}。`);
  }
  return value;
}

async function readValue(
  name: string,
  { variable = '', read }: Option<unknown>,
  given: GivenTexts,
  environment: Environment,
): Promise<unknown> {
  const inVariable = environment[variable] ?? '';
  const written = given.get(name) ?? (inVariable === '' ? undefined : [inVariable]);
  try {
    return await read(written);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    const source = given.has(name) ? `选项 --${name}` : `环境变量 ${variable}`;
    throw new Misuse(`${source} 的值${error.message}，现为“${written?.at(-1) ?? ''}”。`);
  }
}

function checkOperands(operands: Operands | undefined, given: readonly string[]): void {
  const { least, most, placeholder } = operands ?? { least: 0, most: 0, placeholder: '' };
  if (given.length < least) throw new Misuse(`缺少 ${placeholder}。`);
  if (given.length > most) {
    throw new Misuse(
      `多了“${given[most] ?? ''}”。若它是选项的值，选项前要先写“--”，例如 npm run check -- --format json。`,
    );
  }
}

/** npm's own options that these are called like; not to have one of them in effect does no harm. */
const HARMLESS = new Set(['force', 'yes']);

/**
 * `npm run check --strict`, without `--` before it, gives the option to npm, which only puts it into the
 * environment: running on without it would do something else than was asked.
 */
function checkNpmLeftovers(
  { name: command, options }: Command<Options>,
  given: GivenTexts,
  environment: Environment,
): void {
  for (const name of Object.keys(options)) {
    const taken = environment[`npm_config_${name.replaceAll('-', '_')}`] ?? '';
    if (taken === '' || given.has(name) || HARMLESS.has(name)) continue;
    // On Windows, where this variable is, npm's script for PowerShell loses the `--` that was written.
    const npm = environment.PSModulePath === undefined ? 'npm' : 'npm.cmd';
    throw new Misuse(
      `选项 --${name} 被 npm 拿走了。选项前要先写“--”：${npm} run ${command} -- --${name}${npm === 'npm' ? '' : '（PowerShell 会丢掉“--”，所以写 npm.cmd；或改用“命令提示符”）'}`,
    );
  }
}
