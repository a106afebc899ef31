import { spawn } from 'node:child_process';
import { UserError } from '../files/user-error.ts';
import { environmentOf, INCOMPLETE, type Repository } from './run-git.ts';

/** Files as commits have them, asked for one after another. */
export interface BlobReader {
  /**
   * The bytes of a blob; undefined where it has more than `most`. Throws a UserError where the repository has no such
   * blob, as one that was cloned in part; nothing is fetched.
   */
  readonly read: (id: string, most: number) => Promise<Buffer | undefined>;
  readonly close: () => void;
}

/** Starts one git for all blobs; to be closed. */
export function openBlobs({ top }: Pick<Repository, 'top'>): BlobReader {
  const child = spawn('git', ['-c', 'protocol.allow=never', 'cat-file', '--batch'], {
    cwd: top,
    env: environmentOf(process.env),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // What went wrong is told by the output, which ends then.
  child.on('error', () => child.stdout.destroy());
  child.stdin.on('error', () => child.stdout.destroy());
  const pieces = child.stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let rest: Buffer = Buffer.alloc(0);
  const more = async () => {
    const piece = await pieces.next();
    if (piece.done === true) throw new UserError(INCOMPLETE);
    rest = rest.length === 0 ? piece.value : Buffer.concat([rest, piece.value]);
  };
  const take = (length: number) => {
    const taken = rest.subarray(0, length);
    rest = rest.subarray(length);
    return taken;
  };
  return {
    read: async (id, most) => {
      child.stdin.write(`${id}\n`);
      while (!rest.includes(10)) await more();
      // `a1b2 blob 1234`, or `a1b2 missing`.
      const [, kind, size] = take(rest.indexOf(10) + 1)
        .toString()
        .trim()
        .split(' ');
      if (kind !== 'blob') throw new UserError(INCOMPLETE);
      // A line feed follows the bytes.
      let left = Number(size) + 1;
      while (left > most + 1 && left > rest.length) {
        left -= take(rest.length).length;
        await more();
      }
      while (rest.length < left) await more();
      const bytes = take(left).subarray(0, -1);
      return Number(size) > most ? undefined : Buffer.from(bytes);
    },
    close: () => {
      child.stdin.end();
      child.kill();
    },
  };
}
