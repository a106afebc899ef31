import { watch } from 'node:fs';
import { basename, dirname, sep } from 'node:path';
import type { ViteDevServer } from 'vite';

/** How long the files must be quiet, in ms: an editor program often writes a file in several steps. */
const QUIET = 40;
/** When a burst, such as a git checkout, is read although it goes on, in ms. */
const LONGEST = 500;

/**
 * Calls `changed` after files of a folder were saved, made, renamed or deleted, once for a burst and never twice
 * at the same time. The folder itself may vanish and come back.
 *
 * Gives a function that ends it.
 */
export function watchContent(
  watcher: ViteDevServer['watcher'],
  directory: string,
  changed: () => Promise<void>,
): () => void {
  const schedule = gather(changed);
  const onEvent = (_event: string, path: string) => {
    if (path === directory || path.startsWith(`${directory}${sep}`)) schedule.soon();
  };
  watcher.add(directory);
  watcher.on('all', onEvent);
  // The watcher loses a folder of its own that is deleted, so its coming back is seen from above.
  const above = watch(dirname(directory), { persistent: false }, (_event, name) => {
    if (name !== basename(directory)) return;
    watcher.add(directory);
    schedule.soon();
  });
  above.on('error', () => {
    above.close();
  });
  return () => {
    watcher.off('all', onEvent);
    above.close();
    schedule.stop();
  };
}

/** Gathers calls: does the work when they have been quiet, and again where one came while it was done. */
function gather(work: () => Promise<void>): { readonly soon: () => void; readonly stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let first = 0;
  let working = false;
  const soon = () => {
    const now = Date.now();
    if (timer === undefined) first = now;
    else if (now - first > LONGEST) return;
    clearTimeout(timer);
    timer = setTimeout(run, QUIET);
  };
  const run = () => {
    timer = undefined;
    if (working) {
      soon();
      return;
    }
    working = true;
    void work().finally(() => {
      working = false;
    });
  };
  return {
    soon,
    stop: () => {
      clearTimeout(timer);
    },
  };
}
