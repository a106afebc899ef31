import type { Change } from '../history/read-log.ts';
import { chinaTime } from '../history/history.ts';
import type { SiteSettings } from '../model/site.ts';

/** What an official site says of a page that is an article: whose words it has, and since when. */
export interface Article {
  readonly title: string;
  readonly source: string;
  /** As `publishedAt` gives it; undefined where that is not known. */
  readonly published: string | undefined;
}

/**
 * When an article came, as the tags have it (`2022-02-15 09:30`): the day that the department states, else when its file
 * came; undefined where neither is known.
 */
export function publishedAt(stated: string | undefined, change: Change | undefined): string | undefined {
  if (stated !== undefined) return `${stated} 00:00`;
  return change && chinaTime(change.first).slice(0, '2022-02-15T09:30'.length).replace('T', ' ');
}

/**
 * The meta elements that aggregators of government sites read, with what they hold; none but on an official site, and
 * none that has nothing to hold.
 *
 * Source: 《政府网站发展指引》（国办发〔2017〕47号）, 附件 政府网站网页标签.
 *
 * @param page an article, a list of them, or else: the front page and what is not for search engines.
 */
export function pageTags(
  { nature, name, siteCode, column }: SiteSettings,
  host: URL | undefined,
  page: Article | 'list' | 'other',
): readonly (readonly [name: string, content: string])[] {
  if (nature !== '官方') return [];
  const site = [
    ['SiteName', name],
    ['SiteDomain', host?.hostname ?? ''],
    ['SiteIDCode', siteCode],
  ] as const;
  const list = [
    ['ColumnName', column.name],
    ['ColumnDescription', column.description],
    ['ColumnKeywords', column.keywords.join(',')],
    ['ColumnType', '信息公开'],
  ] as const;
  const article =
    typeof page === 'string'
      ? []
      : ([
          ['ArticleTitle', page.title],
          ['PubDate', page.published ?? ''],
          ['ContentSource', page.source],
        ] as const);
  return [...site, ...(page === 'other' ? [] : list), ...article].filter(([, content]) => content !== '');
}
