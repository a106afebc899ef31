import { handedOver } from 'virtual:mingzhang/site';
import { keepLast } from '../model/kept.ts';

/** A path of a route, and what makes the props of its page. */
interface PathToMake<Params, Props> {
  readonly params: Params;
  readonly props: () => Props;
  /** Whether the props are the whole page, as `html`: a build needs not have Astro render it. */
  readonly isWhole?: boolean;
}

/** A path as Astro asks for it. */
interface MadePath<Params, Props> {
  readonly params: Params;
  readonly props: Props;
}

/**
 * The paths of a route whose props are made when their page is, and kept no longer: Astro keeps all paths of a site until
 * the end, and of several processes that share a build each would make the props of all pages.
 */
export const late = <Params, Props extends object>(
  paths: readonly PathToMake<Params, Props>[],
): MadePath<Params, Props>[] =>
  paths.map(({ params, props }) => ({
    params,
    get props() {
      return madeBy(props) as Props;
    },
  }));

/**
 * The same, each with what names all that its page was given: where a page asks for nothing else, the next build takes it
 * over as it is while that stays the same. Only a build needs it, and asks for it by a name that is known at once.
 */
export const keyed = <Params, Props extends object>(
  paths: readonly PathToMake<Params, Props>[],
): (MadePath<Params, Props> & { readonly cacheKey: string })[] =>
  paths.map(({ params, props, isWhole }) => ({
    params,
    get props() {
      return madeBy(props) as Props;
    },
    cacheKey: import.meta.env.PROD ? handedOver().givenBy(() => madeBy(props), isWhole) : '',
  }));

/** The props of a page are asked for once to name them and twice to make it, one after the other. */
const madeBy = keepLast((props: () => object) => props());
