import {
  BUDGET_FIELDS,
  INDICATOR_FIELDS,
  PROJECT_FIELDS,
  type FormField,
  type ProjectField,
} from '../model/form.ts';
import { indicatorText, type Indicator } from '../model/indicator.ts';
import type { Project } from '../model/project.ts';
import type { Additional } from '../model/stated.ts';
import { CATEGORIES, LABELS as L } from '../model/terms.ts';
import { groupList, plainLine, textLine, textList, type Lines } from './yaml-lines.ts';
import { scalar } from './yaml-scalar.ts';

/**
 * A project as its canonical file: the key order of the content format, two blanks of indentation, the
 * form's own fields always, the others only where they say something. Ends in a line feed.
 */
export function writeProject(project: Project): string {
  return `${PROJECT_FIELDS.flatMap((field) => linesOf(project, field)).join('\n')}\n`;
}

function linesOf(project: Project, field: ProjectField): Lines {
  const { label } = field;
  switch (field.name) {
    case 'sequence':
      return plainLine(label, String(project.sequence));
    case 'budget':
      return [
        `${label}:`,
        ...BUDGET_FIELDS.flatMap((own) => stated(own, project.budget[own.name].text, plainLine)),
      ];
    case 'disbursementPlan':
      // A form without such a plan has no such field.
      return project.disbursementPlan.length === 0
        ? []
        : [
            `${label}:`,
            ...project.disbursementPlan.flatMap(({ period, stated: { text } }) => plainLine(period, text, 2)),
          ];
    case 'goals':
      return textList(label, project.goals);
    case 'indicators':
      return [`${label}:`, ...CATEGORIES.flatMap((category) => rowsOf(project, category))];
    case 'additional':
      return pairs(project.additional);
    case 'explanations':
      return notes(
        label,
        project.explanations.map(({ location, original, text }) => [
          [L.location, location],
          [L.original, original],
          [L.explanation, text],
        ]),
      );
    case 'corrections':
      return notes(
        label,
        project.corrections.map(({ location, originalValue, grounds, date }) => [
          [L.location, location],
          [L.originalValue, originalValue],
          [L.grounds, grounds],
          [L.date, date],
        ]),
      );
    default:
      return stated(field, project[field.name], textLine, 0);
  }
}

/** A field's line; none where it is blank and not every form has it. */
function stated(field: FormField, text: string, line: typeof textLine, indent = 2): Lines {
  return text === '' && field.optional === true ? [] : line(field.label, text, indent);
}

function rowsOf({ indicators }: Project, category: (typeof CATEGORIES)[number]): Lines {
  const rows = indicators.filter((row) => row.category === category);
  // Only some departments' forms have 成本指标 at the first level.
  return category === '成本指标' && rows.length === 0 ? [] : groupList(category, rows.map(indicatorLines), 2);
}

function indicatorLines(row: Indicator): Lines {
  return [
    ...INDICATOR_FIELDS.flatMap((field) => stated(field, indicatorText(row, field.name), textLine, 0)),
    ...pairs(row.additional),
  ];
}

function pairs(additional: readonly Additional[]): Lines {
  if (additional.length === 0) return [];
  return [
    `${L.additional}:`,
    ...additional.flatMap(({ label, text }) => textLine(scalar(label, 0), text, 2)),
  ];
}

function notes(label: string, all: readonly (readonly (readonly [key: string, text: string])[])[]): Lines {
  if (all.length === 0) return [];
  return groupList(
    label,
    all.map((own) => own.flatMap(([key, text]) => textLine(key, text))),
  );
}
