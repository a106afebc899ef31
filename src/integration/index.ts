import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger, IntegrationResolvedRoute } from 'astro';
import { astroSettings } from './astro-settings.ts';
import { DEV_SCRIPT } from './dev/answer-requests.ts';
import { serveContent } from './dev/serve-content.ts';
import { cacheFolder } from './cache-folder.ts';
import { finishBuild } from './finish-build.ts';
import { commandSettings, type CommandSettings } from './from-command.ts';
import { NO_CHANGE_LOG, readChangeLog } from '../history/change-log.ts';
import { NO_CACHE, openComparisonCache } from '../history/comparison-cache.ts';
import { NO_HISTORY, readHistory, type History } from '../history/history.ts';
import { handOver, nextId } from './handed-over.ts';
import { PROGRAM_PUBLIC, programRoutes } from './program-files.ts';
import { addressOfContent } from './site-address.ts';
import { readForPublication, refuseUnexplained } from './read-and-check.ts';
import { hashContent, sealBuild } from './seal-build.ts';
import { markViews, VIEWS, virtualModules } from './virtual-modules.ts';

/** Pages render the views with this, at build time and without any script of a framework. */
const VIEWS_RENDERER = fileURLToPath(new URL('../views/renderer.ts', import.meta.url));

export interface MingzhangOptions {
  /** The content folder, from the project's root; `./content` where left out. */
  readonly content?: string;
  /** Whether a warning that nobody has explained stops a build as an error does. */
  readonly strict?: boolean;
  /**
   * Where `mingzhang publish` brings the built site: a folder, `rsync:user@host:/folder`, `rsync://host/module` or
   * `git:branch`. It stands here and not in the content, so that who edits the content does not decide where files go.
   */
  readonly publish?: string;
  /** A style sheet of the project's own, loaded after the program's: its custom properties set colours and logo. */
  readonly style?: string;
}

/** Makes an Astro project the disclosure site of a content folder: `astro dev`, `build`, `preview` and `check`. */
export default function mingzhang(options: MingzhangOptions = {}): AstroIntegration {
  const id = nextId();
  const { content = './content', strict = false } = options;
  let settings: CommandSettings;
  let config: AstroConfig;
  let isSync = false;
  let history: History = NO_HISTORY;
  let routes: readonly IntegrationResolvedRoute[] = [];
  /** The folders of files that are served as they are. */
  const publicFolders = () => [fileURLToPath(config.publicDir), PROGRAM_PUBLIC];
  const read = async () => {
    const { published } = settings;
    if (published === undefined) {
      return await readForPublication(settings.content, {
        strict,
        publicFolders: publicFolders(),
        onlyErrors: isSync,
      });
    }
    if (strict) refuseUnexplained(published);
    return published;
  };

  return {
    name: 'mingzhang',
    hooks: {
      'mingzhang:content': () => content,
      'mingzhang:publish': () => options.publish,
      'astro:config:setup': async ({
        command,
        config: configured,
        logger,
        updateConfig,
        injectRoute,
        injectScript,
        addRenderer,
      }) => {
        settings = commandSettings(configured.integrations) ?? ownSettings(content, configured, logger);
        const style =
          options.style === undefined ? undefined : resolve(fileURLToPath(configured.root), options.style);
        isSync = command === 'sync';
        const address = await addressOfContent(settings.content, configured);
        updateConfig(address);
        updateConfig(astroSettings({ ...configured, ...address }, command));
        updateConfig({ vite: { plugins: [virtualModules(id, style), markViews] } });
        addRenderer({ name: VIEWS, serverEntrypoint: VIEWS_RENDERER });
        programRoutes(fileURLToPath(new URL('pages', configured.srcDir))).forEach(injectRoute);
        // What a command prints is complete without scripts, and has nobody to show findings to.
        if (command === 'dev' && settings.published === undefined) {
          injectScript('page', `import ${JSON.stringify(DEV_SCRIPT)};`);
        }
      },
      'astro:config:done': async ({ config: done, injectTypes }) => {
        config = done;
        // `astro check` begins so.
        if (isSync) await read();
        injectTypes({ filename: 'virtual.d.ts', content: '/// <reference types="mingzhang/virtual" />\n' });
      },
      'astro:routes:resolved': ({ routes: resolved }) => {
        routes = resolved;
      },
      'astro:server:setup': async ({ server }) => {
        const given = {
          ...{ directory: settings.content, publicFolders: publicFolders() },
          ...{ history, changeLog: NO_CHANGE_LOG },
        };
        if (settings.published !== undefined) handOver(id, { ...given, published: settings.published });
        else {
          await serveContent(server, {
            ...given,
            note: settings.note,
            host: config.site,
            routes: () => routes,
            publish: (published) => {
              handOver(id, { ...given, published });
            },
          });
        }
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        const contentFiles = settings.contentFiles ?? (await hashContent(settings.content));
        const published = await read();
        history = readHistory(settings.content);
        const { choosePaths } = settings;
        // A preview leaves nothing in the cache.
        const cache =
          choosePaths === undefined ? openComparisonCache(cacheFolder(config, 'history')) : NO_CACHE;
        const changeLog = await readChangeLog(history, published.site, cache);
        if (history.kind === 'known' && changeLog.kind === 'unknown') {
          settings.note(`不知道内容改过什么，“改动记录”页因此是空的：${changeLog.reason}。`);
        }
        const given = { directory: settings.content, publicFolders: publicFolders() };
        handOver(id, { ...given, published, history, changeLog });
        settings = { ...settings, published, contentFiles };
        if (choosePaths === undefined) return;
        setPrerenderer((usual) => ({
          ...usual,
          getStaticPaths: async () => {
            const all = await usual.getStaticPaths();
            const chosen = new Set(choosePaths(all.map(({ pathname }) => pathname)));
            return all.filter(({ pathname }) => chosen.has(pathname));
          },
        }));
      },
      'astro:build:done': async ({ dir, pages }) => {
        const made = { folder: fileURLToPath(dir), pages: pages.map(({ pathname }) => pathname) };
        const published = await read();
        const { content, contentFiles = [], choosePaths } = settings;
        const basePath = await finishBuild(made, published, history, config, settings);
        const root = fileURLToPath(config.root);
        const sources = { content, contentFiles, root, siteUrl: config.site, basePath };
        await sealBuild(made.folder, published.site, sources, choosePaths === undefined);
      },
    },
  };
}

/** What holds where Astro's own command runs. */
function ownSettings(
  content: string,
  { root }: AstroConfig,
  logger: AstroIntegrationLogger,
): CommandSettings {
  return {
    content: resolve(fileURLToPath(root), content),
    log: (message) => {
      logger.info(message);
    },
    note: (message) => {
      logger.warn(message);
    },
  };
}
