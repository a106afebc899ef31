import { resolve } from 'node:path';
import type { Published } from '../files/finding.ts';
import { fromCommand } from '../integration/from-command.ts';
import { astroOptions, withSlash } from '../publishing/build.ts';
import type { SiteAddress } from '../publishing/site-address.ts';

/** The site's pages as they are asked for. */
export interface ServedPages {
  /** The address of the front page, with a slash at its end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves the pages of some content, each made when it is asked for: an export needs one page, and a build would
 * make all of them first, or be older than the content.
 */
export async function servePages(
  published: Published,
  directory: string,
  address: SiteAddress,
): Promise<ServedPages> {
  Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DISABLE_UPDATE_CHECK: 'true' });
  // Loaded only now: Astro looks at the environment when it loads.
  const { dev } = await import('astro');
  const silent = () => undefined;
  let base = '/';
  const server = await dev({
    ...astroOptions(process.cwd(), address),
    server: { host: '127.0.0.1', port: 0 },
    integrations: [
      fromCommand({
        content: resolve(directory),
        published,
        log: silent,
        note: silent,
        base: (path) => (base = withSlash(path)),
      }),
    ],
  });
  return { url: `http://127.0.0.1:${String(server.address.port)}${base}`, close: () => server.stop() };
}
