import { MONEY_UNITS } from '../../model/money-unit.ts';
import { isAgreed } from '../ask.ts';
import { content, year } from '../options.ts';
import { logProgress } from '../report.ts';
import { choice, day, flag, texts, ValueError, type Option } from '../option.ts';
import { defineCommand } from '../run-command.ts';
import { printable } from '../../files/printable.ts';
import { describeImport } from '../../documents/describe-import.ts';
import { findDocuments } from '../../documents/open/find-documents.ts';
import { importDocuments } from '../../documents/import-documents.ts';
import { reportImport } from '../../documents/report-import.ts';
import type { Answers } from '../../documents/read-document.ts';

/** `--department 313001`, or `--department 示例局=313001` for each department of a document, or for one unnamed. */
const departments: Option<Pick<Answers, 'department' | 'name' | 'codes'>> = {
  ...texts({
    description:
      '部门编码，文件中没有写明时用；名称也没有写明的，写“名称=编码”；一份文件有几个部门的，每个部门写一次',
    placeholder: 'CODE',
  }),
  read: (given = []) => {
    const codes = new Map<string, string>();
    let department: string | undefined;
    for (const written of given) {
      const [name = '', code, ...others] = written.split('=');
      if (others.length > 0 || name === '' || code === '') throw new ValueError('应是“编码”或“名称=编码”');
      if (code === undefined) department = name;
      else codes.set(name.replace(/\s+/g, ''), code);
    }
    const [name] = codes.size === 1 ? codes.keys() : [];
    return { department, name, codes };
  },
};

export default defineCommand(
  {
    name: 'import',
    summary:
      '把官方文件转成内容文件。先报告读出了什么、将要写什么、检查结果；与现有文件不同的，逐栏列出并保留原样。',
    operands: {
      placeholder: 'FILE…',
      description:
        '官方文件：Word（.docx、.doc）、Excel（.xlsx、.xls）、网页、WPS 或 OpenDocument 文件，或 Word 另存的纯文本；也可以是放这些文件的文件夹。同一部门同一年的几份文件合成一份导入',
      least: 1,
      most: 1000,
    },
    options: {
      content,
      year: year('预算年度；不写时从文件中读出'),
      department: departments,
      unit: choice({ description: '金额单位，文件中没有写明时用', choices: MONEY_UNITS, default: undefined }),
      adjustment: day({
        description:
          '这些文件是年度中间的预算调整，从这一天起有效：改了的项目先存进 earlier 文件夹，再换成新的',
        placeholder: 'YYYY-MM-DD',
      }),
      yes: flag('不询问，直接写入'),
      'dry-run': flag('只报告，不写入'),
      format: choice({
        description:
          '报告的格式：给人看，或给程序读（分 documents、skipped、departments、files、absent、checks 六部分）',
        choices: ['text', 'json'],
        default: 'text',
      }),
      force: flag('与现有文件不同的也替换（编辑补充的内容保留，例如核对说明、联系电话、来源的网址）'),
    },
    examples: [
      'npm run import -- 文件.txt',
      'npm run import -- 上半年.docx 下半年.docx',
      'npm run import -- 文件夹',
      'npm run import -- --year 2023 --yes 文件.txt',
      'npm run import -- --adjustment 2022-07-15 调整文件.docx',
    ],
  },
  async (options, given) => {
    const { content: directory, year, department, unit, adjustment, yes, force, format } = options;
    const dryRun = options['dry-run'];
    const answers = { year, ...department, unit };
    const { paths, skipped } = await findDocuments(given);
    const planned = await importDocuments({ directory, paths, answers, force, adjustment, log: logProgress });
    const report = reportImport(planned, skipped);
    process.stdout.write(
      format === 'json'
        ? `${JSON.stringify(report, undefined, 2)}\n`
        : printable(describeImport(report, force)),
    );
    if (dryRun) {
      if (format === 'text') process.stderr.write('只是报告，没有写入任何文件。\n');
      return 0;
    }
    if (planned.toWrite.length === 0) return 0;
    if (!yes && !process.stdin.isTTY) {
      process.stderr.write(
        '这里不是终端，不能询问，没有写入任何文件。看过上面列出的以后，请加 --yes 再运行。\n',
      );
      return 2;
    }
    if (!yes && !(await isAgreed(`写入这${String(planned.toWrite.length)}个文件？`))) {
      process.stderr.write('没有写入任何文件。\n');
      return 0;
    }
    await planned.write();
    (format === 'json' ? process.stderr : process.stdout).write(
      `已写入${String(planned.toWrite.length)}个文件。\n`,
    );
    return 0;
  },
);
