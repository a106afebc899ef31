import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { NO_HISTORY, type History } from '../../src/history/history.ts';
import { finishBuild } from '../../src/integration/finish-build.ts';
import type { Site } from '../../src/model/site.ts';
import { contentOf } from '../setup/remarks.ts';

const { site: bare } = contentOf([], undefined);
const SITE: Site = { ...bare, departments: [] };

/** A build of no pages into a folder of its own; gives what lies there and what was noted. */
async function finish(
  change: {
    readonly site?: Site;
    readonly history?: History;
    readonly host?: undefined;
    readonly own?: Readonly<Record<string, string>>;
  } = {},
) {
  const { site = SITE, history = NO_HISTORY, own = {} } = change;
  const host = 'host' in change ? undefined : 'https://site.invalid';
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-finish-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const [name, text] of Object.entries(own)) writeFileSync(join(folder, name), text);
  const notes: string[] = [];
  const config = { root: pathToFileURL(`${folder}/`), site: host, base: '/budget/' };
  await finishBuild({ folder, pages: [] }, { site, findings: [], unjudged: [] }, history, config, {
    log: () => undefined,
    note: (note) => notes.push(note),
  });
  const read = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined;
  return { read, notes: notes.join('\n') };
}

describe('a finished build', () => {
  it('tells search engines where the sitemap is', async () => {
    const { read } = await finish();
    expect(read('robots.txt')).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://site.invalid/budget/sitemap.xml\n',
    );
    expect(read('sitemap.xml')).toContain('<urlset');
  });

  it('says under which licences stands what reaches the browser without being bundled', async () => {
    const { read } = await finish({ own: { 'licenses.txt': '# Licenses\n\n## chart.js - 4.0.0 (MIT)\n' } });
    const text = read('licenses.txt') ?? '';
    expect([...text.matchAll(/^## (\S+) - \d/gm)].map(([, name]) => name)).toEqual([
      ...['chart.js', 'mingzhang', 'pagefind', 'pinyin-pro', 'opencc-js'],
    ]);
    // OpenCC's data stands under another licence than the program around it.
    for (const words of ['Copyright (c) Pagefind', 'Apache License', 'Permission is hereby granted']) {
      expect(text).toContain(words);
    }
  });

  it('keeps the files of the same names that the project has itself', async () => {
    const own = { 'robots.txt': 'User-agent: *\nDisallow: /\n', 'sitemap.xml': '<urlset/>' };
    const { read } = await finish({ own });
    for (const [name, text] of Object.entries(own)) expect(read(name)).toBe(text);
  });

  it('has none of these where the address is not known, and says so', async () => {
    const { read, notes } = await finish({ host: undefined });
    expect(read('robots.txt') ?? read('sitemap.xml')).toBeUndefined();
    for (const missing of ['sitemap.xml', 'feed', 'canonical']) expect(notes).toContain(missing);
  });

  it('says why there is no feed: no history, or a clone without its past', async () => {
    const none = await finish({ history: { kind: 'none', reason: '内容还没有提交到 git' } });
    expect(none.notes).toContain('不知道内容是什么时候改的：内容还没有提交到 git。因此没有订阅（feed）');
    const shallow = await finish({ history: { kind: 'shallow', reason: '浅克隆' } });
    expect(shallow.notes).toContain('git fetch --unshallow');
  });

  it('names what is not committed, and has nothing to say where all is', async () => {
    const history = (...uncommitted: readonly string[]): History => ({
      ...{ kind: 'known', changes: new Map(), uncommitted },
    });
    expect((await finish({ history: history('甲.yaml') })).notes).toContain('“甲.yaml”还没有提交到 git');
    expect((await finish({ history: history('甲.yaml', '乙.yaml') })).notes).toContain('“甲.yaml”等2个文件');
    expect((await finish({ history: history() })).notes).toBe('');
  });

  it('has security.txt where site.yaml states a contact and a day, with the address of the host as its place', async () => {
    const security = {
      contact: 'security@site.invalid',
      expires: '2099-12-31',
      key: 'https://site.invalid/key.asc',
      policy: 'https://site.invalid/policy',
    };
    const withSecurity = (change: Partial<typeof security>): Site => ({
      ...SITE,
      settings: { ...SITE.settings, security: { ...security, ...change } },
    });
    const { read } = await finish({ site: withSecurity({}) });
    expect(read('.well-known/security.txt')).toBe(
      [
        'Contact: mailto:security@site.invalid',
        'Expires: 2099-12-31T23:59:59+08:00',
        'Encryption: https://site.invalid/key.asc',
        'Policy: https://site.invalid/policy',
        'Preferred-Languages: zh',
        'Canonical: https://site.invalid/.well-known/security.txt',
        '',
      ].join('\n'),
    );
    const page = { contact: 'https://site.invalid/report', key: '', policy: '' };
    expect(
      (await finish({ site: withSecurity(page), host: undefined })).read('.well-known/security.txt'),
    ).toBe(
      'Contact: https://site.invalid/report\nExpires: 2099-12-31T23:59:59+08:00\nPreferred-Languages: zh\n',
    );
    for (const lack of [{ contact: '' }, { expires: '' }]) {
      const { read: without } = await finish({ site: withSecurity(lack) });
      expect(without('.well-known/security.txt')).toBeUndefined();
    }
  });
});
