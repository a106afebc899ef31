/*
 * Keeps visited pages for reading without a network. Pages come from the network whenever there is one, so that
 * nobody reads old figures; files named by their content (`_assets/`) never change and come from the store first.
 * Stands at the site's root, so that it serves the whole site under any base path.
 */
const STORE = 'mingzhang-pages-1';
const MOST = 300;
const KEPT_KINDS = ['', 'document', 'script', 'style', 'image', 'manifest'];

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

/** The first page was loaded before there was a worker; it says what it has loaded. */
self.addEventListener('message', (event) => {
  const addresses = Array.isArray(event.data?.keep) ? event.data.keep : [];
  event.waitUntil(
    Promise.all(
      addresses
        .filter(isOurs)
        .map((address) => refresh(new Request(address, { cache: 'force-cache' })).catch(() => {})),
    ),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !isOurs(request.url) || !KEPT_KINDS.includes(request.destination)) return;
  event.respondWith(new URL(request.url).pathname.includes('/_assets/') ? stored(request) : fresh(request));
});

function isOurs(address) {
  return String(address).startsWith(self.registration.scope);
}

async function stored(request) {
  return (await caches.match(request)) ?? refresh(request);
}

async function fresh(request) {
  try {
    return await refresh(request);
  } catch (error) {
    // A page with another query, such as a shared search, is the same file.
    const kept = await caches.match(request, { ignoreSearch: request.mode === 'navigate' });
    if (kept !== undefined) return kept;
    if (request.mode !== 'navigate') throw error;
    const home = OFFLINE_PAGE.replace('./', self.registration.scope);
    return new Response(home, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  }
}

/** Loads from the network and keeps what is complete. */
async function refresh(request) {
  const response = await fetch(request);
  if (response.ok && response.type === 'basic' && !response.redirected) await keep(request, response.clone());
  return response;
}

/** A full store gives up its oldest pages; where nothing can be stored, reading goes on. */
async function keep(request, response) {
  try {
    const store = await caches.open(STORE);
    await store.put(request, response);
    const kept = await store.keys();
    await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST)).map((one) => store.delete(one)));
  } catch {
    // No room left on the device.
  }
}
