import { buildAndReport, summaryOf } from './build.ts';
import { content, out, port, strict } from '../options.ts';
import { defineCommand } from '../run-command.ts';
import { builtBasePath } from '../../publishing/output-folder.ts';
import { serveFolder } from '../../publishing/serve.ts';

export default defineCommand(
  {
    name: 'start',
    summary: '生成网站，然后在本机打开，并打印网址。按 Ctrl-C 结束。',
    options: { content, out, port, strict },
    examples: ['npm start', 'npm start -- --port 8080'],
  },
  async (values) => {
    const result = await buildAndReport(values);
    if (!result.ok) {
      if (builtBasePath(values.out) !== undefined) {
        process.stderr.write('若要看上一次生成的网站，请运行 npm run preview。\n');
      }
      return 1;
    }
    process.stderr.write(summaryOf(result, values.out));
    const { url } = await serveFolder({
      folder: values.out,
      port: values.port,
      basePath: builtBasePath(values.out) ?? '/',
    });
    process.stdout.write(`${url}\n`);
    return 0;
  },
);
