import {
  COMPRESSED_TYPES,
  CONTENT_TYPES,
  EVERYWHERE,
  FRAMED_FOLDER,
  HASHED,
  HASHED_FOLDER,
  HSTS,
  REVALIDATED,
  SANDBOXED,
  SANDBOXED_PATHS,
  UNFRAMED,
  type Headers,
} from '../response-headers.ts';
import { ABOUT_HSTS, below, escaped, HOST_FILES, type SiteFacts } from './site-facts.ts';

/** `.htaccess`, for Apache from 2.4.10, where the host allows such files. */
export function accessFile({ base, moved }: SiteFacts): string {
  const lines = (headers: Headers, how: string, condition = '') =>
    Object.entries(headers).map(([name, value]) => `  Header ${how} ${name} "${value}"${condition}`);
  const at = (sign: string, folder: string) => ` "expr=%{REQUEST_URI} ${sign} m#^${escaped(base + folder)}#"`;
  return `${[
    '# 由程序生成，供 Apache 使用。',
    `ErrorDocument 404 ${base}404.html`,
    '<IfModule mod_alias.c>',
    ...moved.map(
      ({ from, to }) => `  RedirectMatch 301 "^${escaped(below(base, from))}$" "${below(base, to)}"`,
    ),
    ...HOST_FILES.map((name) => `  RedirectMatch 404 "^${escaped(base + name)}$"`),
    '</IfModule>',
    '<IfModule mod_headers.c>',
    ...lines(EVERYWHERE, 'always set'),
    `  # ${ABOUT_HSTS}`,
    ...lines(HSTS, 'always set').map((line) => `  # ${line.trim()}`),
    ...lines(UNFRAMED, 'always set', at('!~', FRAMED_FOLDER)),
    ...lines(SANDBOXED, 'always set', ` "expr=%{REQUEST_URI} =~ m#^${escaped(base)}${SANDBOXED_PATHS}#i"`),
    // Not always: that a file is missing may be over soon.
    ...lines(HASHED, 'set', at('=~', HASHED_FOLDER)),
    ...lines(REVALIDATED, 'set', at('!~', HASHED_FOLDER)),
    '</IfModule>',
    '<IfModule mod_mime.c>',
    ...Object.entries(CONTENT_TYPES).map(([ending, type]) => `  AddType "${type}" ${ending}`),
    '  AddCharset utf-8 .html .css .xml .svg',
    '</IfModule>',
    '<IfModule mod_filter.c>',
    '  <IfModule mod_deflate.c>',
    ...['text/html', ...COMPRESSED_TYPES].map(
      (type) => `    AddOutputFilterByType DEFLATE ${type.replace(/;.*/, '')}`,
    ),
    '  </IfModule>',
    '</IfModule>',
  ].join('\n')}\n`;
}

/**
 * A whole virtual host. What changes with the content is in the `.htaccess` of the site.
 *
 * @param root the folder that the base path is looked for in.
 */
export function apacheHost({ base }: SiteFacts, host: string, root: string): string {
  return `# 由程序生成，供 Apache 2.4 使用：放进 /etc/apache2/sites-available/，再运行 a2ensite。
# 网站的文件放在 ${root}${base}；响应头和改了的网址在那里的 .htaccess 里，每次发布自动更新。
# 先运行 a2enmod headers alias deflate filter mime dir，再运行 apachectl configtest 和 systemctl reload apache2。
<VirtualHost *:80>
  ServerName ${host}
  DocumentRoot "${root}"
  DirectoryIndex index.html
  ErrorDocument 403 ${base}404.html
  ErrorDocument 404 ${base}404.html
  <Directory "${root}">
    Options -Indexes +FollowSymLinks
    AllowOverride FileInfo
    Require all granted
  </Directory>
  RedirectMatch 404 "/\\.(?!well-known/)"
</VirtualHost>
`;
}
