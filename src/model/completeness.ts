import type { Project } from './project.ts';
import { isBlank } from './stated.ts';
import { CATEGORIES, LABELS as L, PERIODS } from './terms.ts';

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
  readonly fill: (project: Project) => { readonly stated: number; readonly of: number };
}

/**
 * How completely projects fill the form, field by field in the form's order. 成本指标 at the first level is
 * left out where no project has any: only some departments' forms ask for it.
 */
export function completenessOf(projects: readonly Project[]): readonly FieldCompleteness[] {
  return FIELDS.map(({ name, counted, fill }): FieldCompleteness => {
    const fills = projects.map((project) => ({ project, ...fill(project) }));
    return {
      field: name,
      counted,
      stated: fills.reduce((total, { stated }) => total + stated, 0),
      of: fills.reduce((total, { of }) => total + of, 0),
      blankIn: fills.filter(({ stated, of }) => stated < of).map(({ project }) => project),
    };
  }).filter(({ field, stated }) => field !== COST_CATEGORY || stated > 0);
}

const COST_CATEGORY = `${L.indicators} · ${CATEGORIES[0]}`;

const FIELDS: readonly Field[] = [
  ofProjects(`${L.budget} · ${L.total}`, ({ budget }) => !isBlank(budget.total)),
  ofProjects(`${L.budget} · ${L.fiscal}`, ({ budget }) => !isBlank(budget.fiscal)),
  ofProjects(`${L.budget} · ${L.other}`, ({ budget }) => !isBlank(budget.other)),
  ofProjects(L.purpose, ({ purpose }) => purpose !== ''),
  ...PERIODS.map((period) =>
    ofProjects(`${L.disbursementPlan} · ${period}`, (project) => !isBlank(project.disbursementPlan[period])),
  ),
  ofProjects(L.goals, ({ goals }) => goals.length > 0),
  ...CATEGORIES.map((category) =>
    ofProjects(`${L.indicators} · ${category}`, ({ indicators }) =>
      indicators.some((row) => row.category === category),
    ),
  ),
  ofRows(L.description, (row) => row.description !== ''),
  ofRows(L.target, (row) => row.target.text !== ''),
  ofRows(L.basis, (row) => row.basis !== ''),
];

function ofProjects(name: string, isStated: (project: Project) => boolean): Field {
  return { name, counted: 'projects', fill: (project) => ({ stated: isStated(project) ? 1 : 0, of: 1 }) };
}

function ofRows(name: string, isStated: (row: Project['indicators'][number]) => boolean): Field {
  return {
    name,
    counted: 'indicators',
    fill: ({ indicators }) => ({ stated: indicators.filter(isStated).length, of: indicators.length }),
  };
}
