import { stringify } from 'yaml';
import type { OpenData } from '../table.ts';
import { isWhole, lastPublished, sourcesOf, summaryOf, titleOf } from './about-data.ts';

/** How the data are cited. */

/**
 * The data as an entry of a list of references, by GB/T 7714—2015 (a data set that is online: DS/OL).
 *
 * @param page the address that is cited; @param accessed the day on which it was read, `2026-11-28`, where it is known.
 * @example citationText(data, 'https://example.gov.cn/data/', '2026-11-28')
 *   // 示例局. 示例站点：开放数据[DS/OL]. (2022-02-15)[2026-11-28]. https://example.gov.cn/data/.
 */
export function citationText({ site }: Pick<OpenData, 'site'>, page: string, accessed?: string): string {
  const published = lastPublished(site.departments);
  const days = `${published === undefined ? '' : `(${published})`}${accessed === undefined ? '' : `[${accessed}]`}`;
  return [
    site.settings.publisher,
    `${titleOf(site.settings)}[DS/OL]`,
    ...(days === '' ? [] : [days]),
    `${page}.`,
  ].join('. ');
}

/** The same for programs that keep references. Source: Citation File Format 1.2.0. */
export function citationFile(data: OpenData): string {
  const { site, addressOf } = data;
  const { settings, departments } = site;
  const { publisher, contact, licence, column } = settings;
  const [home, page] = [addressOf(''), addressOf('data/')];
  const released = lastPublished(departments);
  const sources = sourcesOf(departments, data);
  return stringify(
    {
      'cff-version': '1.2.0',
      message: '引用这些数据时，请写明下列各项。',
      type: 'dataset',
      title: titleOf(settings),
      abstract: summaryOf(data),
      authors: [{ name: publisher }],
      ...(contact.email === '' ? {} : { contact: [{ name: publisher, email: contact.email }] }),
      ...(column.keywords.length === 0 ? {} : { keywords: [...new Set(column.keywords)] }),
      ...(licence.address === '' ? {} : { 'license-url': licence.address }),
      ...(released === undefined ? {} : { 'date-released': released }),
      ...(isWhole(home) ? { url: page } : {}),
      ...(sources.length === 0
        ? {}
        : {
            references: sources.map(({ title, department, address }) => ({
              type: 'government-document',
              title,
              authors: [{ name: department.name }],
              year: department.year,
              ...(address === undefined ? {} : { url: address }),
            })),
          }),
    },
    { lineWidth: 0 },
  );
}
