import { buildSite, type BuildOptions, type BuildResult } from '../../publishing/build.ts';
import { readSiteAddress } from '../../publishing/site-address.ts';
import { content, out, strict } from '../options.ts';
import { logProgress } from '../progress.ts';
import { reportFindings } from '../report-findings.ts';
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

/** A build as `build` and `start` run it: the findings and notes go to standard error. */
export async function buildAndReport(
  values: Pick<BuildOptions, 'content' | 'out' | 'strict'>,
): Promise<BuildResult> {
  const result = await buildSite({
    ...values,
    ...readSiteAddress(process.env),
    log: logProgress,
  });
  if (result.findings.length > 0) reportFindings(result.findings, process.stderr);
  if (!result.ok)
    process.stderr.write(`内容有错误，没有生成网站；“${values.out}”没有改变。改正后请重新运行。\n`);
  else for (const note of result.notes) process.stderr.write(`${note}\n`);
  return result;
}

/** One line that says what was built. */
export function summaryOf({ pages, milliseconds }: Extract<BuildResult, { ok: true }>, out: string): string {
  return `已生成 ${String(pages)} 个网页，用时 ${(milliseconds / 1000).toFixed(1)} 秒，在“${out}”。\n`;
}
