import { existsSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { decodeAddress } from '../model/fragments.ts';

/** Pictures that all browsers show. */
const PICTURE = /\.(?:png|jpe?g|gif|webp|svg)$/i;

/** Folders of files that are served as they are: that of the project in which one works, and the program's own. */
export const PUBLIC_FOLDERS: readonly string[] = [
  resolve('public'),
  join(import.meta.dirname, '../../public'),
];

/** The site's root while nobody knows where it will stand; no page can lead there. */
const ROOT = 'http://site.invalid/';

/** Where a Markdown text is shown, for the addresses in it. */
export interface MarkdownPage {
  /** The page's path below the site's root, for example `2022/313001/`. */
  readonly address: string;
  /** The content folder, whose official documents are published. */
  readonly contentDirectory: string;
}

/** The page that shows a content file with Markdown, by the file's path. */
export function pageOf(path: string): MarkdownPage {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  if (name === 'department.md') {
    const [year = '', code = ''] = parts.slice(-3, -1);
    return { address: `${year}/${code}/`, contentDirectory: dirname(dirname(dirname(path))) };
  }
  return { address: `${name.replace(/\.md$/, '')}/`, contentDirectory: dirname(dirname(path)) };
}

/**
 * Why a picture is not shown, as message and hint; undefined where it is. The page's policy shows only pictures
 * of the site itself: files of the public folders, and pictures among the official documents.
 */
export function pictureFault(
  url: string,
  { address, contentDirectory }: MarkdownPage,
  publicFolders: readonly string[],
): { readonly message: string; readonly hint: string } | undefined {
  if (!URL.canParse(url, ROOT + address)) {
    return { message: '图片的地址不对。', hint: '请写图片文件的名称，例如“sources/附图.png”。' };
  }
  const { origin, pathname } = new URL(url, ROOT + address);
  if (origin !== new URL(ROOT).origin) {
    return {
      message: '图片在别的网站上，页面不会显示。',
      hint: '请把图片存为本站的文件再引用（部门的图片放在 sources 文件夹，写成“sources/文件名”），或改为链接。',
    };
  }
  const path = decodeAddress(pathname);
  if (!PICTURE.test(path)) {
    return {
      message: '这个地址不是图片文件。',
      hint: '图片用 png、jpg、gif、webp 或 svg 格式；其他文件请改为链接。',
    };
  }
  // `%2f` and the like would lead out of the published folders.
  const isPlain = posix.normalize(path) === path && !path.includes('\\');
  const isDocument = /^\/\d{4}\/[^/]+\/sources\/[^/]+$/.test(path);
  const folders = isDocument ? [...publicFolders, contentDirectory] : publicFolders;
  const isThere = folders.some((folder) => existsSync(join(folder, path)));
  if (isPlain && isThere) return undefined;
  return {
    message: '没有这个图片文件，页面上不会显示。',
    hint: '请检查文件名（大小写也要一致）；部门的图片放在 sources 文件夹，写成“sources/文件名”。',
  };
}
