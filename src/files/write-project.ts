import type { Indicator } from '../model/indicator.ts';
import type { Project } from '../model/project.ts';
import { CATEGORIES, LABELS as L, PERIODS } from '../model/terms.ts';
import { groupList, plainLine, textLine, textList, type Lines } from './yaml-lines.ts';

/**
 * A project as its canonical file: the key order of the content format, two blanks of indentation, the
 * form's own fields always, the others only where they say something. Ends in a line feed.
 */
export function writeProject(project: Project): string {
  const { budget, disbursementPlan, explanations, corrections, previousCode } = project;
  const lines: Lines = [
    ...plainLine(L.sequence, String(project.sequence)),
    ...textLine(L.code, project.code),
    ...textLine(L.name, project.name),
    `${L.budget}:`,
    ...plainLine(L.total, budget.total.text, 2),
    ...plainLine(L.fiscal, budget.fiscal.text, 2),
    ...plainLine(L.other, budget.other.text, 2),
    ...textLine(L.purpose, project.purpose),
    `${L.disbursementPlan}:`,
    ...PERIODS.flatMap((period) => plainLine(period, disbursementPlan[period].text, 2)),
    ...textList(L.goals, project.goals),
    `${L.indicators}:`,
    ...CATEGORIES.flatMap((category) => {
      const rows = project.indicators.filter((row) => row.category === category);
      // Only some departments' forms have 成本指标 at the first level.
      if (category === '成本指标' && rows.length === 0) return [];
      return groupList(category, rows.map(indicatorLines), 2);
    }),
  ];
  const rest: Lines = [
    ...(explanations.length === 0
      ? []
      : groupList(
          L.explanations,
          explanations.map(({ location, original, text }) => [
            ...textLine(L.location, location),
            ...textLine(L.original, original),
            ...textLine(L.explanation, text),
          ]),
        )),
    ...(corrections.length === 0
      ? []
      : groupList(
          L.corrections,
          corrections.map(({ location, originalValue, grounds, date }) => [
            ...textLine(L.location, location),
            ...textLine(L.originalValue, originalValue),
            ...textLine(L.grounds, grounds),
            ...textLine(L.date, date),
          ]),
        )),
    ...(previousCode === undefined ? [] : textLine(L.previousCode, previousCode)),
  ];
  return `${[...lines, ...rest].join('\n')}\n`;
}

function indicatorLines({ kind, name, description, target, basis }: Indicator): Lines {
  return [
    ...textLine(L.kind, kind),
    ...textLine(L.indicatorName, name),
    ...textLine(L.description, description),
    ...textLine(L.target, target.text),
    ...textLine(L.basis, basis),
  ];
}
