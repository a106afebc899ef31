import type { AstroConfig } from 'astro';
import { siteFile } from '../files/layout.ts';
import { PublishingError } from '../files/user-error.ts';
import { readContentFile } from '../files/read-file.ts';
import { readSite } from '../files/read-site.ts';

/** Where a site will stand. */
export interface SiteAddress {
  /** The origin, for example `https://example.gov.cn`; undefined leaves out what needs an absolute address. */
  readonly siteUrl: string | undefined;
  /** The path below it, beginning with a slash and ending without one: `/budget`; `/` for none. */
  readonly basePath: string;
}

/**
 * Reads SITE_URL and BASE_PATH. An address with a path, `https://example.org/budget/`, also says the base path.
 *
 * Throws a PublishingError for an address that is none, and for two paths that differ.
 */
export function readSiteAddress({
  SITE_URL = '',
  BASE_PATH = '',
}: Readonly<Record<string, string | undefined>>): SiteAddress {
  const path = BASE_PATH === '' ? undefined : parsePath(BASE_PATH, 'BASE_PATH');
  if (SITE_URL === '') return { siteUrl: undefined, basePath: path ?? '/' };
  const { siteUrl, basePath } = parseAddress(SITE_URL, 'SITE_URL');
  return { siteUrl, basePath: onePath(basePath, 'SITE_URL', path, 'BASE_PATH') };
}

/**
 * Where the site will stand by `网址` of site.yaml, as Astro's settings; none where the settings name an address.
 *
 * Throws a PublishingError where the settings name another path.
 */
export function addressOfContent(
  content: string,
  { site, base }: Pick<AstroConfig, 'site' | 'base'>,
): Partial<Pick<AstroConfig, 'site' | 'base'>> {
  if (site !== undefined) return {};
  const ignore = () => undefined;
  const file = readContentFile(siteFile(content), ignore);
  const address = file === undefined ? '' : (readSite(file, ignore)?.settings.address ?? '');
  if (address === '') return {};
  const { siteUrl, basePath } = parseAddress(address, 'site.yaml 的“网址”');
  const path = parsePath(base, 'base');
  const set = path === '/' ? undefined : path;
  return {
    site: siteUrl,
    base: onePath(basePath, 'site.yaml 的“网址”', set, 'BASE_PATH（或 astro.config 的 base）'),
  };
}

/** The path of an address, where another setting does not say another. An address without path leaves it to that. */
function onePath(path: string, source: string, other: string | undefined, otherSource: string): string {
  if (other === undefined || other === path) return path;
  if (path === '/') return other;
  throw new PublishingError(
    `${source}里的路径是“${path}”，${otherSource}却是“${other}”，不知道以哪个为准。请改成一样的，或只写一处。`,
  );
}

function parseAddress(text: string, source: string): SiteAddress & { readonly siteUrl: string } {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol)) {
    throw new PublishingError(`${source}应是完整的网址，例如 https://example.gov.cn，现为“${text}”。`);
  }
  if (address.search !== '' || address.hash !== '') {
    throw new PublishingError(`${source}里不能有“?”和“#”以及后面的部分，现为“${text}”。`);
  }
  if (address.username !== '' || address.password !== '') {
    throw new PublishingError(`${source}里不能有用户名和密码，现为“${text}”。`);
  }
  return { siteUrl: address.origin, basePath: parsePath(decodePath(address.pathname), source) };
}

/** As it was written, for a message; a broken escape stays. */
function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function parsePath(text: string, source: string): string {
  const names = text.split('/').filter((name) => name !== '');
  if (names.every((name) => /^[A-Za-z0-9._~-]+$/.test(name) && !/^\.+$/.test(name)))
    return `/${names.join('/')}`;
  throw new PublishingError(
    `${source}里的路径（网址中域名之后的部分）应只用字母、数字、“-”、“_”和“/”，例如 /budget，现为“${text}”。`,
  );
}
