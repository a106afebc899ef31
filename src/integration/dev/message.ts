import type { Severity } from '../../files/finding.ts';

/** What the dev server and its script in the page say to each other, over Vite's own connection. */

/** The page asks for the state, with its own path: at first, when told of a change, and when it has just connected. */
export const ASK_STATE = 'mingzhang:ask-state';
export const STATE = 'mingzhang:state';
/** The server tells all pages that the content was read anew. */
export const CHANGED = 'mingzhang:changed';

/** The name under which a page's response carries the version of the content that it was made from. */
export const VERSION_TIMING = 'content';

export interface AskState {
  readonly path: string;
}

/** What the last reading of the content gave; of errors and warnings, as many as are shown. */
export interface StateMessage {
  /** Counts the readings without errors; a page made from an older one is out of date. */
  readonly version: number;
  /** The errors that keep the pages at an older state. */
  readonly errors: readonly FindingView[];
  readonly errorCount: number;
  /** Those of the page's own project first, explained ones last. */
  readonly warnings: readonly FindingView[];
  readonly warningCount: number;
  /** How many of the warnings are explained by the editor. */
  readonly explainedCount: number;
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
