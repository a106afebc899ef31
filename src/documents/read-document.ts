import type { Department } from '../model/department.ts';
import { readShare } from '../model/disbursement-plan.ts';
import { BUDGET_FIELDS, forEachField, TEXT_FIELDS } from '../model/form.ts';
import { numberIndicators } from '../model/indicator.ts';
import { readAmount } from '../model/money.ts';
import { isDepartmentCode, isProjectCode, parseProjectCode } from '../model/project-code.ts';
import { recordOfSequence, type Project } from '../model/project.ts';
import { CATEGORIES, MONTH_ENDS, type MoneyUnit } from '../model/terms.ts';
import type { FormRecord } from './forms/form-record.ts';
import type { LabelWords } from './forms/labels.ts';
import { isFigure } from './forms/read-head.ts';
import { readForms } from './forms/read-forms.ts';
import { splitGoals } from './forms/split-goals.ts';
import type { DocumentBody } from './grid/grid.ts';
import type { Problem } from './problem.ts';
import { readOverallGoals } from './read-overall-goals.ts';

/** An official document as the model sees it, or why it cannot be read. */
export type DocumentReading =
  | {
      readonly departments: readonly ImportedDepartment[];
      /** What is written otherwise than it stands in the document, or not at all. */
      readonly notes: readonly Problem[];
    }
  | { readonly problems: readonly Problem[] };

export type ImportedDepartment = Omit<Department, 'documents'>;

/** What the editor says of a document that does not say it itself. */
export interface Answers {
  readonly year?: number | undefined;
  readonly department?: string | undefined;
  readonly unit?: MoneyUnit | undefined;
}

/**
 * Reads a whole document. It may hold the forms of several departments; the overall goals are the first one's.
 *
 * @param fileName the document's name, kept as the source of what it says.
 */
export function readDocument(
  body: DocumentBody,
  fileName: string,
  words: LabelWords,
  answers: Answers = {},
): DocumentReading {
  const { records, introduction, unplaced } = readForms(body, words);
  const problems: Problem[] = [...(body.problems ?? [])];
  const notes: Problem[] = [
    ...body.remarks.map((message) => ({ origin: '', message })),
    ...records.flatMap(({ remarks }) => remarks),
  ];
  for (const { text, origin } of unplaced) {
    // A figure without a label may be what the form is about.
    if (isFigure(text))
      problems.push({ origin, message: `“${text}”的前面和上面没有认得的栏名，不能确定是什么` });
    else notes.push({ origin, message: `“${text}”没有放进任何栏目` });
  }
  const kept = records.filter((record) => {
    if (record.codeDigitsLost) {
      const message = `项目编码“${record.code}”在表格里存成了数字，15位以后的数字已经丢失，“${record.name}”没有导入；请在Excel中把这一格改为文本，照原编码重填后再导入`;
      notes.push({ origin: record.origin, message });
    }
    return !record.codeDigitsLost;
  });
  if (records.length === 0 && problems.length === 0) {
    problems.push({
      origin: '',
      message: '没有找到绩效目标表。请确认选对了文件：表中应有“项目名称”“绩效目标”“三级指标”这样的栏目',
    });
  }
  const departments: ImportedDepartment[] = [];
  for (const own of byDepartment(kept)) {
    const made = toDepartment(own, fileName, answers, problems);
    if (made === undefined) continue;
    const overallGoals = departments.length === 0 ? readOverallGoals(introduction) : '';
    departments.push({ ...made, overallGoals });
  }
  return problems.length > 0 ? { problems } : { departments, notes };
}

