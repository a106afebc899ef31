import type { HashedFile } from '../../files/hash-files.ts';

/** What well-known hosts take at most, by their documentation; of those with several plans the free one. */
const LIMITS = [
  { host: 'Cloudflare Pages（免费）', files: 20_000, fileBytes: 25 * 2 ** 20, bytes: Infinity },
  { host: 'GitLab Pages', files: 200_000, fileBytes: Infinity, bytes: Infinity },
  { host: 'GitHub Pages', files: Infinity, fileBytes: 100 * 2 ** 20, bytes: 1e9 },
] as const;

/** Which hosts would not take a site, as a note for whoever built it; undefined where all of them would. */
export function hostsThatRefuse(all: readonly Pick<HashedFile, 'path' | 'bytes'>[]): string | undefined {
  const total = all.reduce((sum, { bytes }) => sum + bytes, 0);
  const [largest] = [...all].sort((a, b) => b.bytes - a.bytes);
  const refusals = LIMITS.flatMap(({ host, files, fileBytes, bytes }) => {
    const reasons = [
      ...(all.length > files ? [`最多${inWords(files)}个文件`] : []),
      ...(largest !== undefined && largest.bytes > fileBytes
        ? [`一个文件最大${megabytes(fileBytes)}，“${largest.path}”有${megabytes(largest.bytes)}`]
        : []),
      ...(total > bytes ? [`网站最大${megabytes(bytes)}`] : []),
    ];
    return reasons.length === 0 ? [] : [`${host}（${reasons.join('；')}）`];
  });
  if (refusals.length === 0) return undefined;
  return `网站有${inWords(all.length)}个文件，共${megabytes(total)}，超过有的托管服务的上限：${refusals.join('、')}。放在自己的服务器或对象存储上不受影响。`;
}

const inWords = (count: number) => count.toLocaleString('en-US');

const megabytes = (bytes: number) => `${inWords(Math.ceil(bytes / 1e6))} MB`;
