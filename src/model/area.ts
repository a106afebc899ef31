import type { Project } from './project.ts';
import { byAmount, totalsOf, type Totals } from './totals.ts';

/** An area of spending (领域) into which the site sorts projects: its own classification, in no official form. */
export interface Area {
  readonly name: string;
  /** What belongs to it, for readers; '' where not said. */
  readonly description: string;
  /** Words of project names: one that holds any of them belongs to the area. */
  readonly words: readonly string[];
}

/** The area of a project, and what decided it: the project's file, a word in its name, or that none fits. */
export interface ProjectArea {
  readonly name: string;
  readonly by: 'editor' | 'word' | 'none';
  /** The word that decided; '' where none did. */
  readonly word: string;
}

/** Where projects are that fit no area: they are never guessed. */
export const OTHER_AREA = '其他';

/**
 * The area of a project: the one its file names, else the first in order one of whose words stands in its name.
 * The name alone is asked: a purpose tells of much beside what the money is for.
 *
 * @returns undefined where the site sorts nothing into areas.
 */
export function areaOf(
  project: Pick<Project, 'name' | 'area'>,
  areas: readonly Area[],
): ProjectArea | undefined {
  if (areas.length === 0) return undefined;
  if (project.area !== '') return { name: project.area, by: 'editor', word: '' };
  for (const { name, words } of areas) {
    const word = words.find((one) => project.name.includes(one));
    if (word !== undefined) return { name, by: 'word', word };
  }
  return { name: OTHER_AREA, by: 'none', word: '' };
}

/** What a project's area is called: no official document has it. */
export const AREA_WORDS = '领域（本站归类）';

/** The names of the areas that have any of the projects, in the site's order, 其他 last. */
export function areasUsed(projects: readonly Project[], areas: readonly Area[]): readonly string[] {
  const used = new Set(projects.map((project) => areaOf(project, areas)?.name));
  return [...areas.map(({ name }) => name), OTHER_AREA].filter((name) => used.has(name));
}

/** An area with what its projects add up to. */
export interface AreaTotals {
  readonly name: string;
  readonly totals: Totals;
}

/**
 * The areas that have any of the projects, the one with the most money first and 其他 last. The projects are of one
 * year, because two years are never added up.
 */
export function totalsByArea(projects: readonly Project[], areas: readonly Area[]): readonly AreaTotals[] {
  const own = new Map<string, Project[]>(
    [...areas.map(({ name }) => name), OTHER_AREA].map((name) => [name, []]),
  );
  for (const project of projects) own.get(areaOf(project, areas)?.name ?? '')?.push(project);
  return [...own]
    .filter(([, some]) => some.length > 0)
    .map(([name, some]) => ({ name, totals: totalsOf(some) }))
    .sort(
      (a, b) =>
        Number(a.name === OTHER_AREA) - Number(b.name === OTHER_AREA) ||
        byAmount(a.totals.budget, b.totals.budget),
    );
}
