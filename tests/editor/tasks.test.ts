import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/files/finding.ts';
import { formatFindings } from '../../src/files/format-findings.ts';

interface Matcher {
  readonly severity: string;
  readonly pattern: readonly { readonly regexp: string; readonly message?: number }[];
}

interface Task {
  readonly label: string;
  readonly script: string;
  readonly problemMatcher: readonly Matcher[];
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const { tasks } = read('.vscode/tasks.json') as { readonly tasks: readonly Task[] };

/** The problems that VS Code makes of a task's output, as it does: each pattern takes the next line. */
function problemsOf({ severity, pattern }: Matcher, output: string): readonly string[] {
  const lines = output.split('\n');
  return lines.flatMap((_, start) => {
    const found = pattern.map(({ regexp }, index) => new RegExp(regexp).exec(lines[start + index] ?? ''));
    const [head, body] = found;
    if (!head || (pattern.length > 1 && !body)) return [];
    return [[severity, ...head.slice(1), ...(body?.slice(1) ?? [])].join(' ')];
  });
}

describe('the tasks for VS Code', () => {
  it('run commands that there are', () => {
    const { scripts } = read('package.json') as { readonly scripts: Readonly<Record<string, string>> };
    expect(tasks.map(({ script }) => script)).toEqual(['check', 'dev', 'hook']);
    expect(tasks.filter(({ script }) => scripts[script] === undefined)).toEqual([]);
  });

  it('turn what check prints into problems with file, line, column and rule', () => {
    const finding = {
      file: { path: 'content/2099/999001/department.md', text: '年度: 九九\n' },
      range: { start: 4, end: 6 },
      severity: 'error',
      rule: 'field/type',
      message: '年度应是四位数字。',
    } as const satisfies Finding;
    const warning = { ...finding, severity: 'warning', rule: 'text/filler' } as const;
    const elsewhere = { path: 'content/site.yaml', text: '' };
    const output = formatFindings([finding, warning, { ...warning, file: elsewhere }], 'text');
    const check = tasks.find(({ script }) => script === 'check');
    expect(check?.problemMatcher.map((matcher) => problemsOf(matcher, output))).toEqual([
      ['error content/2099/999001/department.md 1 5 field/type 年度应是四位数字。'],
      ['warning content/2099/999001/department.md 1 5 text/filler 年度应是四位数字。'],
      [],
      ['warning content/site.yaml 1 1 同样的警告'],
    ]);
  });
});
