import type { GetStaticPaths } from 'astro';
import { FEED_FORMATS } from '../open-data/feed.ts';
import { changesFeed } from '../site/changes.ts';
import { contentChanges, loadSite } from '../site/content.ts';

export { GET } from './feed.[format].ts';

/** What was changed lately, a commit an entry, for feed readers; nothing where that is not known. */
export const getStaticPaths = (async () => {
  const feed = changesFeed(await loadSite(), contentChanges(), import.meta.env.SITE);
  return feed === undefined
    ? []
    : FEED_FORMATS.map((format) => ({ params: { format }, props: { feed, format } }));
}) satisfies GetStaticPaths;