function byDepartment(records: readonly FormRecord[]): readonly (readonly FormRecord[])[] {
  const groups = new Map<string, FormRecord[]>();
  for (const record of records) {
    const { code, name } = record.department ?? {};
    // Within a document a name without its code is that of the same department.
    const known = [...groups.keys()].find(
      (key) => key === code || groups.get(key)?.[0]?.department?.name === name,
    );
    const key = known ?? code ?? name ?? '';
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return [...groups.values()];
}

function toDepartment(
  records: readonly FormRecord[],
  fileName: string,
  answers: Answers,
  problems: Problem[],
): Omit<ImportedDepartment, 'overallGoals'> | undefined {
  const [first] = records;
  if (first === undefined) return undefined;
  const { origin } = first;
  const found = problems.length;
  const missing = (message: string) => problems.push({ origin, message });
  const year = answers.year ?? yearOf(records);
  const units = new Set(records.map(({ unit }) => unit));
  const unit = answers.unit ?? (units.size === 1 ? first.unit : undefined);
  const code = answers.department ?? first.department?.code;
  const name = first.department?.name;
  if (year === undefined) missing('读不出预算年度，请用“--year 2022”写明');
  const unread = answers.unit === undefined ? records.flatMap(({ unreadUnit }) => unreadUnit ?? []) : [];
  if (unread.length > 0) problems.push(...unread);
  else if (units.size > 1 && answers.unit === undefined)
    missing('同一部门的金额单位前后不一致，请分开导入，或用“--unit 万元”写明');
  else if (unit === undefined)
    missing('没有写明金额单位，不能推测；请对照原文件，用“--unit 元”或“--unit 万元”写明');
  if (code === undefined) missing(`没有写明“${name ?? '部门'}”的部门编码，请用“--department 313001”写明`);
  else if (!isDepartmentCode(code))
    missing(`部门编码“${code}”应由3到20位数字或字母组成，请用“--department 313001”写明`);
  if (name === undefined) missing('没有写明部门名称');
  for (const other of records) {
    if (other.department !== undefined && other.department.name !== name) {
      problems.push({
        origin: other.origin,
        message: `部门编码${code ?? ''}的部门名称前后不一致：“${name ?? ''}”“${other.department.name}”`,
      });
    }
  }
  const projects = toProjects(records, unit ?? '万元', problems);
  if (year === undefined || code === undefined || unit === undefined || name === undefined) return undefined;
  if (problems.length > found) return undefined;
  return {
    ...{ year, code, name, unit, telephone: undefined, postalAddress: undefined },
    source: {
      file: fileName,
      title: undefined,
      address: undefined,
      published: undefined,
      approval: undefined,
    },
    projects: projects.map((project): Project => ({ ...project, year, departmentCode: code })),
  };
}

/** The budget year: that of the forms, else that of most project codes, else that with which most names begin. */
function yearOf(records: readonly FormRecord[]): number | undefined {
  const most = (years: readonly (number | undefined)[]) => {
    const counts = new Map<number, number>();
    for (const year of years) if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  };
  return (
    most(records.map(({ year }) => year)) ??
    most(records.map(({ code }) => parseProjectCode(code)?.year)) ??
    most(records.map(({ name }) => Number(/^(20\d\d)(?!\d)/.exec(name)?.[1]) || undefined))
  );
}

/** The projects of a department, numbered as the document numbers them or in its order. */
function toProjects(
  records: readonly FormRecord[],
  unit: MoneyUnit,
  problems: Problem[],
): readonly Omit<Project, 'year' | 'departmentCode'>[] {
  const isNumbered = records.every(({ title }) => title !== undefined);
  const [codes, sequences] = [new Set<string>(), new Set<number>()];
  return records.map((record, index) => {
    const { origin, title, code } = record;
    const name = record.name.replace(/\s*\n\s*/g, '');
    const report = (message: string) => problems.push({ origin, message });
    const sequence = isNumbered ? (title?.sequence ?? index + 1) : index + 1;
    if (name === '') report('这张表没有项目名称');
    if (title !== undefined && name !== '' && plain(title.name) !== plain(name)) {
      report(`项目名称“${name}”与表的标题“${title.name}”不一致`);
    }
    if (code !== '' && !isProjectCode(code)) report(`项目编码“${code}”应由字母、数字和短横组成，不超过40个`);
    if (code !== '' && codes.has(code)) report(`项目编码${code}出现了两次`);
    if (sequences.has(sequence)) report(`序号${String(sequence)}出现了两次`);
    codes.add(code);
    sequences.add(sequence);
    return {
      ...{ record: code || recordOfSequence(sequence), sequence, code, name, unit },
      budget: forEachField(BUDGET_FIELDS, (field) => readAmount(record.budget[field.name], unit)),
      ...forEachField(TEXT_FIELDS, () => ''),
      purpose: record.purpose,
      disbursementPlan: MONTH_ENDS.flatMap((period) => {
        const stated = record.plan.find((one) => one.period === period);
        return stated === undefined ? [] : [{ period, stated: readShare(stated.text) }];
      }),
      goals: splitGoals(record.goals ?? ''),
      indicators: numberIndicators(
        Object.fromEntries(
          CATEGORIES.map((category) => [
            category,
            record.rows.filter((row) => row.category === category).map(({ texts }) => texts),
          ]),
        ),
      ),
      ...{ additional: record.additional, explanations: [], corrections: [], previousCode: '', area: '' },
    };
  });
}

const plain = (text: string) => text.replace(/\s+/g, '');
