import { content, department, optional, year } from '../options.ts';
import { choice } from '../option.ts';
import { defineCommand } from '../run-command.ts';
import { printable } from '../../files/printable.ts';
import { readContent } from '../../files/read-content.ts';
import { displayPath } from '../../files/read-file.ts';
import { planStart, writeStart } from '../../files/start-project.ts';
import { isDepartmentCode } from '../../model/project-code.ts';
import { MONEY_UNITS } from '../../model/terms.ts';

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
      unit: choice({ description: '部门的金额单位', choices: MONEY_UNITS, default: undefined }),
    },
    examples: [
      'npm run new -- --year 2023 --department 313001 --name 基层就业服务站运行经费',
      'npm run new -- --year 2023 --department 313001',
    ],
  },
  async ({ content: directory, year, department, name, code, 'department-name': departmentName, unit }) => {
    const missing = [
      ...(year === undefined ? ['--year'] : []),
      ...(department === undefined ? ['--department'] : []),
    ];
    if (year === undefined || department === undefined) {
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
    });
    await writeStart(plan);
    for (const { path } of plan.files) process.stdout.write(`${printable(displayPath(path))}\n`);
    for (const note of plan.notes) process.stderr.write(`${printable(note)}\n`);
    process.stderr.write('已新建。请用编辑器打开填写，然后运行 npm run check。\n');
    return 0;
  },
);
