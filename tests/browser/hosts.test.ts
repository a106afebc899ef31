import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersOf } from '../../src/integration/response-headers.ts';
import { buildCopy } from '../site/build-copy.ts';
import { launchBrowser, openPage } from '../setup/browser.ts';
import { findServer, freePort, runServer, startServer } from '../setup/servers.ts';

/** The site as an operator puts it on a server: below a base path, with an address that moved. */
const BASE = '/budget/';
const MOVED = '/2021/old/';
const TO = '/glossary/';

/** Made-up official documents, of which some are pages that would run in the site's name. */
const SCRIPT = `fetch('/budget/manifest.json').then(() => (document.title = 'ran'))`;
const DOCUMENTS = {
  '示例.html': `<!doctype html><title>示例</title><p style="color: red">示例</p><script>${SCRIPT}</script>`,
  '示例.SVG': `<svg xmlns="http://www.w3.org/2000/svg" onload="${SCRIPT}"><text y="20">示例</text></svg>`,
  '示例.pdf': '%PDF-1.4\n',
  '示例.docx': 'PK',
};

let place = '';
let root = '';
let settings: Record<'nginx' | 'apache' | 'caddy', string>;
const port = await freePort();

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'mingzhang-hosts-'));
  root = join(place, 'www');
  mkdirSync(root);
  const content = join(place, 'content');
  cpSync('tests/fixtures/three-departments', content, { recursive: true });
  writeFileSync(join(content, 'moved.yaml'), `- 旧址: ${MOVED}\n  新址: ${TO}\n`);
  const copy = await buildCopy({ CONTENT_DIR: content, BASE_PATH: BASE });
  const folder = join(root, 'budget');
  cpSync(copy.folder, folder, { recursive: true });
  copy.remove();
  // The checks refuse pages among the documents; the servers do not rely on it.
  const sources = join(folder, '2022/999001/sources');
  mkdirSync(sources, { recursive: true });
  for (const [name, text] of Object.entries(DOCUMENTS)) writeFileSync(join(sources, name), text);
  const print = (to: string, host: string) => {
    const args = ['server-files', '--to', to, '--content', content, '--out', folder];
    const command = ['src/cli/mingzhang.mjs', ...args, '--host', host, '--root', root];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };
  settings = {
    nginx: print('nginx', 'localhost').replace('listen 80;', `listen 127.0.0.1:${String(port)};`),
    apache: print('apache', 'localhost'),
    caddy: print('caddy', `http://127.0.0.1:${String(port)}`),
  };
});
afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

const url = (path: string) => `http://127.0.0.1:${String(port)}${path}`;
const ask = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(url(path), { redirect: 'manual', headers });

/** A file of each ending that the site has, and a page, a frame and a hashed file. */
function filesOfEachKind(): readonly string[] {
  const all = readdirSync(join(root, 'budget'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && /\.\w+$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, 'budget').length + 1))
    .filter((path) => path !== 'nginx-headers.conf');
  const kinds = new Map(all.map((path) => [/\.\w+$/.exec(path)?.[0] ?? '', path]));
  const hashed = all.find((path) => path.startsWith('_assets/')) ?? '';
  const frame = all.find((path) => path.startsWith('embed/')) ?? '';
  return [...kinds.values(), hashed, frame].sort();
}

