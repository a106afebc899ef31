import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContent } from '../../src/files/read-content.ts';
import { readChangeLog, type ChangeLog } from '../../src/history/change-log.ts';
import type { ComparisonCache } from '../../src/history/comparison-cache.ts';
import { chinaTime, readHistory } from '../../src/history/history.ts';
import { fieldWords, fileWords } from '../../src/model/change.ts';
import { temporaryFolder, type Folder } from '../git/repository.ts';

/** A project's file as an editor of a made-up department writes it. */
export const projectText = (code: string, name: string, sequence = 1): string => `序号: ${String(sequence)}
项目编码: ${code}
项目名称: ${name}
预算规模:
  预算数: 190.00
  财政资金: 190.00
  其他资金:
资金用途: ${name}的虚构用途
资金支出计划:
  6月底: 50%
  12月底: 100%
绩效目标:
  - 办好虚构的事。
绩效指标:
  产出指标:
    - 二级指标: 数量指标
      三级指标: 培训人数
      绩效指标描述: 培训的人数
      指标值: ≥100人
      指标值确定依据: 虚构计划
    - 二级指标: 质量指标
      三级指标: 合格率
      绩效指标描述: 合格的比例
      指标值: "100%"
      指标值确定依据: 虚构计划
  效益指标: []
  满意度指标: []
`;

export const departmentText = (code: string, name: string): string =>
  `---\n部门编码: "${code}"\n部门名称: ${name}\n年度: 2022\n金额单位: 万元\n---\n虚构的总体目标。\n`;

/** A repository whose content lies in a folder of it, with what tests do to it. */
export interface MadeUpPast {
  readonly folder: Folder;
  readonly content: string;
  readonly pathOf: (file: string) => string;
  readonly write: (file: string, text: string) => void;
  /** Puts other words into a file. */
  readonly change: (file: string, from: string, to: string) => void;
  readonly commit: (day: string, message: string, author?: string) => void;
}

export function madeUpPast(at = '内容', folder: Folder = temporaryFolder()): MadeUpPast {
  folder.git('init', '--quiet', '--initial-branch', 'main');
  const pathOf = (file: string) => (at === '' ? file : `${at}/${file}`);
  const past: MadeUpPast = {
    folder,
    content: join(folder.path, at),
    pathOf,
    write: (file, text) => {
      folder.write(pathOf(file), text);
    },
    change: (file, from, to) => {
      const text = readFileSync(join(folder.path, pathOf(file)), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} has no “${from}”.`);
      folder.write(
        pathOf(file),
        text.replace(from, () => to),
      );
    },
    commit: (day, message, author = '虚构编辑') => {
      folder.git('add', '--all');
      const set = [`GIT_COMMITTER_DATE=${day}T04:00:00Z`, `GIT_AUTHOR_NAME=${author}`];
      const { status, printed } = folder.run('env', ...set, 'git', 'commit', '--quiet', '-m', message);
      if (status !== 0) throw new Error(printed);
    },
  };
  past.write('site.yaml', '站点名称: 虚构站点\n发布机构: 虚构机构\n站点性质: 演示\n');
  return past;
}

/** The path of a project of the made-up department. */
export const fileOf = (record: string, department = '999001', year = 2022): string =>
  `${String(year)}/${department}/projects/${record}.yaml`;

export async function changeLogOf(content: string, cache?: ComparisonCache): Promise<ChangeLog> {
  return await readChangeLog(readHistory(content), (await readContent(content)).site, cache);
}

/** All changes as lines, newest first: a commit's day and reason, then what it did to each file. */
export async function toldOf(content: string, cache?: ComparisonCache): Promise<readonly string[]> {
  const log = await changeLogOf(content, cache);
  if (log.kind === 'unknown') return [log.reason];
  return log.changes.flatMap(({ at, reason, files }) => [
    `${chinaTime(at).slice(0, 10)} ${reason}`,
    ...files.flatMap((file) => [fileWords(file), ...file.fields.map((field) => `  ${fieldWords(field)}`)]),
  ]);
}
