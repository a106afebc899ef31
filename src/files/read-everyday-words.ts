import type { EverydayWords } from '../model/site.ts';
import { LABELS as L } from '../model/terms.ts';
import type { Report } from './finding.ts';
import { readYaml } from './read-yaml.ts';
import { everydayWordsSchema } from './schema.ts';
import type { SourceFile } from './source-file.ts';
import type { ValuePath } from './value-path.ts';
import { nearestRange, type YamlTree } from './yaml-tree.ts';

/** The list of everyday words with the places of its words, for the checks. */
export interface EverydayWordsEntry {
  readonly words: readonly EverydayWords[];
  readonly file: SourceFile;
  readonly tree: YamlTree;
}

/**
 * Reads `everyday-words.yaml`; reports `words/duplicate` where an official word has two entries, or where
 * an everyday word stands twice in one or is the official word itself. One everyday word may belong to several
 * official ones: 临时工 to 临时聘用 and to 劳务派遣.
 */
export function readEverydayWords(file: SourceFile, report: Report): EverydayWordsEntry | undefined {
  const read = readYaml(everydayWordsSchema, file, report);
  if (read === undefined) return undefined;
  const { tree } = read;
  const repeated = (path: ValuePath, message: string, hint: string, value: string) => {
    const range = nearestRange(tree, path);
    report({ file, range, severity: 'error', rule: 'words/duplicate', message, hint, value });
  };
  const words = new Map<string, EverydayWords>();
  read.value.forEach(({ official, everyday: written }, place) => {
    if (words.has(official)) {
      repeated(
        [place, L.officialWord],
        `文件用语“${official}”写了两次。`,
        '请把日常用语合并到前一项，删去这一项。',
        official,
      );
      return;
    }
    const everyday = new Set<string>();
    written.forEach((word, row) => {
      const path = [place, L.everydayWords, row];
      if (word === official)
        repeated(path, `日常用语“${word}”与文件用语相同。`, '请删去这一行，检索本来就查找它。', word);
      else if (everyday.has(word)) repeated(path, `日常用语“${word}”写了两次。`, '请删去一个。', word);
      else everyday.add(word);
    });
    words.set(official, { official, everyday: [...everyday] });
  });
  return { words: [...words.values()], file, tree };
}
