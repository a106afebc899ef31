import { isAddressCode } from '../model/project-code.ts';
import { isRecordOfSequence, recordOfSequence, type Project } from '../model/project.ts';

/** A project that the content has; it is undefined where its file cannot be read. */
export interface Existing {
  readonly record: string;
  readonly project: Project | undefined;
}

/** What a document says of a department, as far as its projects' numbers are concerned. */
export interface ProjectsRead {
  readonly projects: readonly Project[];
  /** Whether the document numbers its forms; otherwise the numbers are those of their order in it. */
  readonly isNumbered: boolean;
}

/** A project with the number and record that it has in the content, and the one that stands there for it. */
export interface NumberedProject<Own extends Existing> {
  readonly project: Project;
  readonly theirs: Own | undefined;
}

/** The projects of an import, document by document, and what of the content it does not have. */
export interface Numbering<Own extends Existing> {
  readonly documents: readonly (readonly NumberedProject<Own>[])[];
  readonly others: readonly Own[];
}

/**
 * Gives each project its 序号, which is unique in a department's year while each document may count from 1. One document
 * that has all projects of the content says the numbers. So do several whose numbers are stated, each of them once, and
 * none that a project beside them has. Otherwise what is in the content keeps its number, and what is new has that of its
 * document where that is free, or follows behind the last.
 *
 * @param isKnown whether the one document is another version of the one that the content comes from, so that a project
 *   without a code may have another name now.
 */
export function numberProjects<Own extends Existing>(
  documents: readonly ProjectsRead[],
  existing: readonly Own[],
  isKnown: boolean,
): Numbering<Own> {
  const theirsOf = matcher(documents, existing, isKnown && documents.length === 1);
  const matched = new Map<Project, Own | undefined>();
  const found = new Set<Own>();
  for (const project of documents.flatMap(({ projects }) => projects)) {
    const theirs = theirsOf(project);
    const isFirst = theirs !== undefined && !found.has(theirs);
    matched.set(project, isFirst ? theirs : undefined);
    if (isFirst) found.add(theirs);
  }
  const others = existing.filter((one) => !found.has(one));
  const taken = new Set(others.flatMap(numbersOf));
  const stated = [...matched.keys()].map(({ sequence }) => sequence);
  const areStated =
    documents.every(({ isNumbered }) => isNumbered) &&
    new Set(stated).size === stated.length &&
    !stated.some((sequence) => taken.has(sequence));
  const asDocument = areStated || (documents.length === 1 && others.length === 0);
  for (const number of [...found].flatMap(numbersOf)) taken.add(number);
  const numbered = documents.map(({ projects, isNumbered }) => {
    const isFree =
      isNumbered && projects.every((one) => matched.get(one) !== undefined || !taken.has(one.sequence));
    let last = Math.max(0, ...taken);
    return projects.map((project): NumberedProject<Own> => {
      const theirs = matched.get(project);
      if (asDocument) return { project, theirs };
      const sequence = theirs?.project?.sequence ?? (isFree ? project.sequence : (last += 1));
      taken.add(sequence);
      const record = isAddressCode(project.code) ? project.record : recordOfSequence(sequence);
      return { project: { ...project, sequence, record: theirs?.record ?? record }, theirs };
    });
  });
  return { documents: numbered, others };
}

/** The number of a project, and that of its file where it is named by one. */
function numbersOf({ record, project }: Existing): readonly number[] {
  const own = project === undefined ? [] : [project.sequence];
  return isRecordOfSequence(record) ? [...own, Number(record)] : own;
}

/** Which project of the content one of a document is: by its code, or where it has none by its name. */
function matcher<Own extends Existing>(
  documents: readonly ProjectsRead[],
  existing: readonly Own[],
  isKnown: boolean,
): (project: Project) => Own | undefined {
  const key = ({ code, name }: Project) => `${code}\n${name}`;
  const records = new Map(existing.map((one) => [one.record, one]));
  const named = new Map<string, Own | undefined>();
  for (const one of existing) {
    if (one.project === undefined) continue;
    // Which of two is meant cannot be told.
    named.set(key(one.project), named.has(key(one.project)) ? undefined : one);
  }
  const names = new Set(documents.flatMap(({ projects }) => projects.map(({ name }) => name)));
  return (project) => {
    const own = records.get(project.record);
    if (isAddressCode(project.code)) return own;
    // The file of this number may be that of another project, which has another number now.
    const ownName = own?.project?.name ?? '';
    const isAnother = ownName !== project.name && names.has(ownName);
    return named.get(key(project)) ?? (isKnown && !isAnother ? own : undefined);
  };
}
