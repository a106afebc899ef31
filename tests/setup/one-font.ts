import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser, PICTURE_ARGUMENTS } from '../../scripts/launch-browser.ts';

/** The font in which all text is set: the one that the set-up installs with the browser. */
const FAMILY = 'Noto Sans CJK SC';

/** Draws the same on every machine: no smoothing by colour, one profile of colours. */
const ARGUMENTS = [...PICTURE_ARGUMENTS, '--disable-lcd-text', '--force-color-profile=srgb'];

/** A browser that knows one font only, so that a picture does not depend on the fonts of who runs it. */
export interface OneFontBrowser {
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** Throws where there is no browser, or not the font; see `hasOneFont`. */
export async function launchWithOneFont(): Promise<OneFontBrowser> {
  const files = fontFiles();
  if (files.length === 0) throw new Error(`没有安装字体 ${FAMILY}。`);
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-font-'));
  mkdirSync(join(folder, 'fonts'));
  for (const file of files) symlinkSync(file, join(folder, 'fonts', basename(file)));
  const settings = join(folder, 'fonts.conf');
  writeFileSync(
    settings,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>\n`,
  );
  const env = { ...process.env, FONTCONFIG_FILE: settings } as Record<string, string>;
  const browser = await launchBrowser({ args: ARGUMENTS, env });
  return {
    browser,
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Whether the font is installed where fontconfig finds it: on Linux, once the set-up has run. */
export const hasOneFont = (): boolean => fontFiles().length > 0;

function fontFiles(): readonly string[] {
  if (process.platform !== 'linux') return [];
  const { error, stdout } = spawnSync('fc-list', ['--format', '%{file}\n', FAMILY], { encoding: 'utf8' });
  if (error !== undefined) return [];
  return [...new Set(stdout.split('\n').filter(Boolean))].sort();
}
