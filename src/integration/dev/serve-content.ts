import type { ViteDevServer } from 'vite';
import { hasErrors } from '../../files/finding.ts';
import { reportFault } from '../../files/user-error.ts';
import { createImportPage } from '../../import-page/import-page.ts';
import { setHeaders } from '../response-headers.ts';
import { answerData } from './answer-data.ts';
import { answerPages } from './answer-pages.ts';
import { answerRequests, type RequestOptions } from './answer-requests.ts';
import { openLiveContent, type LiveContentOptions } from './live-content.ts';
import { refuseRequests } from './refuse-requests.ts';
import { watchContent } from './watch-content.ts';

interface ServeContentOptions extends LiveContentOptions, Omit<RequestOptions, 'reportFault'> {
  /** Receives messages for the person who started the server. */
  readonly note: (message: string) => void;
  /** Where the site will stand, `https://example.gov.cn`, if that is known. */
  readonly host: string | undefined;
}

/** Makes Astro's dev server show the content as it is saved, with its findings. */
export async function serveContent(server: ViteDevServer, options: ServeContentOptions): Promise<void> {
  const live = openLiveContent(options);
  const { findings } = await live.refresh();
  if (hasErrors(findings)) {
    options.note('内容有错误，浏览器里会列出；也可以运行 npm run check 查看。');
  }
  const tellAll = answerPages(server, live);
  const { base } = server.config;
  server.middlewares.use((request, response, next) => {
    const [path = ''] = (request.url ?? '').split('?');
    setHeaders(response, path.slice(base.length));
    next();
  });
  // In front of all others: Astro puts its own there when ours stand already.
  server.httpServer?.once('listening', () => {
    server.middlewares.stack.unshift({ route: '', handle: refuseRequests });
  });
  server.middlewares.use(createImportPage({ directory: options.directory, base }));
  server.middlewares.use(answerData(live, { base, host: options.host }));
  server.middlewares.use(answerRequests(server, live, { ...options, reportFault }));
  const end = watchContent(server.watcher, options.directory, async () => {
    try {
      await live.refresh();
      forgetPaths(server);
      tellAll();
    } catch (error) {
      reportFault(error);
    }
  });
  server.httpServer?.once('close', end);
}

/** Makes Astro ask again which pages there are; this is what it tells itself when its own content changes. */
function forgetPaths({ environments }: ViteDevServer): void {
  for (const environment of Object.values(environments)) {
    if (environment !== environments.client) environment.hot.send('astro:content-changed', {});
  }
}
