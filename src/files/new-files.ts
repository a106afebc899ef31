import type { MoneyUnit } from '../model/money-unit.ts';
import {
  BUDGET_FIELDS,
  explanationInFile,
  INDICATOR_FIELDS,
  PROJECT_FIELDS,
  type FormField,
  type ProjectField,
} from '../model/form.ts';
import type { Indicator } from '../model/indicator.ts';
import { KINDS, LABELS as L, type Period } from '../model/terms.ts';
import { departmentSchema } from './schema.ts';
import { schemaAt } from './json-schema.ts';
import { writtenIndicators } from './write-project.ts';
import { Figures, group, writeYaml, type Group, type Written } from './write-yaml.ts';

/** What is known of a new project; the rest is filled in by hand. */
export interface NewProject {
  readonly sequence: number;
  /** '' where it is not known yet. */
  readonly code: string;
  readonly name: string;
  /** The month-ends of its form's plan; empty where the form has none. */
  readonly periods: readonly Period[];
  /** The rows of its table; where they are not known yet, the file has some to fill in. */
  readonly indicators: readonly Indicator[] | undefined;
}

/** The month-ends of the form of 2022, for a department of which no form is known. */
export const USUAL_PERIODS: readonly Period[] = ['3月底', '6月底', '10月底', '12月底'];

/** Second levels for which the new file has a row to fill in, by the first level that they stand under. */
const ROWS = [
  ['产出指标', KINDS.产出指标],
  ['效益指标', ['社会效益指标']],
  ['满意度指标', KINDS.满意度指标],
] as const;

const EXAMPLES: Partial<Record<ProjectField['name'], readonly string[]>> = {
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
  const fields = PROJECT_FIELDS.filter((field) => !('optional' in field)).flatMap((field) => {
    const value = valueOf(project, field);
    if (value === undefined) return [];
    const isFilledIn = field.name === 'indicators' && project.indicators !== undefined;
    const comment = (isFilledIn ? undefined : EXAMPLES[field.name]) ?? [`# ${explanationInFile(field)}`];
    return [...comment, writeYaml(group([[field.label, value]])).trimEnd()];
  });
  return [
    '# 逐项填写，没有的留空；“#”开头的行是说明，可以保留。填好后运行 npm run check。',
    ...fields,
    '',
  ].join('\n');
}

/** What a new project's file leaves to be filled in, in the words of the form. */
export function blanksOf({ code, periods, indicators }: NewProject): readonly string[] {
  const known: readonly string[] = [
    ...['sequence', 'name', code === '' ? '' : 'code'],
    ...[periods.length > 0 ? '' : 'disbursementPlan', indicators === undefined ? '' : 'indicators'],
  ];
  return PROJECT_FIELDS.flatMap((field): readonly FormField[] =>
    field.name === 'budget' ? BUDGET_FIELDS : [field],
  )
    .filter(({ name, optional }) => optional !== true && !known.includes(name))
    .map(({ label }) => label);
}

function valueOf(project: NewProject, field: ProjectField): Written | undefined {
  const { sequence, code, name, periods, indicators } = project;
  switch (field.name) {
    case 'sequence':
      return new Figures(String(sequence));
    case 'code':
      return code;
    case 'name':
      return name;
    case 'budget':
      return blank(BUDGET_FIELDS);
    case 'disbursementPlan':
      return periods.length === 0 ? undefined : group(periods.map((period) => [period, '']));
    case 'indicators':
      if (indicators !== undefined) return writtenIndicators(indicators);
      return group(ROWS.map(([category, kinds]) => [category, kinds.map(blankRow)]));
    default:
      return '';
  }
}

/** Fields to fill in; what not every form has is left out. */
function blank(fields: readonly FormField[]): Group {
  return group(fields.map(({ label, optional }) => [label, optional === true ? undefined : '']));
}

function blankRow(kind: string): Group {
  return new Map([...blank(INDICATOR_FIELDS), [L.kind, kind]]);
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
  const { code, name, year, unit, telephone, postalAddress } = department;
  return [
    '---\n',
    writeYaml(
      group([
        [L.departmentCode, code],
        [L.departmentName, name],
        [L.year, new Figures(String(year))],
      ]),
    ),
    `# ${schemaAt(departmentSchema, [L.unit])?.description ?? ''}\n`,
    writeYaml(group([[L.unit, unit]])),
    '# 官方文件放在旁边的 sources 文件夹里；不知道的整行留空。\n',
    writeYaml(
      group([
        [L.source, new Map([L.file, L.title, L.address, L.published, L.approval].map((key) => [key, '']))],
        [L.telephone, telephone],
        [L.postalAddress, postalAddress],
      ]),
    ),
    '---\n',
  ].join('');
}
