import { readShare } from '../model/disbursement-plan.ts';
import { BUDGET_FIELDS, forEachField, INDICATOR_FIELDS, TEXT_FIELDS } from '../model/form.ts';
import { numberIndicators } from '../model/indicator.ts';
import { nameFigureTypos, plainFigures, readAmount } from '../model/money.ts';
import type { Project, ProjectKey } from '../model/project.ts';
import type { Additional } from '../model/stated.ts';
import { CATEGORIES, LABELS as L, MONTH_ENDS, type MoneyUnit } from '../model/terms.ts';
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
  const { value: raw, tree } = read;
  const sequence = readWholeNumber(raw[L.sequence], [L.sequence], tree, file, report);
  if (sequence === undefined) return undefined;

  const plan = raw[L.disbursementPlan] ?? {};
  const rows = raw[L.indicators] ?? {};
  const project: Project = {
    ...context,
    ...forEachField(TEXT_FIELDS, ({ label }) => raw[label] ?? ''),
    sequence,
    code: raw[L.code] ?? '',
    name: raw[L.name],
    budget: forEachField(BUDGET_FIELDS, ({ label }) => readAmount(raw[L.budget][label] ?? '', context.unit)),
    // Which month-ends there are is the form's choice: those that the file names.
    disbursementPlan: MONTH_ENDS.flatMap((period) => {
      const text = plan[period];
      return text === undefined ? [] : [{ period, stated: readShare(text) }];
    }),
    goals: raw[L.goals] ?? [],
    indicators: numberIndicators(
      Object.fromEntries(
        CATEGORIES.map((category) => [
          category,
          (rows[category] ?? []).map((row, place) => ({
            ...forEachField(INDICATOR_FIELDS, ({ label }) => row[label] ?? ''),
            additional: readAdditional(tree, [L.indicators, category, place, L.additional]),
          })),
        ]),
      ),
    ),
    additional: readAdditional(tree, [L.additional]),
    explanations: (raw[L.explanations] ?? []).map((item) => ({
      location: item[L.location],
      original: item[L.original],
      text: item[L.explanation],
    })),
    corrections: (raw[L.corrections] ?? []).map((item) => ({
      location: item[L.location],
      originalValue: item[L.originalValue],
      grounds: item[L.grounds],
      date: item[L.date] ?? '',
    })),
    previousCode: raw[L.previousCode] ?? '',
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

/** Reads a positive whole number, or reports `field/type`. */
export function readWholeNumber(
  text: string,
  path: readonly string[],
  tree: YamlTree,
  file: SourceFile,
  report: Report,
): number | undefined {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  const plain = plainFigures(text);
  report({
    file,
    range: treeAt(tree, path)?.range ?? tree.range,
    severity: 'error',
    rule: 'field/type',
    message: `“${path.join('.')}”应是从1开始的整数，现为“${text}”${nameFigureTypos(text)}。`,
    ...(/^[1-9]\d{0,8}$/.test(plain) ? { hint: `应写作“${path.join('.')}: ${plain}”。` } : {}),
    value: text,
  });
  return undefined;
}
