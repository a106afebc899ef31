import type { IntegrationResolvedRoute } from 'astro';

/** What is to be done with an address that is written with or without its last slash, and should not be. */
export type SlashFault = { readonly kind: 'moved'; readonly to: string } | { readonly kind: 'missing' };

/**
 * Treats the last slash of a path as the static host of the built site does: a page that is asked for without it
 * is led to, a file that is asked for with it is not there. Undefined for all that is right, or not of the site.
 *
 * @param htmlOf gives a page by its path, or undefined where there is none.
 */
export async function finalSlash(
  path: string,
  routes: readonly IntegrationResolvedRoute[],
  htmlOf: (path: string) => Promise<string | undefined>,
): Promise<SlashFault | undefined> {
  const [, name = '/', query = ''] = /^([^?#]*)(.*)$/.exec(path) ?? [];
  // What Vite serves itself.
  if (name === '/' || /^\/(?:@|src\/|node_modules\/)/.test(name)) return undefined;
  const type = routes.find(({ patternRegex }) => patternRegex.test(name))?.type;
  if (name.endsWith('/')) return type === 'endpoint' ? { kind: 'missing' } : undefined;
  if (type !== 'page' || /\.[^/]*$/.test(name)) return undefined;
  const isThere = (await htmlOf(`${name}/`)) !== undefined;
  return isThere ? { kind: 'moved', to: `${name}/${query}` } : { kind: 'missing' };
}
