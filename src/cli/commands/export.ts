import { choice } from '../option.ts';
import { content, department, optional, year } from '../options.ts';
import { logProgress, reportFindings } from '../report.ts';
import { defineCommand } from '../run-command.ts';
import { hasErrors } from '../../files/finding.ts';
import { readAndCheck } from '../../integration/read-and-check.ts';
import { chooseForms, fileNameOfForms } from '../../pdf/chosen-forms.ts';
import { readSiteAddress } from '../../integration/site-address.ts';
import { findBrowser } from '../../../scripts/find-browser.mjs';

export default defineCommand(
  {
    name: 'export',
    summary: '把内容写成官方格式的绩效目标表：一个部门的全部表格装订成册（带目录），或一个项目的一张表。',
    options: {
      to: choice({
        description: '写成哪种文件',
        choices: ['pdf'],
        default: 'pdf',
      }),
      content,
      year: year('预算年度；不写时是最近一年'),
      department: department('部门编码；只有一个部门时可以不写'),
      project: optional('项目编码；写了就只导出这一张表', 'CODE'),
      out: optional('写到哪个文件；不写时在当前文件夹，如 313001-2022.pdf', 'FILE'),
    },
    mode: 'development',
    examples: [
      'npm run export -- --to pdf',
      'npm run export -- --to pdf --year 2022 --department 313001 --out 绩效目标表.pdf',
      'npm run export -- --to pdf --project 13060522P004064100019',
    ],
  },
  async ({ content: directory, year, department, project, out }) => {
    const { content: read, ...judgement } = await readAndCheck(directory);
    if (hasErrors(judgement.findings)) {
      reportFindings(judgement.findings, process.stderr);
      process.stderr.write('内容有错误，没有写出文件。改正后请重新运行。\n');
      return 1;
    }
    const chosen = chooseForms(read.site, { year, department, project });
    const file = out ?? fileNameOfForms(chosen);
    const browser = findBrowser();
    if (browser === undefined) {
      process.stderr.write(
        '没有找到浏览器，不能写出PDF。请安装 Chromium、Chrome 或 Edge，或用环境变量 CHROMIUM_PATH 指明它的位置。\n',
      );
      return 1;
    }
    // Loaded only now: the browser's driver and the PDF reader are large, and a refusal should not wait for them.
    const { exportPdf } = await import('../../pdf/export-pdf.ts');
    const pages = await exportPdf({
      published: { site: read.site, ...judgement },
      directory,
      address: readSiteAddress(process.env),
      chosen,
      out: file,
      browser,
      log: logProgress,
    });
    process.stdout.write(`已写入“${file}”，共${String(pages)}页。\n`);
    return 0;
  },
);
