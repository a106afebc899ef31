import { BUDGET_FIELDS, INDICATOR_FIELDS, PROJECT_FIELDS, TEXT_FIELDS } from '../model/form.ts';
import { indicatorText } from '../model/indicator.ts';
import { projectId, type Project } from '../model/project.ts';
import type { ProjectView } from './message.ts';

/** A project for the page, with the fields of the form that it states. */
export function viewProject(project: Project): ProjectView {
  const { sequence, code, name, unit, indicators } = project;
  const columns = INDICATOR_FIELDS.filter((field) =>
    indicators.some((row) => indicatorText(row, field.name) !== ''),
  );
  return {
    title: [String(sequence), name, code].filter(Boolean).join(' '),
    path: `${projectId(project)}/`,
    fields: PROJECT_FIELDS.flatMap((field): readonly (readonly [string, string])[] => {
      switch (field.kind) {
        case 'amounts':
          return BUDGET_FIELDS.map(({ name, label }) => [`${label}（${unit}）`, project.budget[name].text]);
        case 'text':
          return TEXT_FIELDS.filter((one) => one === field).map((one) => [one.label, project[one.name]]);
        case 'shares':
          return project.disbursementPlan.map(({ period, stated }) => [
            `${field.label}“${period}”`,
            stated.text,
          ]);
        case 'list':
          return [[field.label, project.goals.join('\n')]];
        case 'pairs':
          return project.additional.map(({ label, text }) => [label, text]);
        default:
          return [];
      }
    }).filter(([, text]) => text !== ''),
    columns: ['一级指标', ...columns.map(({ label }) => label)],
    rows: indicators.map((row) => [row.category, ...columns.map((field) => indicatorText(row, field.name))]),
  };
}
