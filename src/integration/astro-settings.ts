import type { AstroConfig } from 'astro';
import type { Plugin } from 'vite';
import { HASHED_FOLDER } from './response-headers.ts';
import { SCRIPT_FILES } from './script-files.ts';

/** Old phones and the web views of chat programs: nothing newer than what these know is sent. */
const OLDEST_BROWSERS = ['chrome87', 'edge88', 'firefox78', 'safari14'];

/** What pages may load where nothing else is said; Astro adds the hashes of the styles and scripts that it emits. */
const POLICY = [
  "default-src 'none'",
  "base-uri 'none'",
  "connect-src 'self'",
  "form-action 'self'",
  "img-src 'self' data:",
  "manifest-src 'self'",
] as const;

/** What makes the pages runs here and now: written for old browsers it is slower, above all Astro's own classes. */
export const pagesRunHere: Plugin = {
  name: 'mingzhang:pages',
  configEnvironment(name, { build }) {
    // Set, because what is given back would be joined to the browsers that are there.
    if (name === 'prerender' && build !== undefined) build.target = 'esnext';
  },
};

/** Astro's settings that the site needs. A project may widen the policy and raise the oldest browsers. */
export function astroSettings({ base, security, vite }: AstroConfig, command: string) {
  const own = typeof security.csp === 'object' ? (security.csp.directives ?? []) : [];
  const isOwn = (directive: string) => own.some((other) => other.split(' ')[0] === directive.split(' ')[0]);
  const target = vite.build?.target ?? OLDEST_BROWSERS;
  return {
    output: 'static',
    base: base.replace(/\/*$/, '/'),
    // With 'always' the dev server has no files of dynamic routes, such as the official documents; see final-slash.ts.
    trailingSlash: command === 'dev' ? 'ignore' : 'always',
    build: {
      format: 'directory',
      assets: HASHED_FOLDER.slice(0, -1),
      // The style is inline, so that a page shows after one round trip.
      inlineStylesheets: 'always',
    },
    devToolbar: { enabled: false },
    markdown: { syntaxHighlight: false },
    security: {
      csp: { algorithm: 'SHA-256', directives: POLICY.filter((directive) => !isOwn(directive)) },
    },
    vite: {
      // Small scripts stay files of their own: one policy, one cache. Whose work they hold stands in a file beside them.
      build: {
        assetsInlineLimit: 0,
        license: { fileName: 'licenses.txt' },
        target,
        cssTarget: vite.build?.cssTarget ?? target,
      },
      environments: { client: { build: { rolldownOptions: { output: SCRIPT_FILES } } } },
    },
  } as const;
}
