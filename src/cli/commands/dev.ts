import { resolve } from 'node:path';
import { fromCommand } from '../../integration/from-command.ts';
import { astroOptions, withSlash } from '../../publishing/build.ts';
import { readSiteAddress } from '../../publishing/site-address.ts';
import { content, port } from '../options.ts';
import { logProgress } from '../progress.ts';
import { defineCommand } from '../run-command.ts';

export default defineCommand(
  {
    name: 'dev',
    summary: '边编辑边看网站：保存文件后，浏览器里立即可见。按 Ctrl-C 结束。',
    options: { content, port },
  },
  async (values) => {
    Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DISABLE_UPDATE_CHECK: 'true' });
    let base = '/';
    const settings = fromCommand({
      content: resolve(values.content),
      log: logProgress,
      note: (message) => process.stderr.write(`${message}\n`),
      base: (path) => (base = withSlash(path)),
    });
    // Called as a function, the server stays in the foreground; Astro's own command may leave it.
    const { dev } = await import('astro');
    const { address } = await dev({
      ...astroOptions(process.cwd(), readSiteAddress(process.env)),
      server: { host: '127.0.0.1', port: values.port },
      integrations: [settings],
    });
    process.stdout.write(`http://127.0.0.1:${String(address.port)}${base}\n`);
    return 0;
  },
);
