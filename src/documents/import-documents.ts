import { UserError } from '../files/user-error.ts';
import { existsSync } from 'node:fs';
import type { ImportWords } from '../model/form-words.ts';
import type { Finding, Report } from '../files/finding.ts';
import { importWordsFile } from '../files/layout.ts';
import { displayPath, readContentFile } from '../files/read-file.ts';
import { readImportWords } from '../files/read-import-words.ts';
import { writeFileAtomically } from '../files/write-file.ts';
import { checkPlanned } from './check-planned.ts';
import { describeProblems } from './describe-problems.ts';
import { labelWords } from './forms/labels.ts';
import type { LeftOut } from './forms/table-view.ts';
import { isOwnExport } from './open/own-export.ts';
import { openDocument } from './open/open-document.ts';
import { planImport, type PlannedDepartment, type PlannedFile } from './plan-import.ts';
import type { Problem } from './problem.ts';
import { readDocument, type Answers } from './read-document.ts';

export interface ImportOptions {
  /** The content folder. */
  readonly directory: string;
  /** The official documents. */
  readonly paths: readonly string[];
  /** What the documents do not say themselves. */
  readonly answers: Answers;
  /** Whether files that differ are replaced: all of them, or those of the paths that are given. */
  readonly force: boolean | ReadonlySet<string>;
  /** Gives what a document holds; it is read from the disk where left out. */
  readonly read?: (path: string) => Promise<Buffer>;
  /** Told what is being done, as short sentences. */
  readonly log?: (message: string) => void;
}

/** A document, and what it would become. */
export interface PlannedDocument {
  readonly path: string;
  /** What kind of file it is, in words. */
  readonly kind: string;
  readonly departments: readonly PlannedDepartment[];
  /** What is written otherwise than it stands. */
  readonly notes: readonly Problem[];
  /** What is not written though it may belong to a project. */
  readonly lost: readonly Problem[];
  /** What is no content. */
  readonly leftOut: readonly LeftOut[];
}

/** What an import would do, and the doing of it. */
export interface PlannedImport {
  readonly documents: readonly PlannedDocument[];
  readonly files: readonly PlannedFile[];
  readonly toWrite: readonly PlannedFile[];
  /** What the checks say of the files to be written. */
  readonly findings: readonly Finding[];
  readonly write: () => Promise<void>;
}

/**
 * Reads documents and plans what they become. All documents are read before anything is written, so one
 * that cannot be placed stops the whole import.
 *
 * @throws UserError for a document that cannot be read or placed.
 */
export async function importDocuments({
  directory,
  paths,
  answers,
  force,
  read,
  log = () => undefined,
}: ImportOptions): Promise<PlannedImport> {
  const words = labelWords(await importWordsOf(directory));
  const documents: PlannedDocument[] = [];
  for (const path of paths) {
    log(`正在读取“${path}”……`);
    const { fileName, bytes, body } = await openDocument(path, words, read);
    // The department's source stays the document that it was.
    const source = isOwnExport(bytes) ? undefined : { fileName, bytes };
    const reading = readDocument(body, source?.fileName, words, answers);
    if ('problems' in reading) throw new UnplacedDocument(path, reading.problems);
    const { notes, lost, leftOut } = reading;
    const departments: PlannedDepartment[] = [];
    for (const department of reading.departments) {
      log(`读出${department.name}的${String(department.projects.length)}个项目，正在与现有内容比较……`);
      departments.push(await planImport(directory, department, source));
    }
    documents.push({ path, kind: body.kind, departments, notes, lost, leftOut });
  }
  const departments = documents.flatMap((document) => document.departments);
  const files = departments.flatMap((one) => one.files);
  refuseTwice(documents);
  const isReplaced = (path: string) => (typeof force === 'boolean' ? force : force.has(displayPath(path)));
  const toWrite = files.filter(
    ({ path, status }) => status === 'new' || (status === 'different' && isReplaced(path)),
  );
  log('正在检查将要写入的内容……');
  return {
    documents,
    files,
    toWrite,
    findings: await checkPlanned(directory, departments, toWrite),
    write: async () => {
      for (const [place, { path, bytes }] of toWrite.entries()) {
        if (place % 100 === 0) log(`正在写入，${String(place)}/${String(toWrite.length)}……`);
        await writeFileAtomically(path, bytes);
      }
    },
  };
}

/** @throws UserError where the content's own words cannot be read. */
async function importWordsOf(directory: string): Promise<ImportWords> {
  const path = importWordsFile(directory);
  if (!existsSync(path)) return {};
  const findings: Finding[] = [];
  const report: Report = (finding) => findings.push(finding);
  const file = await readContentFile(path, report);
  const words = file && readImportWords(file, report);
  if (words !== undefined && findings.length === 0) return words;
  throw new UserError(
    `“${displayPath(path)}”有错误，没有写入任何文件。请先运行 npm run check，改正后再导入。`,
  );
}

/** @throws UserError where two documents, or two departments of one, want the same file. */
function refuseTwice(documents: readonly PlannedDocument[]): void {
  const first = new Map<string, string>();
  for (const { path: document, departments } of documents) {
    for (const { path } of departments.flatMap(({ files }) => files)) {
      const other = first.get(path);
      if (other !== undefined) {
        throw new UserError(
          `“${other}”和“${document}”都要写入“${path}”，没有写入任何文件。请确认没有重复选择，再分开导入。`,
        );
      }
      first.set(path, document);
    }
  }
}

/** A document whose text cannot be placed, and where. */
export class UnplacedDocument extends UserError {
  readonly path: string;
  readonly problems: readonly Problem[];

  constructor(path: string, problems: readonly Problem[]) {
    super(
      [
        ...describeProblems(path, problems),
        `有${String(problems.length)}处不能确定，没有写入任何文件。请对照原文件检查这几处。`,
      ].join('\n'),
    );
    this.path = path;
    this.problems = problems;
  }
}
