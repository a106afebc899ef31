import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

/**
 * Kills the process with its nth change of the file system, before or after it is done (KILL_AT=7, KILL_AT=7.5); without
 * KILL_AT it prints at the end how many there were. Loaded before the program.
 */
const at = Number(process.env.KILL_AT ?? 'Infinity');
let changes = 0;

const kill = () => {
  process.kill(process.pid, 'SIGKILL');
  // The signal comes at once, but not within this statement.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};

/** @param {Record<string, any>} module @param {string} name @param {boolean} isAsync */
function watch(module, name, isAsync) {
  const original = module[name];
  /** @param {any[]} args */
  module[name] = (...args) => {
    changes += 1;
    if (changes === at) kill();
    const isAfter = changes === at - 0.5;
    const result = original(...args);
    if (!isAfter) return result;
    if (!isAsync) return kill();
    return result.then(kill);
  };
}

for (const name of ['rename', 'link', 'rm', 'mkdir', 'writeFile', 'chmod', 'cp', 'open'])
  watch(promises, name, true);
for (const name of ['renameSync', 'rmSync', 'mkdirSync', 'writeFileSync', 'copyFileSync'])
  watch(fs, name, false);
syncBuiltinESMExports();
if (at === Infinity) process.on('exit', () => process.stderr.write(`changes: ${String(changes)}\n`));
