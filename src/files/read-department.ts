import type { Department } from '../model/department.ts';
import { LABELS as L } from '../model/terms.ts';
import { MONEY_UNITS, type MoneyUnit } from '../model/money-unit.ts';
import type { Report } from './finding.ts';
import { readMarkdown } from './front-matter.ts';
import { departmentSchema } from './schema.ts';
import type { Range, SourceFile } from './source-file.ts';
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
  const read = readMarkdown(departmentSchema, file, report, publicFolders);
  if (read === undefined) return undefined;
  const { value, tree, body, bodyStart } = read;
  return {
    file,
    tree,
    body: { start: bodyStart, end: file.text.length },
    department: { ...value, overallGoals: body.replaceAll('\r\n', '\n').trim() },
  };
}

/**
 * The unit that a `department.md` names that cannot be read, so that nothing wrong is said of its projects' amounts
 * besides.
 */
export function likelyUnit(text: string): MoneyUnit | undefined {
  const [, written] = UNIT.exec(text) ?? [];
  return MONEY_UNITS.find((unit) => unit === written);
}

const UNIT = new RegExp(`${L.unit}[”"]? *[:：] *[“"]?(${MONEY_UNITS.join('|')})`);
