import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { serveFolder } from '../../src/publishing/serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the front page of the site under test, with a slash at its end. */
    siteUrl: string;
    /** Absolute path of the folder that the site was built into. */
    siteFolder: string;
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What would make the build another one: settings of who runs the tests, and what Vitest sets for itself. */
const FOREIGN =
  /^(?:SITE_URL|BASE_PATH|CONTENT_DIR|OUT_DIR|NODE_ENV|TEST|DEV|PROD|SSR|MODE|BASE_URL|VITEST.*)$/;

/** Builds the real content once, as `npm run build` does, serves it for all tests, and clears both away after. */
export default async function setUpSite(project: TestProject): Promise<() => Promise<void>> {
  const temporary = await mkdtemp(join(tmpdir(), 'mingzhang-site-'));
  const clear = () => rm(temporary, { recursive: true, force: true, maxRetries: 3 });
  try {
    const folder = join(temporary, 'dist');
    await build(folder);
    const { url, close } = await serveFolder({ folder, port: 0, basePath: '/' });
    project.provide('siteUrl', url);
    project.provide('siteFolder', folder);
    return async () => {
      await close();
      await clear();
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

/** Runs the build in a process of its own; all it prints goes to standard error, results being Vitest's. */
async function build(folder: string): Promise<void> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name)));
  const child = spawn(process.execPath, ['src/cli/mingzhang.mjs', 'build', '--out', folder], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 2, 2],
  });
  const status = await new Promise<number | string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      resolve(code ?? signal ?? 'unknown');
    });
  });
  if (status !== 0) throw new Error(`网站没有生成，无法测试（mingzhang build：${status}，原因见上）。`);
}
