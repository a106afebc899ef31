import { content } from '../options.ts';
import { flag } from '../option.ts';
import { reportFindings } from '../report.ts';
import { defineCommand } from '../run-command.ts';
import { describeFixes } from '../../files/fix/describe-fixes.ts';
import { fixContent } from '../../files/fix/fix-content.ts';
import { printable } from '../../files/printable.ts';

export default defineCommand(
  {
    name: 'fix',
    summary:
      '修整内容文件中不需要判断的地方：排列、缩进、全角标点、编码。列出改动；拿不准的文件一个字也不动，并说明原因。',
    options: { content, 'dry-run': flag('只列出将要作的改动，不写入') },
    examples: ['npm run fix -- --dry-run', 'npm run fix'],
  },
  async ({ content: directory, 'dry-run': dryRun }) => {
    const { files, findings, write } = await fixContent(directory);
    if (!dryRun) await write();
    process.stdout.write(printable(describeFixes(files, dryRun)));
    const left = files.filter((file) => file.kind === 'left');
    const remaining = [...findings, ...left.flatMap((file) => file.findings)];
    if (remaining.length > 0) reportFindings(remaining, process.stdout);
    return left.length > 0 || findings.length > 0 ? 1 : 0;
  },
);
