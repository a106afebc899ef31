import type { MoneyUnit } from '../model/terms.ts';
import {
  BUDGET_FIELDS,
  INDICATOR_FIELDS,
  PROJECT_FIELDS,
  type FormField,
  type ProjectField,
} from '../model/form.ts';
import { KINDS, LABELS as L, type Period } from '../model/terms.ts';
import { departmentSchema } from './schema.ts';
import { schemaAt } from './schema-at.ts';
import { plainLine, textLine, type Lines } from './yaml-lines.ts';

/** What is known of a new project; the rest is filled in by hand. */
export interface NewProject {
  readonly sequence: number;
  /** '' where it is not known yet. */
  readonly code: string;
  readonly name: string;
  /** The month-ends of its form's plan; empty where the form has none. */
  readonly periods: readonly Period[];
}

/** The month-ends of the form of 2022, for a department of which no form is known. */
export const USUAL_PERIODS: readonly Period[] = ['3月底', '6月底', '10月底', '12月底'];

/** Second levels for which the new file has a row to fill in, by the first level that they stand under. */
const ROWS = [
  ['产出指标', KINDS.产出指标],
  ['效益指标', ['社会效益指标']],
  ['满意度指标', KINDS.满意度指标],
] as const;

const EXAMPLES: Partial<Record<ProjectField['name'], Lines>> = {
  goals: [
    '# 每条占一行，写在下面，开头是两个空格、一个“-”和一个空格，例如：',
    '#   - 提高城乡居民最低基础养老金水平。',
  ],
  indicators: [
    '# 每个三级指标占五行。多的照样子添加，不用的五行整段删去；一级指标下一项也没有时写“[]”。',
    ...INDICATOR_FIELDS.filter(
      (field) => !('optional' in field) && field.name !== 'kind' && field.name !== 'name',
    ).map(({ explanation }) => `# ${explanation}`),
  ],
};

/** A project file to fill in: the canonical layout, with a comment before each field that says what it holds. */
export function newProjectFile(project: NewProject): string {
  return joined([
    '# 逐项填写，没有的留空；“#”开头的行是说明，可以保留。填好后运行 npm run check。',
    ...PROJECT_FIELDS.filter((field) => !('optional' in field)).flatMap((field) =>
      field.name === 'disbursementPlan' && project.periods.length === 0
        ? []
        : [...(EXAMPLES[field.name] ?? [`# ${field.explanation}`]), ...linesOf(project, field)],
    ),
  ]);
}

function linesOf({ sequence, code, name, periods }: NewProject, { name: field, label }: ProjectField): Lines {
  switch (field) {
    case 'sequence':
      return plainLine(label, String(sequence));
    case 'code':
      return textLine(label, code);
    case 'name':
      return textLine(label, name);
    case 'budget':
      return [`${label}:`, ...blank(BUDGET_FIELDS, '  ')];
    case 'disbursementPlan':
      return [`${label}:`, ...periods.map((period) => `  ${period}:`)];
    case 'indicators':
      return [
        `${label}:`,
        ...ROWS.flatMap(([category, kinds]) => [`  ${category}:`, ...kinds.flatMap(blankRow)]),
      ];
    default:
      return [`${label}:`];
  }
}

/** Fields to fill in; what not every form has is left out. */
function blank(fields: readonly FormField[], indent: string): Lines {
  return fields.filter(({ optional }) => optional !== true).map(({ label }) => `${indent}${label}:`);
}

function blankRow(kind: string): Lines {
  return [`    - ${L.kind}: ${kind}`, ...blank(INDICATOR_FIELDS.slice(1), '      ')];
}

/** What is known of a new department's year. */
export interface NewDepartment {
  readonly year: number;
  readonly code: string;
  /** '' where it is not known. */
  readonly name: string;
  readonly unit: MoneyUnit;
  readonly telephone: string | undefined;
  readonly postalAddress: string | undefined;
}

/** A `department.md` to fill in, with comments. */
export function newDepartmentFile(department: NewDepartment): string {
  const optional = (key: string, text: string | undefined) => (text === undefined ? [] : textLine(key, text));
  return joined([
    '---',
    ...textLine(L.departmentCode, department.code),
    ...textLine(L.departmentName, department.name),
    ...plainLine(L.year, String(department.year)),
    `# ${schemaAt(departmentSchema, [L.unit])?.description ?? ''}`,
    ...textLine(L.unit, department.unit),
    '# 官方文件放在旁边的 sources 文件夹里；不知道的整行留空。',
    `${L.source}:`,
    ...[L.file, L.title, L.address, L.published, L.approval].map((key) => `  ${key}:`),
    ...optional(L.telephone, department.telephone),
    ...optional(L.postalAddress, department.postalAddress),
    '---',
  ]);
}

function joined(lines: Lines): string {
  return `${lines.join('\n')}\n`;
}
