/** The files of the search index, as the build writes and the browser reads them. */
import type { Words } from '../model/words.ts';

/** Where the files lie, below the site's root. */
export const INDEX_FOLDER = 'search/index/';
export const META_FILE = 'meta.json';
export const CHARACTERS_FILE = 'characters.json';
export const gramsFile = (shard: number): string => `grams-${String(shard)}.json`;
export const textsFile = (chunk: number): string => `texts-${String(chunk)}.json`;

/** Where Pagefind's files lie; it asks for them by names of its own. */
export const RANKED_FOLDER = 'pagefind/';

/** What Pagefind has as the year and the department of the site's own pages. */
export const NO_YEAR = '-';

/** Stands behind the label of a part of which something is odd, as in tables. */
export const ODD_MARK = '※';

/** How many documents one file of texts holds. */
export const CHUNK = 8;

/** `meta.json`: how the index is cut up, and of each document what filters and sorting need, by columns. */
export interface IndexMeta {
  readonly documents: number;
  /** The place of the first of the site's own pages, which stand behind all projects and departments. */
  readonly firstPage: number;
  readonly shards: number;
  readonly years: readonly number[];
  readonly departments: readonly (readonly [code: string, name: string])[];
  /** Place in `years`, a document a place; -1 of a page. */
  readonly year: readonly number[];
  /** Place in `departments`; -1 of a page. */
  readonly department: readonly number[];
  /** In 万元; -1 where not stated. Binary numbers: for sorting and filtering, never for sums. */
  readonly amount: readonly number[];
  /** Traditional characters of which the index has the simplified ones, and these, as two strings of equal length. */
  readonly traditional: readonly [from: string, to: string];
  readonly everyday: EverydayIndex;
}

/** Everyday words, folded, each with the words of the documents that are meant; only such as stand in the index. */
export type EverydayIndex = readonly (readonly [everyday: string, official: readonly string[]])[];

/** `grams-N.json`: for each key (characters, parts of codes, amounts) the documents that have it, as distances from the one before, from -1. */
export type GramShard = Readonly<Record<string, readonly number[]>>;

/** A stretch of a document's text. */
export type IndexedPart = readonly [
  /** Where it stands, in the form's words: `绩效目标`, `产出指标 · 数量指标`. */
  label: string,
  /** The page's fragment that leads to it; '' for the page itself. */
  fragment: string,
  text: string,
  /** Of an amount, exact, in 万元, so that it can be shown in the unit that its reader has chosen. */
  wan?: string,
];

/** A page as it is found: a project's, a department's, or one of the site's own. */
export interface IndexedDocument {
  readonly kind: 'project' | 'department' | 'page';
  /** Address below the site's root. */
  readonly path: string;
  readonly title: string;
  /** '' where it has none. */
  readonly code: string;
  /** For a reader: the amount and when it is paid, and `2022年` and the department's name where these tell hits apart. */
  readonly facts: readonly Words[];
  readonly parts: readonly IndexedPart[];
}

/** `texts-N.json`. */
export type TextChunk = readonly IndexedDocument[];

/** `characters.json`: turns pinyin and typos into words. Only characters of the content. */
export interface Characters {
  /** Syllable without tone → the characters that may be read so. */
  readonly pinyin: Readonly<Record<string, string>>;
  /** Character → the characters that follow it somewhere, most frequent first. */
  readonly next: Readonly<Record<string, string>>;
}
