/** How Astro's pages render the views: once, at build time, as HTML that needs no script. */
import { h, type ComponentType } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { address } from '../site/addresses.ts';
import { breakWords } from '../site/break-words.ts';
import { loadSite } from '../site/content.ts';
import { BuiltContext } from './Term.tsx';

async function renderToStaticMarkup(view: ComponentType, props: object): Promise<{ readonly html: string }> {
  const { glossary } = await loadSite();
  const explained = new Set(glossary.map(({ term }) => term));
  const explanationOf = (term: string) =>
    explained.has(term) ? `${address('glossary/')}#${term}` : undefined;
  const tree = h(BuiltContext.Provider, { value: { explanationOf, breakWords } }, h(view, props));
  return { html: renderToString(tree) };
}

export default {
  name: 'mingzhang:views',
  /** What is no component of Astro is a view: there is no other kind. */
  check: (component: unknown): boolean => typeof component === 'function',
  renderToStaticMarkup,
};
