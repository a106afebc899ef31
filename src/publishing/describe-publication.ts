import { few } from '../integration/seal-build.ts';
import { countOf, type Publication } from './plan-publication.ts';

/** How many files are named: a few of what is done, more of what somebody has to look at. */
const NAMED = { few: 3, most: 20 };

/** What a publication would do, in lines for the user. */
export function describePublication(publication: Publication, name: string): string {
  const { added, changed, removed, same, foreign, inTheWay, isResumed } = publication;
  const sizeOf = (files: Publication['added']) =>
    sizeInWords(files.reduce((sum, { bytes }) => sum + bytes, 0));
  const line = (word: string, paths: readonly string[], most = NAMED.few, size = '') =>
    paths.length === 0
      ? []
      : [`  ${word}${String(paths.length)}个文件${size === '' ? '' : `（${size}）`}：${few(paths, most)}`];
  const pathsOf = (files: Publication['added']) => files.map(({ path }) => path);
  return [
    `发布到 ${name}：`,
    ...(isResumed ? ['  上次发布没有完成，这次接着完成。'] : []),
    ...line('新增', pathsOf(added), NAMED.few, sizeOf(added)),
    ...line('更新', pathsOf(changed), NAMED.few, sizeOf(changed)),
    ...line('删除', removed),
    `  ${countOf(publication) === 0 ? '没有要改的，' : ''}相同${String(same)}个文件。`,
    ...line('不是本程序发布的，保留', foreign),
    ...line('被占用的', inTheWay, NAMED.most),
    '',
  ].join('\n');
}

/** Bytes as people say them: `3.2 MB`. */
function sizeInWords(bytes: number): string {
  return bytes < 1_000_000 ? `${String(Math.ceil(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
