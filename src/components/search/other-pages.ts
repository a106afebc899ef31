import { holdsAll } from '../../search/exact-match.ts';

/** The part of Pagefind's browser interface that is used. Its script is made by the build. */
interface Pagefind {
  init(): Promise<void>;
  search(term: string): Promise<{ readonly results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  data(): Promise<PagefindPage>;
}

/** A page found: its address, its whole indexed text, and what it says of itself. */
interface PagefindPage {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  /** The page's sections: those with a heading that can be linked to. */
  readonly sub_results: readonly { readonly title: string; readonly url: string }[];
}

/** A page of the site that is neither a project's nor a department's: the glossary, the guide. */
export interface OtherPage {
  readonly url: string;
  readonly title: string;
  /** The heading of the section that the hit leads to, where it leads to one. */
  readonly section: string | undefined;
  /** The page's text, from which the excerpt is cut. */
  readonly text: string;
}

/** How many hits are looked at, of the few pages that there are. */
const MOST = 10;

/** Asks Pagefind, which indexes the site's own pages. It finds parts of words too, so each hit is checked. */
export class OtherPages {
  readonly #bundle: string;
  #pagefind: Promise<Pagefind> | undefined;

  /** @param bundle address of the folder that Pagefind's build wrote. */
  constructor(bundle: string) {
    this.#bundle = bundle;
  }

  async find(words: readonly string[]): Promise<readonly OtherPage[]> {
    this.#pagefind ??= this.#load();
    const { results } = await (await this.#pagefind).search(words.join(' '));
    const pages = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
    return pages
      .filter((page) => holdsAll(`${page.meta.title ?? ''}\n${page.content}`, words))
      .map((page) => toOtherPage(page, words));
  }

  async #load(): Promise<Pagefind> {
    try {
      const pagefind = (await import(/* @vite-ignore */ `${this.#bundle}pagefind.js`)) as Pagefind;
      await pagefind.init();
      return pagefind;
    } catch (error) {
      // Asked for again the next time.
      this.#pagefind = undefined;
      throw error;
    }
  }
}

/** Where one section's heading has all words, the hit leads to that section. */
function toOtherPage(page: PagefindPage, words: readonly string[]): OtherPage {
  const title = page.meta.title ?? page.url;
  const section = page.sub_results.find((part) => words.length > 0 && holdsAll(part.title, words));
  return {
    url: section?.url ?? page.url,
    title: section === undefined ? title : `${title}：${section.title}`,
    section: section?.title,
    text: textOf(page, section?.title ?? title),
  };
}

/** Where a heading stands in a page's text: as a block of its own, not within a sentence or a longer heading. */
function placeOf(heading: string, content: string): number {
  const isBlock = (at: number) =>
    !/[\p{Script=Han}“]/u.test(content[at - 1] ?? '') && content[at + heading.length] === '.';
  let at = content.indexOf(heading);
  while (at >= 0 && !isBlock(at)) at = content.indexOf(heading, at + 1);
  return at;
}

/** A page's text from behind a heading on; Pagefind ends each block of a page with a point. */
function textOf({ content }: PagefindPage, heading: string): string {
  const at = placeOf(heading, content);
  const text = at < 0 ? content : content.slice(at + heading.length);
  return text.replace(/^[.。\s]+/, '').replace(/([\p{Script=Han}“”《》（）])\.(?:\s+|$)/gu, '$1。');
}
