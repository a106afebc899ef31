import { CONTENT_TYPES, HASHED, HASHED_FOLDER, REVALIDATED } from '../response-headers.ts';
import { below, HOST_FILES, type SiteFacts } from './site-facts.ts';

/**
 * For stores of objects (OSS, COS, S3), which keep an object's type and caching with it: a table that a script of the
 * operator reads, or a person.
 */
export function objectStoreTable({ base, sandboxed, moved }: SiteFacts): string {
  const cache = (headers: typeof HASHED) => headers['Cache-Control'];
  return `${JSON.stringify(
    {
      说明: '上传到对象存储时，给每个文件写上的类型和缓存规则；没有列出的后缀，用存储自己的类型。',
      路径前缀: base,
      首页文件: 'index.html',
      错误页文件: '404.html',
      不用上传: HOST_FILES,
      类型: CONTENT_TYPES,
      缓存: { [HASHED_FOLDER]: cache(HASHED), 其余: cache(REVALIDATED) },
      // Stores have no policies: what would run in the site's name is only saved.
      只供下载: {
        说明: '给这些文件写上 Content-Disposition: attachment，浏览器就只保存，不把它们当作本站的网页打开。',
        文件: sandboxed,
      },
      转向: moved.map(({ from, to }) => ({ 旧址: below(base, from), 新址: below(base, to) })),
    },
    undefined,
    2,
  )}\n`;
}
