import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { PublishingError } from '../../src/publishing/publishing-error.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Settings of who runs the measuring that would make the build another one. */
const FOREIGN = /^(?:SITE_URL|BASE_PATH|CONTENT_DIR|OUT_DIR|NODE_ENV)$/;

/**
 * Runs `mingzhang build` in a process of its own, which ends with this one. Throws a PublishingError with what
 * the build said where it fails.
 */
export async function runBuild(content: string, out: string): Promise<void> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name)));
  const child = spawn(
    process.execPath,
    ['src/cli/mingzhang.mjs', 'build', '--content', content, '--out', out],
    {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const stop = () => child.kill();
  process.once('exit', stop);
  const said: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const status = await new Promise<number | string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve(code ?? signal ?? 'unknown');
    });
  });
  process.off('exit', stop);
  if (status !== 0) {
    throw new PublishingError(`没能从“${content}”生成网站（${status}），无法测量：\n${said.join('').trim()}`);
  }
}
