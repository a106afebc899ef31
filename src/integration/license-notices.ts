import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Whose licences stand beside the scripts of the site; Vite writes those of what it bundles. */
const LICENSES_FILE = 'licenses.txt';

/** What reaches the browser without being bundled, and the files of the package that say under which terms. */
const UNBUNDLED = [
  { name: 'pagefind', texts: ['LICENSE/LICENSE', 'LICENSE/LICENSE-vscode-ripgrep'] },
  // Of these the search takes data alone: the readings of characters, and which are written otherwise.
  { name: 'pinyin-pro', texts: ['LICENSE'] },
  { name: 'opencc-js', texts: ['LICENSE', 'THIRD_PARTY_LICENSES.md'] },
];

/** Adds to the licences of a built site those of what Vite does not know of, and the program's own. */
export function completeLicenses(folder: string): void {
  const own = licenseOf(fileURLToPath(new URL('../../', import.meta.url)), ['LICENSE']);
  const others = UNBUNDLED.map(({ name, texts }) => licenseOf(packageFolder(name), texts));
  appendFileSync(join(folder, LICENSES_FILE), [own, ...others].map((text) => `\n${text}`).join(''));
}

/** The notice of a package, in the form of those that Vite writes. */
function licenseOf(folder: string, texts: readonly string[]): string {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim();
  const { name, version, license } = JSON.parse(read('package.json')) as Record<string, string>;
  return `## ${name ?? ''} - ${version ?? ''} (${license ?? ''})\n\n${texts.map(read).join('\n\n')}\n`;
}

/** The folder of an installed package, wherever it is hoisted to; what it exports need not name its package.json. */
function packageFolder(name: string): string {
  const entry = fileURLToPath(import.meta.resolve(name)).replaceAll('\\', '/');
  const end = entry.lastIndexOf(`/node_modules/${name}/`) + `/node_modules/${name}`.length;
  return entry.slice(0, end);
}
