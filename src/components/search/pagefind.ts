/** The part of Pagefind's browser interface that the search box uses. Its script is made by the build. */
export interface Pagefind {
  options(options: { readonly baseUrl?: string; readonly excerptLength?: number }): Promise<void>;
  init(): Promise<void>;
  search(term: string): Promise<{ readonly results: readonly PagefindResult[] }>;
}

export interface PagefindResult {
  readonly id: string;
  data(): Promise<PagefindPage>;
}

/** A page found: its address, its whole indexed text, and what it says of itself. */
export interface PagefindPage {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  /** The page's sections: those with a heading that can be linked to. */
  readonly sub_results: readonly { readonly title: string; readonly url: string }[];
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** Loads Pagefind from the folder that the build wrote. */
export async function loadPagefind(bundle: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as Pagefind;
  await pagefind.init();
  return pagefind;
}
