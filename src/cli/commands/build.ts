import { printable } from '../../files/printable.ts';
import { buildPart, type PartChoice } from '../../publishing/build-part.ts';
import { buildSite, type BuildOptions, type BuildResult } from '../../publishing/build.ts';
import { readSiteAddress } from '../../integration/site-address.ts';
import { flag, shareOf, texts, wholeNumber } from '../option.ts';
import { content, out, strict } from '../options.ts';
import { logProgress, logWarning, reportFindings } from '../report.ts';
import { defineCommand } from '../run-command.ts';

export default defineCommand(
  {
    name: 'build',
    summary:
      '检查内容，生成网站和检索索引。内容有错误时不生成，原来的网站不变。网站的网址取 site.yaml 的“网址”，设置了环境变量 SITE_URL、BASE_PATH 时以它们为准。',
    options: {
      ...{ content, out, strict },
      clean: flag('全部重新生成，不取用上次生成的文件'),
      only: texts({
        description:
          '只生成一部分：一个年度，或一个部门的一个年度，可以写几次。生成的是各部门自己的网页和数据，要由 --parts 合成网站',
        placeholder: 'YYYY[/部门编码]',
      }),
      shard: shareOf({
        description: '只生成一部分：把各部门分成大小相近的 M 份，生成第 N 份，好让几台机器同时做',
      }),
      jobs: wholeNumber({
        description: '用几个进程生成；不写时由内容多少、处理器个数和内存决定。内存不够时写 1',
        placeholder: 'N',
        default: undefined,
        least: 1,
        most: 64,
      }),
      parts: texts({
        description: '取用 --only 或 --shard 生成的部分，可以写几次；与现在的内容不符的不用，重新生成',
        placeholder: 'DIR',
      }),
    },
    examples: [
      'npm run build',
      'npm run build -- --shard 1/2 --out parts/1',
      'npm run build -- --parts parts/1 --parts parts/2',
    ],
  },
  async ({ only, shard, ...values }) => {
    if (only.length === 0 && shard === undefined) {
      return (await buildAndReport(values, process.stdout)).ok ? 0 : 1;
    }
    if (values.parts.length > 0 || (only.length > 0 && shard !== undefined)) {
      process.stderr.write(
        '--only、--shard 和 --parts 一次只能用一个：前两个生成一部分，最后一个合成网站。\n',
      );
      return 2;
    }
    return (await buildPartAndReport(values, shard ?? { only })) ? 0 : 1;
  },
);

/** A build as `build` and `start` run it: findings and notes go to standard error, what was built to `summary`. */
export async function buildAndReport(
  {
    clean: isClean = false,
    ...values
  }: Pick<BuildOptions, 'content' | 'out' | 'strict' | 'parts' | 'jobs'> & { readonly clean?: boolean },
  summary: NodeJS.WriteStream,
): Promise<BuildResult> {
  const result = await buildSite({
    ...values,
    ...readSiteAddress(process.env),
    rebuild: isClean ? 'anew' : 'reuse',
    // Machines of a pipeline are gone afterwards, and what they hand on would be twice as large.
    keepsReplaced: (process.env.CI ?? '') === '',
    ...{ log: logProgress, warn: logWarning },
  });
  if (result.findings.length > 0) reportFindings(result.findings, process.stderr);
  if (result.ok) {
    for (const note of result.notes) process.stderr.write(`${printable(note)}\n`);
    const seconds = (result.milliseconds / 1000).toFixed(1);
    summary.write(
      `已生成 ${String(result.pages)} 个网页，用时 ${seconds} 秒${result.processes === 1 ? '' : `，用了 ${String(result.processes)} 个进程`}，在“${printable(values.out)}”。${told(result.taken, '与上次的一样，没有重做')}${told(result.joined, '取自先前生成的部分')}\n`,
    );
  } else
    process.stderr.write(
      `内容有错误，没有生成网站；“${printable(values.out)}”没有改变。改正后请重新运行。\n`,
    );
  return result;
}

const told = (files: number, what: string) => (files === 0 ? '' : `其中 ${String(files)} 个文件${what}。`);

async function buildPartAndReport(
  { content, out, strict }: Pick<BuildOptions, 'content' | 'out' | 'strict'>,
  choice: PartChoice,
): Promise<boolean> {
  const result = await buildPart({
    ...{ content, out, ...(strict === undefined ? {} : { strict }), choice },
    ...readSiteAddress(process.env),
    ...{ log: logProgress, warn: logWarning },
  });
  if (result.findings.length > 0) reportFindings(result.findings, process.stderr);
  if (!result.ok) {
    process.stderr.write('内容有错误，没有生成。改正后请重新运行。\n');
    return false;
  }
  for (const note of result.notes) process.stderr.write(`${printable(note)}\n`);
  const seconds = (result.milliseconds / 1000).toFixed(1);
  process.stdout.write(
    `已生成 ${String(result.units.length)} 个部门年度的 ${String(result.files)} 个文件，用时 ${seconds} 秒，在“${printable(out)}”。用 build --parts ${printable(out)} 合成网站。\n`,
  );
  return true;
}
