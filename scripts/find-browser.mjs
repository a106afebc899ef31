import { accessSync, constants, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** Names under which Linux distributions put a browser that Playwright can drive, in order of preference. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const MAC = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The path of a Chromium, Chrome or Edge on this machine, or undefined where there is none. The environment
 * variable CHROMIUM_PATH, where set, is the only place looked at: who names a browser wants that one.
 *
 * @returns {string | undefined}
 */
export function findBrowser() {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return isProgram(named) ? named : undefined;
  return candidates().find(isProgram);
}

/** @returns {string[]} */
function candidates() {
  switch (process.platform) {
    case 'darwin':
      return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
        MAC.map((app) => join(folder, app)),
      );
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
        .map((name) => process.env[name])
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => WINDOWS.map((path) => join(folder, path)));
    default: {
      const folders = new Set([
        '/usr/bin',
        '/usr/local/bin',
        '/snap/bin',
        ...(process.env['PATH'] ?? '').split(delimiter),
      ]);
      return [...folders]
        .filter(Boolean)
        .flatMap((folder) => NAMES.map((name) => join(folder, name)))
        .concat(playwrightBrowsers());
    }
  }
}

/**
 * What `npx playwright install chromium` may have left on Linux, newest first.
 *
 * @returns {string[]}
 */
function playwrightBrowsers() {
  const folder = process.env['PLAYWRIGHT_BROWSERS_PATH'] || join(homedir(), '.cache', 'ms-playwright');
  try {
    const names = readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name));
    names.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
    return names.flatMap((name) =>
      ['chrome-linux64', 'chrome-linux'].map((inner) => join(folder, name, inner, 'chrome')),
    );
  } catch {
    return [];
  }
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    const { size } = statSync(path);
    return statSync(path).isFile() && !isSnapNotice(path, size);
  } catch {
    return false;
  }
}

/**
 * Ubuntu's /usr/bin/chromium-browser is a small script that only says to install a snap, unless that is there.
 *
 * @param {string} path
 * @param {number} size
 */
function isSnapNotice(path, size) {
  if (size > 16_384 || process.platform !== 'linux') return false;
  return readFileSync(path, 'latin1').includes('snap install') && !isProgram('/snap/bin/chromium');
}
