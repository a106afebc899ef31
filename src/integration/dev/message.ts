import type { Severity } from '../../files/finding.ts';

/** What the dev server and its script in the page say to each other, over Vite's own connection. */

/** The page asks for the state; also said when it has just connected. */
export const ASK_STATE = 'mingzhang:ask-state';
/** The server tells the state: asked, and after each change of the content. */
export const STATE = 'mingzhang:state';
/** The page asks for the warnings, with its own path. */
export const ASK_WARNINGS = 'mingzhang:ask-warnings';
export const WARNINGS = 'mingzhang:warnings';

/** The name under which a page's response carries the version of the content that it was made from. */
export const VERSION_TIMING = 'content';

/** What the last reading of the content gave. */
export interface StateMessage {
  /** Counts the readings without errors; a page made from an older one is out of date. */
  readonly version: number;
  /** The errors that keep the pages at an older state, as many as are shown. */
  readonly errors: readonly FindingView[];
  readonly errorCount: number;
  readonly warningCount: number;
  /** How many of the warnings are explained by the editor. */
  readonly explainedCount: number;
}

export interface AskWarnings {
  readonly path: string;
}

export interface WarningsMessage {
  /** Those of the page's own project first, explained ones last; as many as are shown. */
  readonly warnings: readonly FindingView[];
  readonly count: number;
}

/** A finding as the page shows it. All of it is text of files, never markup. */
export interface FindingView {
  /** `file:line:column`. */
  readonly place: string;
  readonly severity: Severity;
  readonly severityName: string;
  readonly rule: string;
  readonly message: string;
  readonly excerpt: Excerpt | undefined;
  readonly hint: string | undefined;
  readonly explanation: string | undefined;
  /** The page of the project concerned, below the base path: `2022/313001/13060522P…/`. */
  readonly page: string | undefined;
}

/** The line of a finding, cut in three so that the caret stands under the value in any font. */
export interface Excerpt {
  readonly line: number;
  readonly lineBefore: string | undefined;
  readonly before: string;
  readonly value: string;
  readonly after: string;
}
