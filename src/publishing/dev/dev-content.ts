import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin, ViteDevServer } from 'vite';
import type { LiveContent } from './live-content.ts';
import { answerPages } from './answer-pages.ts';
import { answerRequests } from './answer-requests.ts';
import { watchContent } from './watch-content.ts';

const SCRIPT = fileURLToPath(new URL('browser/page.ts', import.meta.url));

/**
 * Makes Astro's dev server show the content as it is saved, with its findings. Given to the dev server alone, so
 * that nothing of it can reach a built site.
 *
 * @param reportFault takes an error of the program that must not end the server.
 */
export function devContent(live: LiveContent, reportFault: (error: unknown) => void): AstroIntegration {
  return {
    name: 'mingzhang:dev-content',
    hooks: {
      'astro:config:setup': ({ injectScript, updateConfig }) => {
        injectScript('page', `import ${JSON.stringify(SCRIPT)};`);
        // With 'always' Astro serves files of dynamic routes, such as the official documents, in builds only.
        updateConfig({ trailingSlash: 'ignore', vite: { plugins: [plugin(live, reportFault)] } });
      },
    },
  };
}

function plugin(live: LiveContent, reportFault: (error: unknown) => void): Plugin {
  return {
    name: 'mingzhang:dev-content',
    apply: 'serve',
    configureServer: (server) => {
      const { tellAll } = answerPages(server, live);
      server.middlewares.use(answerRequests(server, live, SCRIPT, reportFault));
      const end = watchContent(server.watcher, live.directory, async () => {
        try {
          await live.refresh();
          forgetPaths(server);
          tellAll();
        } catch (error) {
          reportFault(error);
        }
      });
      server.httpServer?.once('close', end);
    },
  };
}

/** Makes Astro ask again which pages there are; this is what it tells itself when its own content changes. */
function forgetPaths({ environments }: ViteDevServer): void {
  for (const environment of Object.values(environments)) {
    if (environment !== environments.client) environment.hot.send('astro:content-changed', {});
  }
}
