import { fileURLToPath } from 'node:url';
import { normalizePath, type Plugin } from 'vite';

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

/** The program's own folder. */
const PROGRAM = normalizePath(fileURLToPath(new URL('..', import.meta.url)));

/**
 * Compiles the program's views for Preact. Its own tsconfig.json says so too, which is not read below node_modules;
 * a setting for all files would hold for the project's own as well, which may be of another framework.
 */
export const viewsForPreact: Plugin = {
  name: 'mingzhang:views-for-preact',
  enforce: 'pre',
  transform(code, id) {
    const [file = ''] = id.split('?');
    return file.startsWith(PROGRAM) && file.endsWith('.tsx')
      ? { code: `/** @jsxImportSource preact */ ${code}`, map: null }
      : undefined;
  },
};
