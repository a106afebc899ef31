import type { Page } from 'playwright-core';
import type { BuiltPage } from './built-pages.ts';

/** What the tests of all pages look at in one page's source. */
export interface PageFacts {
  readonly path: string;
  readonly lang: string;
  readonly titles: readonly string[];
  readonly descriptions: readonly string[];
  readonly charset: string;
  readonly viewport: string;
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  readonly ids: readonly string[];
  /** Where the first link of the body leads, and what it says. */
  readonly skip: { readonly href: string; readonly text: string };
  /** Whether the element of this id can take the focus. */
  readonly mainFocusable: boolean;
  readonly breadcrumbs: readonly {
    readonly text: string;
    readonly href: string | null;
    readonly current: boolean;
  }[];
  readonly policies: readonly string[];
  /** Whether a style or script stands before the policy, which then would not hold for it. */
  readonly beforePolicy: readonly string[];
  readonly styleAttributes: readonly string[];
  readonly handlers: readonly string[];
  /** Addresses of all that the browser loads by itself. */
  readonly resources: readonly string[];
  readonly inlineStyles: readonly string[];
  /** Scripts in the page that would run; data blocks are not among them. */
  readonly inlineScripts: readonly string[];
  readonly links: readonly string[];
  readonly forms: readonly string[];
  readonly refresh: string | undefined;
  readonly canonical: string | undefined;
  readonly robots: string | undefined;
  readonly searchBoxes: number;
  readonly text: string;
}

/** Reads pages with the browser's own parser; nothing in them runs or loads. */
export async function readFacts(page: Page, built: readonly BuiltPage[]): Promise<readonly PageFacts[]> {
  // In one call: what is slow is the way to the browser, not the parsing.
  return await page.evaluate(factsOf, built);
}

/** Runs in the browser. */
function factsOf(built: readonly BuiltPage[]): readonly PageFacts[] {
  const parser = new DOMParser();
  return built.map(({ path, html }) => {
    const parsed = parser.parseFromString(html, 'text/html');
    const all = <Kind extends Element = HTMLElement>(selector: string) => [
      ...parsed.querySelectorAll<Kind>(selector),
    ];
    const texts = (selector: string) => all(selector).map((element) => element.textContent.trim());
    const attributes = (selector: string, name: string) =>
      all(selector).map((element) => element.getAttribute(name) ?? '');
    const brief = (element: Element) => element.outerHTML.slice(0, 120);

    const policy = parsed.querySelector('meta[http-equiv="content-security-policy" i]');
    const behind = (element: Element) =>
      policy !== null && (policy.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const loading =
      'script, style, link[rel~="stylesheet"], link[rel~="preload"], link[rel~="modulepreload"]';
    const runs = (script: HTMLScriptElement) =>
      !script.hasAttribute('src') &&
      /^(?:module|importmap|speculationrules|text\/javascript|)$/.test(script.type);
    const skip = parsed.body.querySelector('a');
    const main = parsed.querySelector('main');

    return {
      path,
      lang: parsed.documentElement.lang,
      titles: texts('title').filter((_, index) => all('title')[index]?.closest('svg') === null),
      descriptions: attributes('meta[name="description"]', 'content'),
      charset: attributes('meta[charset]', 'charset').join(),
      viewport: attributes('meta[name="viewport"]', 'content').join(),
      headings: all('h1, h2, h3, h4, h5, h6').map((heading) => ({
        level: Number(heading.tagName.slice(1)),
        text: heading.textContent.trim(),
      })),
      ids: attributes('[id]', 'id'),
      skip: { href: skip?.getAttribute('href') ?? '', text: skip?.textContent ?? '' },
      mainFocusable: main?.id === 'main' && main.tabIndex === -1 && main.hasAttribute('tabindex'),
      breadcrumbs: all('nav[aria-label="当前位置"] li').map((item) => ({
        text: item.textContent.trim(),
        href: item.querySelector('a')?.getAttribute('href') ?? null,
        current: item.querySelector('[aria-current="page"]') !== null,
      })),
      policies: attributes('meta[http-equiv="content-security-policy" i]', 'content'),
      beforePolicy: all(loading)
        .filter((element) => !behind(element))
        .map(brief),
      styleAttributes: all('[style]').map(brief),
      handlers: all('*')
        .filter((element) => element.getAttributeNames().some((name) => /^on/i.test(name)))
        .map(brief),
      resources: [
        ...attributes(
          'script[src], img[src], iframe[src], source[src], video[src], audio[src], embed[src]',
          'src',
        ),
        ...attributes('input[type="image"]', 'src'),
        ...attributes('object[data]', 'data'),
        ...attributes('image[href], use[href]', 'href'),
        ...attributes('[srcset]', 'srcset').flatMap((set) => set.split(',').map((part) => part.trim())),
        // Other relations (canonical, alternate, license) name an address without loading it.
        ...all<HTMLLinkElement>('link[href]')
          .filter(({ rel }) => /stylesheet|icon|preload|prefetch|preconnect|manifest/i.test(rel))
          .map((link) => link.getAttribute('href') ?? ''),
      ],
      inlineStyles: all('style').map((style) => style.textContent),
      inlineScripts: all<HTMLScriptElement>('script')
        .filter(runs)
        .map((script) => script.textContent),
      links: attributes('a[href], area[href]', 'href'),
      forms: attributes('form[action]', 'action'),
      refresh: attributes('meta[http-equiv="refresh" i]', 'content')[0],
      canonical: attributes('link[rel="canonical"]', 'href')[0],
      robots: attributes('meta[name="robots"]', 'content')[0],
      searchBoxes: all('input[type="search"]').length,
      text: parsed.body.textContent,
    };
  });
}
