import { readShare } from '../model/disbursement-plan.ts';
import { numberIndicators } from '../model/indicator.ts';
import { nameFigureTypos, plainFigures, readAmount } from '../model/money.ts';
import type { Project } from '../model/project.ts';
import { CATEGORIES, LABELS as L, PERIODS, type MoneyUnit, type Period } from '../model/terms.ts';
import type { Report } from './finding.ts';
import { projectSchema } from './schema.ts';
import type { SourceFile } from './source-file.ts';
import { readYaml } from './read-yaml.ts';
import { treeAt, type YamlTree } from './yaml-tree.ts';

/** What a project file needs to know of its department. */
export interface DepartmentContext {
  readonly year: number;
  readonly departmentCode: string;
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
  context: DepartmentContext,
  report: Report,
): ProjectEntry | undefined {
  const read = readYaml(projectSchema, file, report);
  if (read === undefined) return undefined;
  const { value: raw, tree } = read;
  const sequence = readWholeNumber(raw[L.sequence], [L.sequence], tree, file, report);
  if (sequence === undefined) return undefined;

  const amount = (text = '') => readAmount(text, context.unit);
  const plan = raw[L.disbursementPlan] ?? {};
  const rows = raw[L.indicators] ?? {};
  const project: Project = {
    year: context.year,
    departmentCode: context.departmentCode,
    sequence,
    code: raw[L.code],
    name: raw[L.name],
    budget: {
      total: amount(raw[L.budget][L.total]),
      fiscal: amount(raw[L.budget][L.fiscal]),
      other: amount(raw[L.budget][L.other]),
    },
    purpose: raw[L.purpose] ?? '',
    disbursementPlan: Object.fromEntries(
      PERIODS.map((period) => [period, readShare(plan[period] ?? '')]),
    ) as Record<Period, ReturnType<typeof readShare>>,
    goals: raw[L.goals] ?? [],
    indicators: numberIndicators(
      Object.fromEntries(
        CATEGORIES.map((category) => [
          category,
          (rows[category] ?? []).map((row) => ({
            kind: row[L.kind] ?? '',
            name: row[L.indicatorName],
            description: row[L.description] ?? '',
            target: row[L.target] ?? '',
            basis: row[L.basis] ?? '',
          })),
        ]),
      ),
    ),
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
    previousCode: raw[L.previousCode] === '' ? undefined : raw[L.previousCode],
  };
  return { project, file, tree };
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
    ...(/^[1-9]\d*$/.test(plain) ? { hint: `应写作“${path.join('.')}: ${plain}”。` } : {}),
    value: text,
  });
  return undefined;
}
