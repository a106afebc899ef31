import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { rootPrefix, runs } from './browser.mjs';

/** Where the programs lie, as Debian's packages have them: `usr/sbin/nginx`. */
export const SERVERS_FOLDER = fileURLToPath(
  new URL('../../node_modules/.cache/mingzhang/servers', import.meta.url),
);

const FOLDERS = ['usr/sbin', 'usr/bin'].map((folder) => join(SERVERS_FOLDER, folder));

/** The packages that tests of publishing need, and where their names differ between releases, each of these. */
const PACKAGES = [
  ['nginx'],
  ['nginx-common'],
  ['rsync'],
  ['libpopt0'],
  ['caddy'],
  ['apache2-bin'],
  ['libapr1t64', 'libapr1'],
  ['libaprutil1t64', 'libaprutil1'],
];

/**
 * Brings the programs that the site is published with, so that tests can run them. The packages are only unpacked into a
 * folder of ours: installed, they would start servers on this machine. Where that cannot be done, their tests are skipped.
 */
export function ensureServers() {
  if (existsSync(SERVERS_FOLDER) || !runs('apt-get', ['--version']) || !runs('dpkg-deb', ['--version']))
    return;
  const parent = join(SERVERS_FOLDER, '..');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'servers-'));
  try {
    console.error(`正在下载测试用的 ${PACKAGES.map(([name]) => name).join('、')}……`);
    if (!download(folder, PACKAGES[0] ?? [])) refreshLists();
    const missing = PACKAGES.filter((names) => !download(folder, names));
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.deb'))) {
      spawnSync('dpkg-deb', ['-x', join(folder, name), folder], { stdio: ['ignore', 2, 2] });
      rmSync(join(folder, name));
    }
    if (missing.length > 0)
      console.error(`没有得到 ${missing.map(([name]) => name).join('、')}，需要它们的测试会跳过。`);
    // Without any the next run tries again.
    if (missing.length < PACKAGES.length) renameSync(folder, SERVERS_FOLDER);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Downloads the first package that there is.
 *
 * @param {string} folder
 * @param {string[]} names
 */
function download(folder, names) {
  return names.some(
    (name) => spawnSync('apt-get', ['-qq', 'download', name], { cwd: folder, stdio: 'ignore' }).status === 0,
  );
}

/** A fresh machine has no lists of packages yet. */
function refreshLists() {
  const [first = 'apt-get', ...rest] = [...(rootPrefix() ?? []), 'apt-get', '-qq', 'update'];
  spawnSync(first, rest, { stdio: ['ignore', 2, 2] });
}

/** @param {string} program */
export function serverProgram(program) {
  const found = [...FOLDERS, '/usr/sbin', '/usr/bin'].find((folder) => existsSync(join(folder, program)));
  return found === undefined ? undefined : join(found, program);
}

/** The environment in which the programs find their libraries. */
export function serverEnvironment() {
  const libraries = join(SERVERS_FOLDER, 'usr/lib');
  const folders = existsSync(libraries)
    ? readdirSync(libraries)
        .filter((name) => name.includes('-linux-'))
        .map((name) => join(libraries, name))
    : [];
  return {
    ...process.env,
    PATH: [...FOLDERS, process.env['PATH'] ?? ''].join(':'),
    LD_LIBRARY_PATH: [...folders, process.env['LD_LIBRARY_PATH'] ?? ''].join(':'),
  };
}
