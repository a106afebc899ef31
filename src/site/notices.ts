import type { SiteNature } from '../model/terms.ts';

/** What each kind of site says of itself at the foot of every page. */
export const SITE_NOTICES: Record<SiteNature, (publisher: string) => string> = {
  官方: (publisher) => `本站由${publisher}主办。`,
  非官方: (publisher) => `本站不是${publisher}的官方网站；内容照录其公开的文件，以官方文件为准。`,
  演示: (publisher) => `本站是演示站点，不是${publisher}的官方网站；内容照录其公开的文件，以官方文件为准。`,
};
