import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { PublishingError } from '../../src/files/user-error.ts';
import { heapFor } from '../../src/publishing/memory-needed.ts';
import { watchOtherPrograms, type Taken } from './other-programs.ts';

/** Settings of who runs the measuring that would change what is measured. */
const FOREIGN = /^(?:SITE_URL|BASE_PATH|CONTENT_DIR|OUT_DIR|PORT|NODE_ENV|NODE_OPTIONS)$/;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Has Node.js, and what it starts, say in the end how much memory it took at most, how long processors, and how long the parts
 * of a build took (`src/rebuild/timed.ts`).
 */
const PEAK = `data:text/javascript,${encodeURIComponent(
  `import { isMainThread } from 'node:worker_threads';
  if (isMainThread) process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    process.stderr.write('peak ' + maxRSS + ' ' + (userCPUTime + systemCPUTime) + '\\n');
    for (const { name, duration } of performance.getEntriesByType('measure'))
      if (name.startsWith('mingzhang:')) process.stderr.write(name + ' ' + process.pid + ' ' + duration + '\\n');
  });`,
)}`;

export interface EndedProcess {
  /** All that it wrote. */
  readonly output: string;
  /** The most memory that each process took for it, added up, in bytes. */
  readonly memory: number;
  /** How long processors worked for all of them, in milliseconds. */
  readonly processor: number;
  /** How long the parts of a build took in the process that was started, in milliseconds. */
  readonly parts: ReadonlyMap<string, number>;
}

/** A program of Node.js in a process of its own, which ends with this one at the latest. */
export interface RunningProcess {
  /** The first that it writes. */
  readonly started: Promise<string>;
  readonly ended: Promise<EndedProcess>;
  /** Tells it to end, and waits until it has. */
  readonly stop: () => Promise<void>;
}

/** The default of Node.js, about, is enough for so many projects. */
const MANY = 50_000;

/** What lets a process of Node.js take as much memory as it needs for a site of so many projects. */
export const heapOptions = (projects: number): readonly string[] =>
  projects < MANY ? [] : [`--max-old-space-size=${String(Math.ceil((2 * heapFor(projects)) / 2 ** 20))}`];

/** How a process is started. */
export interface Start {
  /** What its environment has beside that of this process. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Options of Node.js, for all processes that it starts too. */
  readonly options?: readonly string[];
  /** Whether it is counted what programs other than Node.js take; to look takes a hundredth of a processor. */
  readonly countsOthers?: boolean;
}

/** Starts a script with its parameters. Both promises reject with what it said where it fails. */
export function startProcess(
  parameters: readonly string[],
  { environment = {}, options = [], countsOthers = false }: Start = {},
): RunningProcess {
  const kept = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
  const NODE_OPTIONS = [`--import=${PEAK}`, ...options].join(' ');
  const child = spawn(process.execPath, parameters, {
    cwd: ROOT,
    env: { ...Object.fromEntries(kept), NODE_OPTIONS, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const others = countsOthers && child.pid !== undefined ? watchOtherPrograms(child.pid) : () => [];
  // At this signal Lighthouse ends its browser, too.
  const stop = () => child.kill('SIGINT');
  process.once('exit', stop);
  let taken: readonly Taken[] = [];
  const closed = once(child, 'close').finally(() => {
    process.off('exit', stop);
    taken = others();
  });
  let output = '';
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const failure = (status: unknown) =>
    new PublishingError(`${parameters.join(' ')} 没有运行成功（${String(status)}）：\n${said.trim()}`);
  const ended = closed.then(([code, signal]: unknown[]) => {
    if (code !== 0) throw failure(code ?? signal);
    const own = [...said.matchAll(/^peak (\d+) (\d+)$/gm)].map(([, memory, processor]) => ({
      memory: Number(memory) * 1024,
      processor: Number(processor) / 1000,
    }));
    const used = [...own, ...taken];
    return {
      output,
      memory: used.reduce((sum, { memory }) => sum + memory, 0),
      processor: used.reduce((sum, { processor }) => sum + processor, 0),
      parts: new Map(
        [...said.matchAll(/^mingzhang:(\S+) (\d+) ([\d.]+)$/gm)].flatMap(([, part = '', pid, time]) =>
          Number(pid) === child.pid ? [[part, Number(time)] as const] : [],
        ),
      ),
    };
  });
  const started = Promise.race([
    once(child.stdout, 'data').then(() => output.trim()),
    closed.then(([code]: unknown[]) => {
      throw failure(code);
    }),
  ]);
  // Each is told where it is awaited.
  ended.catch(() => undefined);
  started.catch(() => undefined);
  return {
    started,
    ended,
    stop: async () => {
      stop();
      await closed;
    },
  };
}
