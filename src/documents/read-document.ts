import { formatPath, type ValuePath } from '../files/value-path.ts';
import type { Department } from '../model/department.ts';
import { readShare } from '../model/disbursement-plan.ts';
import { BUDGET_FIELDS, forEachField, INDICATOR_FIELDS, TEXT_FIELDS } from '../model/form.ts';
import { numberIndicators } from '../model/indicator.ts';
import { readAmount } from '../model/money.ts';
import { isDepartmentCode, isAddressCode, parseProjectCode } from '../model/project-code.ts';
import { NOTHING_ADDED, recordOfSequence, type Project } from '../model/project.ts';
import { CATEGORIES, LABELS as L, MONTH_ENDS } from '../model/terms.ts';
import type { MoneyUnit } from '../model/money-unit.ts';
import type { FormRecord } from './forms/form-record.ts';
import { meaningsOf, type LabelWords } from './forms/labels.ts';
import { isFigure } from './forms/read-head.ts';
import { readForms } from './forms/read-forms.ts';
import { splitGoals } from '../model/goals.ts';
import type { LeftOut } from './forms/table-view.ts';
import type { DocumentBody, Paragraph } from './grid/grid.ts';
import type { Problem, Question } from './problem.ts';
import { readOverallGoals } from './read-overall-goals.ts';

/** An official document as the model sees it, or why it cannot be read. */
export type DocumentReading =
  | {
      readonly departments: readonly ImportedDepartment[];
      /** What is written otherwise than it stands in the document, or was decided for the editor. */
      readonly notes: readonly Problem[];
      /** What is not written though it may belong to a project. */
      readonly lost: readonly Problem[];
      /** What is no content: page numbers, sums, notes below a form. */
      readonly leftOut: readonly LeftOut[];
      /** The paragraphs before the first form. */
      readonly introduction: readonly Paragraph[];
    }
  | { readonly problems: readonly Problem[] };

/** What documents say of a department. */
export interface DepartmentRead extends Omit<Department, 'documents'> {
  /** How its projects are drawn, in words. */
  readonly layouts: readonly string[];
}

/** What one document says of a department. */
export interface ImportedDepartment extends DepartmentRead {
  /** Whether the document numbers the forms; otherwise the projects' numbers are those of their order. */
  readonly isNumbered: boolean;
  /** The forms that its projects were read from, by the projects' records. */
  readonly forms: ReadonlyMap<string, FormRecord>;
}

/** What the editor says of a document that does not say it itself. */
export interface Answers {
  readonly year?: number | undefined;
  readonly department?: string | undefined;
  /** The department's name, where the document has but one and does not name it. */
  readonly name?: string | undefined;
  /** The codes of departments by their names, for a document of several. */
  readonly codes?: ReadonlyMap<string, string>;
  readonly unit?: MoneyUnit | undefined;
  /** What is known of a department where neither the document nor the editor says it. */
  readonly known?: (asked: {
    readonly name: string | undefined;
    readonly year: number | undefined;
    /** Whether the document speaks of several departments. */
    readonly isOneOfSeveral: boolean;
  }) => DepartmentKnown | undefined;
}

export type DepartmentKnown = Pick<Department, 'year' | 'code' | 'name' | 'unit'>;

/**
 * Reads a whole document. It may hold the forms of several departments; the overall goals are the first one's.
 *
 * @param fileName the document's name, kept as the source of what it says; undefined for none.
 */
