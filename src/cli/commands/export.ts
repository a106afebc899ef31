import { printable } from '../../files/printable.ts';
import { choice } from '../option.ts';
import { content, department, optional, year } from '../options.ts';
import { logProgress, reportFindings } from '../report.ts';
import { defineCommand } from '../run-command.ts';
import { hasErrors, type Published } from '../../files/finding.ts';
import { chooseForms, fileNameOfForms, onlyChosen, type ChosenForms } from '../../export/chosen-forms.ts';
import { exportFiles } from '../../export/export-files.ts';
import { FORM_FILES } from '../../export/output-file.ts';
import { readAndCheck } from '../../integration/read-and-check.ts';
import { readSiteAddress } from '../../integration/site-address.ts';
import { checkOutputFile } from '../../export/output-file.ts';
import { UserError } from '../../files/user-error.ts';
import { findBrowser } from '../../../scripts/find-browser.mjs';
import { SetupError } from '../../../scripts/setup/setup-error.mjs';

export default defineCommand(
  {
    name: 'export',
    summary: '把内容写成官方格式的绩效目标表：一个部门的全部表格装订成册（带目录），或一个项目的一张表。',
    options: {
      to: choice({
        description: '写成哪种文件：Word、Excel、PDF',
        choices: FORM_FILES,
        default: 'pdf',
      }),
      content,
      year: year('预算年度；不写时是最近一年'),
      department: department('部门编码；只有一个部门时可以不写；写成Word、Excel时不写，就是每个部门一个文件'),
      project: optional('项目编码；写了就只导出这一张表', 'CODE'),
      out: optional('写到哪个文件；不写时在当前文件夹，用写明内容的名称', 'FILE'),
    },
    mode: 'development',
    examples: [
      'npm run export -- --to docx',
      'npm run export -- --to xlsx --year 2022 --department 313001 --out 绩效目标表.xlsx',
      'npm run export -- --to pdf --project 13060522P004064100019',
    ],
  },
  async ({ to = 'pdf', content: directory, year, department, project, out }) => {
    const { content: read, ...judgement } = await readAndCheck(directory);
    if (hasErrors(judgement.findings)) {
      reportFindings(judgement.findings, process.stderr);
      process.stderr.write('内容有错误，没有写出文件。改正后请重新运行。\n');
      return 1;
    }
    const chosen = chooseForms(read.site, { year, department, project });
    if (to === 'pdf') {
      return await exportToPdf({ site: read.site, ...judgement }, directory, onlyChosen(chosen), out);
    }
    // One file can be named where one is written.
    for (const { file, forms } of await exportFiles(
      out === undefined ? chosen : [onlyChosen(chosen)],
      to,
      out,
    )) {
      process.stdout.write(`已写入“${printable(file)}”，共${String(forms)}张表。\n`);
    }
    if (to === 'docx' && chosen.some(({ kind }) => kind === 'book')) {
      process.stderr.write('目录的页码要在Word或WPS里填上：点一下目录，按F9。\n');
    }
    return 0;
  },
);

async function exportToPdf(
  published: Published,
  directory: string,
  chosen: ChosenForms,
  out = fileNameOfForms(chosen),
): Promise<0> {
  await checkOutputFile(out, 'pdf');
  // Only here is it known that a browser is needed: what npm runs before a command does not see its options.
  if (process.env.npm_lifecycle_event === 'export') await setUpBrowser();
  const browser = findBrowser();
  if (browser === undefined) {
    throw new UserError(
      '没有找到浏览器，不能写出PDF。请安装 Chromium、Chrome 或 Edge，或用环境变量 CHROMIUM_PATH 指明它的位置。',
    );
  }
  // Loaded only now: the browser's driver and the PDF reader are large, and a refusal should not wait for them.
  const { exportPdf } = await import('../../pdf/export-pdf.ts');
  const address = readSiteAddress(process.env);
  const pages = await exportPdf({ published, directory, address, chosen, out, browser, log: logProgress });
  process.stdout.write(`已写入“${printable(out)}”，共${String(pages)}页。\n`);
  return 0;
}

/** Brings a browser and a Chinese font where they are missing, as the set-up of every npm command does. */
async function setUpBrowser(): Promise<void> {
  const { ensureBrowser } = await import('../../../scripts/setup/browser.mjs');
  try {
    ensureBrowser();
  } catch (error) {
    throw error instanceof SetupError ? new UserError(error.message) : error;
  }
}
