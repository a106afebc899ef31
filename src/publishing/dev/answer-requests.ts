import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect, ViteDevServer } from 'vite';
import { findingsPage } from './findings-page.ts';
import type { LiveContent } from './live-content.ts';
import { VERSION_TIMING } from './message.ts';

/** Answers what Astro cannot: every page while there has been no content without errors. */
export function answerRequests(
  server: ViteDevServer,
  live: LiveContent,
  script: string,
  reportFault: (error: unknown) => void,
): Connect.NextHandleFunction {
  const { base } = server.config;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = request.url ?? '/';
    const path = url.startsWith(base) ? `/${url.slice(base.length)}` : url;
    if (!isPage(request, path)) return false;
    const { published, version } = live.state();
    // A page's script reads this, and so knows whether the content has changed since the page was made.
    response.setHeader('Server-Timing', `${VERSION_TIMING};desc="${String(version)}"`);
    if (published !== undefined) return false;
    const html = await server.transformIndexHtml('/', findingsPage(`${base}@fs${script}`));
    response.writeHead(500, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
    return true;
  };

  return (request, response, next) => {
    answer(request, response).then(
      (answered) => {
        if (!answered) next();
      },
      (error: unknown) => {
        reportFault(error);
        response.writeHead(500).end();
      },
    );
  };
}

/** Whether a browser asks for a page, not for one of the program's own files. */
function isPage({ headers }: IncomingMessage, path: string): boolean {
  return headers.accept?.includes('text/html') === true && !/^\/(?:@|src\/|node_modules\/)/.test(path);
}
