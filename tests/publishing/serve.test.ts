import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder, type ServedFolder } from '../../src/publishing/serve.ts';

const FILES = {
  'site/index.html': '<h1>首页</h1>',
  'site/404.html': '<h1>没有这个页面</h1>',
  'site/2022/index.html': '<h1>2022年</h1>',
  'site/embed/2022/index.html': '<h1>嵌入</h1>',
  'site/_assets/a.js': '',
  'site/预算/index.html': '<h1>预算</h1>',
  'site/data/项目.yaml': '项目名称: 甲',
  'site/robots.txt': '允许',
  'site/letters.txt': 'abcdefghij',
  'site/pagefind/wasm.zh.pagefind': 'wasm',
  'site/pagefind/a.pf_index': 'index',
  'site/a.wasm': 'wasm',
  'site/.mingzhang': '{}',
  'secret.txt': '机密',
};

let place = '';
let site: ServedFolder;
let based: ServedFolder;

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'serve-'));
  for (const [path, text] of Object.entries(FILES)) write(path, text);
  site = await serveFolder({ folder: join(place, 'site'), port: 0 });
  based = await serveFolder({ folder: join(place, 'site'), port: 0, basePath: '/budget' });
});
afterAll(async () => {
  await site.close();
  await based.close();
  rmSync(place, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(place, path)), { recursive: true });
  writeFileSync(join(place, path), text);
}

/** Asks with the path exactly as written; fetch would tidy it first. */
function get(path: string, { at = site, method = 'GET', headers = {} } = {}) {
  const { hostname, port } = new URL(at.url);
  return new Promise<{
    status: number | undefined;
    type: string | undefined;
    location: string | undefined;
    text: string;
  }>((resolve, reject) => {
    request({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => {
        const { 'content-type': type, location } = response.headers;
        resolve({ status: response.statusCode, type, location, text });
      });
    })
      .on('error', reject)
      .end();
  });
}

