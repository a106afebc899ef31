import { writeFileAtomically } from '../files/write-file.ts';
import { UserError } from '../files/user-error.ts';
import { describeProblems } from './describe-problems.ts';
import { labelWords } from './forms/labels.ts';
import { openDocument } from './open/open-document.ts';
import { planImport, type PlannedFile } from './plan-import.ts';
import type { Problem } from './problem.ts';
import { readDocument, type Answers } from './read-document.ts';

export interface ImportOptions {
  /** The content folder. */
  readonly directory: string;
  /** The official documents. */
  readonly paths: readonly string[];
  /** What the documents do not say themselves. */
  readonly answers: Answers;
  /** Whether files that differ are replaced. */
  readonly force: boolean;
}

/** What an import would do, and the doing of it. */
export interface PlannedImport {
  /** What is written otherwise than it stands in the documents, in lines for the editor. */
  readonly notes: readonly string[];
  readonly files: readonly PlannedFile[];
  readonly toWrite: readonly PlannedFile[];
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
}: ImportOptions): Promise<PlannedImport> {
  const words = labelWords();
  const files: PlannedFile[] = [];
  const notes: string[] = [];
  for (const path of paths) {
    const { fileName, bytes, body } = await openDocument(path, words);
    const reading = readDocument(body, fileName, words, answers);
    if ('problems' in reading) throw unplaced(path, reading.problems);
    notes.push(...describeProblems(path, reading.notes));
    for (const department of reading.departments) {
      files.push(...(await planImport(directory, department, { fileName, bytes })));
    }
  }
  const twice = files.find(({ path }, index) => files.findIndex((file) => file.path === path) < index);
  if (twice !== undefined) {
    throw new UserError(`两份文件都要写入“${twice.path}”，没有写入任何文件。请分开导入。`);
  }
  const toWrite = files.filter(({ status }) => status === 'new' || (force && status === 'different'));
  return {
    notes,
    files,
    toWrite,
    write: async () => {
      for (const { path, bytes } of toWrite) await writeFileAtomically(path, bytes);
    },
  };
}

/** For a document whose text cannot be placed. */
function unplaced(path: string, problems: readonly Problem[]): UserError {
  return new UserError(
    [
      ...describeProblems(path, problems),
      `有${String(problems.length)}处不能确定，没有写入任何文件。请对照原文件检查这几处。`,
    ].join('\n'),
  );
}
