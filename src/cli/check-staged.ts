import { join } from 'node:path';
import { hasErrors, type Finding } from '../files/finding.ts';
import { printable } from '../files/printable.ts';
import { displayPath } from '../files/read-file.ts';
import { repositoryOf } from '../git/run-git.ts';
import { takeStagedContent } from '../git/staged-content.ts';
import { readAndCheck } from '../integration/read-and-check.ts';
import { reportFindings } from './report.ts';

/** Checks the content as the next commit will have it, and tells an editor; gives whether it may be committed. */
export async function checkStaged(directory: string): Promise<boolean> {
  const repository = repositoryOf(directory);
  const staged = takeStagedContent(repository);
  if (staged === undefined) return true;
  try {
    const read = await readAndCheck(join(staged.root, repository.path));
    const findings = read.findings.map((finding) => withoutFolder(finding, displayPath(staged.root)));
    reportStaged(findings, staged.changed, repository.path);
    return !hasErrors(findings);
  } finally {
    staged.remove();
  }
}

/** A finding as git names the files: not where they were written out to be checked. */
function withoutFolder(finding: Finding, folder: string): Finding {
  const rename = (text: string) => text.replaceAll(`${folder}/`, '').replaceAll(folder, '.');
  const { file, message, hint } = finding;
  return {
    ...finding,
    file: { ...file, path: rename(file.path) },
    message: rename(message),
    ...(hint === undefined ? {} : { hint: rename(hint) }),
  };
}

/**
 * Tells who commits all errors, which stop the commit, or else the open warnings in the files that this commit changes.
 * What was there before is no news.
 */
function reportStaged(findings: readonly Finding[], changed: ReadonlySet<string>, path: string): void {
  const stopped = hasErrors(findings);
  const news = findings.filter(({ severity, explanation, file }) =>
    stopped
      ? severity === 'error'
      : severity === 'warning' && explanation === undefined && changed.has(file.path),
  );
  if (news.length > 0) reportFindings(news, process.stderr);
  if (stopped) {
    process.stderr.write(
      '\n没有提交：将要提交的内容有错误，什么也没有丢。请照上面的提示改正并保存，\n' +
        `然后运行 git add ${printable(path)}，再提交一次（VS Code 里是“+”，再点“提交”）。\n`,
    );
  } else {
    process.stderr.write(
      `已检查将要提交的内容，没有错误${news.length > 0 ? '；上面的警告不妨碍提交' : ''}。\n`,
    );
  }
}
