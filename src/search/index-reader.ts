import { shardOf } from './grams.ts';
import {
  CHARACTERS_FILE,
  CHUNK,
  gramsFile,
  META_FILE,
  textsFile,
  type Characters,
  type GramShard,
  type IndexedDocument,
  type IndexMeta,
  type TextChunk,
} from './index-format.ts';

/** Gets a file of the index by its name, parsed; rejects where it cannot. */
export type LoadFile = (name: string) => Promise<unknown>;

/** Gets the files of the index from a folder of the site, by its address. */
export function fetchFrom(folder: string): LoadFile {
  return async (name) => {
    const response = await fetch(`${folder}${name}`);
    if (!response.ok) throw new Error(`${name}: ${String(response.status)}`);
    return (await response.json()) as unknown;
  };
}

/** The index as the browser has it: each file is loaded when it is first needed, and once. */
export class IndexReader {
  readonly #load: LoadFile;
  readonly #files = new Map<string, Promise<unknown>>();

  constructor(load: LoadFile) {
    this.#load = load;
  }

  /** What filters and sorting need of all documents. */
  meta(): Promise<IndexMeta> {
    return this.#file(META_FILE) as Promise<IndexMeta>;
  }

  /** Readings and neighbours of characters; only needed for pinyin and typos. */
  characters(): Promise<Characters> {
    return this.#file(CHARACTERS_FILE) as Promise<Characters>;
  }

  /** A document by its place. */
  async document(place: number): Promise<IndexedDocument | undefined> {
    const chunk = (await this.#file(textsFile(Math.floor(place / CHUNK)))) as TextChunk;
    return chunk[place % CHUNK];
  }

  /** The places of the documents that have a key, ascending. */
  async places(gram: string): Promise<readonly number[]> {
    const { shards } = await this.meta();
    const shard = (await this.#file(gramsFile(shardOf(gram, shards)))) as GramShard;
    let place = -1;
    return (Object.hasOwn(shard, gram) ? (shard[gram] ?? []) : []).map((distance) => (place += distance));
  }

  /** The places of the documents that have all of some keys, ascending; none where there are no keys. */
  async placesOfAll(grams: readonly string[]): Promise<readonly number[]> {
    const lists = await Promise.all(grams.map((gram) => this.places(gram)));
    const [first = [], ...rest] = lists.sort((a, b) => a.length - b.length);
    const sets = rest.map((list) => new Set(list));
    return first.filter((place) => sets.every((set) => set.has(place)));
  }

  #file(name: string): Promise<unknown> {
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    const file = this.#load(name);
    this.#files.set(name, file);
    // What could not be loaded is asked for again the next time.
    file.catch(() => this.#files.delete(name));
    return file;
  }
}
