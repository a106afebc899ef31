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
const BENCH = /** @type {const} */ ([
  ['lighthouse', '正在安装 Lighthouse（约 180 MB，只有性能测量用它）……'],
  ['eleventy', '正在安装 Eleventy（约 25 MB，只有性能测量用它）……'],
]);
const WINDOWS = process.platform === 'win32';

/** The first that runs TypeScript as it stands; what is older can run setup only. */
const OLDEST_RUNTIME = [22, 18];

/** Makes the project's node_modules what package-lock.json says, and sees that the next script can run. */
export async function ensurePackages() {
  await ensureFolder(ROOT, '正在安装依赖包，第一次约需一分钟……', ensureRuntime);
}

/**
 * The same for the programs that only measuring needs, each a package of its own beside the measuring.
 *
 * @param {(error: SetupError) => void} missing told where one cannot be had; the others are brought all the same
 */
export async function ensureBench(missing) {
  for (const [name, notice] of BENCH) {
    try {
      await ensureFolder(join(ROOT, 'scripts', 'bench', name), notice, () => undefined);
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      missing(error);
    }
  }
}

/**
 * A stamp written last, over everything it vouches for, tells a finished set-up from one that was killed; where it
 * is missing (a plain `npm ci`) the packages are compared.
 *
 * @param {string} folder where package.json and package-lock.json are
 * @param {string} notice said before packages are installed
 * @param {() => void} finish what else must hold before the stamp
 */
async function ensureFolder(folder, notice, finish) {
  try {
    if (!isStamped(folder)) await completePackages(folder, notice, finish);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new SetupError(
      `不能写入“${folder}”（${error.message}）。请检查文件夹的权限和磁盘空间，然后重新运行。`,
    );
  }
}

/**
 * @param {string} folder
 * @param {string} notice
 * @param {() => void} finish
 */
async function completePackages(folder, notice, finish) {
  if (!isUpToDate(folder)) {
    throw new SetupError(
      'package.json 里的依赖改过，而 package-lock.json 没有跟着改。请先运行 npm install，再运行刚才的命令。',
    );
  }
  const lock = await takeLock(join(ROOT, '.astro', 'setup.lock'));
  try {
    if (isStamped(folder)) return;
    if (!isComplete(folder)) {
      console.error(notice);
      await installPackages(folder, lock);
    }
    finish();
    const stamp = stampOf(folder);
    writeFileSync(`${stamp}.part`, fingerprint(folder) ?? '');
    renameSync(`${stamp}.part`, stamp);
  } finally {
    lock.release();
  }
}

/** @param {string} folder */
function stampOf(folder) {
  return join(folder, 'node_modules', '.mingzhang-setup');
}

/** @param {string} folder */
function isStamped(folder) {
  const expected = fingerprint(folder);
  return expected !== undefined && readText(stampOf(folder)) === expected;
}

/**
 * A hash over what is wanted and what npm last recorded as installed, for this platform; undefined without either.
 *
 * @param {string} folder
 */
function fingerprint(folder) {
  const wanted = readText(join(folder, 'package-lock.json'));
  const installed = readText(join(folder, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || installed === undefined) return undefined;
  return createHash('sha256')
    .update(JSON.stringify([wanted, readDependencies(folder), installed, process.platform, process.arch]))
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
  const bin = join(ROOT, 'node_modules', '.bin', 'node');
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
