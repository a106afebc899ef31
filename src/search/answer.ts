import type { Replaced } from './everyday-words.ts';
import type { IndexedDocument, IndexedPart } from './index-format.ts';

/** Narrows an answer; what is left out does not. */
export interface SearchFilter {
  readonly year?: number;
  /** Department code. */
  readonly department?: string;
  /** In 万元, both inclusive. A document without an amount has none of them. */
  readonly least?: number;
  readonly most?: number;
  /** The words must stand in a part whose label begins so: `产出指标`, `产出指标 · 数量指标`. */
  readonly part?: string;
}

/** A document that was found. */
export interface Hit {
  readonly document: IndexedDocument;
  /** The parts in which words stand, in the order of the page; empty where only title or code hold them. */
  readonly parts: readonly IndexedPart[];
  /** The words that were found in it, to be marked. */
  readonly words: readonly string[];
}

/** Documents of one kind. */
export interface Found {
  readonly hits: readonly Hit[];
  /** How many there are in all; a bound from above where not all were looked at. */
  readonly count: number;
  readonly isCounted: boolean;
}

export interface Answer extends Omit<Found, 'hits'> {
  /** Projects and departments with all words exactly as asked (or as pinyin or a correction reads them). */
  readonly exact: readonly Hit[];
  /** What was looked for besides the words as asked, and has hits; behind the exact ones. */
  readonly also: readonly AlsoFound[];
  /** The site's own pages that hold all words: the glossary, the guide. */
  readonly pages: readonly Hit[];
  /** Words that pinyin was read as, those that were found. */
  readonly readAs: readonly string[];
  /** Words of the content that differ from the one asked by one character. */
  readonly corrections: readonly string[];
  /** How a question was understood that has the words as asked nowhere; the answer is to this then. */
  readonly understood?: Understood;
  /** Whether nothing has the words as asked, and `exact` answers to the corrections instead. */
  readonly isCorrected: boolean;
}

/** A question without the words that say nothing about its matter. */
export interface Understood {
  /** What was looked for instead; empty where nothing of it stands anywhere. */
  readonly words: readonly string[];
  /** Whether the documents have one of the words each, because none has all. */
  readonly isApart: boolean;
  /** What was set aside: `什么时候发`. */
  readonly leftOut: readonly string[];
  /** What it asks for and no document has. */
  readonly unknown: readonly string[];
}

/** What a query means beyond its letters, and the documents that have it and not the words as asked. */
export type AlsoFound = Found &
  (
    | {
        readonly kind: 'everyday';
        readonly replaced: readonly Replaced[];
        /** Whether the documents have one of the words each, because none has all. */
        readonly isApart: boolean;
      }
    /** The amounts as the site writes them. */
    | { readonly kind: 'amount'; readonly amounts: readonly string[] }
  );

/** The answer to nothing. */
export const NOTHING: Answer = {
  exact: [],
  count: 0,
  isCounted: true,
  also: [],
  pages: [],
  readAs: [],
  corrections: [],
  isCorrected: false,
};

/** What of a query is looked for in the end: of a question that the content has nothing of, what it asks for. */
export function matterOf(query: string, { understood }: Answer): string {
  return understood?.words.length === 0 ? understood.unknown.join(' ') : query;
}

/** Fewer documents than this are seldom all that one wants, and of several words often none has all. */
const [FEW, FEW_OF_SEVERAL_WORDS] = [5, 20];

/** Whether an answer leaves so much to ask for that what holds parts of the words is worth loading. */
export function isEnough(query: string, answer: Answer): boolean {
  const { count, also, readAs, isCorrected, understood } = answer;
  // Parts of a question's words are mostly those that were set aside.
  if (understood !== undefined && understood.words.length > 0) return true;
  const isSeveralWords = /\S\s+\S/.test(query);
  const found = also.reduce((sum, one) => sum + one.count, count);
  return readAs.length > 0 || (!isCorrected && found >= (isSeveralWords ? FEW_OF_SEVERAL_WORDS : FEW));
}