export function readDocument(
  body: DocumentBody,
  fileName: string | undefined,
  words: LabelWords,
  answers: Answers = {},
): DocumentReading {
  const { records, nameless, introduction, unplaced, leftOut } = readForms(body, words);
  const lost: Problem[] = [];
  const problems: Problem[] = [...(body.problems ?? [])];
  const notes: Problem[] = [
    ...[...body.remarks, ...(body.hasPictures === true ? [PICTURES] : [])].map((message) => ({
      origin: '',
      message,
    })),
    ...records.flatMap(({ remarks }) => remarks),
  ];
  for (const { text, origin } of unplaced) {
    // A figure without a label may be what the form is about.
    if (isFigure(text))
      problems.push({ origin, message: `“${text}”的前面和上面没有认得的栏名，不能确定是什么` });
    else lost.push({ origin, message: `“${text}”没有放进任何栏目` });
  }
  const kept = records.filter((record) => {
    if (record.codeDigitsLost) {
      const message = `项目编码“${record.code}”在表格里存成了数字，15位以后的数字已经丢失，“${record.name}”没有导入；请在Excel中把这一格改为文本，照原编码重填后再导入`;
      lost.push({ origin: record.origin, message });
    }
    return !record.codeDigitsLost;
  });
  const withoutName = nameless.map(({ origin }) => ({
    origin,
    message: '这张表没有项目名称，填写的内容没有写入',
  }));
  if (records.length === 0) problems.push(...withoutName);
  else lost.push(...withoutName);
  if (records.length === 0 && problems.length === 0) {
    problems.push({ origin: '', message: whyNoForms(body, words) });
  }
  const departments: ImportedDepartment[] = [];
  const groups = byDepartment(kept);
  for (const own of groups) {
    const made = toDepartment(own, fileName, answers, problems, groups.length > 1);
    if (made === undefined) continue;
    const overallGoals = departments.length === 0 ? readOverallGoals(introduction) : '';
    departments.push({ ...made, overallGoals });
  }
  return problems.length > 0 ? { problems } : { departments, notes, lost, leftOut, introduction };
}

const PICTURES =
  '文件里有图片，其中的文字读不出来；表格是图片的，那些项目没有读出，请向出具单位索取表格可以编辑的文件';

/** Why a document without forms may have none. */
function whyNoForms(body: DocumentBody, words: LabelWords): string {
  const labels = body.blocks.flatMap((block) =>
    block.type === 'table' ? block.cells.filter(({ text }) => meaningsOf(text, words).size > 0) : [],
  );
  if (labels.length >= LABELS_OF_A_FORM)
    return '表里的栏目都是空白，没有可以导入的内容。请确认选的是填好的文件，不是空白的样表';
  const expected = '表中应有“项目名称”“绩效目标”“三级指标”这样的栏目';
  return body.hasPictures === true
    ? `没有找到绩效目标表，文件里有图片，表格可能是图片，读不出其中的文字。请向出具单位索取表格可以编辑的文件，${expected}`
    : `没有找到绩效目标表。请确认选对了文件：${expected}`;
}

/** So many labels make a form, also a blank one. */
const LABELS_OF_A_FORM = 4;

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

const HOW_TO_UNIT = '；请对照原文件，用“--unit 元”“--unit 万元”或“--unit 亿元”写明';

