import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { content, port } from '../src/command-line/options.ts';
import { runCommand } from '../src/command-line/run-command.ts';
import { hasErrors } from '../src/files/finding.ts';
import { devContent } from '../src/publishing/dev/dev-content.ts';
import { openLiveContent } from '../src/publishing/dev/live-content.ts';
import { readSiteAddress } from '../src/publishing/site-address.ts';

await runCommand(
  {
    name: 'dev',
    summary: '边编辑边看网站：保存文件后，浏览器里立即可见。按 Ctrl-C 结束。',
    options: { content, port },
  },
  async (values) => {
    const directory = resolve(values.content);
    const { siteUrl = '', basePath } = readSiteAddress(process.env);
    Object.assign(process.env, {
      ASTRO_TELEMETRY_DISABLED: '1',
      ASTRO_DISABLE_UPDATE_CHECK: 'true',
      CONTENT_DIR: directory,
      BASE_PATH: basePath,
      SITE_URL: siteUrl,
    });
    const root = fileURLToPath(new URL('..', import.meta.url));
    process.chdir(root);
    const live = openLiveContent(directory);
    const { findings } = await live.refresh();
    if (hasErrors(findings)) {
      process.stderr.write('内容有错误，浏览器里会列出；也可以运行 npm run check 查看。\n');
    }
    // Called as a function, the server stays in the foreground; Astro's own command may leave it.
    const { dev } = await import('astro');
    const { address } = await dev({
      root,
      server: { host: '127.0.0.1', port: values.port },
      integrations: [devContent(live, reportFault)],
      logLevel: 'warn',
      logger: { entrypoint: fileURLToPath(new URL('../src/publishing/astro-log.ts', import.meta.url)) },
    });
    const base = `${basePath.replace(/\/+$/, '')}/`;
    process.stdout.write(`http://127.0.0.1:${String(address.port)}${base}\n`);
    return 0;
  },
);

/** A fault of the program is told where the command was started; the server goes on. */
function reportFault(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
