import { buildSite, type BuildResult } from '../publishing/build.ts';
import { readSiteAddress } from '../publishing/site-address.ts';
import { logProgress } from './progress.ts';
import { reportFindings } from './report-findings.ts';

export interface BuildValues {
  readonly content: string;
  readonly out: string;
  readonly strict: boolean;
}

/** A build as `build` and `start` run it: the findings and notes go to standard error. */
export async function buildAndReport({ content, out, strict }: BuildValues): Promise<BuildResult> {
  const result = await buildSite({
    content,
    out,
    strict,
    ...readSiteAddress(process.env),
    log: logProgress,
  });
  if (result.findings.length > 0) reportFindings(result.findings, process.stderr);
  if (!result.ok) process.stderr.write(`内容有错误，没有生成网站；“${out}”没有改变。改正后请重新运行。\n`);
  else for (const note of result.notes) process.stderr.write(`${note}\n`);
  return result;
}

/** One line that says what was built. */
export function summaryOf({ pages, milliseconds }: Extract<BuildResult, { ok: true }>, out: string): string {
  return `已生成 ${String(pages)} 个网页，用时 ${(milliseconds / 1000).toFixed(1)} 秒，在“${out}”。\n`;
}
