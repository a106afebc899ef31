import {
  FIELDS_WITH_WORDS,
  knownMeanings,
  labelKey,
  type FieldWithWords,
  type ImportWords,
} from '../model/form-words.ts';
import { LABELS as L } from '../model/terms.ts';
import type { Report } from './finding.ts';
import { readYaml } from './read-yaml.ts';
import { importWordsSchema } from './schema.ts';
import type { SourceFile } from './source-file.ts';
import { nearestRange } from './yaml-tree.ts';

/**
 * Reads `import-words.yaml`; reports `import-words/conflict` where a word is given to two fields, or to another field
 * than the one of which it is the word everywhere: what stands beside it could then be either.
 */
export function readImportWords(file: SourceFile, report: Report): ImportWords | undefined {
  const read = readYaml(importWordsSchema, file, report);
  if (read === undefined) return undefined;
  const fields = new Map<string, FieldWithWords>();
  for (const [field, words] of Object.entries(read.value) as [FieldWithWords, readonly string[]][]) {
    words.forEach((word, place) => {
      const key = labelKey(word);
      const conflict = (message: string, hint: string) => {
        const range = nearestRange(read.tree, [L[field], place]);
        report({ file, range, severity: 'error', rule: 'import-words/conflict', message, hint, value: word });
      };
      const other = fields.get(key);
      const known = knownMeanings(word);
      if (key === '') conflict(`“${word}”里没有字，不能认作栏名。`, '请写官方文件里的栏名，或删去这一项。');
      else if (other !== undefined)
        conflict(
          `“${word}”${other === field ? '写了两次' : `既写在“${L[other]}”里，又写在“${L[field]}”里`}。`,
          '一个栏名只写在一栏里，请删去一个。',
        );
      else if (known.length > 0 && !known.includes(FIELDS_WITH_WORDS[field]))
        conflict(
          `“${word}”是另一栏的栏名，不能又当作“${L[field]}”。`,
          '请核对写在哪一栏里；写的栏名本来就认得的，不用写在这个文件里。',
        );
      fields.set(key, field);
    });
  }
  return read.value;
}
