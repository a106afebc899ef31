import { SEVERITY_NAMES } from '../files/finding.ts';
import type { FindingRecord } from '../files/format-findings.ts';
import { LABELS as L } from '../model/terms.ts';
import { wordLine } from './unknown-labels.ts';
import { describeProblems } from './describe-problems.ts';
import type {
  ImportReport,
  ReportedChange,
  ReportedDepartment,
  ReportedDocument,
  ReportedFile,
} from './report-import.ts';

/** How many new files, left out pieces and findings are named; of more the first are, with the count. */
const MOST_NAMED = 10;

/** An import's report for a person. */
export function describeImport(report: ImportReport, force: boolean): string {
  const { documents, skipped, departments, files, absent, checks } = report;
  const of = (status: ReportedFile['status']) => files.filter((file) => file.status === status);
  const [added, extended, adjusted] = [of('new'), of('extended'), of('adjusted')];
  const [same, different] = [of('same'), of('different')];
  const changedWords =
    different.length === 0 ? '' : force ? '（将替换）' : '（保留原样，要替换请加 --force）';
  const grave = checks.findings.filter(({ severity }) => severity !== 'information');
  return [
    ...documents.flatMap(describeDocument),
    ...some(skipped.map(describeSkipped)),
    ...(documents.length === 1 ? [] : departments.map((all) => `合计：${describeDepartment(all)}`)),
    ...some(added.map(({ file }) => `新增 ${file}`)),
    ...[...extended, ...adjusted, ...different].flatMap(describeFile),
    ...some(absent.map(({ file, name }) => `文件里没有、内容里有：${file}（${name}），保留不动`)),
    `新增${String(added.length)}个文件，${extended.length === 0 ? '' : `补充${String(extended.length)}个，`}${adjusted.length === 0 ? '' : `调整${String(adjusted.length)}个，`}相同${String(same.length)}个，不同${String(different.length)}个${changedWords}。`,
    ...(files.some(({ written }) => written)
      ? [
          `检查将要写入的文件：${String(checks.errors)}个错误，${String(checks.warnings)}个警告，${String(checks.information)}条提示。`,
          ...some(grave.map(describeFinding)),
        ]
      : []),
    '',
  ].join('\n');
}

/** A finding with what to do about it; `check` shows the line itself. */
const describeFinding = ({ severity, file, line, message, hint }: FindingRecord): string =>
  `  ${SEVERITY_NAMES[severity]} ${file}:${String(line)} ${message}${hint === null ? '' : `提示：${hint}`}`;

/** The first lines of many, and how many more there are. */
function some(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_NAMED + 1) return lines;
  return [...lines.slice(0, MOST_NAMED), `  ……同样的还有${String(lines.length - MOST_NAMED)}处`];
}

function describeDocument(document: ReportedDocument): readonly string[] {
  const { file, kind, departments, notes, lost, leftOut, unknownLabels } = document;
  const problems = (title: string, all: ReportedDocument['notes']) =>
    all.length === 0
      ? []
      : [
          title,
          ...describeProblems(
            '',
            all.map(({ place, message }) => ({ origin: place, message })),
          ).map((line) => `  ${line}`),
        ];
  const reasons = [...new Set(leftOut.map(({ reason }) => reason))].map((reason) => {
    const own = leftOut.filter((one) => one.reason === reason);
    return `${reason}${String(own.length)}格（如“${(own[0]?.text ?? '').replaceAll('\n', '⏎')}”）`;
  });
  return [
    `${file}：${kind}`,
    ...departments.map((department) => `  ${describeDepartment(department)}`),
    ...problems('没有写入的内容：', lost),
    ...problems('请对照原文核对的：', notes),
    ...(reasons.length === 0 ? [] : [`不是项目内容、没有收录的：${reasons.join('，')}。`]),
    ...describeLabels(unknownLabels),
  ];
}

/** A file that was passed over. */
export const describeSkipped = ({ file, reason }: ImportReport['skipped'][number]): string =>
  `跳过 ${file}：${reason}`;

/** What was found of a department, in a line. */
export function describeDepartment({
  year,
  code,
  name,
  unit,
  layouts,
  projects,
  indicators,
  budget,
  withoutBudget,
}: ReportedDepartment): string {
  const without = withoutBudget === 0 ? '' : `（另有${String(withoutBudget)}个没有读出预算数）`;
  const sum = withoutBudget === projects ? '都没有读出预算数' : `预算数共${budget}${unit}${without}`;
  return `${String(year)}年，${code} ${name}：${String(projects)}个项目，${String(indicators)}条指标，${sum}；${layouts.join('、')}`;
}

/** The labels that have no field, and how a department says that one of them is a word of a field. */
export function describeLabels(labels: ReportedDocument['unknownLabels']): readonly string[] {
  const [first] = labels;
  if (first === undefined) return [];
  const named = labels
    .slice(0, MOST_NAMED)
    .map(({ label, projects }) => `${label}（${String(projects)}个项目）`);
  const lines = labels.flatMap(({ line }) => line ?? []);
  return [
    `没有专门的栏目、放进“补充信息”的：${named.join('、')}${labels.length > MOST_NAMED ? '等' : ''}。`,
    ...(lines.length === 0
      ? [
          `  其中若有本表栏目的另一种叫法，请在 content/import-words.yaml 里写一行，再导入。例如“${first.label}”就是“${L.purpose}”的，写：${wordLine(L.purpose, first.label)}`,
        ]
      : lines.map((line) => `  若是同一栏目，请在 content/import-words.yaml 里写一行，再导入：${line}`)),
  ];
}

/** What is done with a file whether or not files that differ are replaced. */
const WHAT_IS_DONE: Partial<Record<ReportedFile['status'], string>> = { extended: '补充', adjusted: '调整' };

function describeFile(file: ReportedFile): readonly string[] {
  const { name, status, written, changes, lostComments, lostNotes } = file;
  const what = WHAT_IS_DONE[status] ?? (written ? '替换' : '保留');
  return [
    `${what} ${file.file}${name === '' ? '' : `（${name}）`}${
      status in WHAT_IS_DONE ? '：' : changes.length === 0 ? '，与文件中的内容不同' : '，与文件中的内容不同：'
    }`,
    ...changes.map((change) => `  ${describeChange(change)}`),
    ...(written
      ? [
          ...lostComments.map((comment) => `  注意：批注“${comment}”所在的行没有了，替换后批注也没有了。`),
          ...lostNotes.map((note) => `  注意：${note}所说的值在新文件里没有了，请改正“位置”或删去。`),
        ]
      : []),
  ];
}

/** A change in a line: `预算数：191.00 → 190.00`. */
export function describeChange({ field, before, after }: ReportedChange): string {
  const shown = (text: string) => (text === '' ? '（空白）' : text.replaceAll('\n', '⏎'));
  if (before === null) return `${field}：增加 ${shown(after ?? '')}`;
  if (after === null) return `${field}：去掉 ${shown(before)}`;
  return `${field}：${shown(before)} → ${shown(after)}`;
}
