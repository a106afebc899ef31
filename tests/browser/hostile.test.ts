import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawCharts } from '../../scripts/screenshots/open-view.ts';
import { listFiles, listPages, pageKindsOf } from '../../scripts/screenshots/pages.ts';
import { STORED } from '../../src/components/stored-on-device.ts';
import { serveFolder, type ServedFolder } from '../../src/publishing/serve.ts';
import { launchBrowser, openPage, type PageOptions } from '../setup/browser.ts';
import { startDevServer } from '../setup/dev-server.ts';
import { HOSTILE_TEXTS, writeHostileContent } from '../setup/hostile-content.ts';
import { ELSEWHERE, hostileTexts, SINK } from '../setup/hostile-texts.ts';
import { buildCopy, type BuiltCopy } from '../site/build-copy.ts';

const IS_FULL = process.env.TEST_FULL === '1';
const SEED = 1;
const texts = hostileTexts(SEED);
/** The first of some in the ordinary run, all in the full one. */
const lookedAt = <One>(all: readonly One[], count: number) => (IS_FULL ? all : all.slice(0, count));

let browser: Browser;
let content = '';
let copy: BuiltCopy;
let served: ServedFolder;
beforeAll(async () => {
  browser = await launchBrowser();
  content = mkdtempSync(join(tmpdir(), 'mingzhang-hostile-'));
  writeHostileContent(content, SEED);
  copy = await buildCopy({ CONTENT_DIR: content });
  served = await serveFolder({ folder: copy.folder, port: 0 });
});
afterAll(async () => {
  await browser.close();
  await served.close();
  copy.remove();
  rmSync(content, { recursive: true, force: true, maxRetries: 3 });
});

/**
 * Opens an empty page that notices whatever a hostile text brings about: a call of the sink, a dialog, a window, a
 * download, a way to elsewhere, a question to another site. Most runs are without the pages' policy, so that it is the
 * pages themselves that are safe.
 */
