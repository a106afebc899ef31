import { differenceOf } from '../files/fix/describe-fixes.ts';
import { displayPath } from '../files/read-file.ts';
import type { PlannedFile } from './plan-import.ts';

/** What an import would do, for a person: counts, the names of new files, and the differences line by line. */
export function describeImport(files: readonly PlannedFile[], force: boolean): string {
  const of = (status: PlannedFile['status']) => files.filter((file) => file.status === status);
  const [added, same, different] = [of('new'), of('same'), of('different')];
  return [
    ...added.map(({ path }) => `新增 ${displayPath(path)}`),
    ...different.flatMap((file) => [
      `${force ? '替换' : '保留'} ${displayPath(file.path)}，与文件中的内容不同：`,
      ...(force
        ? file.lostComments.map((comment) => `  注意：批注“${comment}”所在的行没有了，替换后批注也没有了。`)
        : []),
      shown(file),
    ]),
    `新增${String(added.length)}个文件，相同${String(same.length)}个，不同${String(different.length)}个${
      different.length === 0 ? '' : force ? '（将替换）' : '（保留原样，要替换请加 --force）'
    }。`,
    '',
  ].join('\n');
}

function shown({ path, existing, bytes }: PlannedFile): string {
  if (bytes.includes(0)) return '  （不是文本，不逐行比较）';
  return differenceOf(path, existing, bytes.toString('utf8'), ['现有', '导入']);
}
