import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CONTENT_TYPES,
  EVERYWHERE,
  FRAMED_FOLDER,
  HASHED,
  HASHED_FOLDER,
  UNFRAMED,
  type Headers,
} from './response-headers.ts';

/** How each kind of host is told the headers, by the name of the file that it reads. */
const FILES: Readonly<Record<string, (base: string, names: readonly Entry[]) => string>> = {
  _headers: headersFile,
  '.htaccess': apacheFile,
  'nginx-headers.conf': nginxFile,
  // Hosts that make pages themselves, as GitHub Pages and Gitee do, else leave out folders that begin with `_`.
  '.nojekyll': () => '',
};

/** The files that are for hosts and not for visitors. */
export const HOST_FILES: readonly string[] = Object.keys(FILES);

/** A file or folder that lies at the site's root. */
interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * Writes beside the pages what hosts read to send the right headers. A file that the project has itself stays, which is
 * said.
 *
 * @param base the path below which the site stands, with a slash at both ends.
 */
export async function writeHeaderFiles(
  folder: string,
  base: string,
  note: (message: string) => void,
): Promise<void> {
  const entries = (await readdir(folder, { withFileTypes: true }))
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    .filter(({ name }) => !name.startsWith('.') && !Object.hasOwn(FILES, name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const [name, textOf] of Object.entries(FILES)) {
    const text = textOf(base, entries);
    if (!existsSync(join(folder, name))) await writeFile(join(folder, name), text);
    else if (text !== '')
      note(
        `public 文件夹里有自己的 ${name}，保留它，没有写入本程序的响应头。请自己在其中写明：除了 ${base}${FRAMED_FOLDER} 下面的网页，都不许放进别的网站的框架里。`,
      );
  }
}

const linesOf = (headers: Headers, line: (name: string, value: string) => string) =>
  Object.entries(headers).map(([name, value]) => line(name, value));

/**
 * For Netlify, Cloudflare Pages and their like. Where several rules fit a path, some hosts join the values of one header
 * and others take the last, so that no path gets one twice here: each entry of the root has a rule of its own.
 */
function headersFile(base: string, entries: readonly Entry[]): string {
  const rule = (path: string, headers: Headers) =>
    `${base}${path}\n${linesOf(headers, (name, value) => `  ${name}: ${value}\n`).join('')}`;
  const unframed = entries
    .map(({ name, isFolder }) => (isFolder ? `${name}/*` : name))
    .filter((path) => path !== `${FRAMED_FOLDER}*`)
    .map(encodeURI);
  return [
    '# 由程序生成，供 Netlify、Cloudflare Pages 等主机使用；这个文件应在主机发布的最上层文件夹里。\n',
    rule('*', EVERYWHERE),
    ...['', ...unframed].map((path) => rule(path, UNFRAMED)),
    rule(`${HASHED_FOLDER}*`, HASHED),
    ...Object.entries(CONTENT_TYPES).map(([ending, type]) => rule(`*${ending}`, { 'Content-Type': type })),
  ].join('');
}

const escaped = (text: string) => text.replace(/[.~+]/g, '\\$&');

/** For Apache from 2.4.10, where the host allows such files. */
function apacheFile(base: string): string {
  const header = (name: string, value: string, condition = '') =>
    `  Header always set ${name} "${value}"${condition}`;
  // Not always: that a file is missing may be over soon.
  const found = (name: string, value: string) => `  Header set ${name} "${value}"${when}`;
  const unless = ` "expr=%{REQUEST_URI} !~ m#^${escaped(base + FRAMED_FOLDER)}#"`;
  const when = ` "expr=%{REQUEST_URI} =~ m#^${escaped(base + HASHED_FOLDER)}#"`;
  return `${[
    '# 由程序生成，供 Apache 使用。',
    `ErrorDocument 404 ${base}404.html`,
    '<IfModule mod_headers.c>',
    ...linesOf(EVERYWHERE, header),
    ...linesOf(UNFRAMED, (name, value) => header(name, value, unless)),
    ...linesOf(HASHED, found),
    '</IfModule>',
    '<IfModule mod_mime.c>',
    ...Object.entries(CONTENT_TYPES).map(([ending, type]) => `  AddType "${type}" ${ending}`),
    '</IfModule>',
  ].join('\n')}\n`;
}

/** For nginx: an example to include. Only `set` within `if`, which alone is safe there; an empty header is not sent. */
function nginxFile(base: string): string {
  const variable = (name: string) => `$mingzhang_${name.toLowerCase().replaceAll('-', '_')}`;
  const set = (name: string, value: string) => `set ${variable(name)} "${value}";`;
  const send = (name: string) => `add_header ${name} ${variable(name)}`;
  const below = (folder: string) => `if ($uri ~ "^${escaped(base + folder)}")`;
  return `${[
    '# 由程序生成，供 nginx 使用：在站点的 server { } 里写 include 和这个文件的路径。',
    '# 站点的 location 里如果有自己的 add_header，要把下面的 add_header 也写进去，否则不起作用。',
    ...linesOf(EVERYWHERE, (name, value) => `add_header ${name} "${value}" always;`),
    ...linesOf(UNFRAMED, set),
    ...linesOf(HASHED, (name) => set(name, '')),
    `${below(FRAMED_FOLDER)} { ${linesOf(UNFRAMED, (name) => set(name, '')).join(' ')} }`,
    `${below(HASHED_FOLDER)} { ${linesOf(HASHED, set).join(' ')} }`,
    ...linesOf(UNFRAMED, (name) => `${send(name)} always;`),
    // Not always: that a file is missing may be over soon.
    ...linesOf(HASHED, (name) => `${send(name)};`),
    ...Object.entries(CONTENT_TYPES).map(
      ([ending, type]) => `location ~ ${escaped(ending)}$ { types { } default_type "${type}"; }`,
    ),
  ].join('\n')}\n`;
}
