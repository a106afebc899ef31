import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listPages, sitemapFiles } from '../../src/integration/sitemap.ts';
import { NO_HISTORY, type History } from '../../src/history/history.ts';

const ROOT = 'https://site.invalid/budget/';
const entries = (count: number, change = '') =>
  Array.from({ length: count }, (_, index) => ({
    address: `${ROOT}${String(index)}/${change}`,
    lastChanged: undefined,
  }));
const addressesIn = (text = '') => [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);

describe('the sitemap', () => {
  it('is one file with each address, escaped, and the day of its change where that is known', () => {
    const given = [
      { address: `${ROOT}a/`, lastChanged: '2099-01-02T03:04:05+08:00' },
      { address: `${ROOT}b/?c=1&d=2`, lastChanged: undefined },
    ];
    const files = sitemapFiles(given, ROOT);
    expect([...files.keys()]).toEqual(['sitemap.xml']);
    expect(files.get('sitemap.xml')).toBe(
      `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${ROOT}a/</loc><lastmod>2099-01-02T03:04:05+08:00</lastmod></url><url><loc>${ROOT}b/?c=1&amp;d=2</loc></url></urlset>\n`,
    );
  });

  it('is an index of parts above 50,000 addresses', () => {
    expect([...sitemapFiles(entries(50_000), ROOT).keys()]).toEqual(['sitemap.xml']);
    const files = sitemapFiles(entries(100_001), ROOT);
    const parts = ['sitemap-1.xml', 'sitemap-2.xml', 'sitemap-3.xml'];
    expect([...files.keys()]).toEqual(['sitemap.xml', ...parts]);
    expect(files.get('sitemap.xml')).toContain('<sitemapindex');
    expect(addressesIn(files.get('sitemap.xml'))).toEqual(parts.map((name) => ROOT + name));
    expect(parts.map((name) => addressesIn(files.get(name)).length)).toEqual([50_000, 50_000, 1]);
    expect(parts.flatMap((name) => addressesIn(files.get(name)))).toEqual(
      entries(100_001).map(({ address }) => address),
    );
  });

  it('has no part of more bytes than the protocol allows', () => {
    const limits = { entries: 50_000, bytes: 2_000 };
    const given = entries(50, '项目/');
    const files = [...sitemapFiles(given, ROOT, limits)].filter(([name]) => name !== 'sitemap.xml');
    expect(files.length).toBeGreaterThan(1);
    for (const [name, text] of files) expect(Buffer.byteLength(text), name).toBeLessThanOrEqual(2_000);
    expect(files.flatMap(([, text]) => addressesIn(text))).toHaveLength(50);
  });
});

describe('the pages of the sitemap', () => {
  const page = (canonical: string, more = '') =>
    `<!doctype html><html><head>${more}<link rel="canonical" href="${canonical}"></head><body></body></html>`;

  /** A built site of these pages. */
  function built(pages: Readonly<Record<string, string>>) {
    const folder = mkdtempSync(join(tmpdir(), 'mingzhang-sitemap-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    for (const [path, html] of Object.entries(pages)) {
      const file = join(folder, path, 'index.html');
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, html);
    }
    return { folder, pages: [...Object.keys(pages), '404/'] };
  }

  it('are those that name themselves; not what leads on, nor what is not to be listed', () => {
    const made = built({
      '': page(ROOT),
      'projects/a/': page(`${ROOT}2022/1/a/`),
      '2022/1/a/': page(`${ROOT}2022/1/a/`),
      '2022/1/print/': page(`${ROOT}2022/1/print/`, '<meta name="robots" content="noindex">'),
      'own/': page(`${ROOT}own/?a=1&amp;b=2`, `<style>${'a{}'.repeat(20_000)}</style>`),
      'none/': '<!doctype html><html><head></head><body></body></html>',
    });
    expect(listPages(made, ROOT, NO_HISTORY)).toEqual(
      ['', '2022/1/a/', 'own/?a=1&b=2'].map((path) => ({ address: ROOT + path, lastChanged: undefined })),
    );
  });

  it('have the date of what they show: a project, a department, a year, a free page', () => {
    const change = (last: number) => ({ first: 0, last, by: '' });
    const history: History = {
      kind: 'known',
      uncommitted: [],
      changes: new Map([
        ['', change(7)],
        ['2022/', change(6)],
        ['2022/1/', change(5)],
        ['2022/1/projects/a.yaml', change(4)],
        ['pages/about.md', change(3)],
        ['glossary.yaml', change(2)],
      ]),
    };
    const paths = ['', '2022/', '2022/1/', '2022/1/a/', '2022/1/b/', 'about/', 'glossary/', 'search/'];
    const made = built(Object.fromEntries(paths.map((path) => [path, page(ROOT + path)])));
    const dates = listPages(made, ROOT, history).map(({ address, lastChanged }) => [
      address.slice(ROOT.length),
      lastChanged?.slice('1970-01-01T08:00:0'.length, '1970-01-01T08:00:00'.length),
    ]);
    expect(Object.fromEntries(dates)).toEqual({
      ...{ '': '7', '2022/': '6', '2022/1/': '5', '2022/1/a/': '4', '2022/1/b/': undefined },
      ...{ 'about/': '3', 'glossary/': '2', 'search/': undefined },
    });
  });
});
