import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readContent } from '../../src/files/read-content.ts';
import type { Project } from '../../src/model/project.ts';
import { median, medianPair, timeOf, type Pair } from './median.ts';
import { formatRate, formatTime, type Section } from './report.ts';
import { runBuild } from './run-build.ts';

/** A site that was built for measuring. */
export interface BuiltSite {
  /** In words, for example `真实内容（40个项目）`. */
  readonly name: string;
  readonly folder: string;
  readonly projects: readonly Project[];
  /** Its files, relative to the folder, with `/`. */
  readonly files: readonly string[];
  readonly runs: number;
  /** Building it, beside writing its files, in milliseconds. */
  readonly time: Pair;
}

interface BuildSettings {
  readonly name: string;
  readonly content: string;
  /** A folder that is not there yet, in a folder for this alone. */
  readonly folder: string;
  /** How often it is built. */
  readonly runs: number;
}

/** Builds a site as `npm run build` does, with the times that it and the bare writing of its files take. */
export async function buildSite({ name, content, folder, runs }: BuildSettings): Promise<BuiltSite> {
  const { site } = await readContent(content);
  const projects = site.departments.flatMap((department) => department.projects);
  const time = await medianPair(
    runs,
    () => timeOf(() => runBuild(resolve(content), folder)),
    () => copyTime(folder),
  );
  const files = await filesOf(folder);
  return { name: `${name}（${projects.length}个项目）`, folder, projects, files, runs, time };
}

/** How long it takes to write the files of a folder again, one by one; the median of three times, in ms. */
async function copyTime(folder: string): Promise<number> {
  const files = await filesOf(folder);
  const copy = `${folder}-copy`;
  const times: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    times.push(await timeOf(() => copyFiles(folder, copy, files)));
    await rm(copy, { recursive: true });
  }
  return median(times);
}

async function copyFiles(from: string, to: string, files: readonly string[]): Promise<void> {
  for (const folder of new Set(files.map((file) => dirname(file)))) {
    await mkdir(join(to, folder), { recursive: true });
  }
  for (const file of files) await copyFile(join(from, file), join(to, file));
}

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

export function buildingSection(sites: readonly BuiltSite[]): Section {
  return {
    heading: '生成网站',
    notes: [
      '在单独的进程里运行 mingzhang build，含检查、网页和检索索引。对照：把生成的文件逐个再写一遍（复制），这是下限。',
    ],
    comparisons: sites.map(({ name, files, runs, time }) => {
      const pages = files.filter((file) => file.endsWith('.html')).length;
      return {
        what: runs === 1 ? name : `${name}，${runs}次的中位数`,
        ratio: time.own / time.peer,
        own: `${formatTime(time.own)}，${pages}个网页，${formatRate(pages, time.own, '个')}`,
        peer: `${formatTime(time.peer)}，${files.length}个文件`,
      };
    }),
  };
}
