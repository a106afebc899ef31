import { parseArgs } from 'node:util';
import { nearestWord } from '../files/nearest-word.ts';
import { callOf, helpOf, type Command, type Environment, type Operands } from './command.ts';
import { ValueError, type Given, type Option, type Options, type ValuesOf } from './option.ts';

/** What a command line asks for. */
export type CommandLine<Values> =
  | { readonly kind: 'run'; readonly values: Values; readonly operands: readonly string[] }
  | { readonly kind: 'help'; readonly text: string }
  /** It was called wrongly; the text says how, and how it should be. */
  | { readonly kind: 'misuse'; readonly text: string };

/** Reads the arguments after the command's name, and the environment for what they leave open. */
export function readCommandLine<const Declared extends Options>(
  command: Command<Declared>,
  args: readonly string[],
  environment: Environment,
): CommandLine<ValuesOf<Declared>> {
  try {
    const { given, operands, help } = splitArguments(command.options, args);
    if (help) return { kind: 'help', text: helpOf(command, environment) };
    checkNpmLeftovers(command, given, environment);
    checkOperands(command.operands, operands);
    return { kind: 'run', values: readValues(command.options, given, environment), operands };
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    const help = `${callOf(command.name, environment)} --help`;
    return { kind: 'misuse', text: `${error.message}\n用法见 ${help}\n` };
  }
}

/** Why a command line cannot be understood. */
class Misuse extends Error {}

interface Arguments {
  readonly given: ReadonlyMap<string, readonly string[]>;
  readonly operands: readonly string[];
  readonly help: boolean;
}

/** Sorts the arguments by option; the texts are not looked at yet. */
function splitArguments(options: Options, args: readonly string[]): Arguments {
  const types = Object.entries(options).map(
    ([name, { placeholder }]) => [name, { type: placeholder === undefined ? 'boolean' : 'string' }] as const,
  );
  const { tokens } = parseArgs({
    args: [...args],
    options: { help: { type: 'boolean', short: 'h' }, ...Object.fromEntries(types) },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  const operands: string[] = [];
  let help = false;
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    else if (token.kind === 'option') {
      if (token.name === 'help') help = true;
      else given.set(token.name, [...(given.get(token.name) ?? []), checkedValue(options, token)]);
    }
  }
  return { given, operands, help };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
}

/** The text given for an option; none for a switch. */
function checkedValue(options: Options, { name, rawName, value }: OptionToken): string {
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

function readValues<Declared extends Options>(
  options: Declared,
  given: Arguments['given'],
  environment: Environment,
): ValuesOf<Declared> {
  const values = Object.entries(options).map(([name, option]) => {
    const inVariable = option.variable === undefined ? undefined : environment[option.variable];
    const written =
      given.get(name) ?? (inVariable === undefined || inVariable === '' ? undefined : [inVariable]);
    const source = given.has(name) ? `选项 --${name}` : `环境变量 ${option.variable ?? ''}`;
    return [name, readValue(option, written, source)] as const;
  });
  // Object.fromEntries forgets which value belongs to which name.
  return Object.fromEntries(values) as ValuesOf<Declared>;
}

function readValue(option: Option<unknown>, written: Given, source: string): unknown {
  try {
    return option.read(written);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
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
function checkNpmLeftovers<Declared extends Options>(
  { name: command, options }: Command<Declared>,
  given: Arguments['given'],
  environment: Environment,
): void {
  for (const name of Object.keys(options)) {
    const taken = environment[`npm_config_${name.replaceAll('-', '_')}`];
    if (taken === undefined || taken === '' || given.has(name) || HARMLESS.has(name)) continue;
    throw new Misuse(`选项 --${name} 被 npm 拿走了。选项前要先写“--”：npm run ${command} -- --${name}`);
  }
}
