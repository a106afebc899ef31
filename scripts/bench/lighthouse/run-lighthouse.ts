import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BROWSER_ARGUMENTS } from '../browser.ts';
import { CATEGORY_NAMES, readLighthouseResult, type LighthouseResult } from './lighthouse-result.ts';
import { leaveOutWaiting, type TraceEvent } from './processor-time.ts';

const PROGRAM = fileURLToPath(new URL('node_modules/lighthouse/cli/index.js', import.meta.url));

/** Whether Lighthouse is installed; `scripts/setup.mjs --lighthouse` does that. */
export function hasLighthouse(): boolean {
  return existsSync(PROGRAM);
}

/** One visit of a page, judged twice. */
export interface LighthouseRun {
  readonly asMeasured: LighthouseResult;
  /** Without the time that the page waited for a processor. */
  readonly withoutWaiting: LighthouseResult;
}

/**
 * Runs Lighthouse with its own settings (a slow phone on a slow network) on one address, in a process and a browser
 * of its own; what it gathers lies in `folder` meanwhile. Throws where it cannot measure.
 */
export async function runLighthouse(url: string, browser: string, folder: string): Promise<LighthouseRun> {
  const gathered = await mkdtemp(join(folder, 'lighthouse-'));
  try {
    await lighthouse(url, browser, [`--gather-mode=${gathered}`]);
    const judge = async () =>
      readLighthouseResult(
        await lighthouse(url, browser, [`--audit-mode=${gathered}`, '--output=json', '--output-path=stdout']),
      );
    const asMeasured = await judge();
    const trace = join(gathered, 'trace.json');
    const recorded = JSON.parse(await readFile(trace, 'utf8')) as { readonly traceEvents: TraceEvent[] };
    leaveOutWaiting(recorded.traceEvents);
    await writeFile(trace, JSON.stringify(recorded));
    return { asMeasured, withoutWaiting: await judge() };
  } finally {
    await rm(gathered, { recursive: true, force: true });
  }
}

/** Gives what Lighthouse writes to its standard output. */
async function lighthouse(url: string, browser: string, own: readonly string[]): Promise<string> {
  const parameters = [
    url,
    ...own,
    '--quiet',
    '--locale=zh',
    '--no-enable-error-reporting',
    `--only-categories=${CATEGORY_NAMES.join(',')}`,
    `--chrome-flags=${['--headless=new', ...BROWSER_ARGUMENTS].join(' ')}`,
  ];
  const child = spawn(process.execPath, [PROGRAM, ...parameters], {
    env: { ...process.env, CHROME_PATH: browser },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // At this signal it ends its browser, too.
  const stop = () => child.kill('SIGINT');
  process.once('exit', stop);
  let written = '';
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = await new Promise<number | string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve(code ?? signal ?? 'unknown');
    });
  });
  process.off('exit', stop);
  if (ended !== 0) throw new Error(`Lighthouse ended with ${ended} at ${url}:\n${said.trim()}`);
  return written;
}
