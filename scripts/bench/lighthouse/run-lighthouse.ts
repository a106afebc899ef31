import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BROWSER_ARGUMENTS } from '../browser.ts';
import { CATEGORY_NAMES, readLighthouseResult, type LighthouseResult } from './lighthouse-result.ts';

const PROGRAM = fileURLToPath(new URL('node_modules/lighthouse/cli/index.js', import.meta.url));

/** Whether Lighthouse is installed; `scripts/setup.mjs --lighthouse` does that. */
export function hasLighthouse(): boolean {
  return existsSync(PROGRAM);
}

/**
 * Runs Lighthouse with its own settings (a slow phone on a slow network) on one address, in a process and a browser
 * of its own. Throws where it cannot measure.
 */
export async function runLighthouse(url: string, browser: string): Promise<LighthouseResult> {
  const parameters = [
    url,
    '--quiet',
    '--output=json',
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
  return readLighthouseResult(written);
}
