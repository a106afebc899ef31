import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MovedAddress } from '../model/site.ts';
import { accessFile } from './hosts/apache.ts';
import { headersFile, redirectsFile } from './hosts/netlify.ts';
import { nginxHeaders } from './hosts/nginx.ts';
import { HOST_FILES, isHostFile, type SiteFacts } from './hosts/site-facts.ts';
import { FRAMED_FOLDER, isSandboxed } from './response-headers.ts';

/** What each kind of host reads within the site. */
const FILES: Readonly<Record<(typeof HOST_FILES)[number], (facts: SiteFacts) => string>> = {
  _headers: headersFile,
  _redirects: redirectsFile,
  '.htaccess': accessFile,
  'nginx-headers.conf': nginxHeaders,
  // Hosts that make pages themselves, as GitHub Pages and Gitee do, else leave out folders that begin with `_`.
  '.nojekyll': () => '',
};

/**
 * Writes beside the pages what hosts read to send the right headers and to lead on from old addresses. A file that the
 * project has itself stays, which is said.
 *
 * @param base the path below which the site stands, with a slash at both ends.
 */
export async function writeHeaderFiles(
  folder: string,
  base: string,
  moved: readonly MovedAddress[],
  note: (message: string) => void,
): Promise<void> {
  const facts = factsOf(folder, base, moved);
  for (const name of HOST_FILES) {
    const text = FILES[name](facts);
    if (!existsSync(join(folder, name))) await writeFile(join(folder, name), text);
    else if (name === '_redirects') {
      if (moved.length > 0)
        note(`public 文件夹里有自己的 ${name}，保留它，没有写入改了的网址；旧网址的网页仍会转到新网址。`);
    } else if (text !== '')
      note(
        `public 文件夹里有自己的 ${name}，保留它，没有写入本程序的响应头。请自己在其中写明：除了 ${base}${FRAMED_FOLDER} 下面的网页，都不许放进别的网站的框架里。`,
      );
  }
}

/** What a built site tells of itself to those who write for hosts. */
export function factsOf(folder: string, base: string, moved: readonly MovedAddress[]): SiteFacts {
  const entries = readdirSync(folder, { withFileTypes: true })
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    .filter(({ name }) => !name.startsWith('.') && !isHostFile(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const sandboxed = entries
    .filter(({ name, isFolder }) => isFolder && /^\d{4}$/.test(name))
    .flatMap(({ name }) =>
      readdirSync(join(folder, name)).map((department) => `${name}/${department}/sources`),
    )
    .filter((sources) => existsSync(join(folder, sources)))
    .flatMap((sources) => readdirSync(join(folder, sources)).map((file) => `${sources}/${file}`))
    .filter(isSandboxed)
    .sort();
  return { base, entries, sandboxed, moved };
}
