import { UserError } from '../files/user-error.ts';
import { existsSync } from 'node:fs';
import type { ImportWords } from '../model/form-words.ts';
import type { Finding, Report } from '../files/finding.ts';
import { importWordsFile } from '../files/layout.ts';
import { keptDocumentName } from '../files/document-name.ts';
import { displayPath, readContentFile } from '../files/read-file.ts';
import { readImportWords } from '../files/read-import-words.ts';
import { refuseLinks } from '../files/refuse-links.ts';
import { writeFileAtomically } from '../files/write-file.ts';
import { checkPlanned } from './check-planned.ts';
import { describeProblems } from './describe-problems.ts';
import { labelWords } from './forms/labels.ts';
import type { LeftOut } from './forms/table-view.ts';
import { isOwnExport } from './open/own-export.ts';
import { openDocument } from './open/open-document.ts';
import { saysSame } from './merge-files.ts';
import { planEvaluations, type EvaluationDocument } from './evaluations/plan-evaluations.ts';
import { readEvaluations } from './evaluations/read-evaluations.ts';
import { joinDepartments, type DepartmentPart, type JoinedDepartment } from './join-departments.ts';
import { planImport, type KeptDocument, type PlannedDepartment, type PlannedFile } from './plan-import.ts';
import type { Problem } from './problem.ts';
import { readDocument, type Answers, type ImportedDepartment } from './read-document.ts';

export interface ImportOptions {
  /** The content folder. */
  readonly directory: string;
  /** The official documents. */
  readonly paths: readonly string[];
  /** What the documents do not say themselves. */
  readonly answers: Answers;
  /** Whether files that differ are replaced: all of them, or those of the paths that are given. */
  readonly force: boolean | ReadonlySet<string>;
  /** The day of the adjustment of which the documents tell, where they tell of one. */
  readonly adjustment?: string | undefined;
  /** Gives what a document holds; it is read from the disk where left out. */
  readonly read?: (path: string) => Promise<Buffer>;
  /** Told what is being done, as short sentences. */
  readonly log?: (message: string) => void;
}

/** A document, and what was read in it. */
export interface ReadDocument {
  readonly path: string;
  /** What kind of file it is, in words. */
  readonly kind: string;
  readonly departments: readonly ImportedDepartment[];
  /** What is written otherwise than it stands. */
  readonly notes: readonly Problem[];
  /** What is not written though it may belong to a project. */
  readonly lost: readonly Problem[];
  /** What is no content. */
  readonly leftOut: readonly LeftOut[];
  /** As it is kept in the content; undefined where it is no official document. */
  readonly kept: KeptDocument | undefined;
}

/** What an import would do, and the doing of it. */
export interface PlannedImport {
  readonly documents: readonly ReadDocument[];
  readonly departments: readonly PlannedDepartment[];
  readonly files: readonly PlannedFile[];
  readonly toWrite: readonly PlannedFile[];
  /** What the checks say of the files to be written. */
  readonly findings: readonly Finding[];
  readonly write: () => Promise<void>;
}

/**
 * Reads documents and plans what they become; those of one department and year become one. All documents are read
 * before anything is written, so one that cannot be placed stops the whole import.
 *
 * @throws UserError for documents that cannot be read, and an UnplacedDocument for what cannot be placed.
 */
export async function importDocuments({
  directory,
  paths,
  answers,
  force,
  adjustment,
  read,
  log = () => undefined,
}: ImportOptions): Promise<PlannedImport> {
  const words = labelWords(importWordsOf(directory));
  const documents: ReadDocument[] = [];
  const evaluations: EvaluationDocument[] = [];
  const refusals: UserError[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    log(`正在读取“${path}”……`);
    const opened = await openDocument(path, words, read).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      refusals.push(error);
      return undefined;
    });
    if (opened === undefined) continue;
    const { fileName, bytes, body } = opened;
    // The department's source stays the document that it was.
    const kept = isOwnExport(bytes) ? undefined : { fileName: keptDocumentName(fileName), bytes };
    const forms = readEvaluations(body);
    if (forms.length > 0) {
      evaluations.push({ path, kept, forms });
      const lost = forms.flatMap((form) => form.lost);
      documents.push({ path, kind: body.kind, departments: [], notes: [], lost, leftOut: [], kept });
      continue;
    }
    const reading = readDocument(body, kept?.fileName, words, answers);
    if ('problems' in reading)
      problems.push(...reading.problems.map((problem) => ({ ...problem, document: path })));
    else documents.push({ path, kind: body.kind, ...reading, kept });
  }
  if (refusals.length > 0) throw new UserError(refusals.map(({ message }) => message).join('\n'));
  const joined = byDepartment(documents, problems);
  const evaluated = await planEvaluations(directory, evaluations, answers, problems);
  if (problems.length > 0) throw new UnplacedDocument(problems);
  const departments: PlannedDepartment[] = [];
  for (const one of joined) {
    const projects = one.parts.reduce((sum, { department }) => sum + department.projects.length, 0);
    log(`读出${one.head.name}的${String(projects)}个项目，正在与现有内容比较……`);
    departments.push(await planImport(directory, one, keptOf(documents, one), adjustment));
  }
  departments.push(...evaluated);
  const files = departments.flatMap((one) => one.files);
  const isReplaced = (path: string) => (typeof force === 'boolean' ? force : force.has(displayPath(path)));
  const toWrite = files.filter(
    ({ path, status }) =>
      ['new', 'extended', 'adjusted'].includes(status) || (status === 'different' && isReplaced(path)),
  );
  await refuseLinks(
    directory,
    toWrite.map(({ path }) => path),
  );
  for (const one of departments) refuseTwoUnits(one, new Set(toWrite));
  log('正在检查将要写入的内容……');
  return {
    documents:
      adjustment === undefined ? documents : documents.map((one) => withOtherGoals(one, departments)),
    departments,
    files,
    toWrite,
    findings: await checkPlanned(directory, departments, toWrite),
    write: async () => {
      for (const [place, { path, bytes }] of inWritingOrder(toWrite).entries()) {
        if (place % 100 === 0) log(`正在写入，${String(place)}/${String(toWrite.length)}……`);
        await writeFileAtomically(path, bytes);
      }
    },
  };
}

