#!/usr/bin/env node
import * as module from 'node:module';
import process from 'node:process';

if ('registerHooks' in module) {
  await import('../integration/load-typescript.mjs');
  const { main } = await import('./main.ts');
  await main(process.argv.slice(2));
} else {
  process.stderr.write(
    `这里的 Node.js 是 ${process.version}，运行不了这个程序。npm 已装好合适的版本，请这样运行：npx mingzhang …，或 npm run …\n`,
  );
  process.exitCode = 1;
}
