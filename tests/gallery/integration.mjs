import process from 'node:process';

/**
 * The gallery of components is there while one develops, and where tests ask for it; never on the published site.
 *
 * @returns {import('astro').AstroIntegration}
 */
export default function gallery() {
  return {
    name: 'gallery',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev' && process.env['GALLERY'] !== '1') return;
        injectRoute({ pattern: '/gallery/', entrypoint: './tests/gallery/Gallery.astro' });
      },
    },
  };
}
