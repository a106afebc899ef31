import { scalar } from '../files/yaml-scalar.ts';
import type { Project } from '../model/project.ts';
import { LABELS as L } from '../model/terms.ts';

/** A label of a document that is no word of a field, and so went to 补充信息 under its own name. */
export interface UnknownLabel {
  readonly label: string;
  readonly projects: number;
  /** The line of `content/import-words.yaml` that would make it a word of a field, where one field alone is meant. */
  readonly line: string | null;
}

/** The labels that went to 补充信息, each with the number of its projects, most of them first. */
export function unknownLabels(projects: readonly Project[]): readonly UnknownLabel[] {
  const labels = new Map<string, Project[]>();
  for (const project of projects) {
    const beside = [...project.additional, ...project.indicators.flatMap(({ additional }) => additional)];
    for (const label of new Set(beside.map((one) => one.label))) {
      labels.set(label, [...(labels.get(label) ?? []), project]);
    }
  }
  return [...labels]
    .map(([label, own]) => ({ label, projects: own.length, line: lineFor(label, own) }))
    .sort((a, b) => b.projects - a.projects);
}

/** Where a project has no budget, the first amount beside its fields may be it: forms state the sum before its parts. */
function lineFor(label: string, projects: readonly Project[]): string | null {
  const isBudget = projects.every(
    ({ budget, additional }) =>
      budget.total.text === '' && additional.find(({ text }) => /^[\d.,，\s]+$/.test(text))?.label === label,
  );
  return isBudget ? wordLine(L.total, label) : null;
}

/** The line of `import-words.yaml` that makes a label a word of a field. */
export function wordLine(field: string, label: string): string {
  return `${field}: [${/[,[\]{}]/.test(label) ? JSON.stringify(label) : scalar(label, 0)}]`;
}
