import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonld from 'jsonld';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { schemaAt, type SchemaNode } from '../../src/files/json-schema.ts';
import { siteSchema } from '../../src/files/schema.ts';
import { jsonLd } from '../../src/site/structured-data.ts';
import type { BuiltCopy } from './build-copy.ts';
import { fileOf, listFiles, readPages, type BuiltPage } from './built-pages.ts';
import { ADDRESS, buildOfficialSite, CHANGED, SEEN_KEYS } from './official-site.ts';

let copy: BuiltCopy;
let pages: readonly BuiltPage[] = [];
beforeAll(async () => {
  copy = await buildOfficialSite();
  // What stands in frames of other sites names the page that it is of, and is not listed itself.
  pages = readPages(copy.folder).filter(({ path }) => !path.startsWith('/embed/'));
});
afterAll(() => {
  copy.remove();
});

const read = (path: string) => readFileSync(join(copy.folder, path), 'utf8');
const htmlOf = (path: string) => readFileSync(fileOf(copy.folder, path), 'utf8');
const attribute = (html: string, pattern: RegExp) => pattern.exec(html)?.[1];
const canonicalOf = (html: string) => attribute(html, /<link rel="canonical" href="([^"]*)"\/?>/);
const leadsOn = (html: string) => html.includes('http-equiv="refresh"');

/** The names of a page's meta elements for aggregators, with what they hold. */
const tagsOf = (html: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...html.matchAll(/<meta name="([A-Z]\w+)" content="([^"]*)">/g)].map(
      ([, name = '', content = '']) => [name, content] as const,
    ),
  );

