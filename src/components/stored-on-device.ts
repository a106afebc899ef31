/**
 * All that the site keeps on a reader's device. Nothing of it leaves the device, and all goes when the reader asks
 * (`清除本机记录`). Beside it stand the visited pages, which `service-worker.js` keeps.
 */
export const STORED = {
  'mingzhang-display': { store: 'localStorage', what: '关怀版、金额单位、背景深浅' },
  'mingzhang-recent-searches': { store: 'localStorage', what: '最近检索的词，最多8个' },
  'mingzhang-compared-projects': { store: 'localStorage', what: '选来比较的项目' },
  'mingzhang-no-search-key': { store: 'localStorage', what: '“/”键是否关掉' },
  'mingzhang-place': { store: 'sessionStorage', what: '检索和项目列表看到了哪里，关掉标签页就没有了' },
} as const;

/** What the worker keeps, in the same words. */
export const STORED_PAGES = '打开过的页面，最多300个文件，没有网络时也能看';

type StoredKey = keyof typeof STORED;

/** What is kept under a key; undefined where there is nothing, nothing that can be read, or nothing may be kept. */
export function storedAt(key: StoredKey): unknown {
  try {
    return JSON.parse(window[STORED[key].store].getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value, or nothing where it is undefined; whether the device did so. */
export function storeAt(key: StoredKey, value: unknown): boolean {
  try {
    const store = window[STORED[key].store];
    if (value === undefined) store.removeItem(key);
    else store.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Takes all of it away, also what earlier versions of the program kept; whether the device did so. */
export async function clearStored(): Promise<boolean> {
  const isOurs = (name: string) => name.startsWith('mingzhang-');
  try {
    for (const store of [localStorage, sessionStorage])
      Object.keys(store)
        .filter(isOurs)
        .forEach((key) => {
          store.removeItem(key);
        });
    const names = 'caches' in window ? await caches.keys() : [];
    await Promise.all(names.filter(isOurs).map((name) => caches.delete(name)));
    // What the page still loads is not kept either.
    if ('serviceWorker' in navigator) navigator.serviceWorker.controller?.postMessage({ clear: true });
    return true;
  } catch {
    return false;
  }
}
