import { type Finding, hasErrors, type Published } from '../../files/finding.ts';
import { openFileMemory } from '../../files/read-through.ts';
import { readAndCheck } from '../read-and-check.ts';

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
  readonly state: () => LiveState;
  /** Reads what changed; the pages show it if it has no errors, and the last good content otherwise. */
  readonly refresh: () => Promise<LiveState>;
}

export interface LiveContentOptions {
  /** The content folder. */
  readonly directory: string;
  /** The folders of files that are served as they are: the project's own, then the program's. */
  readonly publicFolders: readonly string[];
  /** Hands content without errors to the pages. */
  readonly publish: (published: Published) => void;
}

/** Opens a content folder for the pages of this process; `refresh` reads it first. */
export function openLiveContent({ directory, publicFolders, publish }: LiveContentOptions): LiveContent {
  const memory = openFileMemory();
  let state: LiveState = { published: undefined, version: 0, findings: [] };
  return {
    state: () => state,
    refresh: async () => {
      const readThrough = memory.next();
      const { content, findings, unjudged } = await readAndCheck(directory, { publicFolders, readThrough });
      if (hasErrors(findings)) state = { ...state, findings };
      else {
        const published = { site: content.site, findings, unjudged };
        state = { published, version: state.version + 1, findings };
        publish(published);
      }
      return state;
    },
  };
}
