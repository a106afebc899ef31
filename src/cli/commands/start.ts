import { builtBasePath } from '../../integration/output-folder.ts';
import { content, out, port, strict } from '../options.ts';
import { defineCommand } from '../run-command.ts';
import { buildAndReport } from './build.ts';
import { serveBuilt } from './preview.ts';

export default defineCommand(
  {
    name: 'start',
    summary: '生成网站，然后在本机打开，并打印网址。按 Ctrl-C 结束。',
    options: { content, out, port, strict },
    examples: ['npm start', 'npm start -- --port 8080'],
  },
  async ({ port, ...values }) => {
    const build = async () => (await buildAndReport(values, process.stderr)).ok;
    if (await build()) {
      return await serveBuilt(values.out, port, { directory: values.content, publish: build });
    }
    if (builtBasePath(values.out) !== undefined) {
      process.stderr.write('若要看上一次生成的网站，请运行 npm run preview。\n');
    }
    return 1;
  },
);
