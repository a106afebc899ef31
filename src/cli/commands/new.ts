import { content, department, optional, year } from '../options.ts';
import { choice, wholeNumber } from '../option.ts';
import { reportFindings } from '../report.ts';
import { defineCommand } from '../run-command.ts';
import { describeProblems } from '../../documents/describe-problems.ts';
import { openTable } from '../../documents/open/open-table.ts';
import { readRows } from '../../documents/read-rows.ts';
import type { BlankForms } from '../../export/blank-forms.ts';
import { BLANK_FILES, writeBlankForms } from '../../export/write-blank-forms.ts';
import { USUAL_PERIODS } from '../../files/new-files.ts';
import { printable } from '../../files/printable.ts';
import { readContent } from '../../files/read-content.ts';
import { displayPath } from '../../files/read-file.ts';
import {
  beginDepartment,
  planStart,
  usualPeriods,
  writeStart,
  type ProjectRequest,
} from '../../files/start-project.ts';
import { UserError } from '../../files/user-error.ts';
import { readAndCheck } from '../../integration/read-and-check.ts';
import type { Indicator } from '../../model/indicator.ts';
import { isDepartmentCode } from '../../model/project-code.ts';
import { LABELS as L } from '../../model/terms.ts';
import { MONEY_UNITS } from '../../model/money-unit.ts';

export default defineCommand(
  {
    name: 'new',
    summary:
      '新建一个待填写的项目文件；部门在这一年还没有文件夹时一并新建。不写 --name 时只新建部门。写 --template 时，新建空白的官方表格。已有的文件一概不动。',
    options: {
      content,
      year: year('预算年度（必填；空白表格不写时，在表里填）'),
      department: department('部门编码（必填；空白表格不写时，在表里填）'),
      name: optional('项目名称', 'NAME'),
      code: optional('项目编码；官方文件没有或还不知道时可以不写，以后再填', 'CODE'),
      'department-name': optional('部门名称；部门在其他年度有文件时可以不写', 'NAME'),
      rows: optional(
        '绩效指标各行：从 Excel 复制的表格存成的文本文件，写“-”时从标准输入读；不写时留出空行',
        'FILE',
      ),
      unit: choice({ description: '部门的金额单位', choices: MONEY_UNITS, default: undefined }),
      template: choice({
        description: '不建项目文件，写一份空白的官方表格，Excel 或 Word；填好以后用 npm run import 导入',
        choices: BLANK_FILES,
        default: undefined,
      }),
      projects: wholeNumber({
        description: '空白表格里有几张项目表；不写时是1',
        placeholder: 'N',
        ...{ default: undefined, least: 1, most: 200 },
      }),
      out: optional('空白表格写到哪个文件；不写时在当前文件夹，名称里写明部门和年度', 'FILE'),
    },
    examples: [
      'npm run new -- --year 2023 --department 313001 --name 基层就业服务站运行经费',
      'npm run new -- --year 2023 --department 313001 --name 基层就业服务站运行经费 --rows 指标.txt',
      'npm run new -- --year 2023 --department 313001',
      'npm run new -- --template xlsx --year 2023 --department 313001 --projects 3',
    ],
  },
  async ({ content: directory, template, projects, out, ...request }) => {
    const { year, department, name, code, 'department-name': departmentName, rows, unit } = request;
    const odd = Object.entries(template === undefined ? { projects, out } : { name, code, rows });
    const given = odd.flatMap(([option, value]) => (value === undefined ? [] : [`--${option}`]));
    if (given.length > 0) {
      const why =
        template === undefined ? '只用于空白表格，要和 --template 一起写' : '不能和 --template 一起写';
      process.stderr.write(`${given.join('、')} ${why}。\n用法见 npm run new -- --help\n`);
      return 2;
    }
    if (department !== undefined && !isDepartmentCode(department)) {
      process.stderr.write(`部门编码“${printable(department)}”应是3到20位数字或字母，例如 313001。\n`);
      return 2;
    }
    if (template !== undefined) {
      const forms = await planBlankForms(directory, { year, department, departmentName, unit, projects });
      process.stdout.write(`${printable(await writeBlankForms(template, forms, out))}\n`);
      process.stderr.write('已写出空白表格。填好以后，用 npm run import 导入。\n');
      return 0;
    }
    const missing = [
      ...(year === undefined ? ['--year'] : []),
      ...(department === undefined ? ['--department'] : []),
      ...(rows !== undefined && name === undefined ? ['--name'] : []),
    ];
    if (year === undefined || department === undefined || missing.length > 0) {
      process.stderr.write(`缺少 ${missing.join('、')}。\n用法见 npm run new -- --help\n`);
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
    await writeStart(directory, plan);
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

/** Blank forms with what the content knows of the department. */
async function planBlankForms(
  directory: string,
  {
    year,
    department,
    departmentName,
    unit,
    projects = 1,
  }: Pick<ProjectRequest, 'departmentName' | 'unit'> & {
    readonly year: number | undefined;
    readonly department: string | undefined;
    readonly projects: number | undefined;
  },
): Promise<BlankForms> {
  if (department === undefined)
    return { year, code: '', name: departmentName ?? '', unit, periods: USUAL_PERIODS, projects };
  const content = await readContent(directory);
  const begun = beginDepartment(content, { department, departmentName, unit });
  return {
    ...{ year, code: department, name: begun.name, projects },
    unit: begun.isUnitKnown ? begun.unit : undefined,
    periods: usualPeriods(content, { code: department, year: year ?? Infinity }),
  };
}

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
