import { printable } from '../files/printable.ts';
import { UserError } from '../files/user-error.ts';
import { toPublishingError } from '../files/publishing-error.ts';
import { BUNDLER_MEMORY } from '../publishing/save-memory.ts';
import type { Command } from './command.ts';
import type { Options, ValuesOf } from './option.ts';
import { readCommandLine } from './read-command-line.ts';

/** How a command ended: 0 done, 1 errors in the content or input, 2 it was called wrongly. */
export type ExitStatus = 0 | 1 | 2;

/** A command that can be run, whatever its options are. */
export interface RunnableCommand {
  readonly summary: string;
  readonly run: (args: readonly string[]) => Promise<void>;
}

/** A command as a module of `commands/` gives it. */
export function defineCommand<const Declared extends Options>(
  command: Command<Declared>,
  work: (values: ValuesOf<Declared>, operands: readonly string[]) => Promise<ExitStatus>,
): RunnableCommand {
  return { summary: command.summary, run: (args) => runCommand(command, work, args) };
}

/**
 * Runs a command as the program of this process: reads the command line, explains or refuses, does the work, and
 * sets the exit status.
 */
export async function runCommand<const Declared extends Options>(
  command: Command<Declared>,
  work: (values: ValuesOf<Declared>, operands: readonly string[]) => Promise<ExitStatus>,
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  endOnSignals();
  // Before anything is loaded that looks at them: Astro, and what a project's configuration imports.
  Object.assign(process.env, {
    ...BUNDLER_MEMORY,
    NODE_ENV: command.mode ?? 'production',
    ASTRO_TELEMETRY_DISABLED: '1',
    ASTRO_DISABLE_UPDATE_CHECK: 'true',
  });
  try {
    const line = await readCommandLine(command, args, process.env);
    if (line.kind === 'help') process.stdout.write(line.text);
    else if (line.kind === 'misuse') {
      process.stderr.write(printable(line.text));
      process.exitCode = 2;
    } else process.exitCode = await work(line.values, line.operands);
  } catch (error) {
    const known = toPublishingError(error, '文件');
    if (!(known instanceof UserError)) throw error;
    // What was begun, such as a server that could not start, would keep the process alive.
    process.stderr.write(`${printable(known.message)}\n`, () => process.exit(1));
  }
}

/**
 * Ends in an orderly way when told to, so that what is to be cleared away at the end is cleared away. Work that was
 * cut short ends with the signal's status; a server that was started (the status is set by then) was just closed.
 */
function endOnSignals(): void {
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => process.exit(process.exitCode ?? status));
  }
  // Who reads the output has seen enough: `npm run check | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    const known = toPublishingError(error, '标准输出');
    if (!(known instanceof UserError)) throw error;
    process.stderr.write(`${printable(known.message)}\n`, () => process.exit(1));
  });
}
