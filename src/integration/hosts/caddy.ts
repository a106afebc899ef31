import {
  COMPRESSED_TYPES,
  CONTENT_TYPES,
  DOCUMENT_FOLDERS,
  EVERYWHERE,
  FRAMED_FOLDER,
  HASHED,
  HASHED_FOLDER,
  HSTS,
  INERT_DOCUMENTS,
  REVALIDATED,
  SANDBOXED,
  UNFRAMED,
  type Headers,
} from '../response-headers.ts';
import { ABOUT_HSTS, below, escaped, HOST_FILES, type SiteFacts } from './site-facts.ts';

/**
 * A whole site for Caddy 2, which gets and renews its certificate itself.
 *
 * @param root the folder that the base path is looked for in.
 */
export function caddyFile({ base, moved }: SiteFacts, host: string, root: string): string {
  const header = (headers: Headers, matcher = '') =>
    Object.entries(headers).map(([name, value]) => `  header ${matcher}${name} "${value}"`);
  return `${[
    '# 由程序生成，供 Caddy 2 使用：写进 /etc/caddy/Caddyfile，再运行 caddy reload。证书由 Caddy 自动申请和更新。',
    `# 网站的文件放在 ${root}${base}。content/moved.yaml 改了以后，要重新生成这个文件。`,
    `${host} {`,
    `  root * "${root}"`,
    '  encode {',
    '    zstd',
    '    gzip',
    '    match {',
    ...['text/html', ...COMPRESSED_TYPES].map(
      (type) => `      header Content-Type ${type.replace(/;.*/, '')}*`,
    ),
    '    }',
    '  }',
    ...header(EVERYWHERE),
    `  # ${ABOUT_HSTS}`,
    ...header(HSTS).map((line) => `  # ${line.trim()}`),
    `  @unframed not path ${base}${FRAMED_FOLDER}*`,
    ...header(UNFRAMED, '@unframed '),
    '  @sandboxed {',
    `    path_regexp (?i)^${escaped(base)}${DOCUMENT_FOLDERS}`,
    `    not path ${INERT_DOCUMENTS.map((ending) => `*.${ending}`).join(' ')}`,
    '  }',
    ...header(SANDBOXED, '@sandboxed '),
    `  @hashed path ${base}${HASHED_FOLDER}*`,
    `  @revalidated not path ${base}${HASHED_FOLDER}*`,
    ...header(REVALIDATED, '@revalidated '),
    ...header(HASHED, '@hashed '),
    ...Object.entries(CONTENT_TYPES).flatMap(([ending, type]) => [
      `  @type${ending.replace(/\W/g, '_')} path *${ending}`,
      ...header({ 'Content-Type': type }, `@type${ending.replace(/\W/g, '_')} `),
    ]),
    ...moved.map(({ from, to }) => `  redir ${below(base, from)} ${below(base, to)} 301`),
    ...(base === '/' ? [] : [`  redir ${base.slice(0, -1)} ${base} 301`]),
    `  @hidden path ${HOST_FILES.map((name) => base + name).join(' ')} ${base}.mingzhang*`,
    '  error @hidden 404',
    '  file_server',
    '  handle_errors {',
    `    rewrite * ${base}404.html`,
    '    header Cache-Control "no-cache"',
    ...header(UNFRAMED).map((line) => `  ${line}`),
    '    header Content-Type "text/html; charset=utf-8"',
    '    file_server',
    '  }',
    '}',
  ].join('\n')}\n`;
}
