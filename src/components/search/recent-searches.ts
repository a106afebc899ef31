/** What was searched for lately. It stays on the device; where nothing may be kept there, there is none. */
import { element } from '../element.ts';
import { storeAt, storedAt } from '../stored-on-device.ts';

const KEY = 'mingzhang-recent-searches';
const MOST = 8;

/**
 * The recent searches as links, with a button that clears them; undefined where there are none.
 *
 * @param action address of the search page.
 * @param cleared told when there are none any more.
 */
export function recentSearches(action: string, cleared: () => void): HTMLElement | undefined {
  const queries = kept();
  if (queries.length === 0) return undefined;
  const links = queries.map((query) =>
    element('a', { href: `${action}?q=${encodeURIComponent(query)}` }, query),
  );
  const clear = element('button', { type: 'button', className: 'offer' }, '清除记录');
  clear.addEventListener('click', () => {
    storeAt(KEY, undefined);
    cleared();
  });
  return element('p', { className: 'examples row' }, element('span', {}, '最近检索：'), ...links, clear);
}

export function rememberSearch(query: string): void {
  const text = query.trim().slice(0, 40);
  if (text !== '') storeAt(KEY, [text, ...kept().filter((one) => one !== text)].slice(0, MOST));
}

function kept(): readonly string[] {
  const queries = storedAt(KEY);
  return Array.isArray(queries) ? queries.filter((one) => typeof one === 'string').slice(0, MOST) : [];
}