/** What every host has to do, whichever server it runs. */
function behavesAsTheSiteNeeds(): void {
  it('sends each kind of file with the headers of the site’s own table', async () => {
    const files = filesOfEachKind();
    expect(files.length).toBeGreaterThan(12);
    for (const path of files) {
      const address = path.replace(/index\.html$/, '');
      const answer = await ask(`${BASE}${encodeURI(address)}`);
      expect(answer.status, path).toBe(200);
      for (const [name, value] of Object.entries(headersOf(address)))
        expect(answer.headers.get(name)?.replace(/;\s*/, '; '), `${path} ${name}`).toBe(value);
      if (address.startsWith('embed/')) expect(answer.headers.get('X-Frame-Options')).toBe(null);
      if (path.endsWith('.html'))
        expect(answer.headers.get('content-type')).toMatch(/^text\/html;\s*charset=utf-8$/);
      expect(Buffer.from(await answer.arrayBuffer()), path).toEqual(readFileSync(join(root, 'budget', path)));
    }
  });

  it('leads on from an old address, and from one without its slash, to one below the base path', async () => {
    const old = await ask(`${BASE}${MOVED.slice(1)}`);
    expect([old.status, new URL(old.headers.get('location') ?? '', url('/')).pathname]).toEqual([
      301,
      '/budget/glossary/',
    ]);
    for (const path of ['/budget', '/budget/glossary']) {
      const answer = await ask(path);
      expect([301, 308], path).toContain(answer.status);
      expect(new URL(answer.headers.get('location') ?? '', url(path)).href).toBe(url(`${path}/`));
    }
  });

  it.each([
    'nothing/',
    'nothing.csv',
    '_assets/gone.js',
    'data/2022',
    '_headers',
    '_redirects',
    '.htaccess',
    '.mingzhang',
    'nginx-headers.conf',
    '%2e%2e/content/site.yaml',
  ])('answers %s with the page for what is missing, which is not kept', async (path) => {
    const answer = await fetch(url(`${BASE}${path}`));
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('没有找到这一页');
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(answer.headers.get('cache-control')).not.toMatch(/immutable/);
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
  });

  it('compresses texts, and gives ranges of a file', async () => {
    for (const path of ['projects/projects.json', 'data/projects.csv', '', 'data/data.sqlite']) {
      const answer = await packed(`${BASE}${path}`);
      expect(answer.encoding, path).toMatch(/gzip|br/);
      const whole = answer.encoding === 'br' ? brotliDecompressSync(answer.body) : gunzipSync(answer.body);
      expect(whole).toEqual(readFileSync(join(root, 'budget', path === '' ? 'index.html' : path)));
    }
    const file = readFileSync(join(root, 'budget/data/data.sqlite'));
    const part = await ask(`${BASE}data/data.sqlite`, {
      Range: 'bytes=16-31',
      'Accept-Encoding': 'identity',
    });
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(file.subarray(16, 32));
  });

  it('answers shortly where nothing changed', async () => {
    const first = await ask(`${BASE}data/projects.csv`, { 'Accept-Encoding': 'identity' });
    const again = await ask(`${BASE}data/projects.csv`, {
      'Accept-Encoding': 'identity',
      'If-None-Match': first.headers.get('etag') ?? '',
    });
    expect(again.status).toBe(304);
  });
}

