import { PublishingError } from '../files/publishing-error.ts';

/** Where a site will stand. */
export interface SiteAddress {
  /** The origin, for example `https://example.gov.cn`; undefined leaves out what needs an absolute address. */
  readonly siteUrl: string | undefined;
  /** The path below it, beginning with a slash and ending without one: `/budget`; `/` for none. */
  readonly basePath: string;
}

/**
 * Reads SITE_URL and BASE_PATH. An address with a path, `https://example.org/budget/`, also says the base path
 * where BASE_PATH is not set.
 *
 * Throws a PublishingError for an address that is none.
 */
export function readSiteAddress({
  SITE_URL,
  BASE_PATH,
}: Readonly<Record<string, string | undefined>>): SiteAddress {
  const address = SITE_URL === undefined || SITE_URL === '' ? undefined : parseAddress(SITE_URL);
  return {
    siteUrl: address?.origin,
    basePath:
      BASE_PATH === undefined || BASE_PATH === ''
        ? parsePath(address?.pathname ?? '/')
        : parsePath(BASE_PATH),
  };
}

function parseAddress(text: string): URL {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address !== undefined && /^https?:$/.test(address.protocol)) return address;
  throw new PublishingError(`SITE_URL 应是完整的网址，例如 https://example.gov.cn，现为“${text}”。`);
}

function parsePath(text: string): string {
  const names = text.split('/').filter((name) => name !== '');
  if (names.every((name) => /^[A-Za-z0-9._~-]+$/.test(name) && !/^\.+$/.test(name)))
    return `/${names.join('/')}`;
  throw new PublishingError(
    `BASE_PATH 应是网址中域名之后的路径，只用字母、数字、“-”、“_”和“/”，例如 /budget，现为“${text}”。`,
  );
}
