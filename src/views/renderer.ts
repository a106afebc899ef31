/** How Astro's pages render the views: once, at build time, as HTML that needs no script. */
import { h, type ComponentType } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { termId } from '../model/site.ts';
import { address } from '../site/addresses.ts';
import { breakWords } from '../site/break-words.ts';
import { loadSite } from '../site/content.ts';
import { BuiltContext } from './Term.tsx';

/** Stands for what a page puts into a view, which is HTML already; no text of ours holds this character. */
const SLOT = '\uE000';

async function renderToStaticMarkup(
  view: ComponentType<{ readonly children?: string }>,
  props: object,
  { default: content }: { readonly default?: string },
): Promise<{ readonly html: string }> {
  const { glossary } = await loadSite();
  const explanationOf = (term: string) =>
    glossary.some((one) => one.term === term) ? `${address('glossary/')}#${termId(term)}` : undefined;
  const own = h(view, content === undefined ? props : { ...props, children: SLOT });
  const html = renderToString(h(BuiltContext.Provider, { value: { explanationOf, breakWords } }, own));
  return { html: content === undefined ? html : html.replace(SLOT, () => content) };
}

export default {
  name: 'mingzhang:views',
  /** Its views bear its name, so that it is asked only for components of others (`markViews`). */
  check: (): boolean => false,
  renderToStaticMarkup,
};
