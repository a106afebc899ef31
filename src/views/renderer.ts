/** How Astro's pages render the views: once, at build time, as HTML that needs no script. */
import { h, type ComponentType } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { termId, type GlossaryTerm } from '../model/site.ts';
import { address } from '../site/addresses.ts';
import { breakWords } from '../site/break-words.ts';
import { siteFrame } from '../site/content.ts';
import { BuiltContext, type Built } from './Term.tsx';

/** Stands for what a page puts into a view, which is HTML already; no text of ours holds this character. */
const SLOT = '\uE000';

type View = ComponentType<{ readonly children?: string }>;

function renderToStaticMarkup(
  view: View,
  props: object,
  { default: content }: { readonly default?: string },
): { readonly html: string } {
  const { built, rendered } = knownOf(siteFrame().glossary);
  const own = h(view, content === undefined ? props : { ...props, children: SLOT });
  const render = () => renderToString(h(BuiltContext.Provider, { value: built }, own));
  const fill = (html: string) => ({ html: content === undefined ? html : html.replace(SLOT, () => content) });
  if (!Object.values(props).every((prop) => typeof prop === 'string')) return fill(render());
  const ofView = rendered.get(view) ?? new Map<string, string>();
  rendered.set(view, ofView);
  const key = JSON.stringify([content !== undefined, props]);
  const html = ofView.get(key) ?? render();
  ofView.set(key, html);
  return fill(html);
}

/**
 * A view as HTML, for a page that has dozens of one: Astro looks for what renders each, and waits for it.
 *
 * @example <Fragment set:html={htmlOf(Target, { target })} />
 */
export const htmlOf = <Props extends object>(view: ComponentType<Props>, props: Props): string =>
  renderToStaticMarkup(view as View, props, {}).html;

/** Where the glossary explains a term; undefined where it has none of that name. */
export const explanationOf = (term: string): string | undefined =>
  knownOf(siteFrame().glossary).built.explanationOf(term);

/** What holds as long as the glossary does. */
interface Known {
  readonly built: Built;
  /** Views of texts alone, such as terms and headings: every page has them, and most on every page are the same. */
  readonly rendered: Map<View, Map<string, string>>;
}

const known = new WeakMap<readonly GlossaryTerm[], Known>();

function knownOf(glossary: readonly GlossaryTerm[]): Known {
  const before = known.get(glossary);
  if (before !== undefined) return before;
  const links = new Map(glossary.map(({ term }) => [term, `${address('glossary/')}#${termId(term)}`]));
  const own: Known = {
    built: { explanationOf: (term) => links.get(term), breakWords },
    rendered: new Map(),
  };
  known.set(glossary, own);
  return own;
}

export default {
  name: 'mingzhang:views',
  /** Its views bear its name, so that it is asked only for components of others (`markViews`). */
  check: (): boolean => false,
  renderToStaticMarkup,
};
