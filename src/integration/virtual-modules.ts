import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const HANDED_OVER = fileURLToPath(new URL('handed-over.ts', import.meta.url));

/**
 * What pages import of the project that they are made in: the content (`virtual:mingzhang/site`), and the project's
 * own style sheet (`virtual:mingzhang/style`), if it has one.
 */
export function virtualModules(id: string, style: string | undefined): Plugin {
  const sources: Readonly<Record<string, string>> = {
    // Asked of Node.js: an import would be bundled, or run by Vite, and then be another module than the integration's.
    'virtual:mingzhang/site': `
      import { createRequire } from 'node:module';
      const { takeOver } = createRequire(import.meta.url)(${JSON.stringify(HANDED_OVER)});
      export const handedOver = () => takeOver(${JSON.stringify(id)});`,
    'virtual:mingzhang/style': style === undefined ? '' : `import ${JSON.stringify(style)};`,
  };
  return {
    name: 'mingzhang:virtual-modules',
    resolveId: (name) => (Object.hasOwn(sources, name) ? `\0${name}` : undefined),
    load: (name) => (name.startsWith('\0') ? sources[name.slice(1)] : undefined),
  };
}
