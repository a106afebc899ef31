// Node.js runs TypeScript, but none below node_modules, where an installed package lies. The package is its own
// sources, so that there they are read through a hook that strips the types as Node.js does.
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const OWN = new URL('..', import.meta.url).href;

if (OWN.includes('/node_modules/')) {
  stripWithoutWarning();
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.startsWith(OWN) || !url.endsWith('.ts')) return nextLoad(url, context);
      const source = stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'));
      return { format: 'module', source, shortCircuit: true };
    },
  });
}

/** Its first use warns that it may still change; the version of Node.js is ours to choose, so that helps nobody. */
function stripWithoutWarning() {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  stripTypeScriptTypes('');
  process.emitWarning = emitWarning;
}
