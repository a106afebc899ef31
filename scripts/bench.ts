import { access, constants, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { text, wholeNumber } from '../src/command-line/option.ts';
import { content } from '../src/command-line/options.ts';
import { logProgress } from '../src/command-line/progress.ts';
import { runCommand } from '../src/command-line/run-command.ts';
import { PublishingError } from '../src/publishing/publishing-error.ts';
import { browserSections } from './bench/browser-sections.ts';
import { buildingSection, buildSite } from './bench/building.ts';
import { measureLighthouse } from './bench/lighthouse/measure-lighthouse.ts';
import { writeMadeUpContent } from './bench/made-up-content.ts';
import { measureReading } from './bench/reading.ts';
import { formatReport, introductionOf, type Section } from './bench/report.ts';
import { savingSection } from './bench/saving-section.ts';
import { measureSizes } from './bench/sizes.ts';
import { openTemporaryFolder } from './bench/temporary-folder.ts';
import { twoSearches } from './bench/two-searches.ts';

/** The system's load of the last minute. */
const loadNow = () => loadavg()[0] ?? 0;

await runCommand(
  {
    name: 'bench',
    summary: '测量速度和大小，每项都与同一次运行中的对照相比，写成 Markdown 报告。',
    options: {
      content,
      projects: wholeNumber({
        description: '虚构内容的项目数，默认1000',
        placeholder: 'N',
        default: 1000,
        least: 1,
        most: 100_000,
      }),
      report: text({
        description: '报告写到哪个文件，默认 bench-report.md',
        placeholder: 'FILE',
        default: 'bench-report.md',
      }),
    },
    examples: ['npm run bench', 'npm run -s bench -- --projects 10000 --report report.md'],
  },
  async (values) => {
    await checkReportFile(values.report);
    const folder = openTemporaryFolder();
    try {
      const before = loadNow();
      const sections = await measure(values.content, values.projects, folder.path);
      const report = formatReport(introductionOf({ before, after: loadNow() }), sections);
      await writeFile(values.report, report);
      process.stdout.write(report);
      return 0;
    } finally {
      folder.remove();
    }
  },
);

/** Refuses a report file that cannot be written, before the minutes that measuring takes. */
async function checkReportFile(file: string): Promise<void> {
  try {
    await access(dirname(file), constants.W_OK);
  } catch (cause) {
    throw new PublishingError(`报告不能写到“${file}”：没有这个文件夹，或者没有写入的权限。`, { cause });
  }
}

/** Measures everything, one after the other; what is made on the way lies in `folder`. */
async function measure(real: string, projects: number, folder: string): Promise<readonly Section[]> {
  logProgress(`正在写${String(projects)}个虚构项目……`);
  const madeUp = join(folder, 'content');
  const files = await writeMadeUpContent(madeUp, projects);
  logProgress('正在测量读取……');
  const reading = await measureReading(madeUp, files);
  logProgress('正在测量生成……');
  const realSite = await buildSite({
    name: '现有内容',
    content: real,
    folder: join(folder, 'real'),
    runs: 3,
  });
  const sites = [
    realSite,
    await buildSite({ name: '虚构内容', content: madeUp, folder: join(folder, 'made-up'), runs: 1 }),
  ];
  logProgress('正在测量大小……');
  const sizes = await measureSizes(sites);
  const inBrowser = await browserSections(sites, logProgress);
  const lighthouse = await measureLighthouse(realSite, logProgress);
  const contents = [
    { name: '现有内容', content: real },
    { name: '虚构内容', content: madeUp },
  ];
  logProgress('正在比较两种检索……');
  const searches = await twoSearches(contents);
  const saving = await savingSection(contents, folder, logProgress);
  return [reading, buildingSection(sites), sizes, ...inBrowser, searches, lighthouse, saving];
}
