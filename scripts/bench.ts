import { access, constants, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { choices, text, ValueError, type Option } from '../src/cli/option.ts';
import { content } from '../src/cli/options.ts';
import { logProgress } from '../src/cli/report.ts';
import { runCommand } from '../src/cli/run-command.ts';
import { PublishingError } from '../src/files/user-error.ts';
import { measureBuilding } from './bench/building.ts';
import { openBench, type Bench } from './bench/frame.ts';
import { measureImporting } from './bench/importing.ts';
import { measureLighthouse } from './bench/lighthouse.ts';
import { measureOpenData } from './bench/open-data.ts';
import { measurePainting } from './bench/painting.ts';
import { measureRebuilding } from './bench/rebuilding.ts';
import { measureReading } from './bench/reading.ts';
import { formatReport, introductionOf, type Measured, type Section } from './bench/report.ts';
import { measureSaving } from './bench/saving.ts';
import { measureFiltering, measureSearching } from './bench/searching.ts';
import { measureSizes } from './bench/sizes.ts';
import { measureBothSearches } from './bench/two-searches.ts';

/** All that is measured, in the order of the report. */
const SECTIONS: readonly { readonly title: string; readonly measure: (bench: Bench) => Promise<Measured> }[] =
  [
    { title: '读取内容', measure: measureReading },
    { title: '生成网站', measure: measureBuilding },
    { title: '重新生成', measure: measureRebuilding },
    { title: '导入', measure: measureImporting },
    { title: '大小', measure: measureSizes },
    { title: '开放数据', measure: measureOpenData },
    { title: '首次内容绘制', measure: measurePainting },
    { title: '检索', measure: measureSearching },
    { title: '两种检索', measure: measureBothSearches },
    { title: '筛选项目', measure: measureFiltering },
    { title: '保存后多久可见', measure: measureSaving },
    { title: 'Lighthouse', measure: measureLighthouse },
  ];

const TITLES = SECTIONS.map(({ title }) => title);

/** How many projects each made-up content has. */
const projects: Option<readonly number[]> = {
  description: '虚构内容的项目数；可以写几次，默认1000和10000',
  placeholder: 'N',
  read: (given = ['1000', '10000']) =>
    given.map((written) => {
      if (/^[1-9]\d{0,5}$/.test(written)) return Number(written);
      throw new ValueError('应是 1 到 999999 之间的整数');
    }),
};

await runCommand(
  {
    name: 'bench',
    summary: '测量速度和大小，每项都与同一次运行中的对照相比，写成 Markdown 报告。',
    options: {
      content,
      projects,
      only: choices({
        description: `只测这一部分：${TITLES.join('、')}；可以写几次`,
        choices: TITLES,
        placeholder: 'NAME',
      }),
      report: text({
        description: '报告写到哪个文件，默认 tests/bench/report.md；旁边的 .json 给程序读',
        placeholder: 'FILE',
        default: 'tests/bench/report.md',
      }),
    },
    examples: ['npm run bench', 'npm run -s bench -- --projects 1000 --only 检索 --report report.md'],
  },
  async (values) => {
    await checkReportFile(values.report);
    const load = { before: loadNow() };
    const bench = await openBench({ content: values.content, sizes: values.projects, log: logProgress });
    try {
      const sections: Section[] = [];
      for (const { title, measure } of SECTIONS.filter(({ title }) => values.only.includes(title))) {
        logProgress(`正在测量：${title}……`);
        sections.push({ title, ...(await measure(bench).catch(notMeasured)) });
      }
      const introduction = introductionOf({ ...load, after: loadNow() });
      const report = formatReport(introduction, sections);
      await writeFile(values.report, report);
      for (const { pictures } of sections)
        for (const [name, picture] of pictures ?? [])
          await writeFile(join(dirname(values.report), name), picture);
      const figures = `${JSON.stringify({ introduction, sections }, withoutPictures, 2)}\n`;
      await writeFile(values.report.replace(/(?:\.md)?$/, '.json'), figures);
      process.stdout.write(report);
      return 0;
    } finally {
      await bench.close();
    }
  },
);

/** For JSON: pictures are files of their own. */
function withoutPictures(key: string, value: unknown): unknown {
  return key === 'pictures' ? undefined : value;
}

/** The system's load of the last minute. */
function loadNow(): number {
  return loadavg()[0] ?? 0;
}

/** Refuses a report file that cannot be written, before the minutes that measuring takes. */
async function checkReportFile(file: string): Promise<void> {
  try {
    await access(dirname(file), constants.W_OK);
  } catch (cause) {
    throw new PublishingError(`报告不能写到“${file}”：没有这个文件夹，或者没有写入的权限。`, { cause });
  }
}

/** What failed is told in the report; the rest is measured all the same. */
function notMeasured(error: unknown): Measured {
  const reason = error instanceof Error ? error.message : String(error);
  return { method: `测量没有完成：\n\n\`\`\`\n${reason}\n\`\`\``, rows: [] };
}
