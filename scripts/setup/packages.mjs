import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { takeLock } from './lock.mjs';
import { isComplete, isUpToDate, readDependencies } from './lock-file.mjs';
import { installPackages } from './npm.mjs';
import { SetupError } from './setup-error.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.mingzhang-setup');
const WINDOWS = process.platform === 'win32';

/** What Astro needs; what is older can run setup only. */
const OLDEST_RUNTIME = [22, 12];

/**
 * Makes node_modules what package-lock.json says. A stamp written last, over everything it vouches for, tells a
 * finished set-up from one that was killed; where it is missing (a plain `npm ci`) the packages are compared.
 */
export async function ensurePackages() {
  try {
    if (!isStamped()) await completePackages();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new SetupError(
      `不能写入“${ROOT}”（${error.message}）。请检查文件夹的权限和磁盘空间，然后重新运行。`,
    );
  }
}

async function completePackages() {
  if (!isUpToDate(ROOT)) {
    throw new SetupError(
      'package.json 里的依赖改过，而 package-lock.json 没有跟着改。请先运行 npm install，再运行刚才的命令。',
    );
  }
  const lock = await takeLock(join(ROOT, '.astro', 'setup.lock'));
  try {
    if (isStamped()) return;
    if (!isComplete(ROOT)) await installPackages(ROOT, lock);
    ensureRuntime();
    writeFileSync(`${STAMP}.part`, fingerprint() ?? '');
    renameSync(`${STAMP}.part`, STAMP);
  } finally {
    lock.release();
  }
}

function isStamped() {
  const expected = fingerprint();
  return expected !== undefined && readText(STAMP) === expected;
}

/** A hash over what is wanted and what npm last recorded as installed, for this platform; undefined without either. */
function fingerprint() {
  const wanted = readText(join(ROOT, 'package-lock.json'));
  const installed = readText(join(MODULES, '.package-lock.json'));
  if (wanted === undefined || installed === undefined) return undefined;
  return createHash('sha256')
    .update(JSON.stringify([wanted, readDependencies(ROOT), installed, process.platform, process.arch]))
    .digest('hex');
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** The next script runs on node_modules/.bin/node where that works on this system, else on the system's Node. */
function ensureRuntime() {
  const bin = join(MODULES, '.bin', 'node');
  if (existsSync(bin)) {
    const { status } = spawnSync(WINDOWS ? `${bin}.cmd` : bin, ['--version'], { shell: WINDOWS });
    if (status === 0) return;
    // For example on Alpine Linux, whose C library the packaged program does not know.
    for (const name of [bin, `${bin}.cmd`, `${bin}.ps1`]) rmSync(name, { force: true });
  }
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_RUNTIME;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new SetupError(
    `这个系统（${process.platform} ${process.arch}）没有随附的 Node.js 可用，而已安装的 ${process.versions.node} 太旧。请从 https://nodejs.org/zh-cn 安装 Node.js 24，然后重新运行。`,
  );
}
