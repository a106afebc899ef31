import { OTHER_AREA, type Area } from '../model/area.ts';
import { LABELS as L } from '../model/terms.ts';
import type { Finding, Report } from './finding.ts';
import { readYaml } from './read-yaml.ts';
import { areasSchema } from './schema.ts';
import type { SourceFile } from './source-file.ts';
import type { ValuePath } from './value-path.ts';
import { nearestRange, type YamlTree } from './yaml-tree.ts';

/** The areas with the places of their names and words, for the checks. */
export interface AreasEntry {
  readonly areas: readonly Area[];
  readonly file: SourceFile;
  readonly tree: YamlTree;
}

/**
 * Reads `areas.yaml`. Reports `areas/duplicate` where an area or a word stands twice, because a word decides for one
 * area alone, and `areas/word` where a word of one character would be found in names that mean something else.
 */
export function readAreas(file: SourceFile, report: Report): AreasEntry | undefined {
  const read = readYaml(areasSchema, file, report);
  if (read === undefined) return undefined;
  const { value: areas, tree } = read;
  const say = (path: ValuePath, said: Pick<Finding, 'rule' | 'message' | 'hint' | 'value'>) => {
    report({ file, range: nearestRange(tree, path), severity: 'error', ...said });
  };
  const names = new Set([OTHER_AREA]);
  const owners = new Map<string, string>();
  areas.forEach(({ name, words }, place) => {
    if (names.has(name)) {
      const message =
        name === OTHER_AREA ? `“${name}”不用写，归不进别的领域的项目都在那里。` : `领域“${name}”写了两次。`;
      const hint = name === OTHER_AREA ? '请删去这一项。' : '请合并成一项。';
      say([place, L.area], { rule: 'areas/duplicate', message, hint, value: name });
    }
    names.add(name);
    words.forEach((word, row) => {
      const path = [place, L.areaWords, row];
      const owner = owners.get(word);
      if (owner !== undefined) {
        const message = `“${word}”已经写在“${owner}”里，一个词只能归入一个领域。`;
        say(path, { rule: 'areas/duplicate', message, hint: '请只留一处。', value: word });
      } else if ([...word].length < 2) {
        const message = `“${word}”只有一个字，会把不相干的项目也归进来。`;
        const hint = '请写两个字以上的词，例如“养老”。';
        say(path, { rule: 'areas/word', message, hint, value: word });
      }
      owners.set(word, owner ?? name);
    });
  });
  return { areas, file, tree };
}
