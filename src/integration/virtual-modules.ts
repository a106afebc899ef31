import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const HANDED_OVER = fileURLToPath(new URL('handed-over.ts', import.meta.url));

/** The program's own folder, as Vite writes paths. */
const SOURCES = fileURLToPath(new URL('..', import.meta.url)).replaceAll('\\', '/');

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

/** The name of what renders the program's views. */
export const VIEWS = 'mingzhang:views';

/**
 * Tells Astro, by its own mark of a component, what renders the program's views: a project may have components of other
 * frameworks, and their renderers would take them for theirs, as ours would take the others.
 */
export const markViews: Plugin = {
  name: 'mingzhang:mark-views',
  enforce: 'pre',
  transform(code, id) {
    const [file = ''] = id.split('?');
    if (this.environment.name === 'client' || !file.startsWith(SOURCES) || !file.endsWith('.tsx'))
      return undefined;
    const marks = [...code.matchAll(/^export function ([A-Z]\w*)/gm)].map(
      ([, view = '']) => `${view}[Symbol.for('astro:renderer')] = ${JSON.stringify(VIEWS)};`,
    );
    return { code: [code, ...marks].join('\n'), map: null };
  },
};
