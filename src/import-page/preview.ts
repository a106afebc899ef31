import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { RefusedRequest } from './refused-request.ts';

/** What a preview is made of: the content, and files as they would be written into it. */
export interface PreviewOrder {
  /** The content folder. */
  readonly directory: string;
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** The pages that are looked at, below the site's root. */
  readonly pages: readonly string[];
}

/** Where the site's front page stands, with a slash at its end; or why there is none, in sentences. */
export type PreviewReply = { readonly url: string } | { readonly refusal: string };

/**
 * Builds run in a process of their own: they would hold up the server, and a dev server has already made its own
 * settings. It is started by its path, for it runs the whole program.
 */
const PROCESS = fileURLToPath(new URL('../publishing/preview-process.mjs', import.meta.url));

/** There is one preview at most, the last that was asked for. */
let running:
  { readonly key: string; readonly url: Promise<string>; readonly child: ChildProcess } | undefined;

/**
 * Serves the whole site as it would be once files are written, on this machine; gives its address. It stays until
 * another is asked for, `endPreview` is called or this process ends.
 *
 * @throws RefusedRequest where the content has errors, or another preview was asked for meanwhile.
 */
export function openPreview(order: PreviewOrder): Promise<string> {
  const key = keyOf(order);
  if (running?.key === key) return running.url;
  endPreview();
  const child = fork(PROCESS, {
    serialization: 'advanced',
    env: { ...process.env, NODE_ENV: 'production' },
    execArgv: [],
    // Standard output holds results only.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const url = new Promise<string>((resolve, reject) => {
    child.once('message', (reply: PreviewReply) => {
      if ('url' in reply) resolve(reply.url);
      else {
        reject(new RefusedRequest(422, reply.refusal));
        end(child);
      }
    });
    child.once('error', reject);
    child.once('exit', () => {
      if (running?.child === child) running = undefined;
      reject(new RefusedRequest(409, '这个预览已经结束。请重新打开。'));
    });
  });
  running = { key, url, child };
  child.send(order);
  // It never keeps this process from ending.
  child.unref();
  child.channel?.unref();
  return url;
}

/** Ends the preview, if there is one: its address answers no more, and what was made for it is removed. */
export function endPreview(): void {
  if (running !== undefined) end(running.child);
}

/** The process ends itself when it is left alone, and clears up before; where it is killed it cannot on every system. */
function end(child: ChildProcess): void {
  if (running?.child === child) running = undefined;
  if (child.connected) child.disconnect();
}

function keyOf({ directory, files }: PreviewOrder): string {
  const hash = createHash('sha256').update(JSON.stringify([directory, files.map(({ path }) => path)]));
  for (const { bytes } of files) hash.update(createHash('sha256').update(bytes).digest());
  return hash.digest('hex');
}
