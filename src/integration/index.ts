import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type {
  AstroConfig,
  AstroIntegration,
  AstroIntegrationLogger,
  AstroPrerenderer,
  IntegrationResolvedRoute,
} from 'astro';
import type { Frame } from '../site/frame.ts';
import { astroSettings, pagesRunHere } from './astro-settings.ts';
import { DEV_SCRIPT } from './dev/answer-requests.ts';
import { serveContent } from './dev/serve-content.ts';
import { cacheFolder } from './cache-folder.ts';
import { finishBuild } from './finish-build.ts';
import { commandSettings, type CommandSettings } from './from-command.ts';
import { NO_CHANGE_LOG, readChangeLog } from '../history/change-log.ts';
import { dataFiles } from '../open-data/data-files.ts';
import { NO_CACHE, openComparisonCache } from '../history/comparison-cache.ts';
import { NO_HISTORY, readHistory, type History } from '../history/history.ts';
import type { HashedFile } from '../files/hash-files.ts';
import type { Asked } from '../rebuild/asked.ts';
import { digestOf, hashed } from '../rebuild/digest.ts';
import { RANKED_FOLDER } from '../search/index-format.ts';
import { nameOfBasis } from '../rebuild/keys.ts';
import { UNSHARED } from '../rebuild/share.ts';
import { openSiteFolder, type SiteFolder } from '../rebuild/site-folder.ts';
import { noteTime, timed } from '../rebuild/timed.ts';
import { beginRankedIndex } from './ranked-index.ts';
import { nameContent, nameData, nameProgram, nameSources, watchBundles } from './basis.ts';
import { handOver, nextId, type Given } from './handed-over.ts';
import { dataToMake, makeFiles, type FileToMake } from './make-files.ts';
import { hostsThatRefuse } from './hosts/limits.ts';
import { nameSample, pagesToMake } from './pages-to-make.ts';
import type { Published } from '../files/finding.ts';
import { PROGRAM_PUBLIC, programRoutes } from './program-files.ts';
import { addressOfContent } from './site-address.ts';
import { readForPublication, refuseUnexplained } from './read-and-check.ts';
import { hashContent, refuseChangedContent, sealBuild } from './seal-build.ts';
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
  const bundled = watchBundles();
  /** Names all that pages are made of beside the content: what cannot be named is another thing each time. */
  const nameMaking = async (
    sources: string,
    bundles: string,
    frame: Frame | undefined,
    paths: Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>,
    render: AstroPrerenderer['render'],
  ) => {
    const sample = await nameSample(paths, { render, config });
    const parts = [sources, bundles, digestOf(frame), sample].map((part) => part ?? randomUUID());
    return hashed(parts.join('\n'));
  };
  /** What the page that is being made has asked for. */
  const asked = new Set<Asked>();
  const askedSince = () => {
    const all = new Set(asked);
    asked.clear();
    return all;
  };
  /** What a build has made. */
  let made:
    { readonly site: SiteFolder; readonly pages: readonly string[]; readonly basis: string } | undefined;
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
  const hand = (given: Omit<Given, 'dataFiles'> & { readonly published: Published }) => {
    const place = { base: config.base, host: config.site };
    return handOver(id, { ...given, dataFiles: () => dataFiles(given.published, place) });
  };

  return {
    name: 'mingzhang',
    hooks: {
      'mingzhang:content': () => content,
      'mingzhang:publish': () => options.publish,
      'astro:config:setup': ({
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
        const address = addressOfContent(settings.content, configured);
        updateConfig(address);
        updateConfig(astroSettings({ ...configured, ...address }, command));
        updateConfig({
          vite: { plugins: [virtualModules(id, style), markViews, pagesRunHere, bundled.plugin] },
        });
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
          ...{ history, changeLog: NO_CHANGE_LOG, host: config.site, isPart: false, asked: () => undefined },
        };
        if (settings.published !== undefined) hand({ ...given, published: settings.published });
        else {
          await serveContent(server, {
            ...given,
            note: settings.note,
            host: config.site,
            routes: () => routes,
            publish: (published) => {
              hand({ ...given, published });
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
        const folders = publicFolders();
        const frame = hand({
          ...{ directory: settings.content, publicFolders: folders, host: config.site },
          ...{ published, history, changeLog, isPart: settings.share?.isPart === true },
          asked: (what) => {
            asked.add(what);
          },
        });
        settings = { ...settings, published, contentFiles };
        const sources = nameSources(config);
        const { earlier = [], share = UNSHARED, part, spare } = settings;
        share.haveDataMade?.(config.base, config.site);
        const begin = () => beginRankedIndex(published, sources, earlier);
        const begun = choosePaths === undefined && !share.isPart ? begin() : undefined;
        const bundling = performance.now();
        setPrerenderer((usual) => ({
          ...usual,
          getStaticPaths: async () => {
            noteTime('bundle', performance.now() - bundling);
            const every = await timed('paths', () => usual.getStaticPaths());
            const chosen = new Set((choosePaths ?? same)(every.map(({ pathname }) => pathname)));
            const paths = every.filter(({ pathname }) => chosen.has(pathname));
            const basis = {
              program: await nameMaking(sources, bundled.name(), frame, every, usual.render),
              content: nameContent(contentFiles, history, changeLog, folders),
            };
            const site = openSiteFolder(part ?? fileURLToPath(config.outDir), earlier, isAltered(config));
            const { files, pages, left } = pagesToMake(paths, {
              ...{ render: usual.render, config, site, basis, askedSince },
            });
            const data = dataFiles(published, { base: config.base, host: config.site });
            const units = new Set(
              published.site.departments.map(({ year, code }) => `${String(year)}/${code}`),
            );
            // A preview of some pages has no index.
            const putIndex = begun ?? (share.isPart || chosen.size < every.length ? undefined : begin());
            const all = [...dataToMake(site, data, basis), ...files];
            if (spare !== undefined && !isAltered(config)) useUp(spare, site, all);
            const bases = [nameOfBasis(basis)];
            // Only then is the program read once more for its name.
            if (share.haveDataMade !== undefined) {
              const program = nameProgram(fileURLToPath(config.root));
              bases.push(nameData(program, contentFiles, config.base, config.site));
            }
            await makeFiles(all, units, site, bases, share);
            await timed('index', async () => putIndex?.(site));
            site.clear();
            made = { site, pages, basis: nameOfBasis(basis) };
            return part === undefined ? [...left] : [];
          },
        }));
      },
      'astro:build:done': async ({ dir, pages }) => {
        if (made === undefined) throw new Error('a build without pages');
        const { site, basis } = made;
        const { content, contentFiles = [], choosePaths, part } = settings;
        let whole: readonly HashedFile[] = [];
        if (part === undefined) {
          const published = await read();
          const folder = fileURLToPath(dir);
          const all = [...made.pages, ...pages.map(({ pathname }) => pathname)];
          const basePath = await finishBuild({ folder, pages: all }, published, history, config, settings);
          const root = fileURLToPath(config.root);
          const sources = { content, contentFiles, root, siteUrl: config.site, basePath };
          whole = await timed('seal', () =>
            sealBuild(folder, published.site, sources, choosePaths === undefined, site.checksumOf),
          );
          const refused = hostsThatRefuse(whole);
          if (refused !== undefined) settings.note(refused);
        } else await refuseChangedContent(content, contentFiles);
        settings.made?.({ site, whole, basis });
      },
    },
  };
}

const same = <Value>(value: Value): Value => value;

/** Moves in a folder like the site, but for what is in nobody's place. The names of Pagefind's files are known later. */
function useUp(folder: string, site: SiteFolder, files: readonly FileToMake[]): void {
  const paths = new Set(files.map(({ path }) => path));
  site.moveIn(folder);
  site.clear((path) => paths.has(path) || path.startsWith(RANKED_FOLDER));
}

/** Whether other integrations may change files of the site after they were made. */
const isAltered = ({ integrations }: AstroConfig): boolean =>
  integrations.some(
    ({ name, hooks }) =>
      !name.startsWith('mingzhang') &&
      (hooks['astro:build:done'] ?? hooks['astro:build:generated']) !== undefined,
  );

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
