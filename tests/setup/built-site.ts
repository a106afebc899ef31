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
    /** The same of made-up content that has what the real one has not: several departments, years and forms. */
    threeDepartments: { readonly url: string; readonly folder: string };
    /** The same of made-up content whose departments and projects change from year to year. */
    overTheYears: { readonly url: string; readonly folder: string };
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What would make the build another one: settings of who runs the tests, and what Vitest sets for itself. */
const FOREIGN =
  /^(?:SITE_URL|BASE_PATH|CONTENT_DIR|OUT_DIR|NODE_ENV|TEST|DEV|PROD|SSR|MODE|BASE_URL|VITEST.*)$/;

/**
 * Builds the real content once, as `npm run build` does, and the made-up contents of three departments and of what
 * changes over the years, serves them for all tests, and clears them away after.
 */
export default async function setUpSites(project: TestProject): Promise<() => Promise<void>> {
  const temporary = await mkdtemp(join(tmpdir(), 'mingzhang-site-'));
  const clear = () => rm(temporary, { recursive: true, force: true, maxRetries: 3 });
  const open = async (content: string, name: string) => {
    const folder = join(temporary, name);
    await build(content, folder);
    return { folder, ...(await serveFolder({ folder, port: 0, basePath: '/' })) };
  };
  try {
    const [real, three, years] = await Promise.all([
      open('content', 'dist'),
      open('tests/fixtures/three-departments', 'three-departments'),
      open('tests/fixtures/over-the-years', 'over-the-years'),
    ]);
    project.provide('siteUrl', real.url);
    project.provide('siteFolder', real.folder);
    project.provide('threeDepartments', { url: three.url, folder: three.folder });
    project.provide('overTheYears', { url: years.url, folder: years.folder });
    return async () => {
      await Promise.all([real.close(), three.close(), years.close()]);
      await clear();
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

/** Runs the build in a process of its own; all it prints goes to standard error, results being Vitest's. */
async function build(content: string, folder: string): Promise<void> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name)));
  const command = ['src/cli/mingzhang.mjs', 'build', '--content', content, '--out', folder];
  const child = spawn(process.execPath, command, {
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
