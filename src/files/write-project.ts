import type { Evaluation } from '../model/evaluation.ts';
import {
  BUDGET_FIELDS,
  EVALUATION_FIELDS,
  INDICATOR_FIELDS,
  PROJECT_FIELDS,
  RESULT_FIELDS,
  type CellKind,
  type FormField,
  type ProjectField,
} from '../model/form.ts';
import { indicatorText, type Indicator } from '../model/indicator.ts';
import type { Project } from '../model/project.ts';
import type { Additional } from '../model/stated.ts';
import { CATEGORIES, EVALUATION_LABELS, LABELS as L } from '../model/terms.ts';
import { Figures, group, writeYaml, type Group, type Written } from './write-yaml.ts';

/**
 * A project as its canonical file: the key order of the content format, the form's own fields always, the others
 * only where they say something.
 */
export function writeProject(project: Project): string {
  return writeYaml(writtenProject(project));
}

/** The same, before it is a text. */
export function writtenProject(project: Project): Group {
  return group(PROJECT_FIELDS.map((field) => [field.label, valueOf(project, field)]));
}

function valueOf(project: Project, field: ProjectField): Written | undefined {
  switch (field.name) {
    case 'sequence':
      return new Figures(String(project.sequence));
    case 'budget':
      return group(
        BUDGET_FIELDS.map((own) => {
          const { text } = project.budget[own.name];
          return [own.label, stated(own, text) === undefined ? undefined : new Figures(text)];
        }),
      );
    case 'disbursementPlan':
      // A form without such a plan has no such field.
      if (project.disbursementPlan.length === 0) return undefined;
      return group(
        project.disbursementPlan.map(({ period, stated: { text } }) => [period, new Figures(text)]),
      );
    case 'goals':
      return project.goals;
    case 'indicators':
      return writtenIndicators(project.indicators);
    case 'additional':
      return pairs(project.additional);
    case 'explanations':
      return notes(project.explanations, ({ location, original, text }) => [
        [L.location, location],
        [L.original, original],
        [L.explanation, text],
      ]);
    case 'corrections':
      return notes(project.corrections, ({ location, originalValue, grounds, date }) => [
        [L.location, location],
        [L.originalValue, originalValue],
        [L.grounds, grounds],
        [L.date, date],
      ]);
    case 'withdrawal':
      return (
        project.withdrawal &&
        group([
          [L.date, project.withdrawal.date],
          [L.grounds, project.withdrawal.grounds],
        ])
      );
    case 'evaluation':
      return project.evaluation && writtenEvaluation(project.evaluation);
    default:
      return stated(field, project[field.name]);
  }
}

/** Undefined for what is blank and not in every form. */
function stated(field: FormField, text: string): string | undefined {
  return text === '' && field.optional === true ? undefined : text;
}

/** The rows of a project by their first levels, those that each form has also without rows. */
export function writtenIndicators(indicators: readonly Indicator[]): Written {
  return group(CATEGORIES.map((category) => [category, rowsOf(indicators, category)]));
}

function rowsOf(
  indicators: readonly Indicator[],
  category: (typeof CATEGORIES)[number],
): Written | undefined {
  const rows = indicators.filter((row) => row.category === category);
  // Only some departments' forms have 成本指标 at the first level.
  return category === '成本指标' && rows.length === 0 ? undefined : rows.map(rowOf);
}

function rowOf(row: Indicator): Written {
  return group([
    ...INDICATOR_FIELDS.map((field) => [field.label, stated(field, indicatorText(row, field.name))] as const),
    [L.additional, pairs(row.additional)],
  ]);
}

/** What of a self-evaluation is not stated is left out, but for what was achieved of each indicator. */
function writtenEvaluation(evaluation: Evaluation): Written {
  return group([
    ...EVALUATION_FIELDS.map(
      (field) => [field.label, cell({ ...field, optional: true }, evaluation[field.name].text)] as const,
    ),
    [
      EVALUATION_LABELS.results,
      evaluation.results.map((result) =>
        group(RESULT_FIELDS.map((field) => [field.label, cell(field, result[field.name].text)])),
      ),
    ],
  ]);
}

function cell(field: FormField & { readonly kind: CellKind }, text: string): Written | undefined {
  const own = stated(field, text);
  return own === undefined || field.kind === 'text' ? own : new Figures(own);
}

function pairs(additional: readonly Additional[]): Written | undefined {
  return additional.length === 0 ? undefined : group(additional.map(({ label, text }) => [label, text]));
}

function notes<Note>(
  all: readonly Note[],
  entriesOf: (note: Note) => readonly (readonly [key: string, text: string])[],
): Written | undefined {
  return all.length === 0 ? undefined : all.map((note) => group(entriesOf(note)));
}
