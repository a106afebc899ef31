import { createInterface } from 'node:readline/promises';
import { MONEY_UNITS } from '../../model/terms.ts';
import { content, department, year } from '../options.ts';
import { choice, flag } from '../option.ts';
import { defineCommand } from '../run-command.ts';
import { printable } from '../../files/printable.ts';
import { describeImport } from '../../documents/describe-import.ts';
import { importDocuments } from '../../documents/import-documents.ts';

export default defineCommand(
  {
    name: 'import',
    summary: '把官方文件转成内容文件。先列出将要写入的文件；与现有文件不同的，列出差异并保留原样。',
    operands: {
      placeholder: 'FILE…',
      description:
        '官方文件：Word（.docx、.doc）、Excel（.xlsx、.xls）、网页、WPS 或 OpenDocument 文件，或 Word 另存的纯文本',
      least: 1,
      most: 1000,
    },
    options: {
      content,
      year: year('预算年度；不写时从文件中读出'),
      department: department('部门编码，文件中没有写明时用'),
      unit: choice({ description: '金额单位，文件中没有写明时用', choices: MONEY_UNITS, default: undefined }),
      yes: flag('不询问，直接写入'),
      force: flag('与现有文件不同的也替换（编辑补充的内容保留，例如核对说明、联系电话、来源的网址）'),
    },
    examples: ['npm run import -- 文件.txt', 'npm run import -- --year 2023 --yes 文件.txt'],
  },
  async ({ content: directory, year, department, unit, yes, force }, paths) => {
    const planned = await importDocuments({ directory, paths, answers: { year, department, unit }, force });
    process.stdout.write(printable(describeImport(planned.files, force)));
    for (const note of planned.notes) process.stderr.write(`${printable(note)}\n`);
    if (planned.toWrite.length === 0) return 0;
    if (!yes && !process.stdin.isTTY) {
      process.stderr.write(
        '这里不是终端，不能询问，没有写入任何文件。看过上面列出的以后，请加 --yes 再运行。\n',
      );
      return 2;
    }
    if (!yes && !(await agreed(planned.toWrite.length))) {
      process.stderr.write('没有写入任何文件。\n');
      return 0;
    }
    await planned.write();
    process.stdout.write(`已写入${String(planned.toWrite.length)}个文件。\n`);
    return 0;
  },
);

async function agreed(count: number): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(?:y|yes|是)$/i.test((await terminal.question(`写入这${String(count)}个文件？[y/N] `)).trim());
  } finally {
    terminal.close();
  }
}