/**
 * An import that is killed must not leave what passes for whole: the document comes first, with which the content is
 * compared, then the projects from the last to the first, then `department.md`, without which there is no department.
 */
function inWritingOrder(files: readonly PlannedFile[]): readonly PlannedFile[] {
  const rank = ({ project, department }: PlannedFile) => (department ? 2 : project ? 1 : 0);
  return files.toReversed().toSorted((a, b) => rank(a) - rank(b));
}

/** What the documents say, a department's year at a time. */
function byDepartment(documents: readonly ReadDocument[], problems: Problem[]): readonly JoinedDepartment[] {
  const parts = new Map<string, [DepartmentPart, ...DepartmentPart[]]>();
  for (const { path, departments } of documents) {
    for (const department of departments) {
      const key = `${String(department.year)}/${department.code}`;
      const others = parts.get(key);
      if (others === undefined) parts.set(key, [{ path, department }]);
      else others.push({ path, department });
    }
  }
  return [...parts.values()].map((own) => joinDepartments(own, problems));
}

/** The documents of a department. @throws UserError where two different ones have the same name. */
function keptOf(documents: readonly ReadDocument[], { parts }: JoinedDepartment): readonly KeptDocument[] {
  const first = new Map<string, ReadDocument>();
  for (const document of documents.filter(({ path }) => parts.some((part) => part.path === path))) {
    if (document.kept === undefined) continue;
    const { fileName } = document.kept;
    const other = first.get(fileName);
    if (other !== undefined && other.path !== document.path) {
      throw new UserError(
        `“${other.path}”和“${document.path}”同名，都要存为 sources 里的“${fileName}”，没有写入任何文件。请把其中一份改名，再导入。`,
      );
    }
    first.set(fileName, document);
  }
  return [...first.values()].flatMap(({ kept }) => kept ?? []);
}

/** @throws UserError where some amounts of a department would stand in a folder whose unit is another. */
function refuseTwoUnits(
  { department, files, absent, otherUnit }: PlannedDepartment,
  written: ReadonlySet<PlannedFile>,
) {
  if (otherUnit === undefined) return;
  const stays = (file: PlannedFile) => !written.has(file) && file.status !== 'same';
  const [head] = files;
  const projects = files.filter(({ project }) => project !== undefined);
  const isMixed =
    head !== undefined && stays(head)
      ? projects.some((file) => written.has(file))
      : projects.some(stays) || absent.length > 0;
  if (!isMixed) return;
  throw new UserError(
    `${department.name}${String(department.year)}年现有内容的金额单位是“${otherUnit}”，要导入的是“${department.unit}”，没有写入任何文件。一个部门一年只用一个单位：写错了的，请用“--unit”写明，或改正 department.md；确实不同的，请先换算成同一个单位。`,
  );
}

/** A document of an adjustment: this replaces projects alone, so that other goals of the department are not written. */
function withOtherGoals(document: ReadDocument, planned: readonly PlannedDepartment[]): ReadDocument {
  const lost = document.departments.flatMap(({ year, code, name, overallGoals }): readonly Problem[] => {
    const own = planned.find(({ department }) => department.year === year && department.code === code);
    const kept = own?.files[0]?.department?.after.overallGoals ?? '';
    if (saysSame(kept, overallGoals)) return [];
    const message = `${name}的部门整体绩效目标与 department.md 里的不同，没有改；调整了的，请自己改`;
    return [{ origin: '', message }];
  });
  return { ...document, lost: [...document.lost, ...lost] };
}

/** @throws UserError where the content's own words cannot be read. */
function importWordsOf(directory: string): ImportWords {
  const path = importWordsFile(directory);
  if (!existsSync(path)) return {};
  const findings: Finding[] = [];
  const report: Report = (finding) => findings.push(finding);
  const file = readContentFile(path, report);
  const words = file && readImportWords(file, report);
  if (words !== undefined && findings.length === 0) return words;
  throw new UserError(
    `“${displayPath(path)}”有错误，没有写入任何文件。请先运行 npm run check，改正后再导入。`,
  );
}

/** Documents with something that cannot be placed, and where. */
export class UnplacedDocument extends UserError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      [
        ...describeProblems('', problems),
        `有${String(problems.length)}处不能确定，没有写入任何文件。请对照原文件检查这几处。`,
      ].join('\n'),
    );
    this.problems = problems;
  }
}
