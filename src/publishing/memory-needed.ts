import { totalmem } from 'node:os';
import process from 'node:process';
import { getHeapStatistics } from 'node:v8';

/** What a content file takes of the heap until its site is made, and what the program takes, in bytes; measured up to 100,000 files. */
const A_FILE = 36_000;
const THE_PROGRAM = 100_000_000;

/** With less than this more than it needs, a process does little but look for what can be cleared away. */
const ROOM = 1.3;

/** What a whole process takes for a content file, and what it takes for none. */
const A_FILE_IN_ALL = 75_000;
const THE_PROCESS = 500_000_000;

/** What Pagefind's process takes for a content file while it makes its index. */
const A_DOCUMENT = 140_000;

/** How much of the memory of a machine may be taken. */
const MOST = 0.9;

/** What there is, in bytes. */
export interface Memory {
  /** How large the heap of a process may become. */
  readonly heap: number;
  /** What the machine has, or what its container may take. */
  readonly machine: number;
}

function memoryHere(): Memory {
  // 0 where that is not known, and more than there is where nothing is set.
  const limit = process.constrainedMemory();
  return {
    heap: getHeapStatistics().heap_size_limit,
    machine: limit > 0 ? Math.min(limit, totalmem()) : totalmem(),
  };
}

/** How large the heap of a process becomes that makes a site of so many content files, in bytes, with some room. */
export const heapFor = (contentFiles: number): number => (THE_PROGRAM + contentFiles * A_FILE) * ROOM;

const processFor = (contentFiles: number): number => THE_PROCESS + contentFiles * A_FILE_IN_ALL;
const indexFor = (contentFiles: number): number => contentFiles * A_DOCUMENT;

/** How many processes, each with the whole content, there is memory for beside Pagefind's; one in any case. */
export const processesInMemory = (contentFiles: number, { machine }: Memory = memoryHere()): number =>
  Math.max(1, Math.floor((machine * MOST - indexFor(contentFiles)) / processFor(contentFiles)));

/**
 * Says where there is less memory than the site of so many content files needs: the build would end in the middle, in words that no
 * editor understands. Undefined where there is enough.
 *
 * @param isPart whether it is a part of one, for which Pagefind makes no index.
 */
export function memoryWarning(
  contentFiles: number,
  isPart = false,
  { heap, machine }: Memory = memoryHere(),
): string | undefined {
  const all = processFor(contentFiles) + (isPart ? 0 : indexFor(contentFiles));
  const lacks: string[] = [];
  if (all > machine * MOST)
    lacks.push(
      `一共大约需要 ${inGigabytes(all)} GB，这台机器有 ${inGigabytes(machine)} GB，请换一台内存大的机器`,
    );
  if (heapFor(contentFiles) > heap) {
    const enough = Math.ceil(heapFor(contentFiles) / 2 ** 30) * 1024;
    lacks.push(
      `Node.js 大约需要 ${inGigabytes(heapFor(contentFiles))} GB，现在只准用 ${inGigabytes(heap)} GB，请设置环境变量 NODE_OPTIONS=--max-old-space-size=${String(enough)} 再运行`,
    );
  }
  if (lacks.length === 0) return undefined;
  return `有${contentFiles.toLocaleString('en-US')}个内容文件，内存可能不够，会很慢，或者中途停下（原来的网站不变）：${lacks.join('；')}。`;
}

const inGigabytes = (bytes: number): string => (bytes / 2 ** 30).toFixed(1);
