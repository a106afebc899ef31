import { join } from 'node:path';
import { hasErrors, type Finding } from '../files/finding.ts';
import { formatFindings } from '../files/format-findings.ts';
import { displayPath } from '../files/read-file.ts';
import { gitIn } from '../git/run-git.ts';
import { takeStagedContent } from '../git/staged-content.ts';
import { readAndCheck } from '../integration/read-and-check.ts';

/** Checks the content as the next commit will have it, and tells an editor; gives whether it may be committed. */
export async function checkStaged(directory: string): Promise<boolean> {
  const staged = takeStagedContent(gitIn(process.cwd()), directory);
  if (staged === undefined) return true;
  try {
    const read = await readAndCheck(join(staged.root, directory));
    const findings = read.findings.map((finding) => withoutFolder(finding, `${displayPath(staged.root)}/`));
    const colour = process.stderr.isTTY && process.env.NO_COLOR === undefined;
    process.stderr.write(stagedReport(findings, staged.changed, colour));
    return !hasErrors(findings);
  } finally {
    staged.remove();
  }
}

/** A finding as the editor knows the files: not where they were written out to be checked. */
function withoutFolder(finding: Finding, folder: string): Finding {
  const rename = (text: string) => text.replaceAll(folder, '');
  const { file, message, hint } = finding;
  return {
    ...finding,
    file: { ...file, path: rename(file.path) },
    message: rename(message),
    ...(hint === undefined ? {} : { hint: rename(hint) }),
  };
}

/**
 * What an editor reads when committing: all errors, which stop the commit, or else the open warnings in the files
 * that this commit changes. What was there before is no news, so it is counted only.
 */
function stagedReport(findings: readonly Finding[], changed: ReadonlySet<string>, colour: boolean): string {
  if (hasErrors(findings)) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    return [
      formatFindings(errors, 'text', { colour }),
      '没有提交：将要提交的内容有错误，什么也没有丢。请照上面的提示改正并保存，',
      '然后运行 git add content，再提交一次（VS Code 里是“+”，再点“提交”）。',
      '',
    ].join('\n');
  }
  const open = findings.filter(
    ({ severity, explanation, file }) =>
      severity === 'warning' && explanation === undefined && changed.has(file.path),
  );
  if (open.length === 0) return '已检查将要提交的内容，没有错误。\n';
  return `${formatFindings(open, 'text', { colour })}已检查将要提交的内容，没有错误；上面的警告不妨碍提交。\n`;
}