describe('the sitemap', () => {
  it('lists the canonical address of every page, and no other', () => {
    const listed = [...read('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);
    const own = pages.filter(({ html }) => !html.includes('content="noindex"') && !leadsOn(html));
    expect(listed.toSorted()).toEqual(own.map(({ path }) => ADDRESS + path.slice(1)).sort());
    expect(pages.every(({ html }) => !html.includes('noindex') || canonicalOf(html) === undefined)).toBe(
      true,
    );
    const leading = pages.filter(({ html }) => leadsOn(html)).map(({ html }) => canonicalOf(html));
    expect(leading.length).toBeGreaterThan(10);
    expect(leading.filter((address) => !listed.includes(address))).toEqual([]);
  });

  it('has the dates of the history', () => {
    const changedAt = (path: string) =>
      attribute(read('sitemap.xml'), new RegExp(`<loc>${ADDRESS}${path}</loc><lastmod>([^<]*)<`));
    expect(changedAt(`${CHANGED}/`)).toBe('2023-06-30T09:30:00+08:00');
    expect(changedAt('2022/999001/')).toBe('2023-06-30T09:30:00+08:00');
    expect(changedAt('2021/999001/')).toBe('2023-02-15T09:30:00+08:00');
    expect(changedAt('search/')).toBeUndefined();
  });
});

describe('the feeds', () => {
  const idsOf = (feed: string) => [...feed.matchAll(/<entry>.*?<id>([^<]*)<\/id>/g)].map(([, id]) => id);

  it('have what changed last first, and of the site no more than fifty', () => {
    const ids = idsOf(read('feed.atom'));
    expect(ids).toHaveLength(50);
    expect(ids[0]).toBe(`${ADDRESS}${CHANGED}/`);
    expect(read('feed.atom')).toContain('2023年2月15日收入本站，2023年6月30日有改动。');
    const json = JSON.parse(read('feed.json')) as { readonly items: readonly { readonly id: string }[] };
    expect(json.items.map(({ id }) => id)).toEqual(ids);
  });

  it('of a department in its year name its projects alone', () => {
    const ids = idsOf(read('2022/999002/feed.atom'));
    expect(ids.length).toBeGreaterThan(3);
    expect(ids.filter((id) => !id?.startsWith(`${ADDRESS}2022/999002/`))).toEqual([]);
  });

  it('are named by every page that does not only lead on, and are there', () => {
    const whole = pages.filter(({ html }) => !leadsOn(html));
    const named = whole.flatMap(({ html }) =>
      [...html.matchAll(/<link rel="alternate" type="[^"]*" title="[^"]*" href="\/b([^"]*)">/g)].map(
        ([, to]) => to,
      ),
    );
    const files = listFiles(copy.folder).filter((path) => /\/(?:feed|changes)\.(?:atom|json)$/.test(path));
    expect([...new Set(named)].sort()).toEqual(files);
    expect(named.filter((to) => to === '/feed.atom')).toHaveLength(whole.length);
  });

  it('are offered beside the data, with the day of the last change', () => {
    const html = htmlOf('/data/');
    expect(html).toContain('内容最近一次改动：2023年6月30日。');
    for (const format of ['atom', 'json']) expect(html).toContain(`<a href="/b/feed.${format}">`);
    expect(readFileSync(fileOf(inject('siteFolder'), '/data/'), 'utf8')).not.toContain('/feed.');
  });

  it('are not there where the address is not known, and no page names one', () => {
    const folder = inject('threeDepartments').folder;
    expect(listFiles(folder).filter((path) => /feed\.|sitemap|robots/.test(path))).toEqual([]);
    expect(readPages(folder).filter(({ html }) => html.includes('rel="alternate"'))).toEqual([]);
  });
});

describe('the tags of an official site', () => {
  const SITE = { SiteName: '示例市预算公开', SiteDomain: 'budget.site.invalid', SiteIDCode: 'bm12345678' };
  const COLUMN = {
    ...SITE,
    ColumnName: '示例栏目',
    ColumnDescription: '示例说明',
    ColumnKeywords: '示例词一,示例词二',
    ColumnType: '信息公开',
  };

  it('name the site on every page, the column but on the front page and what is not listed', () => {
    for (const { path, html } of pages.filter((page) => !leadsOn(page.html))) {
      const isOther = path === '/' || html.includes('content="noindex"');
      expect(tagsOf(html), path).toMatchObject(isOther ? SITE : COLUMN);
      expect('ColumnName' in tagsOf(html), path).toBe(!isOther);
    }
  });

  it('say of a project, a department and a free page whose words they have, and since when', () => {
    const project = tagsOf(htmlOf(`/${CHANGED}/`));
    expect(project).toMatchObject({ ContentSource: '虚构市教育局', PubDate: '2023-02-15 09:30' });
    expect(htmlOf(`/${CHANGED}/`)).toContain(
      `<title>${String(project.ArticleTitle)} - 示例市预算公开</title>`,
    );
    expect(tagsOf(htmlOf('/about/'))).toMatchObject({
      ArticleTitle: '关于本站（虚构）',
      ContentSource: '示例市财政局',
    });
    expect(tagsOf(htmlOf('/2022/999001/'))).toMatchObject({ ArticleTitle: '虚构市教育局' });
    expect('ArticleTitle' in tagsOf(htmlOf('/projects/'))).toBe(false);
  });

  it('stand on no other site', () => {
    expect(
      readPages(inject('siteFolder')).filter(({ html }) => Object.keys(tagsOf(html)).length > 0),
    ).toEqual([]);
  });
});

describe('site.yaml', () => {
  const leaves = ({ properties }: SchemaNode): readonly string[] =>
    Object.entries(properties ?? {}).flatMap(([key, node]) =>
      node.properties === undefined ? [key] : leaves(node).map((child) => `${key}.${child}`),
    );

  it('has no key that is not looked for here', () => {
    expect(SEEN_KEYS.map(({ key }) => key).sort()).toEqual(
      [...leaves(schemaAt(siteSchema, []) ?? {})].sort(),
    );
  });

  it.each(SEEN_KEYS)('$key is seen in $file', ({ file, text }) => {
    expect(read(file)).toContain(text);
  });

  it('leads an official site with its code to where its faults are told, and no other', () => {
    const link =
      '<a href="https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=bm12345678">政府网站找错</a>';
    expect(read('index.html')).toContain(link);
    expect(readFileSync(join(inject('siteFolder'), 'index.html'), 'utf8')).not.toContain('政府网站找错');
  });
});

/** As much of the context of schema.org as the pages use. */
const CONTEXT = {
  '@vocab': 'https://schema.org/',
  ...Object.fromEntries(
    ['url', 'item', 'license', 'contentUrl', 'target'].map((name) => [
      name,
      { '@id': `https://schema.org/${name}`, '@type': '@id' },
    ]),
  ),
};

/** What a page says in the words of schema.org, addresses completed by its own. */
async function thingsOf(html: string, base: string) {
  const [, text = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
  if (text === '') return [];
  const expanded = await jsonld.expand(JSON.parse(text) as jsonld.JsonLdDocument, {
    base,
    documentLoader: (url) => {
      if (url !== 'https://schema.org') throw new Error(`asked for ${url}`);
      return Promise.resolve({ documentUrl: url, document: { '@context': CONTEXT } });
    },
  });
  const compact = await jsonld.compact(expanded, CONTEXT);
  return ('@graph' in compact ? compact['@graph'] : [compact]) as readonly Readonly<
    Record<string, unknown>
  >[];
}

describe('the structured data', () => {
  const of = (path: string) => thingsOf(htmlOf(path), ADDRESS + path.slice(1));

  it('name the site, its publisher and its search on the front page', async () => {
    expect(await of('/')).toMatchObject([
      {
        '@type': 'WebSite',
        url: ADDRESS,
        publisher: { '@type': 'GovernmentOrganization', name: '示例市财政局' },
        potentialAction: { target: { urlTemplate: `${ADDRESS}search/?q={search_term_string}` } },
      },
    ]);
  });

  it('show the way to every other page that is listed', async () => {
    for (const { path, html } of pages) {
      if (path === '/' || leadsOn(html) || html.includes('content="noindex"')) continue;
      const [way] = await of(path);
      expect(way, path).toMatchObject({ '@type': 'BreadcrumbList' });
      const items = way?.itemListElement as readonly { readonly position: number; readonly item: string }[];
      expect(
        items.map(({ position }) => position),
        path,
      ).toEqual(items.map((_, index) => index + 1));
      expect([items[0]?.item, items.at(-1)?.item], path).toEqual([ADDRESS, ADDRESS + path.slice(1)]);
    }
  });

  it('describe the data of a department, of a year and of the site, with files that are there', async () => {
    for (const path of ['/2022/999001/', '/2022/', '/data/']) {
      const [, data] = await of(path);
      expect(data, path).toMatchObject({
        '@type': 'Dataset',
        url: ADDRESS + path.slice(1),
        ...(path === '/data/' ? {} : { temporalCoverage: '2022' }),
        license: 'https://site.invalid/l',
        dateModified: '2023-06-30T09:30:00+08:00',
      });
      const files = (data?.distribution ?? []) as readonly { readonly contentUrl: string }[];
      expect(files.length).toBeGreaterThan(5);
      const missing = files.filter(
        ({ contentUrl }) => !existsSync(join(copy.folder, contentUrl.slice(ADDRESS.length))),
      );
      expect(missing).toEqual([]);
    }
  });

  it('end no element of the page, whatever a project is called', () => {
    const things = [{ '@type': 'Thing', name: '</script><!--<script>' }];
    expect(jsonLd(things)).not.toContain('<');
    expect(JSON.parse(jsonLd(things))).toHaveProperty('@graph', things);
  });

  it('are complete by the page’s own address where the site’s is not known', async () => {
    const html = readFileSync(join(inject('siteFolder'), '2022/313001/index.html'), 'utf8');
    const [way, data] = await thingsOf(html, 'https://anywhere.invalid/2022/313001/');
    expect(way).toMatchObject({ itemListElement: [{ item: 'https://anywhere.invalid/' }, {}, {}] });
    expect(data).toMatchObject({ '@type': 'Dataset', url: 'https://anywhere.invalid/2022/313001/' });
    // What is no official site does not speak for the office.
    const [site] = await thingsOf(readFileSync(join(inject('siteFolder'), 'index.html'), 'utf8'), ADDRESS);
    expect(site).not.toHaveProperty('publisher');
  });
});
