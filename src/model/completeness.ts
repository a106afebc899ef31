import { periodsOf, shareAt } from './disbursement-plan.ts';
import { BUDGET_FIELDS, INDICATOR_FIELDS, TEXT_FIELDS, type FormField } from './form.ts';
import { indicatorText, type Indicator } from './indicator.ts';
import type { Project } from './project.ts';
import { isBlank } from './stated.ts';
import { CATEGORIES, LABELS as L } from './terms.ts';

/** How many of the things that could state a field of the form do, and which projects leave it blank. */
export interface FieldCompleteness {
  /** The field in the form's words, for example `资金支出计划 · 3月底`. */
  readonly field: string;
  /** What is counted: forms (one a project) or rows of the indicator table. */
  readonly counted: 'projects' | 'indicators';
  readonly stated: number;
  readonly of: number;
  /** The projects where it is blank, in the given order; for rows, those with at least one blank row. */
  readonly blankIn: readonly Project[];
}

/** A field of the form, and how many of a project's places for it are filled, of how many. */
interface Field {
  readonly name: string;
  readonly counted: FieldCompleteness['counted'];
  /** Whether it is left out where no project has it: not every form does. */
  readonly optional: boolean;
  readonly fill: (project: Project) => { readonly stated: number; readonly of: number };
}

/**
 * How completely projects fill the form, field by field in the form's order. What not every form has (成本指标 at
 * the first level, 上年结转, 权重) is left out where no project has any.
 */
export function completenessOf(projects: readonly Project[]): readonly FieldCompleteness[] {
  return fieldsOf(projects).flatMap(({ name, counted, optional, fill }): readonly FieldCompleteness[] => {
    const fills = projects.map((project) => ({ project, ...fill(project) }));
    const stated = fills.reduce((total, one) => total + one.stated, 0);
    if (optional && stated === 0) return [];
    return [
      {
        field: name,
        counted,
        stated,
        of: fills.reduce((total, { of }) => total + of, 0),
        blankIn: fills.filter((one) => one.stated < one.of).map(({ project }) => project),
      },
    ];
  });
}

function fieldsOf(projects: readonly Project[]): readonly Field[] {
  return [
    ...BUDGET_FIELDS.map((field) =>
      ofProjects(`${L.budget} · ${field.label}`, ({ budget }) => !isBlank(budget[field.name]), field),
    ),
    ...TEXT_FIELDS.map((field) => ofProjects(field.label, (project) => project[field.name] !== '', field)),
    ...periodsOf(projects).map((period) =>
      ofProjects(
        `${L.disbursementPlan} · ${period}`,
        ({ disbursementPlan }) => !isBlank(shareAt(disbursementPlan, period)),
      ),
    ),
    ofProjects(L.goals, ({ goals }) => goals.length > 0),
    ...CATEGORIES.map((category) =>
      ofProjects(
        `${L.indicators} · ${category}`,
        ({ indicators }) => indicators.some((row) => row.category === category),
        { optional: category === '成本指标' },
      ),
    ),
    // What names a row is stated wherever there is a row.
    ...INDICATOR_FIELDS.filter(({ name }) => name !== 'kind' && name !== 'name').map((field) =>
      ofRows(field.label, (row) => indicatorText(row, field.name) !== '', field),
    ),
  ];
}

type Optional = { readonly optional?: boolean } | FormField;

function ofProjects(name: string, isStated: (project: Project) => boolean, field: Optional = {}): Field {
  return {
    name,
    counted: 'projects',
    optional: field.optional ?? false,
    fill: (project) => ({ stated: isStated(project) ? 1 : 0, of: 1 }),
  };
}

function ofRows(name: string, isStated: (row: Indicator) => boolean, field: Optional): Field {
  return {
    name,
    counted: 'indicators',
    optional: field.optional ?? false,
    fill: ({ indicators }) => ({ stated: indicators.filter(isStated).length, of: indicators.length }),
  };
}
