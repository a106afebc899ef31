import type { MovedAddress } from '../../model/site.ts';

/** What the files for hosts depend on. */
export interface SiteFacts {
  /** The path below which the site stands, with a slash at both ends. */
  readonly base: string;
  /** What lies at the site's root, sorted. */
  readonly entries: readonly Entry[];
  /** Official documents that are only shown sandboxed, below the root. */
  readonly sandboxed: readonly string[];
  /** Addresses that lead on, below the site's root: `/2022/313001/038/` → `/2022/313001/038A/`. */
  readonly moved: readonly MovedAddress[];
}

/** A file or folder that lies at the site's root. */
export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** Files of the site that tell a host what to do and are nobody's to read. */
export const HOST_FILES = ['_headers', '_redirects', '.htaccess', 'nginx-headers.conf', '.nojekyll'] as const;

const hostFiles: ReadonlySet<string> = new Set(HOST_FILES);

export const isHostFile = (path: string): boolean => hostFiles.has(path);

/** An address below the site's root as one of the host. */
export const below = (base: string, path: string): string => base + path.replace(/^\//, '');

/** Literally in a regular expression. */
export const escaped = (text: string): string => text.replace(/[.~+]/g, '\\$&');

/** How HSTS is switched on, beside the line that does. */
export const ABOUT_HSTS =
  '全站只用 HTTPS、以后也一直用的，去掉下一行开头的“# ”；浏览器会记住半年，其间只用 HTTPS 打开，不能马上收回。';
