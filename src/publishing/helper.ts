import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { SiteAddress } from '../integration/site-address.ts';
import { readRecord } from '../rebuild/record.ts';
import type { DataPlace } from '../open-data/data-files.ts';
import type { MadeElsewhere, Share } from '../rebuild/share.ts';
import type { BuildOptions } from './build.ts';
import { processesInMemory } from './memory-needed.ts';
import { openWorkFolder, type WorkFolder } from './work-folder.ts';

/** What a helper makes, of which content, and where. */
export type HelpOrder = PartOrder | DataOrder;

interface Order extends Pick<BuildOptions, 'content'> {
  /** The helper's own folder. */
  readonly folder: string;
}

/** Departments' years, what it can get hold of. */
export interface PartOrder extends Order, SiteAddress {
  readonly kind: 'part';
  /** Where a folder stands for each department's year that somebody has taken. */
  readonly claims: string;
}

/** The data of more than one department; a second message tells where the site will stand. */
export interface DataOrder extends Order {
  readonly kind: 'data';
}

/** Who makes parts of a build beside it. */
export interface Helpers {
  readonly share: Share;
  /** Ends them, and clears away what they made. */
  readonly end: () => void;
}

/** A process of its own: pages are rendered one after the other, so that one process uses one processor. */
const PROCESS = fileURLToPath(new URL('helper-process.mjs', import.meta.url));

/** Fewer content files are read and rendered sooner than a second process is ready. */
const LEAST_FILES = 400;

/** There are no more than these unless they are asked for. */
const MOST_PROCESSES = 4;

/** How many processes make a new site of so many content files soonest. */
export const processesFor = (contentFiles: number): number =>
  contentFiles < LEAST_FILES
    ? 1
    : Math.min(availableParallelism(), MOST_PROCESSES, processesInMemory(contentFiles));

/**
 * Starts processes that make what departments' years they can get hold of, from the last on, while the build makes them from
 * the first on. What they made is taken over only where it was made of the same things; where one fails, the build makes it.
 */
export function startHelpers(
  count: number,
  { content, siteUrl, basePath }: SiteAddress & Pick<BuildOptions, 'content'>,
): Helpers {
  const work = openWorkFolder(process.cwd(), 'help');
  const claims = join(work.path, 'claims');
  mkdirSync(claims, { recursive: true });
  const helpers = Array.from({ length: count }, (_, place) =>
    startHelper({
      ...{ kind: 'part', content, siteUrl, basePath, claims },
      folder: join(work.path, String(place + 1)),
    }),
  );
  const share = { isPart: false, takes: claimIn(claims), others: () => madeBy(helpers) };
  return { share, end: endOf(helpers, work) };
}

/**
 * Starts a process that makes the data of more than one department, which are other ones after any change of the content, while
 * the build finds out what else is to be made again.
 */
export function startDataHelper(content: string): Helpers {
  const work = openWorkFolder(process.cwd(), 'help');
  const helper = startHelper({ kind: 'data', content, folder: join(work.path, 'data') });
  const haveDataMade = (base: string, host: string | undefined) => {
    helper.child.send({ base, host } satisfies DataPlace, () => undefined);
  };
  const share = { isPart: false, takes: () => true, haveDataMade, others: () => madeBy([helper]) };
  return { share, end: endOf([helper], work) };
}

interface Helper {
  readonly child: ChildProcess;
  readonly folder: string;
  readonly ended: Promise<void>;
}

function startHelper(order: HelpOrder): Helper {
  const child = fork(PROCESS, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.once('error', () => {
      resolve();
    });
  });
  child.send(order, () => undefined);
  return { child, folder: order.folder, ended };
}

async function madeBy(helpers: readonly Helper[]): Promise<readonly MadeElsewhere[]> {
  await Promise.all(helpers.map(({ ended }) => ended));
  return helpers.map(({ folder }) => {
    const { program: basis, files } = readRecord(recordOf(folder));
    return { folder: partOf(folder), basis, files };
  });
}

const endOf = (helpers: readonly Helper[], work: WorkFolder) => () => {
  for (const { child } of helpers) child.kill('SIGKILL');
  work.remove();
};

/** Where a helper puts what it makes. */
export const partOf = (folder: string): string => join(folder, 'part');

/** Where a helper notes what it made. */
export const recordOf = (folder: string): string => join(folder, 'part.jsonl');

/** Takes a department's year where nobody else has: making a folder fails where it is there. */
export const claimIn =
  (claims: string) =>
  (unit: string): boolean => {
    try {
      mkdirSync(join(claims, unit.replace('/', '-')));
      return true;
    } catch {
      return false;
    }
  };

/** Ends this process when who started it is gone. */
export function endWithParent(): void {
  process.once('disconnect', () => process.exit());
}
