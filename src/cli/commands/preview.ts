import { printable } from '../../files/printable.ts';
import { builtBasePath } from '../../integration/output-folder.ts';
import { recoverFolder } from '../../publishing/replace-folder.ts';
import { serveFolder, type ServeOptions } from '../../publishing/serve.ts';
import { out, port } from '../options.ts';
import { noteImportPage } from '../report.ts';
import { defineCommand, type ExitStatus } from '../run-command.ts';

export default defineCommand(
  {
    name: 'preview',
    summary: '在本机打开已生成的网站，并打印网址。按 Ctrl-C 结束。',
    options: { out, port },
  },
  async ({ out, port }) => {
    await recoverFolder(out);
    return await serveBuilt(out, port);
  },
);

/** Serves the site that was built into a folder, and prints its address. */
export async function serveBuilt(
  folder: string,
  port: number,
  importing?: ServeOptions['importing'],
): Promise<ExitStatus> {
  const basePath = builtBasePath(folder);
  if (basePath === undefined) {
    process.stderr.write(`“${printable(folder)}”里没有已生成的网站，请先运行 npm run build。\n`);
    return 1;
  }
  const { url } = await serveFolder({ folder, port, basePath, importing });
  process.stdout.write(`${url}\n`);
  if (importing !== undefined) noteImportPage(url);
  return 0;
}
