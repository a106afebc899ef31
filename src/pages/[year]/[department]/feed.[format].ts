import type { GetStaticPaths } from 'astro';
import { FEED_FORMATS } from '../../../open-data/feed.ts';
import { contentHistory, loadSite } from '../../../site/content.ts';
import { keyed } from '../../../site/keyed.ts';
import { feedOf } from '../../../site/feeds.ts';

export { GET } from '../../feed.[format].ts';

/** What changed lately in a department's year, for feed readers. */
export const getStaticPaths = (async () => {
  const site = await loadSite();
  return keyed(
    site.departments.flatMap((department) => {
      const feed = feedOf(site, contentHistory(), import.meta.env.SITE, department);
      const params = { year: String(department.year), department: department.code };
      return feed === undefined
        ? []
        : FEED_FORMATS.map((format) => ({
            params: { ...params, format },
            props: () => ({ feed, format }),
          }));
    }),
  );
}) satisfies GetStaticPaths;
