import type { Finding } from '../../files/finding.ts';
import { documentFile } from '../../files/layout.ts';
import { entriesOf, type Content, type DepartmentFolder } from '../../files/read-content.ts';
import { readAnew, type ReadThrough } from '../../files/read-through.ts';
import type { VerifiedDocument } from '../../model/department.ts';
import type { Project } from '../../model/project.ts';
import { LABELS as L } from '../../model/terms.ts';
import { describeDifference } from './describe-verification.ts';
import { labelWords, type LabelWords } from '../forms/labels.ts';
import { openDocument, type OpenedDocument } from '../open/open-document.ts';
import type { SourceDifference } from './verify-department.ts';
import { missingIn, verifyDocument, type Verification } from './verify-document.ts';

/** The content compared with the official documents that it offers for download. */
export interface SourcesVerification {
  /** `source/differs`, for each value that a document has otherwise. */
  readonly findings: readonly Finding[];
  readonly verified: ReadonlyMap<DepartmentFolder, readonly VerifiedDocument[]>;
}

/**
 * Compares each department with the official documents in its `sources/` that this program can read as forms; of others
 * nothing is said. A project must stand in one of them.
 */
export async function verifySources(
  content: Content,
  readThrough: ReadThrough = readAnew,
): Promise<SourcesVerification> {
  const words = labelWords(content.importWords);
  const findings: Finding[] = [];
  const verified = new Map<DepartmentFolder, readonly VerifiedDocument[]>();
  for (const folder of content.departments) {
    const all = await verifyFolder(content, folder, words, readThrough);
    const differences = [
      ...all.flatMap((one) => one.differences),
      ...(all.length === 0 ? [] : missingIn(all.flatMap(({ seen }) => seen))),
    ];
    const isWhole = entriesOf(folder).length === folder.projectFiles;
    const missing = differences.filter((one) => one.isMissingProject === true);
    const published = new Set(folder.projects.map(({ project }) => project));
    findings.push(
      ...differences.filter((one) => one.isMissingProject !== true).map((one) => findingOf(one, published)),
    );
    // A file that cannot be read is reported for that alone.
    if (isWhole) findings.push(...missingFinding(missing));
    if (all.length > 0 && differences.length === 0) verified.set(folder, all);
  }
  return { findings, verified };
}

type Read = Extract<Verification, { readonly corrected: number }> & VerifiedDocument;

async function verifyFolder(
  content: Content,
  folder: DepartmentFolder,
  words: LabelWords,
  readThrough: ReadThrough,
): Promise<readonly Read[]> {
  const read: Read[] = [];
  if (folder.entry === undefined) return read;
  const evaluations = new Set(folder.projects.map(({ project }) => project.evaluation?.file.text));
  for (const { fileName } of folder.documents) {
    // What a self-evaluation says of its project is no form of targets.
    if (evaluations.has(fileName)) continue;
    const path = documentFile(content.directory, folder, fileName);
    const opened = await readThrough(
      path,
      `document ${JSON.stringify(content.importWords)}`,
      () => undefined,
      () => openDocument(path, words).catch(() => undefined),
    );
    const own = opened && verifyOwn(opened, content, folder, words);
    if (own !== undefined) read.push({ ...own, fileName, records: own.seen[0]?.records ?? new Set() });
  }
  return read;
}

/** What a document says of this department alone; undefined where it has nothing of it that can be read. */
function verifyOwn(
  { body, fileName }: OpenedDocument,
  content: Content,
  folder: DepartmentFolder,
  words: LabelWords,
): Extract<Verification, { readonly corrected: number }> | undefined {
  // What it does not say is said by the folder in which it lies.
  const departments = content.departments.filter(({ year }) => year === folder.year);
  const verification = verifyDocument(body, fileName, { departments }, words, {}, { only: folder });
  return 'problems' in verification || verification.seen.length === 0 ? undefined : verification;
}

/** How many missing projects are named. */
const MOST_NAMED = 3;

/** Says once which projects of the documents the content does not have. */
function missingFinding(missing: readonly SourceDifference[]): readonly Finding[] {
  const [first] = missing;
  if (first === undefined) return [];
  const names = missing
    .slice(0, MOST_NAMED)
    .map(({ inDocument = '', origin }) => `“${inDocument}”（${origin}）`);
  return [
    {
      ...{ file: first.file, range: first.range, severity: 'warning', rule: 'source/differs' },
      message: `官方文件里有${String(missing.length)}个项目，内容里没有：${names.join('、')}${missing.length > MOST_NAMED ? '等' : ''}。`,
      hint: '请运行 npm run import 导入这份官方文件；已有的文件不会改动。',
    },
  ];
}

/** @param published the projects that count: of others no page says what was found. */
function findingOf(difference: SourceDifference, published: ReadonlySet<Project>): Finding {
  const { file, range, inContent, subject } = difference;
  const answer = subject?.project.explanations.find(
    ({ location, original }) => location === subject.location && original === inContent,
  );
  return {
    ...{ file, range, severity: 'warning', rule: 'source/differs' },
    message: `与官方文件不同：${describeDifference(difference)}。`,
    hint: `请对照官方文件改正；公开之后正式更正过的，写在“${L.corrections}”里。`,
    ...(inContent === undefined ? {} : { value: inContent }),
    ...(subject === undefined || !published.has(subject.project) ? {} : { subject }),
    ...(answer === undefined ? {} : { explanation: answer.text }),
  };
}
