import { content, department, optional, year } from '../options.ts';
import { choice } from '../option.ts';
import { reportFindings } from '../report.ts';
import { defineCommand } from '../run-command.ts';
import { describeProblems } from '../../documents/describe-problems.ts';
import { openTable } from '../../documents/open/open-table.ts';
import { readRows } from '../../documents/read-rows.ts';
import { printable } from '../../files/printable.ts';
import { readContent } from '../../files/read-content.ts';
import { displayPath } from '../../files/read-file.ts';
import { planStart, writeStart } from '../../files/start-project.ts';
import { UserError } from '../../files/user-error.ts';
import { readAndCheck } from '../../integration/read-and-check.ts';
import type { Indicator } from '../../model/indicator.ts';
import { isDepartmentCode } from '../../model/project-code.ts';
import { LABELS as L, MONEY_UNITS } from '../../model/terms.ts';

export default defineCommand(
  {
    name: 'new',
    summary:
      '新建一个待填写的项目文件；部门在这一年还没有文件夹时一并新建。不写 --name 时只新建部门。已有的文件一概不动。',
    options: {
      content,
      year: year('预算年度（必填）'),
      department: department('部门编码（必填）'),
      name: optional('项目名称', 'NAME'),
      code: optional('项目编码；官方文件没有或还不知道时可以不写，以后再填', 'CODE'),
      'department-name': optional('部门名称；部门在其他年度有文件时可以不写', 'NAME'),
      rows: optional(
        '绩效指标各行：从 Excel 复制的表格存成的文本文件，写“-”时从标准输入读；不写时留出空行',
        'FILE',
      ),
      unit: choice({ description: '部门的金额单位', choices: MONEY_UNITS, default: undefined }),
    },
    examples: [
      'npm run new -- --year 2023 --department 313001 --name 基层就业服务站运行经费',
      'npm run new -- --year 2023 --department 313001 --name 基层就业服务站运行经费 --rows 指标.txt',
      'npm run new -- --year 2023 --department 313001',
    ],
  },
  async ({
    content: directory,
    year,
    department,
    name,
    code,
    'department-name': departmentName,
    rows,
    unit,
  }) => {
    const missing = [
      ...(year === undefined ? ['--year'] : []),
      ...(department === undefined ? ['--department'] : []),
      ...(rows !== undefined && name === undefined ? ['--name'] : []),
    ];
    if (year === undefined || department === undefined || missing.length > 0) {
      process.stderr.write(`缺少 ${missing.join('、')}。\n用法见 npm run new -- --help\n`);
      return 2;
    }
    if (!isDepartmentCode(department)) {
      process.stderr.write(`部门编码“${printable(department)}”应是3到20位数字或字母，例如 313001。\n`);
      return 2;
    }
    const plan = planStart(await readContent(directory), {
      year,
      department,
      name,
      code,
      departmentName,
      unit,
      indicators: rows === undefined ? undefined : await openRows(rows),
    });
    await writeStart(plan);
    for (const { path } of plan.files) process.stdout.write(`${printable(displayPath(path))}\n`);
    for (const note of plan.notes) process.stderr.write(`${printable(note)}\n`);
    process.stderr.write('已新建。请用编辑器打开填写。\n');
    const written = new Set(plan.files.map(({ path }) => displayPath(path)));
    const { findings } = await readAndCheck(directory);
    // What is blank was said, but for rows that the table should have.
    const found = findings.filter(({ file, value = '', subject }) => {
      return written.has(file.path) && (value !== '' || subject?.location.startsWith(L.indicators) === true);
    });
    if (found.length > 0) reportFindings(found, process.stderr);
    return 0;
  },
);

/** The rows of a pasted table. Throws a UserError that says what cannot be placed. */
async function openRows(path: string): Promise<readonly Indicator[]> {
  if (path === '-' && process.stdin.isTTY) {
    process.stderr.write('请在这里粘贴表格，然后按 Ctrl+D（Windows 上按 Ctrl+Z 再按回车）。\n');
  }
  const reading = readRows(await openTable(path));
  if ('indicators' in reading) return reading.indicators;
  const lines = describeProblems(path === '-' ? '粘贴的表格' : path, reading.problems);
  throw new UserError([...lines, '没有写入任何文件。请改正表格后重新运行。'].join('\n'));
}
