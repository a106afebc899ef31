import type { MoneyUnit } from '../model/terms.ts';
import { KINDS, LABELS as L, PERIODS } from '../model/terms.ts';
import { departmentSchema, projectSchema } from './schema.ts';
import { schemaAt } from './schema-at.ts';
import { plainLine, textLine, type Lines } from './yaml-lines.ts';
import type { ValuePath } from './value-path.ts';
import type { z } from 'zod';

/** What is known of a new project; the rest is filled in by hand. */
export interface NewProject {
  readonly sequence: number;
  /** '' where it is not known yet. */
  readonly code: string;
  readonly name: string;
}

/** Second levels for which the new file has a row to fill in, by the first level that they stand under. */
const ROWS = [
  ['产出指标', KINDS.产出指标],
  ['效益指标', ['社会效益指标']],
  ['满意度指标', KINDS.满意度指标],
] as const;

/** A project file to fill in: the canonical layout, with a comment before each field that says what it holds. */
export function newProjectFile({ sequence, code, name }: NewProject): string {
  const comment = commentFrom(projectSchema);
  return joined([
    '# 逐项填写，没有的留空；“#”开头的行是说明，可以保留。填好后运行 npm run check。',
    ...comment([L.sequence]),
    ...plainLine(L.sequence, String(sequence)),
    ...comment([L.code]),
    ...textLine(L.code, code),
    ...textLine(L.name, name),
    ...comment([L.budget, L.total]),
    `${L.budget}:`,
    ...[L.total, L.fiscal, L.other].map((key) => `  ${key}:`),
    ...comment([L.purpose]),
    `${L.purpose}:`,
    ...comment([L.disbursementPlan]),
    `${L.disbursementPlan}:`,
    ...PERIODS.map((period) => `  ${period}:`),
    ...comment([L.goals, 0]),
    '# 每条占一行，写在下面，开头是两个空格、一个“-”和一个空格，例如：',
    '#   - 提高城乡居民最低基础养老金水平。',
    `${L.goals}:`,
    '# 每个三级指标占五行。多的照样子添加，不用的五行整段删去；一级指标下一项也没有时写“[]”。',
    ...[L.description, L.target, L.basis].flatMap((key) => comment([L.indicators, '产出指标', 0, key])),
    `${L.indicators}:`,
    ...ROWS.flatMap(([category, kinds]) => [`  ${category}:`, ...kinds.flatMap(blankRow)]),
  ]);
}

function blankRow(kind: string): Lines {
  const rest = [L.indicatorName, L.description, L.target, L.basis].map((key) => `      ${key}:`);
  return [`    - ${L.kind}: ${kind}`, ...rest];
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
  const comment = commentFrom(departmentSchema);
  const optional = (key: string, text: string | undefined) => (text === undefined ? [] : textLine(key, text));
  return joined([
    '---',
    ...textLine(L.departmentCode, department.code),
    ...textLine(L.departmentName, department.name),
    ...plainLine(L.year, String(department.year)),
    ...comment([L.unit]),
    ...textLine(L.unit, department.unit),
    '# 官方文件放在旁边的 sources 文件夹里；不知道的整行留空。',
    `${L.source}:`,
    ...[L.file, L.title, L.address, L.published, L.approval].map((key) => `  ${key}:`),
    ...optional(L.telephone, department.telephone),
    ...optional(L.postalAddress, department.postalAddress),
    '---',
  ]);
}

/** A comment line with what the schema says of a path; the same words that editor programs show. */
function commentFrom(schema: z.ZodType): (path: ValuePath) => Lines {
  return (path) => {
    const description = schemaAt(schema, path)?.description;
    return description === undefined ? [] : [`# ${description}`];
  };
}

function joined(lines: Lines): string {
  return `${lines.join('\n')}\n`;
}
