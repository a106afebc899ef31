import { printable } from '../../files/printable.ts';
import { buildSite, type BuildOptions, type BuildResult } from '../../publishing/build.ts';
import { readSiteAddress } from '../../integration/site-address.ts';
import { content, out, strict } from '../options.ts';
import { logProgress, reportFindings } from '../report.ts';
import { defineCommand } from '../run-command.ts';

export default defineCommand(
  {
    name: 'build',
    summary:
      '检查内容，生成网站和检索索引。内容有错误时不生成，原来的网站不变。网站的网址取 site.yaml 的“网址”，设置了环境变量 SITE_URL、BASE_PATH 时以它们为准。',
    options: { content, out, strict },
    examples: ['npm run build'],
  },
  async (values) => ((await buildAndReport(values, process.stdout)).ok ? 0 : 1),
);

/** A build as `build` and `start` run it: findings and notes go to standard error, what was built to `summary`. */
export async function buildAndReport(
  values: Pick<BuildOptions, 'content' | 'out' | 'strict'>,
  summary: NodeJS.WriteStream,
): Promise<BuildResult> {
  const result = await buildSite({ ...values, ...readSiteAddress(process.env), log: logProgress });
  if (result.findings.length > 0) reportFindings(result.findings, process.stderr);
  if (result.ok) {
    for (const note of result.notes) process.stderr.write(`${printable(note)}\n`);
    const seconds = (result.milliseconds / 1000).toFixed(1);
    summary.write(
      `已生成 ${String(result.pages)} 个网页，用时 ${seconds} 秒，在“${printable(values.out)}”。\n`,
    );
  } else
    process.stderr.write(
      `内容有错误，没有生成网站；“${printable(values.out)}”没有改变。改正后请重新运行。\n`,
    );
  return result;
}
