import { createTwoFilesPatch } from 'diff';
import { displayPath } from '../read-file.ts';
import type { FixedFile } from './fix-file.ts';

/** What was done to each file with the difference line by line, why others stay, and how many of each. */
export function describeFixes(files: readonly FixedFile[], dryRun: boolean): string {
  const fixed = files.filter((file) => file.kind === 'fixed');
  const left = files.filter((file) => file.kind === 'left');
  if (files.length === 0) return '没有要修整的文件。\n';
  return [
    ...fixed.flatMap(({ path, before, after, done }) => [
      `${dryRun ? '将修整' : '已修整'} ${displayPath(path)}：${done.join('；')}。`,
      ...(before === after ? [] : [differenceOf(path, before, after, ['原来', '修整后'])]),
    ]),
    ...left.map(({ path, reason }) => `没有改动 ${displayPath(path)}：${reason}。`),
    `${dryRun ? '将修整' : '已修整'}${String(fixed.length)}个文件，${String(left.length)}个文件保持原样。`,
    ...(dryRun && fixed.length > 0 ? ['没有写入任何文件；去掉 --dry-run 再运行，就会写入。'] : []),
    '',
  ].join('\n');
}

/** The lines that differ, `-` as they stand and `+` as they should be, below what both texts are called. */
export function differenceOf(
  path: string,
  before: string,
  after: string,
  [old, fresh]: readonly [string, string],
): string {
  const name = displayPath(path);
  const patch = createTwoFilesPatch(name, name, before, after, old, fresh, { context: 1 });
  return patch.split('\n').slice(2).join('\n').trimEnd();
}
