import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HANDED_OVER, type Published } from '../files/published.ts';
import type { SiteAddress } from '../publishing/site-address.ts';

/** The site's pages as they are asked for. */
export interface ServedPages {
  /** The address of the front page, with a slash at its end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Serves the pages of some content, each made when it is asked for: an export needs one page, and a build would
 * make all of them first, or be older than the content.
 */
export async function servePages(
  published: Published,
  directory: string,
  { siteUrl = '', basePath }: SiteAddress,
): Promise<ServedPages> {
  Object.assign(process.env, {
    ASTRO_TELEMETRY_DISABLED: '1',
    ASTRO_DISABLE_UPDATE_CHECK: 'true',
    CONTENT_DIR: resolve(directory),
    BASE_PATH: basePath,
    SITE_URL: siteUrl,
  });
  Object.assign(globalThis, { [HANDED_OVER]: published });
  const workingDirectory = process.cwd();
  // Astro takes paths outside the working directory for foreign.
  process.chdir(ROOT);
  try {
    // Loaded only now: Astro looks at the environment when it loads.
    const { dev } = await import('astro');
    const server = await dev({
      root: ROOT,
      server: { host: '127.0.0.1', port: 0 },
      logLevel: 'warn',
      logger: { entrypoint: fileURLToPath(new URL('../publishing/astro-log.ts', import.meta.url)) },
    });
    const base = `${basePath.replace(/\/+$/, '')}/`;
    return { url: `http://127.0.0.1:${String(server.address.port)}${base}`, close: () => server.stop() };
  } finally {
    process.chdir(workingDirectory);
  }
}
