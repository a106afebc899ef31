import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flag } from '../src/cli/option.ts';
import { runCommand } from '../src/cli/run-command.ts';
import { drawTerminal } from '../src/pictures/draw-terminal.ts';
import { takePagePictures } from '../src/pictures/page-pictures.ts';
import { playScene, SCENES } from '../src/pictures/scenes.ts';
import { findBrowser } from './find-browser.mjs';

const ROOT = join(import.meta.dirname, '..');

await runCommand(
  {
    name: 'pictures',
    summary: '重新制作编辑指南中的图片：在内容的副本上真实运行各条命令，画出终端，并拍下网页。',
    options: { terminal: flag('只画终端的图，不拍网页') },
  },
  async ({ terminal }) => {
    const folder = join(ROOT, 'public/editing/pictures');
    mkdirSync(folder, { recursive: true });
    const save = (name: string, bytes: string | Buffer) => {
      writeFileSync(join(folder, name), bytes);
      process.stdout.write(`public/editing/pictures/${name} ${String(Buffer.byteLength(bytes))}\n`);
    };
    for (const scene of SCENES) save(`${scene.name}.svg`, drawTerminal(playScene(scene, ROOT)));
    if (terminal) return 0;
    const browser = findBrowser();
    if (browser === undefined) {
      process.stderr.write('没有找到浏览器，网页的图片没有重拍。请运行 node scripts/setup.mjs --browser。\n');
      return 1;
    }
    for (const { name, bytes } of await takePagePictures(ROOT, browser)) save(name, bytes);
    return 0;
  },
);