describe('the server', () => {
  it('names its address on this machine', () => {
    expect(site.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(based.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/budget\/$/);
  });

  it.each([
    ['/', '首页'],
    ['/?q=1', '首页'],
    ['/2022/', '2022年'],
    [encodeURI('/预算/'), '预算'],
  ])('gives the page of the folder %s', async (path, heading) => {
    expect(await get(path)).toMatchObject({
      status: 200,
      type: 'text/html;charset=utf-8',
      text: `<h1>${heading}</h1>`,
    });
  });

  it('leads to the address with the slash, keeping the query', async () => {
    expect(await get('/2022?q=1')).toMatchObject({ status: 301, location: '/2022/?q=1' });
    expect(await get(encodeURI('/预算'))).toMatchObject({ status: 301, location: encodeURI('/预算/') });
  });

  it.each([
    [encodeURI('/data/项目.yaml'), 'text/yaml; charset=utf-8'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
    ['/pagefind/wasm.zh.pagefind', 'application/octet-stream'],
    ['/pagefind/a.pf_index', 'application/octet-stream'],
    ['/a.wasm', 'application/wasm'],
  ])('gives %s the type %s', async (path, type) => {
    expect(await get(path)).toMatchObject({ status: 200, type });
  });

  it.each([
    '/missing/',
    '/missing.css',
    '/robots.txt/',
    '/data/',
    '/data',
    '/.mingzhang',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/2022/../../secret.txt',
    '//127.0.0.1/',
    '/%',
    '/%00',
  ])('answers %s with the page for what is missing', async (path) => {
    expect(await get(path)).toMatchObject({ status: 404, text: '<h1>没有这个页面</h1>' });
  });

  it('serves a site below its base path and nothing outside it', async () => {
    expect(await get('/budget/2022/', { at: based })).toMatchObject({ status: 200 });
    expect(await get('/budget', { at: based })).toMatchObject({ status: 301, location: '/budget/' });
    expect(await get('/budget/2022', { at: based })).toMatchObject({
      status: 301,
      location: '/budget/2022/',
    });
    expect(await get('/2022/', { at: based })).toMatchObject({ status: 404 });
    expect(await get('/budgets/', { at: based })).toMatchObject({ status: 404 });
  });

  it.runIf(process.platform !== 'win32')(
    'follows a link within the folder, and none that leads out of it',
    async () => {
      symlinkSync(join(place, 'site', 'robots.txt'), join(place, 'site', 'within.txt'));
      symlinkSync(join(place, 'secret.txt'), join(place, 'site', 'out.txt'));
      symlinkSync(place, join(place, 'site', 'folder'));
      expect((await get('/within.txt')).status).toBe(200);
      for (const path of ['/out.txt', '/folder/secret.txt', '/f%6Flder/secret.txt'])
        expect(await get(path), path).toMatchObject({ status: 404, text: FILES['site/404.html'] });
    },
  );

  it('refuses what is no reading, and survives what no browser asks for', async () => {
    expect(await get('/', { method: 'POST' })).toMatchObject({ status: 405 });
    expect(await get('/', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
    await get('/', { headers: { range: 'bytes=5-1' } }).catch(() => undefined);
    expect(await get('/')).toMatchObject({ status: 200 });
  });

  it.each(['evil.example', 'evil.example:4321', '127.0.0.1.evil.example', 'localhost.', '10.0.0.1'])(
    'refuses who calls this machine %j: a name of another site can lead here',
    async (host) => {
      const { status, text } = await get('/', { headers: { host } });
      expect([status, text]).toEqual([403, expect.stringMatching(/^这个页面只供在本机使用/)]);
    },
  );

  it.each(['localhost', 'localhost:9999', '127.0.0.1:80', '[::1]:4321'])(
    'lets in who calls it %j',
    async (host) => {
      expect(await get('/', { headers: { host } })).toMatchObject({ status: 200 });
    },
  );

  it.each([
    ['bytes=0-2', 206, 'abc'],
    ['bytes=3-', 206, 'defghij'],
    ['bytes=-3', 206, 'hij'],
    ['bytes=-10', 206, 'abcdefghij'],
    ['bytes=-99', 206, 'abcdefghij'],
    ['bytes=8-99', 206, 'ij'],
    ['bytes=9-9', 206, 'j'],
    ['bytes=-0', 416, ''],
    ['bytes=10-', 416, ''],
    ['bytes=99-', 416, ''],
    ['bytes=5-2', 200, 'abcdefghij'],
    ['bytes=-', 200, 'abcdefghij'],
    ['bytes=a-b', 200, 'abcdefghij'],
    ['bytes=0-1,3-4', 200, 'abcdefghij'],
    ['lines=1-2', 200, 'abcdefghij'],
    ['bytes=-1e3', 200, 'abcdefghij'],
  ])('answers the range %s with %i: %s', async (range, status, text) => {
    expect(await get('/letters.txt', { headers: { range } })).toMatchObject({ status, text });
  });

  it('sends the headers of the site’s own table, below its base path', async () => {
    const answer = async (path: string) => (await fetch(new URL(path, based.url))).headers;
    const page = await answer('2022/');
    expect(page.get('content-security-policy')).toBe("frame-ancestors 'none'");
    expect(page.get('x-frame-options')).toBe('DENY');
    expect(page.get('x-content-type-options')).toBe('nosniff');
    expect(page.get('cache-control')).toBe('no-cache');
    expect((await answer('nowhere/')).get('x-frame-options')).toBe('DENY');
    const framed = await answer('embed/2022/');
    expect(framed.get('content-security-policy')).toBe(null);
    expect(framed.get('x-frame-options')).toBe(null);
    expect((await answer('_assets/a.js')).get('cache-control')).toMatch(/immutable/);
  });

  it('does not let a browser keep for long that a file named by its content is missing', async () => {
    const { status, headers } = await fetch(new URL('_assets/gone.js', site.url));
    expect([status, headers.get('cache-control')]).toEqual([404, 'no-cache']);
  });

  it('compresses long texts for who accepts it, as hosts do, and no parts of them', async () => {
    const text = '绩效目标。'.repeat(1000);
    write('long/index.html', text);
    const long = await serveFolder({ folder: join(place, 'long'), port: 0 });
    const answer = await fetch(long.url, { headers: { 'Accept-Encoding': 'br' } });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(await answer.text()).toBe(text);
    expect(await get('/', { at: long })).toMatchObject({ text });
    const part = await fetch(long.url, { headers: { 'Accept-Encoding': 'br', Range: 'bytes=0-2' } });
    expect([part.status, part.headers.get('content-encoding'), await part.text()]).toEqual([206, null, '绩']);
    await long.close();
  });

  it('shows a new build that took the place of the folder, and says so where it is gone', async () => {
    write('live/index.html', 'old');
    const live = await serveFolder({ folder: join(place, 'live'), port: 0 });
    expect(await get('/', { at: live })).toMatchObject({ text: 'old' });
    renameSync(join(place, 'live'), join(place, 'live.previous'));
    expect(await get('/', { at: live })).toMatchObject({ status: 404 });
    write('live/index.html', 'newer and longer');
    expect(await get('/', { at: live })).toMatchObject({ status: 200, text: 'newer and longer' });
    await live.close();
  });

  it('takes the next port where its own is taken', async () => {
    const taken = Number(new URL(site.url).port);
    const next = await serveFolder({ folder: join(place, 'site'), port: taken });
    expect(Number(new URL(next.url).port)).toBeGreaterThan(taken);
    await next.close();
  });
});
