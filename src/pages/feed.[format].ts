import type { APIRoute, GetStaticPaths } from 'astro';
import { FEED_FORMATS, FEED_TYPES, writeFeed, type Feed, type FeedFormat } from '../open-data/feed.ts';
import { contentHistory, loadSite } from '../site/content.ts';
import { feedOf } from '../site/feeds.ts';

/** What changed lately on the site, for feed readers; nothing where that is not known. */
export const getStaticPaths = (async () => {
  const feed = feedOf(await loadSite(), contentHistory(), import.meta.env.SITE);
  return feed === undefined
    ? []
    : FEED_FORMATS.map((format) => ({ params: { format }, props: { feed, format } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ readonly feed: Feed; readonly format: FeedFormat }> = ({
  props: { feed, format },
}) => new Response(writeFeed(feed, format), { headers: { 'Content-Type': FEED_TYPES[format] } });