/** An answer as it comes over the line; fetch would unpack it. */
function packed(path: string) {
  return new Promise<{ encoding: string | undefined; body: Buffer }>((resolve, reject) => {
    request(url(path), { headers: { 'Accept-Encoding': 'gzip' } }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        resolve({ encoding: response.headers['content-encoding'], body: Buffer.concat(pieces) });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** Starts a server for the tests of a group and stops it after. */
function serves(start: () => Promise<{ readonly stop: () => Promise<void> }>): void {
  let server: Awaited<ReturnType<typeof start>> | undefined;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(async () => {
    await server?.stop();
  });
}

const nginx = findServer('nginx');
describe.skipIf(nginx === undefined)('nginx with the settings that the program prints', () => {
  serves(() => {
    const file = join(place, 'nginx.conf');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${place}/${name};`,
    );
    // As Debian's own nginx.conf has them, beside what lets it run as anybody.
    const types = readFileSync(join(nginx ?? '', '../../../etc/nginx/mime.types'), 'utf8');
    writeFileSync(join(place, 'mime.types'), types);
    writeFileSync(
      file,
      `daemon off; pid ${place}/nginx.pid; error_log stderr; ${process.getuid?.() === 0 ? 'user root;' : ''} events { }
http { access_log off; ${temporary.join(' ')} include ${place}/mime.types; default_type application/octet-stream;
${settings.nginx} }`,
    );
    expect(runServer(nginx ?? '', ['-t', '-c', file, '-e', 'stderr']).printed).not.toMatch(
      /\[(?:warn|emerg)\]/,
    );
    return startServer(nginx ?? '', ['-c', file, '-e', 'stderr'], port);
  });
  behavesAsTheSiteNeeds();

  it('lets the search work in a browser, without a word of its policies', async () => {
    const browser = await launchBrowser();
    const { page, problems, close } = await openPage(browser, { siteUrl: url(BASE) });
    await page.goto(`${url(BASE)}search/?q=${encodeURIComponent('示例 办公 数量')}`);
    await page
      .getByRole('main')
      .getByRole('status')
      .filter({ hasText: /找到|没有/ })
      .first()
      .waitFor();
    // As text: what Vitest makes of an import runs in no page.
    const ranked = `import('/budget/pagefind/pagefind.js').then(({ search }) => search('项目'))`;
    const loaded = await page.evaluate(`${ranked}.then(({ results }) => results.length)`);
    expect(loaded).toBeGreaterThan(0);
    expect(problems).toEqual([]);
    await close();
    await browser.close();
  });

  it('shows official documents without their scripts and gives away no more than the file', async () => {
    const browser = await launchBrowser();
    const page = await browser.newPage();
    const folder = `${url(BASE)}2022/999001/sources/`;
    await page.goto(`${folder}${encodeURI('示例.html')}`);
    expect(await page.locator('p').evaluate((p) => getComputedStyle(p).color)).toBe('rgb(255, 0, 0)');
    expect(await page.title()).toBe('示例');
    expect(await page.evaluate('self.origin')).toBe('null');
    // Another spelling of the same address is no way around.
    for (const name of ['%73ources/', 'sources//'])
      expect(
        (await ask(`${BASE}2022/999001/${name}${encodeURI('示例.html')}`)).headers.get(
          'content-security-policy',
        ),
      ).toMatch(/^sandbox;/);
    await page.goto(`${folder}${encodeURI('示例.SVG')}`);
    expect(await page.title()).not.toBe('ran');
    const pdf = await ask(`${BASE}2022/999001/sources/${encodeURI('示例.pdf')}`);
    expect(pdf.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
    await browser.close();
  });

  it('lets other sites frame the small pages and no other', async () => {
    const browser = await launchBrowser();
    const page = await browser.newPage();
    const embed =
      filesOfEachKind()
        .find((path) => path.startsWith('embed/'))
        ?.replace('index.html', '') ?? '';
    // Another origin of this machine.
    const other = createServer(({ url: asked = '' }, response) => {
      response
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end(`<iframe src="${url(asked)}" width="640" height="800"></iframe>`);
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const textIn = async (path: string) => {
      const { port: otherPort } = other.address() as AddressInfo;
      await page.goto(`http://127.0.0.1:${String(otherPort)}${BASE}${path}`, { waitUntil: 'load' });
      const [, frame] = page.frames();
      return frame?.url() === url(BASE + path) ? await frame.locator('h1').innerText() : '';
    };
    expect(await textIn(embed)).toMatch(/\p{Script=Han}/u);
    expect(await textIn('glossary/')).toBe('');
    other.close();
    await browser.close();
  });
});

const caddy = findServer('caddy');
describe.skipIf(caddy === undefined)('Caddy with the settings that the program prints', () => {
  serves(() => {
    const file = join(place, 'Caddyfile');
    writeFileSync(file, `{\n  admin off\n  storage file_system ${place}/caddy\n}\n${settings.caddy}`);
    return startServer(caddy ?? '', ['run', '--config', file, '--adapter', 'caddyfile'], port);
  });
  behavesAsTheSiteNeeds();
});

const apache = findServer('apache2');
describe.skipIf(apache === undefined)('Apache with the settings that the program prints', () => {
  serves(() => {
    const file = join(place, 'apache.conf');
    const modules = join(apache ?? '', '../../lib/apache2/modules');
    const loaded = ['mpm_event', 'authz_core', 'headers', 'alias', 'deflate', 'filter', 'mime', 'dir'];
    writeFileSync(
      file,
      [
        ...loaded.map((name) => `LoadModule ${name}_module "${modules}/mod_${name}.so"`),
        `ServerRoot "${place}"\nServerName localhost\nListen 127.0.0.1:${String(port)}`,
        `PidFile "${place}/apache.pid"\nErrorLog "${place}/apache.log"\nDefaultRuntimeDir "${place}"`,
        `TypesConfig "/etc/mime.types"`,
        settings.apache.replace('*:80', `*:${String(port)}`),
      ].join('\n'),
    );
    expect(runServer(apache ?? '', ['-t', '-f', file]).printed).toMatch(/Syntax OK/);
    return startServer(apache ?? '', ['-D', 'FOREGROUND', '-f', file], port);
  });
  behavesAsTheSiteNeeds();
});

it('the table for stores of objects says the same, and what leads on', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      'src/cli/mingzhang.mjs',
      'server-files',
      '--to',
      'object-store',
      '--content',
      join(place, 'content'),
      '--out',
      join(root, 'budget'),
    ],
    { encoding: 'utf8' },
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    路径前缀: '/budget/',
    类型: { '.csv': headersOf('a.csv')['Content-Type'] },
    缓存: { '_assets/': headersOf('_assets/a.js')['Cache-Control'], 其余: 'no-cache' },
    转向: [{ 旧址: '/budget/2021/old/', 新址: '/budget/glossary/' }],
  });
});

it('a host or a folder that could end the place where it stands is refused', () => {
  for (const given of [
    ['--host', 'a;b'],
    ['--root', '/srv/"{}'],
  ]) {
    const command = ['src/cli/mingzhang.mjs', 'server-files', '--out', join(root, 'budget'), ...given];
    expect(spawnSync(process.execPath, command).status).toBe(2);
  }
});
