import { forEachFacet, INITIAL, writeState, type BrowseState } from '../browse/browse-state.ts';
import type { Choices, Facet } from '../browse/listed-project.ts';
import { compare, decimal } from '../model/decimal.ts';
import { planPatternOf } from '../model/plan-pattern.ts';
import type { Project } from '../model/project.ts';
import { foldText } from '../search/exact-match.ts';

/** A question in plain words that a link with state answers. */
export interface Question {
  readonly text: string;
  /** Below the site's root: `search/?q=…`, `projects/?plan=…`. */
  readonly path: string;
  /** How many projects answer it; undefined where it is a search, which finds more than names and purposes. */
  readonly count: number | undefined;
}

/** What citizens ask for first, each with the word under which it is found. */
const SUBJECTS = [
  ['养老', '哪些钱花在养老上？'],
  ['医疗', '哪些钱花在医疗上？'],
  ['就业', '哪些钱用来帮人就业？'],
  ['教育', '哪些钱花在教育上？'],
  ['人才', '哪些钱用来引进和奖励人才？'],
  ['丧葬费', '丧葬费补助有多少？'],
] as const;

/** How many questions on subjects are asked. */
const MOST_SUBJECTS = 4;
const LARGEST = 10;
/** In 万元. */
const LARGE = 100;

/** Words offered beside the search box, as far as projects have them. */
const EXAMPLES = ['养老', '医疗保险', '丧葬费', '劳务派遣', '人才十条', '就业', '教育', '道路'];
const MOST_EXAMPLES = 5;

/** Words that lead to results, to show what can be asked. */
export function examplesIn(projects: readonly Project[]): readonly string[] {
  const texts = textsOf(projects);
  return EXAMPLES.filter((word) => texts.some((text) => text.includes(word))).slice(0, MOST_EXAMPLES);
}

/**
 * Questions to which these projects have an answer; the others are left out.
 *
 * @param hasNotes whether a project has data notes.
 */
export function questionsOf(
  projects: readonly Project[],
  hasNotes: (project: Project) => boolean,
): readonly Question[] {
  const texts = textsOf(projects);
  const subjects = SUBJECTS.filter(([word]) => texts.some((text) => text.includes(word))).map(
    ([word, text]) => ({ text, path: `search/?q=${encodeURIComponent(word)}`, count: undefined }),
  );
  const stated = projects.filter(({ budget }) => budget.total.value !== undefined);
  const december = projects.filter((project) => planPatternOf(project.disbursementPlan) === 'december');
  const views: readonly (readonly [string, Partial<BrowseState>, number])[] = [
    [`最大的${LARGEST}个项目`, { shown: LARGEST }, stated.length > LARGEST ? LARGEST : 0],
    ['只列明12月底支付的项目', { chosen: choose('plan', 'december') }, december.length],
    [`${LARGE}万元以上的项目`, { least: LARGE }, projects.filter(isLarge).length],
    ['有数据说明的项目', { chosen: choose('notes', 'with') }, projects.filter(hasNotes).length],
  ];
  return [
    ...subjects.slice(0, MOST_SUBJECTS),
    ...views
      .filter(([, , count]) => count > 0)
      .map(([text, change, count]) => ({ text, path: projectsPath(change), count })),
  ];
}

function choose(facet: Facet, choice: string): Choices {
  return forEachFacet((one) => (one === facet ? [choice] : []));
}

function isLarge({ budget: { total } }: Project): boolean {
  return total.value !== undefined && compare(total.value, decimal(LARGE)) >= 0;
}

function projectsPath(change: Partial<BrowseState>): string {
  return `projects/?${writeState({ ...INITIAL, ...change }).toString()}`;
}

function textsOf(projects: readonly Project[]): readonly string[] {
  return projects.map(({ name, purpose }) => foldText(`${name}\n${purpose}`));
}
