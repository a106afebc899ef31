import { entriesOf, type DepartmentFolder } from '../../files/read-content.ts';
import type { ProjectEntry } from '../../files/read-project.ts';
import { standingFrom } from '../../model/adjustment.ts';

/** The projects of a department as a document should have them. */
export interface DocumentVersion {
  readonly folder: DepartmentFolder;
  /** The day of the adjustment that the document tells of; '' for the time before all. */
  readonly from: string;
  readonly projects: readonly ProjectEntry[];
  /** Those that the document, with others of its kind, must have: of an adjustment those that it changed. */
  readonly expected: readonly ProjectEntry[];
}

/**
 * The projects as they stood when a document spoke: from the adjustment on that names it, else before all adjustments.
 * Those that were withdrawn since are among them, for documents are not changed by that.
 */
export function versionOfDocument(folder: DepartmentFolder, fileName: string): DocumentVersion {
  const { entry, earlier } = folder;
  const adjustments = entry?.department.adjustments ?? [];
  const own = adjustments.find(({ files }) => files.includes(fileName));
  const from = own?.date ?? '';
  const later = new Set(adjustments.filter(({ date }) => date > from).flatMap(({ added }) => added));
  const versions = standingFrom(entriesOf(folder), earlier, from, ({ project }) => project.record);
  const projects = [...versions.values()].filter(({ project }) => !later.has(project.record));
  if (own === undefined) return { folder, from, projects, expected: projects };
  const changed = new Set([
    ...own.added,
    ...earlier.flatMap((versions) =>
      versions.until === from ? versions.projects.map(({ project }) => project.record) : [],
    ),
  ]);
  const expected = projects.filter(({ project }) => changed.has(project.record));
  return { folder, from, projects, expected };
}
