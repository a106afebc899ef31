import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { checkContent } from '../checks/check-content.ts';
import { faultOfDocumentName } from '../files/document-name.ts';
import { compareText, type Finding } from '../files/finding.ts';
import { departmentFolder } from '../files/layout.ts';
import { apart, entriesOf, readContent, type DepartmentFolder } from '../files/read-content.ts';
import { readDepartment } from '../files/read-department.ts';
import { displayPath, reportFile } from '../files/read-file.ts';
import { readProject, type ProjectEntry } from '../files/read-project.ts';
import type { PlannedDepartment, PlannedFile } from './plan-import.ts';

/**
 * What the checks say of the files that an import is to write, beside the content that stands there: the same findings
 * as `check` has once they are written.
 */
export async function checkPlanned(
  directory: string,
  planned: readonly PlannedDepartment[],
  toWrite: readonly PlannedFile[],
): Promise<readonly Finding[]> {
  if (toWrite.length === 0) return [];
  const findings: Finding[] = [];
  const paths = new Set(toWrite.map(({ path }) => displayPath(path)));
  const content = await readContent(directory);
  const folders = new Map(content.departments.map((folder) => [folder.path, folder]));
  for (const { department, files } of planned) {
    const path = displayPath(departmentFolder(directory, department));
    const before = folders.get(path);
    const written = files.filter((file) => paths.has(displayPath(file.path)));
    folders.set(
      path,
      folderAfter(department, path, before, written, (finding) => findings.push(finding)),
    );
  }
  const all = checkContent({
    ...content,
    departments: [...folders.values()],
    findings: [...content.findings.filter(({ file }) => !paths.has(file.path)), ...findings],
  });
  return all.filter(({ file }) => paths.has(file.path));
}

/** A department's folder once files are written. */
function folderAfter(
  { year, code, unit }: PlannedDepartment['department'],
  path: string,
  before: DepartmentFolder | undefined,
  written: readonly PlannedFile[],
  report: (finding: Finding) => void,
): DepartmentFolder {
  const byRecord = (entries: readonly ProjectEntry[] = []) =>
    new Map(entries.map((entry) => [entry.project.record, entry]));
  const projects = byRecord(before && entriesOf(before));
  const earlier = new Map(before?.earlier.map((own) => [own.until, byRecord(own.projects)]));
  const documents = [...(before?.documents ?? [])];
  let entry = before?.entry;
  for (const { path: own, bytes, project, department, earlier: version } of written) {
    const file = { path: displayPath(own), text: bytes.toString('utf8') };
    if (department !== undefined) entry = readDepartment(file, report);
    const record = version?.record ?? project?.after.record;
    const isDocument = record === undefined && department === undefined;
    if (isDocument) {
      const fileName = basename(own);
      const fault = faultOfDocumentName(fileName);
      if (fault === undefined) documents.push({ fileName, bytes: bytes.length, sha256: sha256Of(bytes) });
      else reportFile(own, fault, report);
    }
    if (record === undefined) continue;
    const made = readProject(file, { year, departmentCode: code, unit, record }, report);
    const versions = version === undefined ? projects : (earlier.get(version.until) ?? byRecord());
    if (made !== undefined) versions.set(record, made);
    if (version !== undefined) earlier.set(version.until, versions);
  }
  return {
    ...{ path, year, code, entry, documents },
    ...apart([...projects.values()]),
    earlier: [...earlier]
      .map(([until, own]) => ({ until, projects: [...own.values()] }))
      .sort((a, b) => compareText(a.until, b.until)),
    projectFiles: projects.size,
    hasDepartmentFile: entry !== undefined || before?.hasDepartmentFile === true,
  };
}

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
