import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { ensureBrowser } from '../../scripts/setup/browser.mjs';
import { isComplete } from '../../scripts/setup/lock-file.mjs';
import { takeLock } from '../../scripts/setup/lock.mjs';
import { SetupError } from '../../scripts/setup/setup-error.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-setup-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function write(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const YAML = { version: '2.9.1', integrity: 'sha512-a' };
const here = { optional: true, version: '1.0.0', os: [process.platform], cpu: [process.arch] };
const elsewhere = { ...here, os: ['aix'] };

/** A project whose lock file wants `wanted`, where npm has recorded `installed` and unpacked it. */
function project(wanted: object, installed: Readonly<Record<string, object>> | undefined): void {
  write('package-lock.json', JSON.stringify({ packages: { '': {}, ...wanted } }));
  if (installed === undefined) return;
  write('node_modules/.package-lock.json', JSON.stringify({ packages: installed }));
  for (const path of Object.keys(installed)) write(`${path}/package.json`, '{}');
}

describe('packages', () => {
  it('are complete when npm has recorded and unpacked what the lock file wants', () => {
    project({ 'node_modules/yaml': YAML }, { 'node_modules/yaml': YAML });
    expect(isComplete(folder)).toBe(true);
  });

  it('are not complete when an install was killed before npm wrote its record', () => {
    project({ 'node_modules/yaml': YAML }, undefined);
    write('node_modules/yaml/package.json', '{}');
    expect(isComplete(folder)).toBe(false);
  });

  it.each([
    ['is missing', {}],
    ['has another version', { 'node_modules/yaml': { ...YAML, version: '2.8.0' } }],
    ['has other contents', { 'node_modules/yaml': { ...YAML, integrity: 'sha512-b' } }],
  ])('are not complete when one %s', (_, installed) => {
    project({ 'node_modules/yaml': YAML }, installed);
    expect(isComplete(folder)).toBe(false);
  });

  it('are not complete when a recorded one was deleted', () => {
    project({ 'node_modules/yaml': YAML }, { 'node_modules/yaml': YAML });
    rmSync(join(folder, 'node_modules/yaml'), { recursive: true });
    expect(isComplete(folder)).toBe(false);
  });

  it('may lack what is made for other systems, and not what is made for this one', () => {
    project({ 'node_modules/native': elsewhere }, {});
    expect(isComplete(folder)).toBe(true);
    project({ 'node_modules/native': here }, {});
    expect(isComplete(folder)).toBe(false);
  });
});

describe('the lock of a running set-up', () => {
  it('keeps a second set-up waiting until the first is done', async () => {
    const path = join(folder, 'setup.lock');
    const first = await takeLock(path);
    const events: string[] = [];
    const second = takeLock(path).then((lock) => {
      events.push('second');
      lock.release();
    });
    await new Promise((resolve) => setTimeout(resolve, 700));
    events.push('first');
    first.release();
    await second;
    expect(events).toEqual(['first', 'second']);
  });

  it('is taken over from a set-up that was killed', async () => {
    const dead = spawnSync(process.execPath, ['--eval', '']).pid;
    const path = write('setup.lock', `${dead}\n`);
    const lock = await takeLock(path);
    expect(readFileSync(path, 'utf8')).toBe(`${process.pid}\n`);
    lock.release();
  });
});

describe('the browser', () => {
  it('is the one that CHROMIUM_PATH names, and no other', () => {
    const program = write('my-browser', '#!/bin/sh\n');
    chmodSync(program, 0o755);
    vi.stubEnv('CHROMIUM_PATH', program);
    expect(findBrowser()).toBe(program);
    vi.stubEnv('CHROMIUM_PATH', join(folder, 'nothing-here'));
    expect(findBrowser()).toBeUndefined();
  });

  it('and a Chinese font are installed through the package manager where there is none', async () => {
    const browser = join(folder, 'chromium');
    const program = (name: string, script: string) => {
      chmodSync(write(`bin/${name}`, `#!/bin/sh\n${script}\n`), 0o755);
    };
    program('fc-list', '');
    program('sudo', 'shift\nexec "$@"');
    program('apt-get', `echo "$@" >> '${folder}/asked'\ncase "$1" in install) touch '${browser}';; esac`);
    vi.stubEnv('PATH', `${join(folder, 'bin')}:${process.env.PATH ?? ''}`);
    vi.stubEnv('CHROMIUM_PATH', '');
    vi.doMock('../../scripts/find-browser.mjs', () => ({
      findBrowser: () => (existsSync(browser) ? browser : undefined),
    }));
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.resetModules();
    const fresh = await import('../../scripts/setup/browser.mjs');
    fresh.ensureBrowser();
    const asked = readFileSync(join(folder, 'asked'), 'utf8');
    expect(asked).toMatch(/^update\ninstall .*chromium-headless-shell fonts-noto-cjk$/m);
    fresh.ensureBrowser();
    vi.doUnmock('../../scripts/find-browser.mjs');
    vi.restoreAllMocks();
  });

  it('stops the set-up in plain words where CHROMIUM_PATH names nothing', () => {
    vi.stubEnv('CHROMIUM_PATH', join(folder, 'nothing-here'));
    expect(ensureBrowser).toThrow(SetupError);
    expect(ensureBrowser).toThrow(/CHROMIUM_PATH.*nothing-here.*请/);
  });
});
