import { out, port } from '../options.ts';
import { defineCommand } from '../run-command.ts';
import { builtBasePath } from '../../publishing/output-folder.ts';
import { recoverFolder } from '../../publishing/replace-folder.ts';
import { serveFolder } from '../../publishing/serve.ts';

export default defineCommand(
  {
    name: 'preview',
    summary: '在本机打开已生成的网站，并打印网址。按 Ctrl-C 结束。',
    options: { out, port },
  },
  async (values) => {
    await recoverFolder(values.out);
    const basePath = builtBasePath(values.out);
    if (basePath === undefined) {
      process.stderr.write(`“${values.out}”里没有已生成的网站，请先运行 npm run build。\n`);
      return 1;
    }
    const { url } = await serveFolder({ folder: values.out, port: values.port, basePath });
    process.stdout.write(`${url}\n`);
    return 0;
  },
);
