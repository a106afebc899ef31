import type { Published } from '../files/finding.ts';
import type { ChangeLog } from '../history/change-log.ts';
import type { History } from '../history/history.ts';

/** What pages get from the integration of the Astro project in which they are made. */
export interface HandedOver {
  /** The content folder. */
  readonly directory: string;
  /** The folders of files that are served as they are: the project's own, then the program's. */
  readonly publicFolders: readonly string[];
  /** The last content without errors; undefined where there has been none yet. */
  readonly published: Published | undefined;
  /** When the content came and was changed; read for a build alone. */
  readonly history: History;
  /** What was changed; told for a build alone. */
  readonly changeLog: ChangeLog;
}

/**
 * By integration: one process may run several. Astro bundles pages or runs them in Vite's module runner, so that they
 * have copies of the program's modules; this one they take from Node.js itself (`virtual-modules.ts`), which has it once.
 */
const handedOver = new Map<string, HandedOver>();

let ids = 0;

/** An id for one more integration of this process. */
export function nextId(): string {
  ids += 1;
  return String(ids);
}

export function handOver(id: string, given: HandedOver): void {
  handedOver.set(id, given);
}

/** Throws where nothing was handed over: a page is made outside a project with the integration. */
export function takeOver(id: string): HandedOver {
  const given = handedOver.get(id);
  if (given === undefined) throw new Error(`Nothing was handed over by the integration ${id}.`);
  return given;
}
