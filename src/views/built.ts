import { createContext } from 'preact';

/** What only the build knows of a view; what a browser draws anew goes without it. */
export interface Built {
  /** Where the glossary explains a term; undefined where it has none of that name. */
  readonly explanationOf: (term: string) => string | undefined;
  /** The pieces between which a heading may be broken. */
  readonly breakWords: (heading: string) => readonly string[];
}

export const BuiltContext = createContext<Built>({
  explanationOf: () => undefined,
  breakWords: (heading) => [heading],
});
