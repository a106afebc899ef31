import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { hasErrors, type Finding } from '../../files/finding.ts';
import { printable } from '../../files/printable.ts';
import { displayPath } from '../../files/read-file.ts';
import { readAndCheck } from '../../integration/read-and-check.ts';
import { holds } from '../../integration/output-folder.ts';
import { checkStaged } from '../check-staged.ts';
import { flag } from '../option.ts';
import { content, department, format, strict, year } from '../options.ts';
import { reportFindings } from '../report.ts';
import { defineCommand } from '../run-command.ts';

export default defineCommand(
  {
    name: 'check',
    summary:
      '检查内容文件夹，列出全部错误、警告和提示。有错误时退出状态为 1；只列出一部分时，退出状态只看列出的。',
    operands: {
      placeholder: '[FILE…]',
      description: '只列出这些文件（或文件夹）中的；不写时列出全部',
      least: 0,
      most: 100_000,
    },
    options: {
      content,
      year: year('只列出这一年的'),
      department: department('只列出这个部门的'),
      format,
      strict,
      staged: flag('检查将要提交的内容（git 暂存区里的，不是文件夹里的）；提交前的检查用它'),
    },
    examples: ['npm run check', 'npm run check -- --year 2022', 'npm run -s check -- --format json'],
  },
  async ({ content: directory, year, department, format, strict, staged }, paths) => {
    if (staged) return (await checkStaged(directory)) ? 0 : 1;
    const stranger = paths.find((path) => !holds(resolve(directory), resolve(path)) || !existsSync(path));
    if (stranger !== undefined) {
      const fault = existsSync(stranger) ? `不在内容文件夹“${directory}”里` : '不存在，请检查路径是否写对';
      process.stderr.write(`${printable(`“${stranger}”${fault}`)}。\n`);
      return 2;
    }
    const { content: read, findings } = await readAndCheck(directory, { strict });
    const isChosen = ({ file }: Finding) =>
      (paths.length === 0 || paths.some((path) => holds(resolve(path), resolve(file.path)))) &&
      isOf(file, directory, year, department);
    const chosen = findings.filter(isChosen);
    const isThere = read.departments.some(
      (own) => (year ?? own.year) === own.year && (department ?? own.code) === own.code,
    );
    if (chosen.length === 0 && !isThere && (year ?? department) !== undefined) {
      const place = [year === undefined ? '' : `${String(year)}年`, department ?? ''].filter(
        (one) => one !== '',
      );
      process.stderr.write(`内容里没有${printable(place.join('、'))}的文件夹，没有可检查的。\n`);
      return 2;
    }
    const elsewhere = findings.filter((finding) => !isChosen(finding));
    reportFindings(chosen, process.stdout, format, elsewhere);
    return hasErrors(chosen) ? 1 : 0;
  },
);

/** Whether a file is of a year and a department, by the folders in which it lies. */
function isOf(
  { path }: Finding['file'],
  directory: string,
  year: number | undefined,
  department: string | undefined,
): boolean {
  const [ownYear, ownDepartment] = relative(displayPath(directory), path).split(sep);
  return (
    (year === undefined || ownYear === String(year)) &&
    (department === undefined || ownDepartment === department)
  );
}
