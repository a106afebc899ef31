import { hasErrors, type Finding } from '../files/finding.ts';
import { formatFindings } from '../files/format-findings.ts';

/**
 * What an editor reads when committing: all errors, which stop the commit, or else the open warnings in the files
 * that this commit changes. What was there before is no news, so it is counted only.
 */
export function stagedReport(
  findings: readonly Finding[],
  changed: ReadonlySet<string>,
  colour: boolean,
): string {
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
