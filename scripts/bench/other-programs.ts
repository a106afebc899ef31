import { readdirSync, readFileSync } from 'node:fs';

/** What a program that is not Node.js took, such as Pagefind's. */
export interface Taken {
  /** The most memory, in bytes. */
  readonly memory: number;
  /** How long processors worked for it, in milliseconds. */
  readonly processor: number;
}

/** How often it is looked at what they take. */
const PAUSE = 200;

/** Linux counts the time of processors in hundredths of a second. */
const TICK = 10;

/**
 * Watches what the programs that a process starts, and those that these start, take, as long as they run; those of Node.js say it
 * themselves. Only Linux says it of others (`proc(5)`): elsewhere nothing is found.
 *
 * @param root the id of the process.
 * @returns ends watching, and gives what each took, as it was when it was last seen.
 */
export function watchOtherPrograms(root: number): () => readonly Taken[] {
  const taken = new Map<number, Taken>();
  const look = () => {
    for (const { id, name } of descendantsOf(root)) {
      const now = name === 'node' || name === 'MainThread' ? undefined : takenBy(id);
      if (now !== undefined) taken.set(id, now);
    }
  };
  const timer = setInterval(look, PAUSE);
  return () => {
    clearInterval(timer);
    return [...taken.values()];
  };
}

interface Process {
  readonly id: number;
  readonly parent: number;
  readonly name: string;
}

function descendantsOf(root: number): readonly Process[] {
  const all = allProcesses();
  const found: Process[] = [];
  let parents = new Set([root]);
  while (parents.size > 0) {
    const children = all.filter(({ parent }) => parents.has(parent));
    found.push(...children);
    parents = new Set(children.map(({ id }) => id));
  }
  return found;
}

function allProcesses(): readonly Process[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').flatMap((id) => {
    const [, name, parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(textOf(`/proc/${id}/stat`)) ?? [];
    return name === undefined ? [] : [{ id: Number(id), parent: Number(parent), name }];
  });
}

function takenBy(id: number): Taken | undefined {
  const most = /^VmHWM:\s*(\d+) kB/m.exec(textOf(`/proc/${String(id)}/status`))?.[1];
  // After the name, which may have blanks in it, the twelfth and thirteenth are the times in user and system mode.
  const [, rest = ''] = /\) (.*)/s.exec(textOf(`/proc/${String(id)}/stat`)) ?? [];
  const [user = '', system = ''] = rest.split(' ').slice(11, 13);
  if (most === undefined || system === '') return undefined;
  return { memory: Number(most) * 1024, processor: (Number(user) + Number(system)) * TICK };
}

/** The text of a file; '' where it is gone, as those of a process that has ended are. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
