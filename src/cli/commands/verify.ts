import { MONEY_UNITS } from '../../model/money-unit.ts';
import { labelWords } from '../../documents/forms/labels.ts';
import { describeSkipped } from '../../documents/describe-import.ts';
import { findDocuments } from '../../documents/open/find-documents.ts';
import { openDocument } from '../../documents/open/open-document.ts';
import { describeProblems } from '../../documents/describe-problems.ts';
import { describeLeftOut, describeWithPlace } from '../../documents/verify/describe-verification.ts';
import {
  foldersWith,
  missingIn,
  verifyDocument,
  type SeenVersion,
} from '../../documents/verify/verify-document.ts';
import { keptDocumentName } from '../../files/document-name.ts';
import { hasErrors } from '../../files/finding.ts';
import { documentFile } from '../../files/layout.ts';
import { printable } from '../../files/printable.ts';
import type { Content } from '../../files/read-content.ts';
import { readAndCheck } from '../../integration/read-and-check.ts';
import { readSiteAddress } from '../../integration/site-address.ts';
import { describeVerification, verificationRecord } from '../../publishing/describe-verification.ts';
import { isSite, verifyBuild } from '../../publishing/verify-build.ts';
import { choice, flag } from '../option.ts';
import { content, department, out, year } from '../options.ts';
import { logProgress, logWarning, reportFindings } from '../report.ts';
import { defineCommand, type ExitStatus } from '../run-command.ts';

export default defineCommand(
  {
    name: 'verify',
    summary:
      '把官方文件与内容逐格核对，一致时退出状态为 0，不一致时列出每一处，为 1。不写文件时，用现在的内容重新生成网站，与已生成的（或下载的副本）逐字节比较，并说明生成以后什么改过。',
    operands: {
      placeholder: '[DOCUMENT…]',
      description: '要核对的官方文件，或放这些文件的文件夹；几份文件合起来核对，内容里的项目要在其中一份里有',
      least: 0,
      most: 1000,
    },
    options: {
      content,
      out,
      year: year('预算年度；不写时从文件中读出，文件中没有的从内容里找'),
      department: department('部门编码，文件中没有写明、从内容和各部门的 sources 里也找不到时用'),
      unit: choice({ description: '金额单位，文件中没有写明时用', choices: MONEY_UNITS, default: undefined }),
      format: choice({
        description: '核对网站时，结果给人看，或给程序读',
        choices: ['text', 'json'],
        default: 'text',
      }),
      sources: flag('核对各部门 sources 文件夹里的官方文件；程序读不出表格的（例如 PDF）跳过'),
    },
    examples: ['npm run verify -- 文件.docx', 'npm run verify -- --sources', 'npm run verify'],
  },
  async ({ content: directory, out: site, year, department, unit, sources, format }, paths) => {
    if (format === 'json' && (sources || paths.length > 0)) {
      process.stderr.write('--format json 只用于核对网站，不能和文件或 --sources 一起用。\n');
      return 2;
    }
    if (sources) return await verifyAllSources(directory);
    if (paths.length === 0) return await verifySite(directory, site, format === 'json');
    const { content: read, findings } = await readAndCheck(directory);
    const isBroken = findings.filter(
      ({ severity, rule }) => severity === 'error' && rule.startsWith('yaml/'),
    );
    if (hasErrors(isBroken)) {
      reportFindings(isBroken, process.stderr);
      process.stderr.write('内容里有读不出的文件，不能核对。改正后请重新运行。\n');
      return 1;
    }
    const found = await findDocuments(paths);
    for (const one of found.skipped) process.stderr.write(printable(`${describeSkipped(one)}\n`));
    return await verifyDocuments(read, found.paths, { year, department, unit });
  },
);

async function verifyDocuments(
  content: Content,
  paths: readonly string[],
  answers: Parameters<typeof verifyDocument>[4],
): Promise<ExitStatus> {
  const words = labelWords(content.importWords);
  const seen: SeenVersion[] = [];
  const lines: string[] = [];
  let [differences, corrected] = [0, 0];
  for (const path of paths) {
    logProgress(`正在核对“${path}”……`);
    const opened = await openDocument(path, words);
    const holding = foldersWith(content.departments, opened);
    const found = verifyDocument(opened.body, keptDocumentName(opened.fileName), content, words, answers, {
      holding,
    });
    if ('problems' in found) {
      process.stdout.write(printable(`${describeProblems(path, found.problems).join('\n')}\n不能核对。\n`));
      return 1;
    }
    lines.push(...found.differences.map(describeWithPlace), ...describeLeftOut(found.leftOut));
    differences += found.differences.length;
    corrected += found.corrected;
    seen.push(...found.seen);
  }
  const missing = missingIn(seen);
  differences += missing.length;
  const projects = new Set(
    seen.flatMap(({ folder, records }) => [...records].map((record) => `${folder.path} ${record}`)),
  ).size;
  const exceptions = corrected === 0 ? '' : `（除正式更正过的${String(corrected)}处外）`;
  const result =
    differences === 0
      ? `一致：${String(projects)}个项目逐格核对，内容与文件相同${exceptions}。`
      : `不一致：${String(differences)}处不同${exceptions}。`;
  process.stdout.write(printable([...lines, ...missing.map(describeWithPlace), result, ''].join('\n')));
  return differences === 0 ? 0 : 1;
}

async function verifyAllSources(directory: string): Promise<ExitStatus> {
  const { content: read, findings } = await readAndCheck(directory);
  const differing = findings.filter(({ rule }) => rule === 'source/differs');
  const verified = read.site.departments.flatMap((own) =>
    (own.verified ?? []).map(({ fileName }) => documentFile(directory, own, fileName)),
  );
  for (const path of verified) process.stdout.write(printable(`一致：${path}\n`));
  if (differing.length > 0) reportFindings(differing, process.stdout);
  else if (verified.length === 0)
    process.stdout.write('各部门的 sources 里没有读得出表格的官方文件，没有核对。\n');
  return differing.length === 0 ? 0 : 1;
}

async function verifySite(directory: string, out: string, isJson: boolean): Promise<ExitStatus> {
  if (!isSite(out)) {
    process.stderr.write(
      `“${printable(out)}”里没有网站。请先运行 npm run build，或用 --out 写明网站在哪里。\n`,
    );
    return 2;
  }
  const verified = await verifyBuild({
    ...{ content: directory, out, log: logProgress, warn: logWarning },
    ...readSiteAddress(process.env),
  });
  if (!verified.ok) {
    reportFindings(verified.result.findings, process.stderr);
    process.stderr.write('内容有错误，不能生成网站来比较。改正后请重新运行。\n');
    return 1;
  }
  process.stdout.write(
    isJson
      ? `${JSON.stringify(verificationRecord(verified), undefined, 2)}\n`
      : describeVerification(verified, out),
  );
  return verified.isSame ? 0 : 1;
}
