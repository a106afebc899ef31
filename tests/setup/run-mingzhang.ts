import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Settings of who runs the tests, and what Vitest sets for itself: they would make the run another one. */
const FOREIGN =
  /^(?:SITE_URL|BASE_PATH|CONTENT_DIR|OUT_DIR|NODE_ENV|NODE_OPTIONS|TEST|DEV|PROD|SSR|MODE|BASE_URL|VITEST.*)$/;

/** How a command ended, and all that it said. */
export interface RunCommand {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly results: string;
  readonly notes: string;
}

export interface RunOptions {
  /** The project; this repository where left out. */
  readonly root?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** A module that is loaded before the program. */
  readonly preload?: string;
  /** After how many milliseconds it is killed. */
  readonly killedAfter?: number | undefined;
  /** What it runs within, such as a shell that sets its limits; the command's line follows. */
  readonly within?: readonly string[];
}

/** Runs a command of the program in a process of its own. */
export async function runMingzhang(
  args: readonly string[],
  { root = ROOT, environment = {}, preload, killedAfter, within = [] }: RunOptions = {},
): Promise<RunCommand> {
  const own = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
  const [program = process.execPath, ...line] = [
    ...[...within, process.execPath],
    ...[...(preload === undefined ? [] : ['--import', preload]), `${root}/src/cli/mingzhang.mjs`, ...args],
  ];
  const child = spawn(program, line, {
    cwd: root,
    env: { ...Object.fromEntries(own), NO_COLOR: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [results, notes] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (results += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (notes += text));
  const timer = killedAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killedAfter);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => {
      clearTimeout(timer);
      resolve({ status, signal, results, notes });
    });
  });
}
