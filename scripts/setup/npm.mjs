import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import process from 'node:process';
import { isComplete } from './lock-file.mjs';
import { SetupError } from './setup-error.mjs';

// Said explicitly where a user's own settings (NODE_ENV=production, engine-strict) would leave packages out.
// No package here needs its install script.
const FLAGS = [
  '--include=dev',
  '--include=optional',
  '--engine-strict=false',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];

/**
 * Fills node_modules by package-lock.json, with the npm and the Node that called us.
 *
 * @param {string} root
 * @param {{ add: (pid: number) => void }} lock told which process is at work
 */
export async function installPackages(root, lock) {
  setRunningProgramAside(root);
  let outcome = await runNpm(root, lock, ['ci']);
  // `npm ci` refuses a lock file that lacks packages of other systems, which some registries do not hold; `npm
  // install` passes over those. It would keep what a killed run left half unpacked, so that is removed first.
  if (outcome.text.includes('EUSAGE')) {
    emptyModules(root);
    outcome = await runNpm(root, lock, ['install', '--no-save']);
  }
  if (outcome.ended === 'status 0' && isComplete(root)) return;
  process.stderr.write(outcome.text);
  throw new SetupError(
    `依赖包没有装好（npm 以 ${outcome.ended} 结束，原因见上）。请检查：\n` +
      '  1. 网络能否访问 npm 源；在国内可先运行 npm config set registry https://registry.npmmirror.com\n' +
      `  2. 磁盘是否还有 1 GB 空间，${root} 能否写入\n` +
      '然后重新运行刚才的命令。',
  );
}

/**
 * @param {string} root
 * @param {{ add: (pid: number) => void }} lock
 * @param {string[]} command
 * @returns {Promise<{ ended: string, text: string }>} how it ended, and what it printed
 */
async function runNpm(root, lock, command) {
  const cli = process.env['npm_execpath'];
  const known = cli !== undefined && /npm-cli\.c?js$/.test(cli);
  const [program, ...args] = known ? [process.env['npm_node_execpath'] ?? process.execPath, cli] : ['npm'];
  const child = spawn(program, [...args, ...command, ...FLAGS], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // npm is a script of the command shell on Windows; nothing here needs quoting.
    shell: process.platform === 'win32' && !known,
  });
  if (child.pid !== undefined) lock.add(child.pid);
  let stopped = false;
  const stop = () => {
    stopped = true;
    child.kill('SIGTERM');
  };
  const signals = /** @type {const} */ (['SIGTERM', 'SIGHUP', 'SIGINT']);
  for (const signal of signals) process.once(signal, stop);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ part) => (text += part));
  }
  const ended = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (status, signal) => resolve(signal ?? `status ${String(status)}`));
  });
  for (const signal of signals) process.off(signal, stop);
  if (stopped) throw new SetupError('安装被中断，依赖包不完整；下次运行时会重新安装。');
  return { ended, text };
}

/** @param {string} root */
function emptyModules(root) {
  const modules = join(root, 'node_modules');
  for (const name of existsSync(modules) ? readdirSync(modules) : []) {
    rmSync(join(modules, name), { recursive: true, force: true });
  }
}

/**
 * Windows deletes no running program but lets it be moved: our own may lie in what npm is to replace.
 *
 * @param {string} root
 */
function setRunningProgramAside(root) {
  if (process.platform !== 'win32' || !process.execPath.startsWith(join(root, 'node_modules') + sep)) return;
  mkdirSync(join(root, '.astro'), { recursive: true });
  renameSync(process.execPath, join(root, '.astro', `node-${String(process.pid)}.exe`));
}
