import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';

/** Another machine at another time: seven years later, folders in another order, another number of processors. */
const LATER = 7 * 365 * 86_400_000 + 12_345_678;

const Today = Date;
globalThis.Date = class extends Today {
  /** @param {any[]} args */
  constructor(...args) {
    // @ts-expect-error The arguments are those of any of its constructors.
    super(...(args.length === 0 ? [Today.now() + LATER] : args));
  }

  static now() {
    return Today.now() + LATER;
  }
};

/** @param {unknown} list */
const backwards = (list) => (Array.isArray(list) ? list.reverse() : list);
const { readdirSync, readdir } = fs;
const readdirLater = promises.readdir;
Object.assign(fs, {
  readdirSync: (/** @type {[any]} */ ...args) => backwards(readdirSync(...args)),
  readdir: (/** @type {any[]} */ ...args) => {
    const callback = args.pop();
    // @ts-expect-error As many arguments as came.
    readdir(...args, (error, list) => callback(error, backwards(list)));
  },
});
Object.assign(promises, {
  readdir: async (/** @type {[any]} */ ...args) => backwards(await readdirLater(...args)),
});
const processors = os.cpus();
Object.assign(os, { cpus: () => processors.slice(0, 1), availableParallelism: () => 1 });
syncBuiltinESMExports();
