import type { SiteSettings } from '../model/site.ts';

/**
 * A path of the site with the site's host before it; undefined where the host is not known. Then scripts put in the
 * address that the browser shows (`components/WholeAddress.astro`).
 *
 * @param host where the site will stand, as the build was told (`SITE_URL`); else `网址` of site.yaml counts.
 */
export function wholeAddress(
  path: string,
  settings: SiteSettings,
  host: URL | undefined,
): string | undefined {
  const base = host?.href ?? settings.address;
  return URL.canParse(path, base) ? new URL(path, base).href : undefined;
}
