import { toText, trim, type Decimal } from '../model/decimal.ts';
import type { Department } from '../model/department.ts';
import type { FormField } from '../model/form.ts';
import { projectId, type Project } from '../model/project.ts';
import type { Additional } from '../model/stated.ts';
import { LABELS as L } from '../model/terms.ts';
import { MONEY_UNITS } from '../model/money-unit.ts';
import { mayBeBlank } from './csv.ts';
import type { ColumnOf } from './table.ts';

/** Columns that several tables have. */

export interface DepartmentRow {
  readonly department: Department;
}

export interface ProjectRow extends DepartmentRow {
  readonly project: Project;
}

/** A whole number. */
export const count = (number: number): string => String(number);

/** An exact amount or share, without padding beyond two places. */
export const exact = (number: Decimal | undefined): string | undefined =>
  number === undefined ? undefined : toText(trim(number, 2));

export const yesOrNo = (is: boolean): string => (is ? '是' : '否');

/** 补充信息 as one text, a line each. */
export const pairsText = (pairs: readonly Additional[]): string =>
  pairs.map(({ label, text }) => `${label}：${text}`).join('\n');

/** What documents have in fields of the form, by their labels. */
const EXAMPLES: Readonly<Partial<Record<string, string>>> = {
  [L.sequence]: '1',
  [L.name]: '2022-城乡居民基本养老保险补助资金',
  [L.total]: '190.00',
  [L.fiscal]: '190.00',
  [L.purpose]: '城乡居民基本养老保险补助资金',
  [L.goals]: '提高城乡居民最低基础养老金水平。',
  [L.kind]: '数量指标',
  [L.indicatorName]: '基础养老金养老金发放总金额',
  [L.description]: '基础养老金养老金发放总金额（累计数）',
  [L.target]: '≤190万元',
  [L.basis]: '享受待遇人员核定情况',
};

/** A text of the form as the source has it; what differs is set over it. */
export function formText({ name, label, required, optional }: FormField) {
  const example = EXAMPLES[label];
  return {
    name,
    header: required === true ? label : mayBeBlank(label),
    ...(required === true ? { required } : {}),
    type: 'text',
    description: `官方表格的“${label}”，照原文${optional === true ? '；不是每份表格都有这一栏' : ''}。`,
    ...(example === undefined ? {} : { example }),
  } as const;
}

/** What names a department's year. */
export const DEPARTMENT_COLUMNS: readonly ColumnOf<DepartmentRow>[] = [
  {
    name: 'year',
    header: L.year,
    type: 'integer',
    description: '预算年度。',
    example: '2022',
    required: true,
    columnType: 'date:fiscal-year',
    valueOf: ({ department }) => count(department.year),
  },
  {
    name: 'department',
    header: L.departmentCode,
    type: 'code',
    description: '预算单位（部门）的编码，是文字，不是数。',
    example: '313001',
    required: true,
    pattern: '[0-9A-Za-z]{3,20}',
    columnType: 'administrative-classification:generic:code',
    valueOf: ({ department }) => department.code,
  },
  {
    name: 'departmentName',
    header: L.departmentName,
    type: 'text',
    description: '预算单位（部门）当年的名称。',
    example: '保定白沟新城管理委员会组织人事局（本级）',
    required: true,
    columnType: 'administrative-classification:generic:label',
    valueOf: ({ department }) => department.name,
  },
];

/** What names a project: its year, department and record are the key of every table about projects. */
export const PROJECT_COLUMNS: readonly ColumnOf<ProjectRow>[] = [
  ...DEPARTMENT_COLUMNS,
  {
    name: 'record',
    header: '记录名',
    type: 'code',
    description: '项目在网址和文件名里的名称：项目编码；没有编码的，是三位以上的序号。',
    example: '13060522P004064100019',
    required: true,
    pattern: '[0-9A-Za-z-]{1,40}',
    columnType: 'activity:generic:project:code',
    valueOf: ({ project }) => project.record,
  },
  {
    name: 'code',
    header: L.code,
    type: 'code',
    description: '官方文件里的项目编码，是文字，不是数；空白表示官方文件没有编码。',
    example: '13060522P004064100019',
    pattern: '[0-9A-Za-z-]{1,40}',
    valueOf: ({ project }) => project.code,
  },
];

/** The key of the table of projects, and the columns by which others refer to it. */
export const PROJECT_KEY = ['year', 'department', 'record'] as const;

/** What a project's name is among the concepts of budgets. */
export const PROJECT_LABEL = 'activity:generic:project:label';

/** The name of a project in the tables about its parts, where `name` is another thing's. */
export const PROJECT_NAME: ColumnOf<ProjectRow> = {
  name: 'projectName',
  header: L.name,
  type: 'text',
  description: '项目名称，照原文。',
  example: '2022-城乡居民基本养老保险补助资金',
  required: true,
  columnType: PROJECT_LABEL,
  valueOf: ({ project }) => project.name,
};

export const UNIT: ColumnOf<DepartmentRow> = {
  name: 'unit',
  header: L.unit,
  type: 'text',
  description: '部门的官方文件所用的金额单位；列名里没有写单位的金额，都以它计。',
  example: '万元',
  required: true,
  values: MONEY_UNITS,
  valueOf: ({ department }) => department.unit,
};

/** Where a row stands on the site. */
export function pageColumn<Row>(pathOf: (row: Row) => string): ColumnOf<Row> {
  return {
    name: 'address',
    header: L.address,
    type: 'address',
    description: '本站网页的网址。',
    example: '/2022/313001/13060522P004064100019/',
    required: true,
    valueOf: (row, { addressOf }) => addressOf(pathOf(row)),
  };
}

export const projectPath = (project: Project): string => `${projectId(project)}/`;

/** The projects of departments, in the documents' order. */
export function* projectRows(departments: readonly Department[]): Generator<ProjectRow> {
  for (const department of departments) {
    for (const project of department.projects) yield { department, project };
  }
}
