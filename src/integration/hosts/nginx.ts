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

/**
 * For nginx: the headers, types and moved addresses, to include in a `server { }`. Only `set` within `if`, which alone is
 * safe there; an empty header is not sent.
 */
export function nginxHeaders({ base, moved }: SiteFacts): string {
  const variable = (name: string) => `$mingzhang_${name.toLowerCase().replaceAll('-', '_')}`;
  const set = ([name, value]: readonly [string, string]) => `set ${variable(name)} "${value}";`;
  const send = (headers: Headers) =>
    Object.keys(headers).map((name) => `add_header ${name} ${variable(name)} always;`);
  const at = (folder: string, headers: Headers) => where(`~ "^${escaped(base + folder)}"`, headers);
  const where = (condition: string, headers: Headers) =>
    `if ($uri ${condition}) { ${Object.entries(headers).map(set).join(' ')} }`;
  const none = (headers: Headers) => Object.fromEntries(Object.keys(headers).map((name) => [name, '']));
  return `${[
    '# 由程序生成，供 nginx 使用：在站点的 server { } 里写 include 和这个文件的路径。',
    '# 站点的 location 里如果有自己的 add_header，要把下面的 add_header 也写进去，否则不起作用。',
    ...always(EVERYWHERE),
    `# ${ABOUT_HSTS}`,
    ...always(HSTS).map((line) => `# ${line}`),
    ...Object.entries({ ...UNFRAMED, ...REVALIDATED }).map(set),
    at(FRAMED_FOLDER, none(UNFRAMED)),
    where(`~* "^${escaped(base)}${SANDBOXED_PATHS}"`, SANDBOXED),
    // What is missing is answered with another page, whose address is none of these.
    at(HASHED_FOLDER, HASHED),
    ...send({ ...UNFRAMED, ...REVALIDATED }),
    ...moved.map(
      ({ from, to }) => `location = ${below(base, from)} { return 301 ${below(base, to)}$is_args$args; }`,
    ),
    ...HOST_FILES.map((name) => `location = ${base}${name} { return 404; }`),
    ...Object.entries(CONTENT_TYPES).map(
      ([ending, type]) => `location ~ ${escaped(ending)}$ { types { } default_type "${type}"; }`,
    ),
  ].join('\n')}\n`;
}

const always = (headers: Headers) =>
  Object.entries(headers).map(([name, value]) => `add_header ${name} "${value}" always;`);

/**
 * A whole server.
 *
 * @param root the folder that the base path is looked for in.
 */
export function nginxServer(facts: SiteFacts, host: string, root: string): string {
  const { base } = facts;
  const types = COMPRESSED_TYPES.map((type) => `    "${type}"`).join('\n');
  return `# 由程序生成，供 nginx 使用：放进 /etc/nginx/conf.d/，运行 nginx -t 没有错误，再运行 nginx -s reload。
# 网站的文件放在 ${root}${base}。content/moved.yaml 改了以后，要重新生成这个文件。
server {
  listen 80;
  # 用 HTTPS 的，去掉下面三行开头的“# ”，写上证书的路径，并让80端口转到 https。
  # listen 443 ssl;
  # ssl_certificate /etc/ssl/${host}.pem;
  # ssl_certificate_key /etc/ssl/${host}.key;
  server_name ${host};
  root "${root}";
  index index.html;
  charset utf-8;
  autoindex off;
  absolute_redirect off;
  server_tokens off;
  gzip on;
  gzip_vary on;
  gzip_proxied any;
  gzip_min_length 1024;
  gzip_types
${types};
  # 没有首页的文件夹，和没有的网页一样回答。
  error_page 403 404 =404 ${base}404.html;
  location ~ /\\.(?!well-known/) { return 404; }
${base === '/' ? '' : `  location = ${base.slice(0, -1)} { return 301 ${base}; }\n`}${nginxHeaders(facts).replace(/^(?!$)/gm, '  ')}}
`;
}
