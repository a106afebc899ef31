import { UserError } from '../files/user-error.ts';
import { writeDepartment } from '../files/write-department.ts';
import type { Adjustment } from '../model/adjustment.ts';
import { merge, readHead, yamlOf, type DepartmentHead, type Merged } from './merge-files.ts';

/** What an import knows of an adjustment. */
export type ImportedAdjustment = Pick<Adjustment, 'date' | 'files' | 'added'>;

/**
 * A `department.md` that names an adjustment; all else in it stays. One that names the adjustment already has its further
 * documents and projects.
 *
 * @returns undefined where the file that is there cannot be read.
 * @throws UserError where there is nothing to adjust, or not by such a document.
 */
export function adjustDepartment(
  imported: DepartmentHead,
  existing: string | undefined,
  adjustment: ImportedAdjustment,
): Merged<DepartmentHead> | undefined {
  if (existing === undefined) {
    throw refusal(
      `内容里没有${String(imported.year)}年${imported.code}“${imported.name}”，没有可以调整的。请先导入原来的官方文件，再导入调整文件。`,
    );
  }
  return merge<DepartmentHead>(imported, existing, yamlOf(existing), readHead, writeDepartment, (theirs) => ({
    value: { ...theirs, adjustments: withAdjustment(imported, theirs, adjustment) },
    lostNotes: [],
  }));
}

function withAdjustment(
  imported: DepartmentHead,
  { adjustments = [], unit }: DepartmentHead,
  { date, files, added }: ImportedAdjustment,
): readonly Adjustment[] {
  if (imported.unit !== unit) {
    throw refusal(
      `${imported.name}${String(imported.year)}年的金额单位是“${unit}”，调整文件是“${imported.unit}”。请先把调整文件换算成“${unit}”。`,
    );
  }
  const before = adjustments.filter((one) => one.date < date);
  const [last] = adjustments.slice(before.length);
  if (last !== undefined && (last.date !== date || adjustments.length > before.length + 1)) {
    const latest = adjustments.at(-1)?.date ?? '';
    throw refusal(
      `${imported.name}已经有${latest}的预算调整，${date}的不能在它以后导入：现在的数已经是调整以后的。请从早到晚依次导入。`,
    );
  }
  const own = last ?? { date, files: [], title: undefined, explanation: undefined, added: [] };
  const both = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];
  return [...before, { ...own, files: both(own.files, files), added: both(own.added, added) }];
}

const refusal = (message: string) => new UserError(`${message}没有写入任何文件。`);
