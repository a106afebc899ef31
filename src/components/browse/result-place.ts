import type { BrowseState, Sort } from '../../browse/browse-state.ts';
import type { ListedProject } from '../../browse/listed-project.ts';

/** What the parts of the result are made from. */
export interface Shown {
  readonly state: BrowseState;
  /** All that pass, in order; only the first `state.shown` are drawn. */
  readonly projects: readonly ListedProject[];
  /** The words to mark. */
  readonly words: readonly string[];
  /** Columns that only a list of several years or departments needs. */
  readonly hasYears: boolean;
  readonly hasDepartments: boolean;
  readonly addressOf: (project: ListedProject) => string;
}

/** What a reader can do in the result. */
export interface ResultActions {
  readonly sort: (sort: Sort) => void;
  readonly more: () => void;
}
