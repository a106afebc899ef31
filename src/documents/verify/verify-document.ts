import { createHash } from 'node:crypto';
import type { Content, DepartmentFolder } from '../../files/read-content.ts';
import type { SourceDocument } from '../../model/department.ts';
import type { Project } from '../../model/project.ts';
import type { LabelWords } from '../forms/labels.ts';
import type { LeftOut } from '../forms/table-view.ts';
import type { DocumentBody } from '../grid/grid.ts';
import type { OpenedDocument } from '../open/open-document.ts';
import type { Problem } from '../problem.ts';
import { readDocument, type Answers } from '../read-document.ts';
import { accountForCells } from './account-for-cells.ts';
import { versionOfDocument, type DocumentVersion } from './version-of-document.ts';
import { fileOfFolder, verifyDepartment, type SourceDifference } from './verify-department.ts';

/** How the content compares with an official document, or why that cannot be told. */
export type Verification =
  | {
      readonly differences: readonly SourceDifference[];
      /** What the document has beside the projects' content: page numbers, sums, notes below a form. */
      readonly leftOut: readonly LeftOut[];
      /** How many values are officially corrected, and so differ as they should. */
      readonly corrected: number;
      /** What was compared, by department. */
      readonly seen: readonly SeenVersion[];
    }
  | { readonly problems: readonly Problem[] };

/** A department as documents should have it, and the records of the projects that they have. */
export interface SeenVersion extends DocumentVersion {
  readonly records: ReadonlySet<string>;
}

/** What is known of a document's place in the content. */
export interface VerifiedPlaces {
  /** The one department that is compared, of a document of several. */
  readonly only?: DepartmentFolder;
  /** The folders in whose `sources/` it lies. */
  readonly holding?: readonly DepartmentFolder[];
}

/**
 * Compares an official document with the content, cell by cell and both ways, but for projects of the content that the
 * document does not have: `missingIn` names these.
 *
 * @param answers what the document does not say; what it leaves open is taken from the content's departments.
 */
export function verifyDocument(
  body: DocumentBody,
  fileName: string,
  content: Pick<Content, 'departments'>,
  words: LabelWords,
  answers: Answers = {},
  { only, holding = only === undefined ? [] : [only] }: VerifiedPlaces = {},
): Verification {
  const reading = readDocument(body, fileName, words, { known: knownIn(content, holding), ...answers });
  if ('problems' in reading) return reading;
  const differences: SourceDifference[] = [];
  const seen: SeenVersion[] = [];
  const settled = new Set([...reading.leftOut, ...reading.lost].map(({ origin }) => origin));
  const missing: Project[] = [];
  let corrected = 0;
  for (const [place, department] of reading.departments.entries()) {
    const { year, code, name } = department;
    const folder = content.departments.find((one) => one.year === year && one.code === code);
    if (only !== undefined && folder !== only) continue;
    if (folder === undefined) {
      const message = `内容里没有${String(year)}年${code}“${name}”的文件夹，不能核对`;
      return { problems: [{ origin: '', message }] };
    }
    const version = versionOfDocument(folder, fileName);
    const introduction = place === 0 ? reading.introduction : [];
    const own = verifyDepartment(department, folder, version.projects, introduction);
    differences.push(...own.differences);
    corrected += own.corrected;
    missing.push(...own.missing);
    seen.push({ ...version, records: own.seen });
    for (const origin of [...own.settledAt, ...own.differences.map((one) => one.origin)]) settled.add(origin);
  }
  const folder = seen[0]?.folder;
  const where =
    folder === undefined
      ? { file: { path: '', text: '' }, range: { start: 0, end: 0 } }
      : fileOfFolder(folder);
  const departments = seen.flatMap(({ folder: { entry }, projects }) =>
    entry === undefined
      ? []
      : [{ ...entry.department, projects: [...projects.map(({ project }) => project), ...missing] }],
  );
  // What other departments say is not looked at.
  const isWhole = departments.length === reading.departments.length;
  const unfound = !isWhole ? [] : accountForCells(body, departments, words, (origin) => settled.has(origin));
  differences.push(
    ...reading.lost.map(({ origin, message }) => ({
      label: '没有收录的内容',
      inDocument: message,
      origin,
      inContent: undefined,
      ...where,
    })),
    ...unfound.map(({ origin, message }) => ({
      label: '内容里找不到的一格',
      inDocument: message,
      origin,
      inContent: undefined,
      ...where,
    })),
  );
  return { differences, leftOut: reading.leftOut, corrected, seen };
}

/** The projects that documents should have and none of them has, the documents of one version taken together. */
export function missingIn(seen: readonly SeenVersion[]): readonly SourceDifference[] {
  const isSame = (a: SeenVersion, b: SeenVersion) => a.folder === b.folder && a.from === b.from;
  return seen.flatMap((own, place) => {
    if (seen.findIndex((other) => isSame(own, other)) < place) return [];
    const having = seen.filter((other) => isSame(own, other));
    return own.expected
      .filter(({ project }) => !having.some(({ records }) => records.has(project.record)))
      .map(({ project, file }) => ({
        label: `项目“${project.name}”`,
        ...{ inDocument: undefined, origin: '', inContent: project.name, file },
        range: { start: 0, end: 0 },
      }));
  });
}

/** The folders in whose `sources/` a document lies: the same bytes, or else the same name. */
export function foldersWith<Folder extends Pick<DepartmentFolder, 'documents'>>(
  folders: readonly Folder[],
  { fileName, bytes }: Pick<OpenedDocument, 'fileName' | 'bytes'>,
): readonly Folder[] {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const having = (is: (document: SourceDocument) => boolean) =>
    folders.filter(({ documents }) => documents.some(is));
  const same = having((document) => document.sha256 === sha256);
  return same.length > 0 ? same : having((document) => document.fileName === fileName);
}

/**
 * What the content knows of a department: of those in whose folder the document lies, or of all, the one of its name, or
 * the only one. A document that lies in one folder alone and speaks of one department speaks of that one.
 */
function knownIn(
  { departments }: Pick<Content, 'departments'>,
  holding: readonly DepartmentFolder[],
): NonNullable<Answers['known']> {
  return ({ name, year, isOneOfSeveral }) => {
    const onlyOf = (folders: readonly DepartmentFolder[], wanted = name ?? '') => {
      const [only, ...others] = folders
        .flatMap(({ entry }) => entry?.department ?? [])
        .filter((one) => wanted === '' || wanted === one.name.replace(/\s+/g, ''))
        .filter((one) => (year ?? one.year) === one.year);
      return others.length === 0 ? only : undefined;
    };
    return onlyOf(holding) ?? onlyOf(departments) ?? (isOneOfSeveral ? undefined : onlyOf(holding, ''));
  };
}
