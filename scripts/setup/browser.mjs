import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { findBrowser } from '../find-browser.mjs';
import { SetupError } from './setup-error.mjs';

/** What each package manager calls the two things that tests and PDF files need, and how it is asked for them. */
const MANAGERS = [
  {
    program: 'apt-get',
    // Chromium without windows: opens a page two to three times as fast. Ubuntu and older Debians have it not.
    browsers: ['chromium-headless-shell', 'chromium'],
    font: 'fonts-noto-cjk',
    prepare: ['update'],
    install: ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120'],
  },
  {
    program: 'dnf',
    browsers: ['chromium'],
    font: 'google-noto-sans-cjk-fonts',
    prepare: undefined,
    install: ['install', '-y'],
  },
];

/**
 * Makes sure of a browser and a Chinese font, through the system's package manager where we may use it.
 * Without a browser it stops; without a font it only warns, since text in pictures is all that suffers.
 */
export function ensureBrowser() {
  const named = process.env['CHROMIUM_PATH'];
  if (named && findBrowser() === undefined) {
    throw new SetupError(
      `环境变量 CHROMIUM_PATH 所指的“${named}”不是可以运行的程序。请改成浏览器程序的路径，或取消这个变量。`,
    );
  }
  const needsBrowser = findBrowser() === undefined;
  if (!needsBrowser && hasChineseFont() !== false) return;
  const manager = MANAGERS.find(({ program }) => runs(program, ['--version']));
  const asRoot = manager && rootPrefix();
  if (manager && asRoot) {
    const fonts = hasChineseFont() ? [] : [manager.font];
    const wanted = needsBrowser ? manager.browsers.map((browser) => [browser, ...fonts]) : [fonts];
    console.error(`正在用 ${manager.program} 安装需要的 ${(wanted[0] ?? []).join('、')}……`);
    // What is not to be had is tried once more: a mirror may only have stumbled.
    [...wanted, ...wanted].some((packages) => installWith(manager, asRoot, packages));
  }
  if (findBrowser() === undefined) throw new SetupError(advice(manager));
  if (hasChineseFont() === false)
    console.error(
      '注意：没有找到中文字体，截图和PDF里的汉字可能显示为方框。请安装 Noto Sans CJK 等中文字体。',
    );
}

/** Asks fc-list, which names the fonts on Linux; undefined where there is none to ask (other systems bring fonts). */
function hasChineseFont() {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() !== '' : undefined;
}

/** What to put before a command so that it runs as root; undefined where that needs a password. */
export function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return runs('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined;
}

/**
 * @param {(typeof MANAGERS)[number]} manager
 * @param {string[]} asRoot
 * @param {string[]} packages
 */
function installWith({ program, prepare, install }, asRoot, packages) {
  const run = (/** @type {string[]} */ args) => {
    const [first = program, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', program, ...args];
    return spawnSync(first, rest, { stdio: ['ignore', 2, 2] }).status === 0;
  };
  // A list that cannot be refreshed need not keep the package from being installed.
  if (prepare) run(prepare);
  return run([...install, ...packages]);
}

/**
 * @param {string} program
 * @param {string[]} args
 */
export function runs(program, args) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/** @param {(typeof MANAGERS)[number] | undefined} manager */
function advice(manager) {
  const command = manager && `sudo ${manager.program} install ${manager.browsers.at(-1)} ${manager.font}`;
  return (
    '没有找到浏览器（Chromium、Chrome 或 Edge）。' +
    (command ? `请运行 ${command}，` : '请安装其中一种，') +
    '或让环境变量 CHROMIUM_PATH 指向浏览器程序，然后重新运行。'
  );
}
