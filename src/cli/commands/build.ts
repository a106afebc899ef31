import { buildAndReport, summaryOf } from '../build-command.ts';
import { content, out, strict } from '../options.ts';
import { defineCommand } from '../run-command.ts';

export default defineCommand(
  {
    name: 'build',
    summary: '检查内容，生成网站和检索索引。内容有错误时不生成，原来的网站不变。',
    options: { content, out, strict },
    examples: ['npm run build', 'SITE_URL=https://example.gov.cn BASE_PATH=/budget npm run build'],
  },
  async (values) => {
    const result = await buildAndReport(values);
    if (!result.ok) return 1;
    process.stdout.write(summaryOf(result, values.out));
    return 0;
  },
);
