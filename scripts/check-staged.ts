import { checkContent } from '../src/checks/check-content.ts';
import { content } from '../src/command-line/options.ts';
import { stagedReport } from '../src/command-line/report-staged.ts';
import { runCommand } from '../src/command-line/run-command.ts';
import { hasErrors } from '../src/files/finding.ts';
import { readContent } from '../src/files/read-content.ts';
import { gitIn } from '../src/git/run-git.ts';
import { takeStagedContent } from '../src/git/staged-content.ts';

await runCommand(
  {
    name: 'check:staged',
    summary: '检查将要提交的内容（git 暂存区里的，不是文件夹里的）。提交前的检查用它。',
    options: { content },
  },
  async ({ content: directory }) => {
    const staged = takeStagedContent(gitIn(process.cwd()), directory);
    if (staged === undefined) return 0;
    // Findings name files relative to the working directory, so that they read as the editor knows them.
    process.chdir(staged.root);
    const findings = checkContent(await readContent(directory));
    const colour = process.stderr.isTTY && process.env.NO_COLOR === undefined;
    process.stderr.write(stagedReport(findings, staged.changed, colour));
    return hasErrors(findings) ? 1 : 0;
  },
);
