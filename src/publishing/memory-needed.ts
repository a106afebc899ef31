import { totalmem } from 'node:os';
import { getHeapStatistics } from 'node:v8';

/** What a content file takes of the heap until its site is made, and what the program takes, in bytes; measured up to 100,000 files. */
const A_FILE = 36_000;
const THE_PROGRAM = 100_000_000;

/** With less than this more than it needs, a process does little but look for what can be cleared away. */
const ROOM = 1.3;

/** What a process takes beside its heap, as a multiple of it. */
const BESIDE = 1.6;

const needed = (contentFiles: number): number => (THE_PROGRAM + contentFiles * A_FILE) * ROOM;

/** How many processes, each with the whole content, a machine has memory for; one in any case. */
export const processesInMemory = (contentFiles: number, memory = totalmem()): number =>
  Math.max(1, Math.floor((memory * 0.8) / (needed(contentFiles) * BESIDE)));

/**
 * Says where Node.js may take less memory than the site of so many content files needs: it would end in the middle, in words that no
 * editor understands. Undefined where there is enough.
 *
 * @param allowed how large the heap may become, in bytes.
 */
export function memoryWarning(
  contentFiles: number,
  allowed = getHeapStatistics().heap_size_limit,
): string | undefined {
  const most = needed(contentFiles);
  if (most <= allowed) return undefined;
  const enough = Math.ceil(most / 2 ** 30) * 1024;
  return `有${contentFiles.toLocaleString('en-US')}个内容文件，大约需要 ${inGigabytes(most)} GB 内存，而 Node.js 只准用 ${inGigabytes(allowed)} GB，可能很慢，或者中途停下（原来的网站不变）。请设置环境变量 NODE_OPTIONS=--max-old-space-size=${String(enough)} 再运行。`;
}

const inGigabytes = (bytes: number): string => (bytes / 2 ** 30).toFixed(1);
