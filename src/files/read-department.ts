import type { Department } from '../model/department.ts';
import type { Report } from './finding.ts';
import { splitFrontMatter } from './front-matter.ts';
import { checkMarkdown } from './markdown.ts';
import { departmentSchema } from './schema.ts';
import type { Range, SourceFile } from './source-file.ts';
import { readYaml } from './read-yaml.ts';
import type { YamlTree } from './yaml-tree.ts';

/** A department file read: everything of a department but its projects and documents, with places. */
export interface DepartmentEntry {
  readonly department: Omit<Department, 'projects' | 'documents'>;
  readonly file: SourceFile;
  readonly tree: YamlTree;
  readonly body: Range;
}

/** Reads a `department.md`; reports what keeps it from being one and gives undefined then. */
export function readDepartment(
  file: SourceFile,
  report: Report,
  publicFolders?: readonly string[],
): DepartmentEntry | undefined {
  const parts = splitFrontMatter(file, report);
  if (parts === undefined) return undefined;
  const { yaml, body, bodyStart } = parts;
  checkMarkdown(body, bodyStart, file, report, publicFolders);
  const read = readYaml(departmentSchema, file, report, yaml);
  if (read === undefined) return undefined;
  return {
    file,
    tree: read.tree,
    body: { start: bodyStart, end: file.text.length },
    department: { ...read.value, overallGoals: body.replaceAll('\r\n', '\n').trim() },
  };
}
