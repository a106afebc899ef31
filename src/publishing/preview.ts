import { existsSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import process from 'node:process';
import { findingRecord } from '../files/format-findings.ts';
import { displayPath } from '../files/read-file.ts';
import { toPublishingError } from '../files/publishing-error.ts';
import { reportFault, UserError } from '../files/user-error.ts';
import type { PreviewOrder, PreviewReply } from '../import-page/preview.ts';
import { builtBasePath } from '../integration/output-folder.ts';
import { readSiteAddress } from '../integration/site-address.ts';
import { buildSite, type BuildResult } from './build.ts';
import { serveFolder } from './serve.ts';
import { openWorkFolder } from './work-folder.ts';

/** How many paths a site has at most of which the preview has all; with more it would take minutes. */
const MOST_PATHS = 3000;

/** Stands in place of each page that was left out. */
const NOT_MADE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>预览里没有这一页</title><p>预览里没有这一页。网站很大，只做了这次导入的部门和项目的网页，以及首页和各栏目的第一页。请后退。</p></html>`;

/** How many errors are named that keep a preview from being made. */
const MOST_NAMED = 5;

/**
 * Serves one preview from this process, of what it is sent, and answers where; or why there is none. It ends, and all
 * that it has made with it, as soon as whoever started it is gone or has no more use for it.
 */
export function servePreview(): void {
  for (const event of ['disconnect', 'SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(event, () => process.exit());
  process.once('message', (order: PreviewOrder) => {
    void makePreview(order)
      .catch((error: unknown): PreviewReply => {
        const known = toPublishingError(error, order.directory);
        if (known instanceof UserError) return { refusal: known.message };
        reportFault(error);
        return { refusal: '程序出错。请把终端里的文字报告给维护人员。' };
      })
      .then((reply) => process.send?.(reply));
  });
}

/** Builds the site from a copy of the content in which the files are written already. */
async function makePreview({ directory, files, pages }: PreviewOrder): Promise<PreviewReply> {
  const { path } = openWorkFolder(process.cwd(), 'preview');
  const [content, out] = [join(path, 'content'), join(path, 'site')];
  // Hidden files are no content.
  const isContent = (source: string) => source === directory || !basename(source).startsWith('.');
  if (existsSync(directory)) await cp(directory, content, { recursive: true, filter: isContent });
  for (const file of files) {
    const place = join(content, relative(directory, file.path));
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, file.bytes);
  }
  let leftOut = 0;
  const result = await buildSite({
    ...readSiteAddress(process.env),
    ...{ content, out, log: () => undefined },
    choosePaths: (paths) => {
      const made = pathsOfPreview(paths, pages);
      leftOut = paths.length - made.length;
      return made;
    },
  });
  // What is wrong is named where the clerk has it.
  if (!result.ok) return { refusal: whyNot(result).replaceAll(displayPath(content), displayPath(directory)) };
  if (leftOut > 0) await writeFile(join(out, '404.html'), NOT_MADE);
  const basePath = builtBasePath(out) ?? '/';
  const { url } = await serveFolder({ folder: out, port: 0, basePath, isPrivate: true });
  return { url };
}

/**
 * Of a site's paths those that its preview has: all, or of a large site the pages of what is imported, those of the
 * navigation, and the rules that data notes name.
 */
export function pathsOfPreview(paths: readonly string[], pages: readonly string[]): readonly string[] {
  if (paths.length <= MOST_PATHS) return paths;
  const made = new Set(['checks/rules/', ...pages]);
  return paths.filter((path) => !/[^/]\/./.test(path) || made.has(`${path.replace(/^\/|\/$/g, '')}/`));
}

function whyNot({ findings }: Extract<BuildResult, { readonly ok: false }>): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const named = errors.slice(0, MOST_NAMED).map((error) => {
    const { file, line, message } = findingRecord(error);
    return `${file}:${String(line)} ${message}`;
  });
  const rest = errors.length - named.length;
  return [
    `写入以后，内容里会有${String(errors.length)}个错误，改正以前做不出网页，不能预览：`,
    ...named,
    ...(rest > 0 ? [`……还有${String(rest)}个`] : []),
  ].join('\n');
}
