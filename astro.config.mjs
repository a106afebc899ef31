import { defineConfig } from 'astro/config';

/** Where the site will stand; given at build time, so that the same content can go to any host. */
const { SITE_URL, BASE_PATH = '/' } = process.env;

/** Old phones and the web views of chat programs: nothing newer than what these know is sent. */
const OLDEST_BROWSERS = ['chrome87', 'edge88', 'firefox78', 'safari14'];

/**
 * The gallery of components is there while one develops, and where tests ask for it; never on the published site.
 *
 * @type {import('astro').AstroIntegration}
 */
const gallery = {
  name: 'gallery',
  hooks: {
    'astro:config:setup': ({ command, injectRoute }) => {
      if (command !== 'dev' && process.env['GALLERY'] !== '1') return;
      injectRoute({ pattern: '/gallery/', entrypoint: './tests/gallery/Gallery.astro' });
    },
  },
};

/**
 * Pages render the views with this, at build time and without any script of a framework.
 *
 * @type {import('astro').AstroIntegration}
 */
const views = {
  name: 'views',
  hooks: {
    'astro:config:setup': ({ addRenderer }) => {
      addRenderer({ name: 'mingzhang:views', serverEntrypoint: './src/views/renderer.ts' });
    },
  },
};

export default defineConfig({
  ...(SITE_URL ? { site: SITE_URL } : {}),
  base: BASE_PATH,
  output: 'static',
  trailingSlash: 'always',
  build: {
    format: 'directory',
    assets: '_assets',
    // The style is inline, so that a page shows after one round trip.
    inlineStylesheets: 'always',
  },
  integrations: [gallery, views],
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  security: {
    // Astro adds the hashes of the styles and scripts that it emits; nothing else may run or load.
    csp: {
      directives: [
        "default-src 'none'",
        "base-uri 'none'",
        "connect-src 'self'",
        "form-action 'self'",
        "img-src 'self' data:",
        "manifest-src 'self'",
      ],
    },
  },
  vite: {
    // Small scripts stay files of their own: one policy, one cache.
    build: { assetsInlineLimit: 0, target: OLDEST_BROWSERS, cssTarget: OLDEST_BROWSERS },
  },
});
