import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What would make the server another one: settings of who runs the tests, and what Vitest sets for itself. */
const FOREIGN =
  /^(?:SITE_URL|BASE_PATH|CONTENT_DIR|PORT|OUT_DIR|NODE_ENV|TEST|DEV|PROD|SSR|MODE|BASE_URL|VITEST.*)$/;

export interface DevServer {
  /** The address that it printed, with a slash at its end. */
  readonly url: string;
  /** All that it has printed on standard error since. */
  readonly said: () => string;
  /** Ends it as Ctrl-C does; gives its exit status. */
  readonly stop: () => Promise<number | null>;
}

/** Starts `npm run dev`, or `npm start`, on a content folder, in a process of its own. */
export async function startDevServer(
  content: string,
  settings: Readonly<Record<string, string>> = {},
  command: 'dev' | 'start' = 'dev',
): Promise<DevServer> {
  const own = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
  const child = spawn(process.execPath, ['src/cli/mingzhang.mjs', command, '--content', content], {
    cwd: ROOT,
    env: { ...Object.fromEntries(own), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const url = await Promise.race([
    once(child.stdout.setEncoding('utf8'), 'data').then(([text]) => String(text).trim()),
    ended.then(() => {
      throw new Error(`The dev server did not start:\n${said}`);
    }),
  ]);
  return {
    url,
    said: () => said,
    stop: async () => {
      child.kill('SIGINT');
      return (await ended)[0];
    },
  };
}
