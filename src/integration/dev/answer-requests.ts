import { statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { fileURLToPath } from 'node:url';
import type { IntegrationResolvedRoute } from 'astro';
import type { Connect, ViteDevServer } from 'vite';
import { IMPORT_PATH } from '../../import-page/import-page.ts';
import { finalSlash } from './final-slash.ts';
import type { LiveContent } from './live-content.ts';
import { VERSION_TIMING } from './message.ts';

/** In every page of the dev server; given to it alone, so that nothing of it can reach a built site. */
export const DEV_SCRIPT = fileURLToPath(new URL('browser/page.ts', import.meta.url));

export interface RequestOptions {
  /** The folders of files that are served as they are: the project's own, then the program's. */
  readonly publicFolders: readonly string[];
  readonly routes: () => readonly IntegrationResolvedRoute[];
  readonly reportFault: (error: unknown) => void;
}

/**
 * Answers what Astro cannot: the program's own files, addresses that lack their slash, and every
 * page while there has been no content without errors.
 */
export function answerRequests(
  server: ViteDevServer,
  live: LiveContent,
  { publicFolders: [own = '', program = ''], routes, reportFault }: RequestOptions,
): Connect.NextHandleFunction {
  const { base } = server.config;
  const htmlOf = (path: string) => fetchPage(server, path);
  const sendProgramFile = sirv(program, { dev: true });

  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    next: Connect.NextFunction,
  ): Promise<void> => {
    const url = request.url ?? '/';
    const path = url.startsWith(base) ? `/${url.slice(base.length)}` : url;
    const [name = ''] = path.split(/[?#]/);
    if (holds(program, name) && !holds(own, name)) {
      request.url = path;
      sendProgramFile(request, response);
      return;
    }
    const right = live.state().published && (await finalSlash(path, routes(), htmlOf));
    if (right?.kind === 'moved') {
      response.writeHead(301, { Location: base + right.to.slice(1) }).end();
      return;
    }
    if (right?.kind === 'missing') request.url = `${base}404/`;
    if (!isPage(request, path)) {
      next();
      return;
    }
    const { published, version } = live.state();
    // A page's script reads this, and so knows whether the content has changed since the page was made.
    response.setHeader('Server-Timing', `${VERSION_TIMING};desc="${String(version)}"`);
    if (published !== undefined) {
      next();
      return;
    }
    const html = await server.transformIndexHtml(
      '/',
      findingsPage(`${base}@fs${DEV_SCRIPT}`, `${base}${IMPORT_PATH}`),
    );
    response.writeHead(500, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
  };

  return (request, response, next) => {
    answer(request, response, next).catch((error: unknown) => {
      reportFault(error);
      response.writeHead(500).end();
    });
  };
}

/** Whether a folder holds a file at a path of the site. */
function holds(folder: string, path: string): boolean {
  return statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true;
}

/** Whether a browser asks for a page, not for one of the program's own files. */
function isPage({ headers }: IncomingMessage, path: string): boolean {
  return headers.accept?.includes('text/html') === true && !/^\/(?:@|src\/|node_modules\/)/.test(path);
}

async function fetchPage(server: ViteDevServer, path: string): Promise<string | undefined> {
  const address = server.httpServer?.address();
  if (typeof address !== 'object' || address === null) return undefined;
  const base = server.config.base.replace(/\/$/, '');
  const response = await fetch(`http://127.0.0.1:${String(address.port)}${base}${path}`);
  return response.ok ? await response.text() : undefined;
}

/**
 * The page that stands for every other where the content has had errors since the start, so that no page can be
 * made. The script of all pages shows the findings on it; without it the terminal has them.
 */
function findingsPage(script: string, importPage: string): string {
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>内容有错误</title>
  </head>
  <body>
    <h1>内容有错误，还不能显示网页</h1>
    <p>改好并保存后，网页会自动出现。全部错误也可以用 <code>npm run check</code> 列出。</p>
    <p><a href="${importPage}">导入官方文件</a></p>
    <script type="module" src="${script}"></script>
  </body>
</html>
`;
}
