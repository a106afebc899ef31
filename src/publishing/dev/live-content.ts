import { checkContent } from '../../checks/check-content.ts';
import { hasErrors, type Finding } from '../../files/finding.ts';
import { HANDED_OVER, type Published } from '../../files/published.ts';
import { readContent } from '../../files/read-content.ts';
import { openFileMemory } from '../../files/read-through.ts';

/** What the last reading of the content gave, and what the pages show. */
export interface LiveState {
  /** The last content without errors; undefined where there has been none yet. */
  readonly published: Published | undefined;
  /** Counts the readings without errors. */
  readonly version: number;
  /** Of the last reading, with errors or without. */
  readonly findings: readonly Finding[];
}

/** The content as the dev server has it. */
export interface LiveContent {
  readonly directory: string;
  readonly state: () => LiveState;
  /** Reads what changed; the pages show it if it has no errors, and the last good content otherwise. */
  readonly refresh: () => Promise<LiveState>;
}

/** Opens a content folder for the pages of this process; `refresh` reads it first. */
export function openLiveContent(directory: string): LiveContent {
  const memory = openFileMemory();
  let state: LiveState = { published: undefined, version: 0, findings: [] };
  return {
    directory,
    state: () => state,
    refresh: async () => {
      const content = await readContent(directory, memory.next());
      const findings = checkContent(content);
      if (hasErrors(findings)) state = { ...state, findings };
      else {
        const published = { site: content.site, findings };
        state = { published, version: state.version + 1, findings };
        // The pages run in Vite's module runner and find the content here, as in a build.
        Object.assign(globalThis, { [HANDED_OVER]: published });
      }
      return state;
    },
  };
}
