import { forEachFacet, INITIAL, writeState, type BrowseState } from './browse-state.ts';
import type { Choices, Facet } from './listed-project.ts';
import { compare, decimal, sum, type Decimal } from '../model/decimal.ts';
import { planPatternOf } from '../model/plan-pattern.ts';
import type { Project } from '../model/project.ts';
import { areaOf, type ProjectArea } from '../model/area.ts';
import type { Site } from '../model/site.ts';
import { standingsOf } from '../model/totals.ts';
import { latestYearOf } from '../model/years.ts';
import { address } from '../site/addresses.ts';
import { foldText } from '../search/exact-match.ts';

/** A view of the list of projects that is offered in words which say exactly what it holds. */
export interface Question {
  readonly text: string;
  /** Below the site's root: `projects/?q=…`, `projects/?plan=…`. */
  readonly path: string;
  /** How many projects are in the view. */
  readonly count: number;
  /** What their budgets add up to; undefined where the sum would say nothing. */
  readonly sum: Decimal | undefined;
}

/** What citizens ask for first, as the documents write it. */
const SUBJECTS = ['养老', '医疗', '就业', '工资', '丧葬费', '教育', '人才'];

/** How many of them are offered. */
const MOST_SUBJECTS = 5;
const LARGEST = 10;
/** In 万元. */
const LARGE = 100;

/** Words offered beside the search box, as far as projects have them. */
const EXAMPLES = ['养老', '医疗保险', '丧葬费', '劳务派遣', '人才十条', '就业', '教育', '道路'];
const SEARCH_EXAMPLES = ['养老', '医疗保险', '丧葬费', '党建', '113元'];
const MOST_EXAMPLES = 5;

/** Words that lead to results, to show what can be asked. */
export function examplesIn(projects: readonly Project[]): readonly string[] {
  return EXAMPLES.filter((word) => projects.some(holding(word))).slice(0, MOST_EXAMPLES);
}

/** The same on the page of the search, which looks in goals and indicators too. */
export function searchExamplesIn(projects: readonly Project[]): readonly string[] {
  const texts = projects.map(({ name, purpose, goals, indicators }) =>
    foldText([name, purpose, ...goals, ...indicators.map(({ target }) => target.text)].join('\n')),
  );
  return SEARCH_EXAMPLES.filter((word) => texts.some((text) => text.includes(foldText(word))));
}

/**
 * The projects that are the largest by place, with all that share the last one; more than twice as many as wanted
 * are only cut, because then the place says nothing.
 */
export function largestOf(projects: readonly Project[], wanted = LARGEST): readonly Project[] {
  const placed = [...standingsOf(projects)].filter(([, { place }]) => place <= wanted);
  return placed.map(([project]) => project).slice(0, placed.length > wanted * 2 ? wanted : placed.length);
}

/**
 * Views of the latest year's projects, which the list shows by itself, as far as they hold any.
 *
 * @param hasNotes whether a project has data notes.
 */
export function questionsOf(
  projects: readonly Project[],
  hasNotes: (project: Project) => boolean,
): readonly Question[] {
  const view = (
    text: string,
    change: Partial<BrowseState>,
    isMeant: (project: Project) => boolean,
    hasSum = true,
  ): readonly Question[] => {
    const own = projects.filter(isMeant);
    const stated = own.flatMap(({ budget }) => budget.total.value ?? []);
    const total = hasSum && stated.length > 0 ? sum(stated) : undefined;
    return own.length === 0 ? [] : [{ text, path: projectsPath(change), count: own.length, sum: total }];
  };
  const subjects = SUBJECTS.flatMap((word) =>
    view(`名称或用途里有“${word}”的项目`, { query: word }, holding(word)),
  );
  return [
    ...subjects.slice(0, MOST_SUBJECTS),
    ...view(
      '只写了12月底付款计划的项目',
      { chosen: choose('plan', ['december']) },
      ({ disbursementPlan }) => planPatternOf(disbursementPlan) === 'december',
    ),
    ...view(`${LARGE}万元以上（含${LARGE}万元）的项目`, { least: LARGE }, isLarge),
    ...view(
      '附有数据说明的项目（本站核对时发现疑点）',
      { chosen: choose('notes', ['with']) },
      hasNotes,
      false,
    ),
  ];
}

/** The list of an area's projects in a year, or in one department's year; below the site's root. */
export function areaPath(site: Site, area: string, year: number, department?: string): string {
  return listPath(site, 'area', area, year, department);
}

/** The area of a project, and the list of its others in the year. */
export interface LinkedArea extends ProjectArea {
  readonly href: string;
}

/** Undefined where the site has no areas. */
export function linkedArea(site: Site, project: Project): LinkedArea | undefined {
  const area = areaOf(project, site.areas);
  return area && { ...area, href: address(areaPath(site, area.name, project.year)) };
}

/** The list of the projects of a year that published what they achieved. */
export function resultsPath(site: Site, year: number, department?: string): string {
  return listPath(site, 'results', 'with', year, department);
}

function listPath(site: Site, facet: Facet, choice: string, year: number, department?: string): string {
  // The list shows the latest year by itself, and offers no choice of departments where there is one alone.
  const hasSeveral = new Set(site.departments.map(({ code }) => code)).size > 1;
  return projectsPath({
    chosen: {
      ...choose(facet, [choice]),
      year: year === latestYearOf(site) ? [] : [String(year)],
      department: department !== undefined && hasSeveral ? [department] : [],
    },
  });
}

function choose(facet: Facet, choices: readonly string[]): Choices {
  return forEachFacet((one) => (one === facet ? choices : []));
}

function isLarge({ budget: { total } }: Project): boolean {
  return total.value !== undefined && compare(total.value, decimal(LARGE)) >= 0;
}

function projectsPath(change: Partial<BrowseState>): string {
  return `projects/?${writeState({ ...INITIAL, ...change }).toString()}`;
}

/** Whether a word stands in a project's name or purpose: what the list looks in. */
function holding(word: string): (project: Project) => boolean {
  const folded = foldText(word);
  return ({ name, purpose }) => [name, purpose].map(foldText).join('\n').includes(folded);
}