async function withWatchedPage(
  test: (page: Page) => Promise<void>,
  options: PageOptions = { bypassCSP: true },
): Promise<void> {
  const { page, problems, close } = await openPage(browser, {
    siteUrl: served.url,
    expectedStatuses: [404],
    ...options,
  });
  const noticed: string[] = [];
  const origin = new URL(options.siteUrl ?? served.url).origin;
  try {
    await page.context().route(`${ELSEWHERE}/**`, (route) => route.abort());
    await page.exposeFunction(SINK, () => noticed.push(`ran on ${page.url()}`));
    page.on('dialog', (dialog) => {
      noticed.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('popup', (other) => noticed.push(`window: ${other.url()}`));
    page.on('download', (download) => noticed.push(`download: ${download.url()}`));
    page.on('framenavigated', (frame) => {
      const { protocol, origin: own } = new URL(frame.url());
      if (protocol.startsWith('http') && own !== origin) noticed.push(`went to ${frame.url()}`);
    });
    await test(page);
    // The dev server tells its pages of changes through a socket.
    const socket = `打开了 WebSocket：${origin.replace('http', 'ws')}`;
    expect([...noticed, ...problems.filter((one) => !one.startsWith(socket))]).toEqual([]);
  } finally {
    await close();
  }
}

/** What a page of the site holds that runs or is loaded, and is not the site's own; read without running it. */
const foreignIn = (page: Page, paths: readonly string[]) =>
  page.evaluate(async (all) => {
    const found: string[] = [];
    for (const path of all) {
      const html = await (await fetch(path)).text();
      const parsed = new DOMParser().parseFromString(html, 'text/html');
      const ids = new Set<string>();
      for (const one of parsed.querySelectorAll('*')) {
        const tell = (what: string) => found.push(`${path}: ${what} ${one.outerHTML.slice(0, 200)}`);
        for (const { name, value } of one.attributes) {
          if (/^on|^srcdoc$|^style$/.test(name)) tell(name);
          const isAddress = ['href', 'src', 'action', 'formaction', 'data', 'poster', 'xlink:href'].includes(
            name,
          );
          if (!isAddress) continue;
          const { protocol, origin } = new URL(value, new URL(path, location.href));
          const isLoaded = name !== 'href' || one.localName === 'link';
          const isCanonical = ['canonical', 'alternate'].includes(one.getAttribute('rel') ?? '');
          if (!['http:', 'https:', 'mailto:', 'tel:'].includes(protocol)) tell(name);
          else if (isLoaded && !isCanonical && origin !== location.origin) tell(name);
        }
        if (['iframe', 'object', 'embed', 'base', 'video', 'audio'].includes(one.localName)) {
          // The pages for frames open their links beside the frame.
          if (one.localName !== 'base' || one.hasAttribute('href')) tell('element');
        }
        if (one.id !== '' && ids.has(one.id)) tell(`id ${one.id} twice`);
        ids.add(one.id);
        if (one instanceof HTMLScriptElement && one.type.endsWith('json')) JSON.parse(one.text);
        else if (one instanceof HTMLScriptElement && !one.src && !one.text.startsWith('(function(r)'))
          tell('script');
      }
    }
    return found;
  }, paths);

it('no page of a site full of hostile texts holds a script, a handler, an address or an id that is not its own', async () => {
  expect(HOSTILE_TEXTS).toBeGreaterThan(500);
  const paths = listPages(copy.folder);
  expect(paths.length).toBeGreaterThan(30);
  await withWatchedPage(async (page) => {
    await page.goto('/404.html');
    expect(await foreignIn(page, paths)).toEqual([]);
  });
});

it('its feeds and pictures are well-formed, and nothing runs in them', async () => {
  const paths = listFiles(copy.folder).filter((path) => /\.(?:atom|xml|svg)$/.test(path));
  expect(paths.some((path) => path.endsWith('.atom'))).toBe(true);
  await withWatchedPage(async (page) => {
    await page.goto('/404.html');
    const faults = await page.evaluate(async (all) => {
      const found: string[] = [];
      for (const path of all) {
        const parsed = new DOMParser().parseFromString(await (await fetch(path)).text(), 'application/xml');
        if (parsed.querySelector('parsererror, script, foreignObject, [onload], [onerror]') !== null)
          found.push(path);
      }
      return found;
    }, paths);
    expect(faults).toEqual([]);
  });
});

/** Opens what is folded, draws the charts and asks for the first term, as a reader does. */
async function use(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await drawCharts(page);
  const term = page.locator('main a.term').first();
  if ((await term.count()) > 0 && (await term.isVisible())) {
    await term.click();
    await page.locator('.term-card').waitFor();
  }
}

const kinds = () => pageKindsOf(listPages(copy.folder).filter((path) => !path.startsWith('/embed/')));

it.each<readonly [string, PageOptions]>([
  ['without the policy', { bypassCSP: true }],
  ...(IS_FULL ? [['with it', {}] as const] : []),
])('every kind of page is read and used %s, and nothing hostile runs', async (_, options) => {
  await withWatchedPage(async (page) => {
    for (const { path } of kinds()) {
      await page.goto(path);
      await use(page);
    }
  }, options);
});

describe('an address', () => {
  const asked = texts.map((text) => encodeURIComponent(text));
  const broken = [
    '%',
    '%E0%A4%A',
    '%u0041',
    '%00',
    '%C0%AF',
    '#%',
    '&&&=',
    '=%=',
    '%FF%FE',
    'a'.repeat(4000),
  ];
  const paths = [
    '/',
    '/search/',
    '/projects/',
    '/compare/',
    '/indicators/',
    '/2099/999001/001/',
    '/glossary/',
    '/checks/',
  ];
  const names = ['q', 'p', 'year', 'department', 'part', 'least', 'sort', 'level', 'type', 'notes'];
  const addresses = [...broken, ...asked].flatMap((text, place) => {
    const name = names[place % names.length] ?? '';
    return [
      `${paths[place % paths.length] ?? ''}?q=${text}&${name}=${text}#${text}`,
      `${paths[(place + 3) % paths.length] ?? ''}?${name}=${text}&${text}#indicator-${text}`,
    ];
  });
  it('that is hostile or broken runs nothing and breaks nothing', async () => {
    expect(addresses.length).toBeGreaterThan(500);
    await withWatchedPage(async (page) => {
      for (const address of lookedAt(addresses, 40)) await page.goto(address);
    });
  }, 600_000);
});

describe('what the device keeps', () => {
  const values = [
    ...[
      '',
      'null',
      '{',
      '0',
      '-1',
      '1e999',
      '""',
      '[]',
      '{}',
      '[null]',
      '[[]]',
      'true',
      '{"__proto__":{"care":true}}',
    ],
    ...[
      '{"care":"yes","theme":["dark"],"unit":{}}',
      `{"theme":"${SINK}()","unit":"<img src=x>"}`,
      '[1,{},[],null,"a"]',
    ],
    ...[
      `["${'a'.repeat(100_000)}"]`,
      `[${'"a",'.repeat(10_000)}"a"]`,
      '['.repeat(10_000),
      '{"toString":1,"length":-1}',
    ],
    ...lookedAt(texts, 3).flatMap((text) => [
      text,
      JSON.stringify([text, text]),
      JSON.stringify({ care: text, theme: text, unit: text }),
    ]),
  ];
  it('is taken for nothing but what it can be, whatever somebody has put there', async () => {
    expect(values.length * Object.keys(STORED).length).toBeGreaterThan(100);
    await withWatchedPage(async (page) => {
      await page.goto('/404.html');
      for (const [place, value] of values.entries()) {
        await page.evaluate(
          ([keys, text]) => {
            for (const [key, store] of keys) window[store].setItem(key, text);
          },
          [Object.entries(STORED).map(([key, { store }]) => [key, store] as const), value] as const,
        );
        const path = ['/search/', '/projects/?q=a', '/2099/999001/001/', '/compare/'][place % 4] ?? '/';
        await page.goto(path);
      }
    });
  }, 600_000);
});

it.runIf(IS_FULL)('the dev server shows hostile content, and what it finds in it, as text', async () => {
  const broken = mkdtempSync(join(tmpdir(), 'mingzhang-hostile-dev-'));
  cpSync(content, broken, { recursive: true });
  const server = await startDevServer(broken);
  try {
    const projects = join(broken, '2099/999001/projects');
    await withWatchedPage(
      async (page) => {
        await page.goto('2099/999001/001/');
        await page.getByRole('button', { name: '个警告' }).click();
        await page.getByRole('dialog').waitFor();
        for (const name of readdirSync(projects))
          appendFileSync(
            join(projects, name),
            `'${texts[0]?.replaceAll("'", "''") ?? ''}': '<img src=x onerror=${SINK}()>'\n`,
          );
        await page.getByRole('alertdialog').waitFor();
        await page.goto(`2099/999001/<img src=x onerror=${SINK}()>/`);
      },
      { siteUrl: server.url, expectedStatuses: [404, 500] },
    );
  } finally {
    await server.stop();
    rmSync(broken, { recursive: true, force: true, maxRetries: 3 });
  }
});
