/*
 * Keeps visited pages for reading without a network. Pages come from the network whenever it answers, so that nobody
 * reads old figures; files named by their content (`_assets/`) never change and come from the store first. Kept is only
 * what is what it was asked for as: while a site is moved or mended, hosts answer 200 with other things.
 * Stands at the site's root, so that it serves the whole site under any base path.
 */
const STORE = 'mingzhang-pages-2';
const MOST = 300;

/** How long the network may take to answer where the page is kept, in milliseconds. */
const LONGEST_SILENCE = 6000;

const KEPT_KINDS = ['', 'document', 'script', 'style', 'image', 'manifest'];

/** What an address must answer by its ending to be kept; any other may be all but a page. */
const TYPES = [
  [/(?:\/|\.html)$/, /^text\/html\b/],
  [/\.js$/, /javascript\b/],
  [/\.css$/, /^text\/css\b/],
  [/(?:)/, /^(?!text\/html\b)./],
];

/** By which the site's own pages are told from those of a host, a proxy or a hotel. */
const OWN_PAGE = '<meta name="generator" content="明账"';

const OFFLINE_PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>没有网络</title><body><h1>没有网络</h1><p>这一页还没有打开过，所以现在看不了。打开过的页面没有网络也能看。</p>
<p>请连上网络后再试，或<a href="./">回到首页</a>。</p></body></html>`;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      const old = names.filter((name) => name.startsWith('mingzhang-') && name !== STORE);
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

/** The reader has had all cleared away: nothing is kept until a page is opened. */
let isCleared = false;

/** The first page was loaded before there was a worker; it says what it has loaded. */
self.addEventListener('message', (event) => {
  if (event.data?.clear === true) {
    isCleared = true;
    event.waitUntil(caches.delete(STORE));
  }
  const addresses = Array.isArray(event.data?.keep) ? event.data.keep : [];
  event.waitUntil(
    Promise.all(
      addresses
        .filter(isOurs)
        .map((address) => refresh(new Request(address, { cache: 'force-cache' }), event).catch(() => {})),
    ),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !isOurs(request.url) || !KEPT_KINDS.includes(request.destination)) return;
  if (request.mode === 'navigate') isCleared = false;
  const isHashed = new URL(request.url).pathname.includes('/_assets/');
  event.respondWith(isHashed ? stored(request, event) : fresh(request, event));
});

function isOurs(address) {
  return String(address).startsWith(self.registration.scope);
}

/** An address without what the reader asks (`?q=`): it is the same file, and questions are kept nowhere. */
function placeOf(address) {
  return address.replace(/[?#].*$/, '');
}

function hasRightType({ url }, response) {
  const [, type] = TYPES.find(([ending]) => ending.test(placeOf(url)));
  return type.test(response.headers.get('Content-Type') ?? '');
}

/** What came wrong once is asked for anew, past the browser's own cache, which may keep it for a year. */
async function stored(request, event) {
  const kept = await caches.match(request.url);
  if (kept !== undefined) return kept;
  const answer = await refresh(request, event);
  return hasRightType(request, answer) ? answer : refresh(new Request(request, { cache: 'reload' }), event);
}

async function fresh(request, event) {
  const answer = refresh(request, event);
  event.waitUntil(answer.catch(() => {}));
  const kept = await caches.match(placeOf(request.url));
  try {
    return await (kept === undefined ? answer : Promise.race([answer, later(kept.clone())]));
  } catch (error) {
    if (kept !== undefined) return kept;
    if (request.mode !== 'navigate') throw error;
    const home = OFFLINE_PAGE.replace('./', self.registration.scope);
    return new Response(home, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  }
}

function later(response) {
  return new Promise((resolve) => setTimeout(resolve, LONGEST_SILENCE, response));
}

/** Loads from the network and keeps what is complete and right. */
async function refresh(request, event) {
  const response = await fetch(request);
  const isKept = response.ok && response.type === 'basic' && !response.redirected;
  if (isKept && hasRightType(request, response)) event.waitUntil(keep(request, response.clone()));
  return response;
}

/** A full store gives up its oldest pages; where nothing can be stored, reading goes on. */
async function keep({ url }, response) {
  try {
    const body = await response.blob();
    const isPage = body.type.startsWith('text/html');
    if (isPage && !(await body.text()).includes(OWN_PAGE)) return;
    if (isCleared) return;
    const store = await caches.open(STORE);
    // A new answer: the one that came remembers the whole address that was asked.
    await store.put(placeOf(url), new Response(body, { headers: response.headers }));
    if (isCleared) await caches.delete(STORE);
    const kept = await store.keys();
    await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST)).map((one) => store.delete(one)));
  } catch {
    // No room left on the device.
  }
}
