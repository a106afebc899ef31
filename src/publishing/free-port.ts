import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PublishingError } from '../files/user-error.ts';

/** How many ports are tried before giving up. */
const TRIES = 50;

/**
 * Makes a server listen on this machine only, on the given port or on the next free one; 0 takes any.
 *
 * Gives the port taken. Throws a PublishingError where none of 50 can be had.
 */
export async function listenOnFreePort(server: Server, first: number): Promise<number> {
  const last = first === 0 ? 0 : Math.min(first + TRIES - 1, 65_535);
  for (let port = first; port <= last; port += 1) {
    try {
      await once(server.listen(port, '127.0.0.1'), 'listening');
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const { code = String(error) } = error as NodeJS.ErrnoException;
      // A port below 1024 needs rights that the next one may not need either.
      if (code === 'EADDRINUSE' || code === 'EACCES') continue;
      throw new PublishingError(`不能打开端口 ${String(port)}（${code}）。`);
    }
  }
  throw new PublishingError(
    `从 ${String(first)} 到 ${String(last)} 的端口都不能用，请用 --port 换一个端口。`,
  );
}
