/** The peer of saving: Astro's own dev server on a project of one small page. Started with the project's folder. */
import { fileURLToPath } from 'node:url';

Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DISABLE_UPDATE_CHECK: 'true' });
const { dev } = await import('astro');
const { address } = await dev({
  root: process.argv[2] ?? '.',
  configFile: false,
  devToolbar: { enabled: false },
  server: { host: '127.0.0.1' },
  logLevel: 'warn',
  logger: { entrypoint: fileURLToPath(new URL('../../src/publishing/astro-log.ts', import.meta.url)) },
});
process.stdout.write(`http://127.0.0.1:${String(address.port)}/\n`);
