#!/usr/bin/env node
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { resolve } from 'node:path';
import process from 'node:process';

if ('registerHooks' in module) {
  // What was compiled once starts a third sooner; where the project has no packages, nothing is left behind.
  const modules = resolve('node_modules');
  if (existsSync(modules)) module.enableCompileCache(resolve(modules, '.cache/mingzhang/compiled'));
  await import('../integration/load-typescript.mjs');
  const { main } = await import('./main.ts');
  await main(process.argv.slice(2));
} else {
  process.stderr.write(
    `这里的 Node.js 是 ${process.version}，运行不了这个程序。npm 已装好合适的版本，请这样运行：npx mingzhang …，或 npm run …\n`,
  );
  process.exitCode = 1;
}
