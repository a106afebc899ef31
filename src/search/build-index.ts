import { labelsByCode } from '../model/department.ts';
import type { EverydayWords } from '../model/site.ts';
import { charactersOf, traditionalOf } from './characters.ts';
import { everydayIndexOf } from './everyday-words.ts';
import { codeGramsOf, foldedLines, gramsOf, searchedLines, shardOf, titleGram } from './grams.ts';
import {
  CHARACTERS_FILE,
  CHUNK,
  gramsFile,
  META_FILE,
  textsFile,
  type GramShard,
  type IndexedDocument,
  type IndexMeta,
} from './index-format.ts';
import type { SearchableDocument } from './searchable-documents.ts';

/** How many entries one file of keys holds on average: some 8 kB compressed. */
const ENTRIES_A_SHARD = 12_000;

/**
 * The search index of all documents, as the texts of its files by name. It is cut up so that a query loads
 * only its part, however many documents there are. The same documents give the same bytes.
 *
 * @param everydayWords the words by which people ask for what the documents word otherwise.
 */
export function buildIndex(
  documents: readonly SearchableDocument[],
  everydayWords: readonly EverydayWords[] = [],
): ReadonlyMap<string, string> {
  const postings = new Map<string, number[]>();
  // Forms repeat each other: distinct lines are a small part of all.
  const lines = new Map<string, ReadonlySet<string>>();
  /** The lines of forms: pinyin and corrections lead to no words that only the site itself uses. */
  const forms = new Set<string>();
  const gramsOfLine = (line: string): ReadonlySet<string> => {
    const grams = lines.get(line) ?? gramsOf(line);
    lines.set(line, grams);
    return grams;
  };
  documents.forEach((document, place) => {
    const grams = new Set<string>();
    const titleLines = foldedLines(document.title);
    const own = [...titleLines, ...searchedLines(document).flat()];
    for (const line of own) {
      for (const gram of gramsOfLine(line)) grams.add(gram);
      if (document.kind !== 'page') forms.add(line);
    }
    for (const line of titleLines) for (const gram of gramsOfLine(line)) grams.add(titleGram(gram));
    for (const gram of codeGramsOf(document.code.toLowerCase())) grams.add(gram);
    for (const key of document.amountKeys) grams.add(key);
    for (const gram of grams) {
      const places = postings.get(gram);
      if (places === undefined) postings.set(gram, [place]);
      else places.push(place);
    }
  });
  const entries = [...postings.values()].reduce((total, places) => total + places.length, 0);
  const shards = Math.max(1, Math.ceil(entries / ENTRIES_A_SHARD));
  const files = new Map<string, unknown>([
    [
      META_FILE,
      metaOf(documents, shards, traditionalOf(lines.keys()), everydayIndexOf(everydayWords, [...forms])),
    ],
    [CHARACTERS_FILE, charactersOf(forms)],
  ]);
  shardsOf(postings, shards).forEach((shard, index) => files.set(gramsFile(index), shard));
  for (let from = 0; from < documents.length; from += CHUNK) {
    files.set(textsFile(from / CHUNK), documents.slice(from, from + CHUNK).map(asIndexed));
  }
  return new Map([...files].map(([name, content]) => [name, JSON.stringify(content)]));
}

function shardsOf(postings: ReadonlyMap<string, readonly number[]>, shards: number): readonly GramShard[] {
  const files = Array.from({ length: shards }, (): [string, number[]][] => []);
  for (const [gram, places] of postings) {
    const distances = places.map((place, index) => place - (places[index - 1] ?? -1));
    files[shardOf(gram, shards)]?.push([gram, distances]);
  }
  return files.map((entries) => Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))));
}

function metaOf(
  documents: readonly SearchableDocument[],
  shards: number,
  traditional: IndexMeta['traditional'],
  everyday: IndexMeta['everyday'],
): IndexMeta {
  const years = [...new Set(documents.flatMap(({ year }) => year ?? []))].sort((a, b) => b - a);
  const named = documents.flatMap(({ department }) => {
    return department === undefined ? [] : [{ code: department[0], name: department[1] }];
  });
  const departments = [...labelsByCode(named)].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const departmentPlace = new Map(departments.map(([code], place) => [code, place]));
  return {
    documents: documents.length,
    firstPage: documents.filter(({ kind }) => kind !== 'page').length,
    shards,
    years,
    departments,
    year: documents.map(({ year }) => (year === undefined ? -1 : years.indexOf(year))),
    department: documents.map(({ department }) => departmentPlace.get(department?.[0] ?? '') ?? -1),
    amount: documents.map(({ amount }) => amount),
    traditional,
    everyday,
  };
}

function asIndexed({ kind, path, title, code, facts, parts }: SearchableDocument): IndexedDocument {
  return { kind, path, title, code, facts, parts };
}