function toDepartment(
  records: readonly FormRecord[],
  fileName: string | undefined,
  answers: Answers,
  problems: Problem[],
  isOneOfSeveral: boolean,
): Omit<ImportedDepartment, 'overallGoals'> | undefined {
  const [first] = records;
  if (first === undefined) return undefined;
  const { origin } = first;
  const found = problems.length;
  const ask = (message: string, about: Question['about'], advice: string) =>
    problems.push({ origin, message, question: { about, department: name, advice } });
  const statedYear = answers.year ?? yearOf(records);
  const known = answers.known?.({ name: first.department?.name, year: statedYear, isOneOfSeveral });
  // A form may have a box for the name and leave it blank.
  const stated = [first.department?.name, known?.name].find(Boolean);
  const name = stated ?? (isOneOfSeveral ? undefined : answers.name);
  const year = statedYear ?? known?.year;
  const units = new Set(records.map(({ unit }) => unit));
  const unit = answers.unit ?? (units.size === 1 ? (first.unit ?? known?.unit) : undefined);
  const code =
    answers.codes?.get(name ?? '') ??
    answers.codes?.get(stated ?? '') ??
    (isOneOfSeveral ? undefined : answers.department) ??
    first.department?.code ??
    known?.code;
  if (year === undefined) ask('读不出预算年度', 'year', '，请用“--year 2022”写明，把“2022”换成它的年度');
  const unread = records.flatMap(({ unreadUnit }) => unreadUnit ?? []);
  const others = unread.filter(({ isOther }) => isOther);
  if (others.length > 0) problems.push(...others);
  else if (unread.length > 0 && answers.unit === undefined) {
    const question: Question = { about: 'unit', department: name, advice: HOW_TO_UNIT };
    problems.push(...unread.map((problem) => ({ ...problem, question })));
  } else if (units.size > 1 && answers.unit === undefined)
    ask('同一部门的金额单位前后不一致', 'unit', '，请分开导入，或用“--unit 万元”写明');
  else if (unit === undefined) {
    ask('没有写明金额单位，不能推测', 'unit', HOW_TO_UNIT);
  }
  if (name === undefined && isOneOfSeveral)
    problems.push({
      origin,
      message: '这张表没有写明部门名称，别的表写了。请在原文件里补上，另存以后再导入',
    });
  else if (name === undefined)
    ask('没有写明部门名称', 'name', '，请用“--department 示例局=313001”写明，换成它的名称和编码');
  const codeOption = isOneOfSeveral ? `--department ${name ?? '名称'}=313001` : '--department 313001';
  const howToCode = name === undefined ? '' : `，请用“${codeOption}”写明，把“313001”换成它的编码`;
  if (code === undefined)
    ask(`没有写明${name === undefined ? '' : `“${name}”的`}部门编码`, 'department', howToCode);
  else if (!isDepartmentCode(code))
    ask(`部门编码“${code}”应由3到20位数字或字母组成`, 'department', howToCode);
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
    ...{ year, code, name, unit, telephone: undefined, postalAddress: undefined, endedProjects: [] },
    source: {
      files: fileName === undefined ? [] : [fileName],
      title: undefined,
      address: undefined,
      published: undefined,
      approval: undefined,
    },
    projects: projects.map((project): Project => ({ ...project, year, departmentCode: code })),
    isNumbered: isNumbered(records),
    layouts: [...new Set(records.map(({ layout }) => layout))],
    forms: new Map(
      projects.flatMap(({ record }, place) => records.slice(place, place + 1).map((form) => [record, form])),
    ),
  };
}

/** Where a value of a project stands in the document, or what is nearest to it; '' where it has no form. */
export function originOf({ forms }: ImportedDepartment, project: string, path: ValuePath): string {
  const record = forms.get(project);
  if (record === undefined) return '';
  const [field, category, place, label] = path;
  if (field === L.indicators) {
    const row = record.rows.filter((one) => one.category === category)[Number(place)];
    const name = INDICATOR_FIELDS.find((one) => one.label === label)?.name ?? 'name';
    return row?.origins[name] ?? record.origin;
  }
  for (let length = path.length; length > 0; length -= 1) {
    const origin = record.origins.get(formatPath(path.slice(0, length)));
    if (origin !== undefined) return origin;
  }
  return record.origin;
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

const isNumbered = (records: readonly FormRecord[]) => records.every(({ title }) => title !== undefined);

/** The projects of a department, numbered as the document numbers them or in its order. */
function toProjects(
  records: readonly FormRecord[],
  unit: MoneyUnit,
  problems: Problem[],
): readonly Omit<Project, 'year' | 'departmentCode'>[] {
  const hasNumbers = isNumbered(records);
  const [codes, sequences] = [new Set<string>(), new Set<number>()];
  return records.map((record, index) => {
    const { origin, title, code } = record;
    const name = record.name.replace(/\s*\n\s*/g, '');
    const report = (message: string) => problems.push({ origin, message });
    const sequence = hasNumbers ? (title?.sequence ?? index + 1) : index + 1;
    if (name === '') report('这张表没有项目名称');
    const titled = plain(title?.name ?? name);
    // The title may say what the name is: `1.某某建设项目绩效目标表`.
    if (name !== '' && ![titled, titled.replace(/项目$/, '')].includes(plain(name))) {
      report(`项目名称“${name}”与表的标题“${title?.name ?? ''}”不一致`);
    }
    if (code !== '' && codes.has(code)) report(`项目编码${code}出现了两次`);
    if (sequences.has(sequence)) report(`序号${String(sequence)}出现了两次`);
    codes.add(code);
    sequences.add(sequence);
    return {
      ...{ record: isAddressCode(code) ? code : recordOfSequence(sequence), sequence, code, name, unit },
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
      ...{ additional: record.additional, ...NOTHING_ADDED },
    };
  });
}

const plain = (text: string) => text.replace(/\s+/g, '');
