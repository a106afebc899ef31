import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Redirect } from './Redirect.tsx';

/** A page that only leads on, as a whole. */
export function redirectPage(name: string, href: string): string {
  const site = import.meta.env.SITE as string | undefined;
  const canonical = site && new URL(href, site).href;
  return `<!doctype html>${renderToString(h(Redirect, { name, href, canonical }))}\n`;
}

/** Answers with a page that is whole. */
export const pageResponse = (html: string): Response =>
  new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
