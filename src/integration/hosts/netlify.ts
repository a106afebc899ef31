import {
  CONTENT_TYPES,
  EVERYWHERE,
  FRAMED_FOLDER,
  HASHED,
  HASHED_FOLDER,
  HSTS,
  REVALIDATED,
  SANDBOXED,
  UNFRAMED,
  type Headers,
} from '../response-headers.ts';
import { ABOUT_HSTS, below, type SiteFacts } from './site-facts.ts';

const PLACE = '这个文件应在主机发布的最上层文件夹里。';

/**
 * `_headers`, for Netlify, Cloudflare Pages and their like. Where several rules fit a path, some hosts join the values of
 * one header and others take the last, so that no path gets one twice here: each entry of the root has a rule of its own.
 */
export function headersFile({ base, entries, sandboxed }: SiteFacts): string {
  const line = ([name, value]: readonly [string, string]) => `  ${name}: ${value}\n`;
  const rule = (path: string, headers: Headers) =>
    `${base}${path}\n${Object.entries(headers).map(line).join('')}`;
  const own = (path: string): Headers => ({
    ...(path === `${FRAMED_FOLDER}*` ? {} : UNFRAMED),
    ...(path === `${HASHED_FOLDER}*` ? HASHED : REVALIDATED),
  });
  const paths = entries.map(({ name, isFolder }) => encodeURI(isFolder ? `${name}/*` : name));
  return [
    `# 由程序生成，供 Netlify、Cloudflare Pages 等主机使用；${PLACE}\n`,
    rule('*', EVERYWHERE),
    `# ${ABOUT_HSTS}\n`,
    ...Object.entries(HSTS).map((header) => `# ${line(header)}`),
    ...['', ...paths].map((path) => rule(path, own(path))),
    // Where hosts join both policies, both hold; where they take the last, it is this one, which has all of the other.
    ...sandboxed.map((path) => rule(encodeURI(path), SANDBOXED)),
    ...Object.entries(CONTENT_TYPES).map(([ending, type]) => rule(`*${ending}`, { 'Content-Type': type })),
  ].join('');
}

/** `_redirects`, for the same hosts. */
export function redirectsFile({ base, moved }: SiteFacts): string {
  return [
    `# 由程序生成：改了的网址（content/moved.yaml）；${PLACE}\n`,
    ...moved.map(({ from, to }) => `${below(base, from)} ${below(base, to)} 301\n`),
  ].join('');
}
