import { totalmem } from 'node:os';
import { getHeapStatistics } from 'node:v8';

/** What a content file takes of the heap until its site is made, and what the program takes, in bytes; measured up to 100,000 files. */
const A_FILE = 36_000;
const THE_PROGRAM = 100_000_000;

/** With less than this more than it needs, a process does little but look for what can be cleared away. */
const ROOM = 1.3;

/** What a process takes in all, as a multiple of its heap. */
const WHOLE = 1.6;

/** What Pagefind's process takes for a content file while it makes its index. */
const A_DOCUMENT = 140_000;

/** Of the memory of a machine, what may be taken. */
const MOST = 0.9;

export interface Memory {
  readonly allowed: number;
  readonly memory: number;
}

/** How large the heap of a process becomes that makes a site of so many content files, in bytes, with some room. */
export const heapFor = (contentFiles: number): number => (THE_PROGRAM + contentFiles * A_FILE) * ROOM;
const processFor = (contentFiles: number): number => heapFor(contentFiles) * WHOLE;
const indexFor = (contentFiles: number): number => contentFiles * A_DOCUMENT;

/** How many processes, each with the whole content, a machine has memory for beside Pagefind's; one in any case. */
export const processesInMemory = (contentFiles: number, memory = totalmem()): number =>
  Math.max(1, Math.floor((memory * MOST - indexFor(contentFiles)) / processFor(contentFiles)));

/**
 * Says where there is less memory than the site of so many content files needs: the build would end in the middle, in words that no
 * editor understands. Undefined where there is enough.
 *
 * @param isPart whether it is a part of one, for which Pagefind makes no index.
 * @param there how large the heap may become, and what the machine has, in bytes.
 */
export function memoryWarning(
  contentFiles: number,
  isPart = false,
  { allowed, memory }: Memory = { allowed: getHeapStatistics().heap_size_limit, memory: totalmem() },
): string | undefined {
  const heap = heapFor(contentFiles);
  if (heap > allowed) {
    const enough = Math.ceil(heap / 2 ** 30) * 1024;
    return `${tooLittle(contentFiles, heap, ` Node.js 只准用 ${inGigabytes(allowed)} GB`)}请设置环境变量 NODE_OPTIONS=--max-old-space-size=${String(enough)} 再运行。`;
  }
  const all = processFor(contentFiles) + (isPart ? 0 : indexFor(contentFiles));
  if (all <= memory) return undefined;
  return `${tooLittle(contentFiles, all, `这台机器有 ${inGigabytes(memory)} GB`)}请换一台内存大的机器。`;
}

const tooLittle = (contentFiles: number, needed: number, there: string): string =>
  `有${contentFiles.toLocaleString('en-US')}个内容文件，大约需要 ${inGigabytes(needed)} GB 内存，而${there}，可能很慢，或者中途停下（原来的网站不变）。`;

const inGigabytes = (bytes: number): string => (bytes / 2 ** 30).toFixed(1);
