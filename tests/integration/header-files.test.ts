import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeHeaderFiles } from '../../src/integration/header-files.ts';
import { EVERYWHERE, headersOf } from '../../src/integration/response-headers.ts';
import type { MovedAddress } from '../../src/model/site.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-headers-'));
  for (const name of ['2022', 'embed', '_assets', 'embedded'])
    mkdirSync(join(folder, name), { recursive: true });
  for (const name of ['index.html', '404.html', '.mingzhang']) writeFileSync(join(folder, name), '');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function write(base = '/', moved: readonly MovedAddress[] = []): Promise<readonly string[]> {
  const notes: string[] = [];
  await writeHeaderFiles(folder, base, moved, (note) => notes.push(note));
  return notes;
}

const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

/** The headers that a `_headers` file gives a path, each with the values of all rules that fit. */
function sent(path: string): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  let isMeant = false;
  for (const line of textOf('_headers').split('\n')) {
    if (line.startsWith('/')) {
      const [before = '', after] = line.split('*');
      isMeant = after === undefined ? path === line : path.startsWith(before) && path.endsWith(after);
    } else if (isMeant && line.startsWith('  ')) {
      const [, name = '', value = ''] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
      (found[name] ??= []).push(value);
    }
  }
  return found;
}

const FRAME = { 'Content-Security-Policy': "frame-ancestors 'none'", 'X-Frame-Options': 'DENY' };

describe('the headers of an answer', () => {
  it.each(['', '2022/', '404.html', 'embed', 'embedded/', 'nowhere/', 'charts/chart-plan.csv'])(
    'of “%s” let no other page frame it, and no type be guessed',
    (path) => {
      expect(headersOf(path)).toMatchObject({ ...FRAME, 'X-Content-Type-Options': 'nosniff' });
    },
  );

  it('of the small pages let others frame them', () => {
    expect(headersOf('embed/2022/chart-plan/')).toEqual({
      ...EVERYWHERE,
      'Cache-Control': 'no-cache',
    });
  });

  it('let a browser keep what is named by its content, and nothing else', () => {
    expect(headersOf('_assets/a.js')).toHaveProperty('Cache-Control', 'public, max-age=31536000, immutable');
    for (const path of ['', 'service-worker.js', 'pagefind/a.js', '2022/_assets/'])
      expect(headersOf(path)).toHaveProperty('Cache-Control', 'no-cache');
  });

  it.each(['页.html', '图.SVG', 'a.xml', '没有后缀', '%E9%A1%B5.htm'])(
    'of the document %s leave it neither scripts nor the rights of the site',
    (name) => {
      const policy = headersOf(`2022/313001/sources/${name}`)['Content-Security-Policy'];
      expect(policy).toMatch(/^sandbox; default-src 'none';.*; frame-ancestors 'none'$/);
    },
  );
  it.each(['2022/313001/sources/表.pdf', '2022/313001/sources/表.PDF', '2022/313001/', 'sources/a.html'])(
    'of %s are those of the site',
    (path) => {
      expect(headersOf(path)).toMatchObject(FRAME);
    },
  );

  it.each([
    ['a.csv', 'text/csv; charset=utf-8'],
    ['feed.atom', 'application/atom+xml; charset=utf-8'],
    ['catalog.jsonld', 'application/ld+json; charset=utf-8'],
    ['data.sqlite', 'application/vnd.sqlite3'],
  ])('of %s name the type %s', (path, type) => {
    expect(headersOf(path)).toHaveProperty('Content-Type', type);
  });
});

describe('the file _headers', () => {
  it('says the same as this program, and no header twice for one path, which hosts read differently', async () => {
    await write();
    for (const path of [
      '/',
      '/2022/x/',
      '/404.html',
      '/embedded/x/',
      '/embed/2022/',
      '/_assets/a.js',
      '/2022/a.csv',
    ])
      expect(sent(path), path).toEqual(
        Object.fromEntries(Object.entries(headersOf(path.slice(1))).map(([name, value]) => [name, [value]])),
      );
  });

  it('names paths as the site has them, also below a base path', async () => {
    await write('/budget/');
    expect(sent('/budget/2022/')).toMatchObject({ 'X-Frame-Options': ['DENY'] });
    expect(sent('/budget/embed/2022/')).toEqual(
      Object.fromEntries(Object.entries(headersOf('embed/2022/')).map(([name, value]) => [name, [value]])),
    );
    expect(sent('/embed/2022/')).toEqual({});
  });

  it('has the policy of documents that a browser would run as its last one', async () => {
    mkdirSync(join(folder, '2022/313001/sources'), { recursive: true });
    for (const name of ['示例 页.html', '示例.pdf'])
      writeFileSync(join(folder, '2022/313001/sources', name), '');
    await write();
    const path = `/2022/313001/sources/${encodeURI('示例 页.html')}`;
    expect(sent(path)['Content-Security-Policy']?.at(-1)).toBe(
      headersOf(path.slice(1))['Content-Security-Policy'],
    );
    expect(textOf('_headers')).not.toContain('.pdf');
  });

  it('of the project stays, and it is said what is missing then', async () => {
    writeFileSync(join(folder, '_headers'), '/*\n  X-Own: 1\n');
    expect(await write('/budget/')).toEqual([expect.stringMatching(/自己的 _headers.*\/budget\/embed\//)]);
    expect(textOf('_headers')).toBe('/*\n  X-Own: 1\n');
    expect(textOf('.htaccess')).toContain('frame-ancestors');
  });
});

it('other hosts are told the same: nginx, Apache, and those that hide folders beginning with a line', async () => {
  expect(await write('/a.b/')).toEqual([]);
  expect(textOf('nginx-headers.conf')).toContain('if ($uri ~ "^/a\\.b/embed/")');
  expect(textOf('.htaccess')).toContain(
    `Header always set X-Frame-Options "DENY" "expr=%{REQUEST_URI} !~ m#^/a\\.b/embed/#"`,
  );
  expect(textOf('.nojekyll')).toBe('');
});

it('old addresses lead on at each kind of host, and only they', async () => {
  await write('/budget/', [{ from: '/2022/old/', to: '/2022/new.a/' }]);
  expect(textOf('_redirects')).toContain('\n/budget/2022/old/ /budget/2022/new.a/ 301\n');
  expect(textOf('.htaccess')).toContain('RedirectMatch 301 "^/budget/2022/old/$" "/budget/2022/new.a/"');
  expect(textOf('nginx-headers.conf')).toContain(
    'location = /budget/2022/old/ { return 301 /budget/2022/new.a/$is_args$args; }',
  );
});
