import { readShare } from '../model/disbursement-plan.ts';
import { readEvaluation } from '../model/evaluation.ts';
import { BUDGET_FIELDS, forEachField } from '../model/form.ts';
import { numberIndicators } from '../model/indicator.ts';
import { readAmount } from '../model/money.ts';
import type { Project, ProjectKey } from '../model/project.ts';
import type { Additional } from '../model/stated.ts';
import { CATEGORIES, LABELS as L, MONTH_ENDS } from '../model/terms.ts';
import type { MoneyUnit } from '../model/money-unit.ts';
import type { Report } from './finding.ts';
import { projectSchema } from './schema.ts';
import type { SourceFile } from './source-file.ts';
import { readYaml } from './read-yaml.ts';
import type { ValuePath } from './value-path.ts';
import { treeAt, type YamlTree } from './yaml-tree.ts';

/** What a project file needs to know of where it lies: what names it, and its department's unit. */
export interface ProjectContext extends ProjectKey {
  readonly unit: MoneyUnit;
}

/** A project with the places of its values. */
export interface ProjectEntry {
  readonly project: Project;
  readonly file: SourceFile;
  readonly tree: YamlTree;
}

/** Reads a project file; reports what keeps it from being one and gives undefined then. */
export function readProject(
  file: SourceFile,
  context: ProjectContext,
  report: Report,
): ProjectEntry | undefined {
  const read = readYaml(projectSchema, file, report);
  if (read === undefined) return undefined;
  const { value, tree } = read;
  const project: Project = {
    ...value,
    ...context,
    budget: forEachField(BUDGET_FIELDS, ({ name }) => readAmount(value.budget[name], context.unit)),
    // Which month-ends there are is the form's choice: those that the file names.
    disbursementPlan: MONTH_ENDS.flatMap((period) => {
      const text = value.disbursementPlan[period];
      return text === undefined ? [] : [{ period, stated: readShare(text) }];
    }),
    indicators: numberIndicators(
      Object.fromEntries(
        CATEGORIES.map((category) => [
          category,
          value.indicators[category].map((row, place) => ({
            ...row,
            additional: readAdditional(tree, [L.indicators, category, place, L.additional]),
          })),
        ]),
      ),
    ),
    additional: readAdditional(tree, [L.additional]),
    evaluation: value.evaluation && readEvaluation(value.evaluation, context.unit),
  };
  return { project, file, tree };
}

/** Pairs in the order of the file, which an object does not keep: a label may be a number. */
function readAdditional(tree: YamlTree, path: ValuePath): readonly Additional[] {
  const node = treeAt(tree, path);
  if (node?.type !== 'map') return [];
  return [...node.entries].flatMap(([label, { value }]) =>
    value.type === 'text' ? [{ label, text: value.text }] : [],
  );
}
