import type { ValuePath } from '../files/value-path.ts';
import type { Result } from '../model/evaluation.ts';
import { INDICATOR_FIELDS, TEXT_FIELDS } from '../model/form.ts';
import { indicatorText, type Indicator } from '../model/indicator.ts';
import type { Project } from '../model/project.ts';
import type { Additional } from '../model/stated.ts';
import { EVALUATION_LABELS as E, LABELS as L, RESULT_LABELS as R } from '../model/terms.ts';

/** A text of a project with the path of its value. */
export interface ProjectText {
  readonly path: ValuePath;
  readonly text: string;
}

/** The path of an indicator's row. */
export function pathOf({ category, place }: Indicator): ValuePath {
  return [L.indicators, category, place - 1];
}

/** The path of a value of a result in the self-evaluation. */
export function resultPathOf({ place }: Pick<Result, 'place'>, label: string): ValuePath {
  return [L.evaluation, E.results, place - 1, label];
}

/** All free texts of a project's form and self-evaluation, in their order; blanks are left out. */
export function textsOf(project: Project): readonly ProjectText[] {
  if (latest?.project !== project) latest = { project, texts: collectTexts(project) };
  return latest.texts;
}

/** Several rules look at one project after the other. */
let latest: { readonly project: Project; readonly texts: readonly ProjectText[] } | undefined;

/** The second level is one of the form's own words. */
const FREE_FIELDS = INDICATOR_FIELDS.filter(({ name }) => name !== 'kind');

function collectTexts(project: Project): readonly ProjectText[] {
  return [
    { path: [L.name], text: project.name },
    ...TEXT_FIELDS.map(({ name, label }) => ({ path: [label], text: project[name] })),
    ...project.goals.map((text, place) => ({ path: [L.goals, place], text })),
    ...project.indicators.flatMap((row) => [
      ...FREE_FIELDS.map(({ name, label }) => ({
        path: [...pathOf(row), label],
        text: indicatorText(row, name),
      })),
      ...additionalTexts(row.additional, pathOf(row)),
    ]),
    ...additionalTexts(project.additional, []),
    ...evaluationTexts(project),
  ].filter(({ text }) => text !== '');
}

/** The words in which a self-evaluation says what was achieved, and why not more. */
function evaluationTexts({ evaluation }: Project): readonly ProjectText[] {
  if (evaluation === undefined) return [];
  return [
    { path: [L.evaluation, E.achieved], text: evaluation.achieved.text },
    ...evaluation.results.flatMap((result) => [
      { path: resultPathOf(result, R.achieved), text: result.achieved.text },
      { path: resultPathOf(result, R.reason), text: result.reason.text },
    ]),
  ];
}

function additionalTexts(additional: readonly Additional[], path: ValuePath): readonly ProjectText[] {
  return additional.map(({ label, text }) => ({ path: [...path, L.additional, label], text }));
}

/** What the texts that editors add say; they are published too. */
export function editorsTextsOf(project: Project): readonly ProjectText[] {
  return [
    ...project.explanations.map(({ text }, place) => ({
      path: [L.explanations, place, L.explanation],
      text,
    })),
    ...project.corrections.map(({ grounds }, place) => ({
      path: [L.corrections, place, L.grounds],
      text: grounds,
    })),
  ];
}

/** A text in a message: cut where it is long. */
export function quoted(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return `“${[...line].length > 30 ? `${[...line].slice(0, 29).join('')}…` : line}”`;
}
