/** Lets visited pages be read again without a network, on hosts with HTTPS. See `public/service-worker.js`. */
const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');

/** Whether the page has the site's own layout; others are their project's. */
const isOwn = document.body.dataset.search !== undefined;

// A page that is shown within another is a preview, of what may never be published.
if (import.meta.env.PROD && isOwn && self === top && 'serviceWorker' in navigator) {
  addEventListener('load', () => {
    void keepPages().catch(() => {
      // Private windows and old hosts have none; the site needs none.
    });
  });
}

async function keepPages(): Promise<void> {
  await navigator.serviceWorker.register(`${base}service-worker.js`, { scope: base });
  const { active } = await navigator.serviceWorker.ready;
  // What was loaded before the worker was there. It is no second load: the browser has it in its cache.
  const resources = performance.getEntriesByType('resource').map(({ name }) => name);
  active?.postMessage({ keep: [location.href.replace(/#.*$/, ''), ...resources] });
}
