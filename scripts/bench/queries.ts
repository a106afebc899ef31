import type { Project } from '../../src/model/project.ts';
import { evenly } from './measure.ts';

/** The text of a project that a search should find. */
export function searchableText({ name, code, purpose, goals, indicators }: Project): string {
  const rows = indicators.flatMap((row) => [row.kind, row.name, row.description, row.target.text, row.basis]);
  return [name, code, purpose, ...goals, ...rows].join('\n');
}

/**
 * Different queries of two to four Chinese characters, cut from the names and purposes of projects over the whole
 * list, at changing places; always the same for the same projects. What more than half of the projects hold, such
 * as “资金”, nobody looks for, and is left out. May be fewer than `count`.
 */
export function pickQueries(projects: readonly Project[], count: number): readonly string[] {
  const texts = evenly(projects, 200).map(searchableText);
  const isTelling = (query: string) =>
    texts.length < 3 || texts.filter((text) => text.includes(query)).length <= texts.length / 2;
  const runs = evenly(projects, count * 10)
    .flatMap(({ name, purpose }) => [name, purpose])
    .flatMap((text) => text.match(/\p{Script=Han}{4,}/gu) ?? []);
  const queries = runs.map((run, index) => {
    const characters = [...run];
    const length = 2 + (index % 3);
    const start = (index * 5) % (characters.length - length + 1);
    return characters.slice(start, start + length).join('');
  });
  return evenly([...new Set(queries)].filter(isTelling), count);
}
