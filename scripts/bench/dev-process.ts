import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { PublishingError } from '../../src/publishing/publishing-error.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Settings of who runs the measuring that would make the server another one. */
const FOREIGN = /^(?:SITE_URL|BASE_PATH|CONTENT_DIR|PORT|NODE_ENV)$/;

/** A dev server in a process of its own. */
export interface DevProcess {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Runs a script that starts a dev server and prints its address; the process ends with this one at the latest.
 * Throws a PublishingError with what the script said where it fails.
 */
export async function startDevProcess(script: string, parameters: readonly string[]): Promise<DevProcess> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name)));
  const child = spawn(process.execPath, [script, ...parameters], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => child.kill();
  process.once('exit', kill);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'exit');
  const url = await Promise.race([
    once(child.stdout.setEncoding('utf8'), 'data').then(([text]) => String(text).trim()),
    ended.then(() => {
      throw new PublishingError(`编辑时的服务器没有启动，无法测量：\n${said.trim()}`);
    }),
  ]);
  return {
    url,
    stop: async () => {
      process.off('exit', kill);
      kill();
      await ended;
    },
  };
}
