import type { Project } from '../model/project.ts';
import type { SiteSettings } from '../model/site.ts';
import { projectAddress } from './addresses.ts';

/**
 * Where on the site a printed sheet comes from. A site that is not the department's own says so on paper too,
 * where the rest of the page does not go with it. Without a known host the path alone is named.
 *
 * @param host where the site will stand, as the build was told (`SITE_URL`); else `网址` of site.yaml counts.
 */
export function printedAddress(project: Project, settings: SiteSettings, host: URL | undefined): string {
  const path = projectAddress(project);
  const base = host?.href ?? settings.address;
  const address = URL.canParse(path, base) ? new URL(path, base).href : path;
  const site = settings.nature === '官方' ? settings.name : `${settings.name}（${settings.nature}站点）`;
  return `${site} ${address}`;
}
