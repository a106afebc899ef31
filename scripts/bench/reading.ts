import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { checkContent } from '../../src/checks/check-content.ts';
import { readContent } from '../../src/files/read-content.ts';
import { medianPair, timeOf } from './median.ts';
import { formatRate, formatTime, type Section } from './report.ts';

const RUNS = 5;

/** Reading and checking a content folder, beside parsing the YAML of its project files and nothing more. */
export async function measureReading(directory: string, files: readonly string[]): Promise<Section> {
  const own = () => timeOf(async () => checkContent(await readContent(directory)));
  const peer = () => timeOf(() => parseFiles(files));
  // Once before it counts: the first run also compiles the program.
  await own();
  await peer();
  const pair = await medianPair(RUNS, own, peer);
  const words = (time: number) => `${formatTime(time)}，${formatRate(files.length, time, '个项目')}`;
  return {
    heading: '读取内容',
    notes: [
      `读取并检查${files.length}个虚构项目（readContent 与 checkContent）。对照：对同样的文件只作 yaml 的 parseDocument。各${RUNS}次，取中位数。`,
    ],
    comparisons: [
      {
        what: '读取并检查内容',
        ratio: pair.own / pair.peer,
        own: words(pair.own),
        peer: words(pair.peer),
      },
    ],
  };
}

async function parseFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) parseDocument(await readFile(path, 'utf8'));
}
