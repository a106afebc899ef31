import { digestOf } from '../rebuild/digest.ts';

/**
 * The paths of a route, each with what names all that its page was given: where a page asks for nothing else, the next
 * build takes it over as it is while that stays the same. Only a build needs it.
 */
export const keyed = <Path extends { readonly props: object }>(
  paths: readonly Path[],
): (Path & { readonly cacheKey: string })[] =>
  paths.map((path) => ({ ...path, cacheKey: import.meta.env.PROD ? (digestOf(path.props) ?? '') : '' }));
