import type { ValuePath } from './value-path.ts';
import { BUDGET_FIELDS, INDICATOR_FIELDS, PROJECT_FIELDS, type ProjectField } from '../model/form.ts';
import { indicatorText, type Indicator } from '../model/indicator.ts';
import { NOTHING_ADDED, type Project } from '../model/project.ts';
import type { Additional } from '../model/stated.ts';
import { CATEGORIES, LABELS as L } from '../model/terms.ts';
import { matchLists, type Match } from './match-lists.ts';

/** One thing that two records of a project say differently. */
export interface Difference {
  /** What it is, in the form's words: `预算数`, `产出指标“培训人数”的指标值`. */
  readonly label: string;
  /** What each says; '' for a blank, undefined where it has no such row, box or goal. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Where each says it, as 核对说明 names it. */
  readonly pathBefore: ValuePath;
  readonly pathAfter: ValuePath;
}

/** What editors write and no official document holds. */
export const OF_EDITORS: ReadonlySet<string> = new Set(Object.keys(NOTHING_ADDED));

/** All that two records of a project say differently, field by field in the order of the form. */
export function compareProjects(before: Project, after: Project): readonly Difference[] {
  return PROJECT_FIELDS.filter(({ name }) => !OF_EDITORS.has(name)).flatMap((field) =>
    compareField(field, before, after),
  );
}

function compareField(field: ProjectField, before: Project, after: Project): readonly Difference[] {
  const { label, name } = field;
  switch (name) {
    case 'budget':
      return BUDGET_FIELDS.flatMap((own) =>
        differ([label, own.label], own.label, before.budget[own.name].text, after.budget[own.name].text),
      );
    case 'disbursementPlan': {
      const [a, b] = [before, after].map(
        ({ disbursementPlan }) =>
          new Map(disbursementPlan.map(({ period, stated }) => [period, stated.text])),
      );
      const periods = [...new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])];
      return periods.flatMap((period) =>
        differ([label, period], `${label}“${period}”`, a?.get(period) ?? '', b?.get(period) ?? ''),
      );
    }
    case 'goals':
      return matchGoals(before, after).flatMap((match) =>
        itemDifference(
          match,
          (place) => `${label}第${String(place + 1)}条`,
          [label],
          (place) => before.goals[place] ?? '',
          (place) => after.goals[place] ?? '',
        ),
      );
    case 'indicators':
      return compareRows(before, after);
    case 'additional':
      return comparePairs([label], '', before.additional, after.additional);
    case 'explanations':
    case 'corrections':
    case 'withdrawal':
    case 'evaluation':
      return [];
    default:
      return differ([label], label, String(before[name]), String(after[name]));
  }
}

/** Which goal is which. */
export function matchGoals(before: Project, after: Project): readonly Match[] {
  return matchLists(before.goals, after.goals, (goal) => [goal]);
}

/** Which row under a first level is which, by what they say. */
export function matchRows(before: readonly Indicator[], after: readonly Indicator[]): readonly Match[] {
  return matchLists(before, after, (row) => [
    JSON.stringify([...INDICATOR_FIELDS.map(({ name }) => indicatorText(row, name)), row.additional]),
    [row.kind, row.name, row.description].join('\n'),
    [row.kind, row.name].join('\n'),
    row.name,
  ]);
}

export const rowsOf = ({ indicators }: Project, category: Indicator['category']): readonly Indicator[] =>
  indicators.filter((row) => row.category === category);

function compareRows(before: Project, after: Project): readonly Difference[] {
  return CATEGORIES.flatMap((category) => {
    const [a, b] = [rowsOf(before, category), rowsOf(after, category)];
    return matchRows(a, b).flatMap((match): readonly Difference[] => {
      const [own, other] = [a[match.before ?? -1], b[match.after ?? -1]];
      const path: ValuePath = [L.indicators, category];
      const whole = itemDifference(
        match,
        () => `${category}的一行`,
        path,
        () => own && rowWords(own),
        () => other && rowWords(other),
      );
      if (own === undefined || other === undefined) return whole;
      const named = `${category}“${other.name}”`;
      const [pathBefore, pathAfter] = [
        [...path, match.before ?? 0],
        [...path, match.after ?? 0],
      ];
      const fields = INDICATOR_FIELDS.flatMap(({ name, label }) =>
        differ(
          [...pathBefore, label],
          `${named}的${label}`,
          indicatorText(own, name),
          indicatorText(other, name),
          [...pathAfter, label],
        ),
      );
      const additional = comparePairs(
        [...pathBefore, L.additional],
        `${named}的`,
        own.additional,
        other.additional,
        [...pathAfter, L.additional],
      );
      const moved = match.moved
        ? differ(
            pathBefore,
            `${named}的次序`,
            `第${String(own.place)}行`,
            `第${String(other.place)}行`,
            pathAfter,
          )
        : [];
      return [...moved, ...fields, ...additional];
    });
  });
}

/** A row in one line: what it is and what is to be reached. */
const rowWords = (row: Indicator): string =>
  INDICATOR_FIELDS.map(({ name }) => indicatorText(row, name))
    .filter((text) => text !== '')
    .join(' | ');

/** An item of a list that is new, gone, moved or otherwise worded. */
function itemDifference(
  { before, after, moved }: Match,
  labelOf: (place: number) => string,
  path: ValuePath,
  textBefore: (place: number) => string | undefined,
  textAfter: (place: number) => string | undefined,
): readonly Difference[] {
  const a = before === undefined ? undefined : textBefore(before);
  const b = after === undefined ? undefined : textAfter(after);
  const place = after ?? before ?? 0;
  const paths = { pathBefore: [...path, before ?? place], pathAfter: [...path, after ?? place] };
  if (a === undefined || b === undefined) return [{ label: labelOf(place), before: a, after: b, ...paths }];
  if (path[0] !== L.goals || (a === b && !moved)) return [];
  if (a !== b) return [{ label: labelOf(place), before: a, after: b, ...paths }];
  const order = (one: number | undefined) => `第${String((one ?? 0) + 1)}条`;
  return [{ label: `${labelOf(place)}的次序`, before: order(before), after: order(after), ...paths }];
}

/** Pairs of labels and texts; a label that stands twice is compared by its place among its like. */
function comparePairs(
  path: ValuePath,
  prefix: string,
  before: readonly Additional[],
  after: readonly Additional[],
  pathAfter = path,
): readonly Difference[] {
  const labels = [...new Set([...before, ...after].map(({ label }) => label))];
  return labels.flatMap((label) => {
    const [a, b] = [before, after].map((pairs) => pairs.filter((one) => one.label === label));
    return Array.from({ length: Math.max(a?.length ?? 0, b?.length ?? 0) }, (_, place) =>
      differ([...path, label], `${prefix}${L.additional}“${label}”`, a?.[place]?.text, b?.[place]?.text, [
        ...pathAfter,
        label,
      ]),
    ).flat();
  });
}

function differ(
  pathBefore: ValuePath,
  label: string,
  before: string | undefined,
  after: string | undefined,
  pathAfter = pathBefore,
): readonly Difference[] {
  return before === after ? [] : [{ label, before, after, pathBefore, pathAfter }];
}
