import { printable } from '../../files/printable.ts';
import { servePages } from '../../publishing/run-astro.ts';
import { readSiteAddress } from '../../integration/site-address.ts';
import { content, port } from '../options.ts';
import { logProgress, noteImportPage } from '../report.ts';
import { defineCommand } from '../run-command.ts';

export default defineCommand(
  {
    name: 'dev',
    summary: '边编辑边看网站：保存文件后，浏览器里立即可见。按 Ctrl-C 结束。',
    options: { content, port },
    mode: 'development',
  },
  async ({ content, port }) => {
    const note = (message: string) => process.stderr.write(`${printable(message)}\n`);
    const run = { ...readSiteAddress(process.env), content, log: logProgress, note };
    const { url } = await servePages(run, port);
    process.stdout.write(`${url}\n`);
    noteImportPage(url);
    return 0;
  },
);
