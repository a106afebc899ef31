import type { Department, Source } from '../model/department.ts';
import { LABELS as L } from '../model/terms.ts';
import type { Report } from './finding.ts';
import { splitFrontMatter } from './front-matter.ts';
import { checkMarkdown } from './markdown.ts';
import { readWholeNumber } from './read-project.ts';
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
  const { value: raw, tree } = read;
  const year = readWholeNumber(raw[L.year], [L.year], tree, file, report);
  if (year === undefined) return undefined;
  const source = raw[L.source] ?? {};
  return {
    file,
    tree,
    body: { start: bodyStart, end: file.text.length },
    department: {
      year,
      code: raw[L.departmentCode],
      name: raw[L.departmentName],
      unit: raw[L.unit],
      source: {
        file: stated(source[L.file]),
        title: stated(source[L.title]),
        address: stated(source[L.address]),
        published: stated(source[L.published]),
        approval: stated(source[L.approval]),
      } satisfies Source,
      telephone: stated(raw[L.telephone]),
      postalAddress: stated(raw[L.postalAddress]),
      overallGoals: body.replaceAll('\r\n', '\n').trim(),
    },
  };
}

function stated(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
