import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroInlineConfig } from 'astro';
import { fromCommand, type CommandSettings } from '../integration/from-command.ts';
import type { SiteAddress } from '../integration/site-address.ts';

/** What is made of a project with its own configuration; what that says of the address holds where nothing else is said. */
export interface AstroRun extends SiteAddress, Omit<CommandSettings, 'base'> {}

/** The pages of the project in the working directory, each made when it is asked for. */
export interface ServedPages {
  /** The address of the front page, with a slash at its end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Makes all pages of the project in the working directory, in `outDir`. */
export async function buildPages(run: AstroRun, outDir: string): Promise<void> {
  const { build } = await import('astro');
  await build({ ...optionsOf(run), outDir });
}

/** Serves the pages on this machine only; the server stays in the foreground, where Astro's own command may leave it. */
export async function servePages(run: AstroRun, port: number): Promise<ServedPages> {
  let base = '/';
  const { dev } = await import('astro');
  const server = await dev({
    ...optionsOf(run, (path) => (base = `${path.replace(/\/+$/, '')}/`)),
    server: { host: '127.0.0.1', port },
  });
  return { url: `http://127.0.0.1:${String(server.address.port)}${base}`, close: () => server.stop() };
}

function optionsOf(
  { siteUrl, basePath, content, ...settings }: AstroRun,
  base?: CommandSettings['base'],
): AstroInlineConfig {
  return {
    root: process.cwd(),
    ...(siteUrl === undefined ? {} : { site: siteUrl }),
    ...(basePath === '/' ? {} : { base: basePath }),
    logLevel: 'warn',
    logger: { entrypoint: fileURLToPath(new URL('astro-log.ts', import.meta.url)) },
    integrations: [fromCommand({ ...settings, content: resolve(content), ...(base && { base }) })],
  };
}
