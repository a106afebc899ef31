import { checkContent } from '../src/checks/check-content.ts';
import { content, format, strict } from '../src/command-line/options.ts';
import { reportFindings } from '../src/command-line/report-findings.ts';
import { runCommand } from '../src/command-line/run-command.ts';
import { hasErrors } from '../src/files/finding.ts';
import { readContent } from '../src/files/read-content.ts';
import { withStrictness } from '../src/publishing/strictness.ts';

await runCommand(
  {
    name: 'check',
    summary: '检查内容文件夹，列出全部错误、警告和提示。有错误时退出状态为 1。',
    options: { content, format, strict },
    examples: ['npm run check', 'npm run -s check -- --format json'],
  },
  async (values) => {
    const findings = withStrictness(checkContent(await readContent(values.content)), values.strict);
    reportFindings(findings, process.stdout, values.format);
    return hasErrors(findings) ? 1 : 0;
  },
);
