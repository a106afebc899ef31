import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Bench, BenchSite } from './frame.ts';
import { timeOf } from './measure.ts';
import type { Measured, Row } from './report.ts';
import { heapOptions, startProcess } from './run-process.ts';
import { setAside } from './set-aside.ts';

/** How often each change is made; of a large site once. */
const runsFor = (projects: number) => (projects <= 1000 ? 3 : 1);

/** What an editor changes in a project's file, each time another way. */
const CHANGES: readonly (readonly [what: string, change: (file: string, turn: number) => void])[] = [
  ['没有改动', () => undefined],
  [
    '改一个词',
    (file, turn) => {
      rewrite(file, /^资金用途: .*/m, `资金用途: 虚构用途${String(turn)}。`);
    },
  ],
  [
    '改一个金额',
    (file, turn) => {
      rewrite(file, /^( +预算数): .*/m, `$1: ${String(100 + turn)}.00`);
    },
  ],
  [
    '新增一个项目',
    (file, turn) => {
      const code = `99990099P9999999999${String(turn)}`;
      const text = readFileSync(file, 'utf8')
        .replace(/^项目编码: .*/m, `项目编码: ${code}`)
        .replace(/^序号: .*/m, `序号: ${String(900 + turn)}`);
      writeFileSync(join(dirname(file), `${code}.yaml`), text);
    },
  ],
];

function rewrite(file: string, pattern: RegExp, to: string): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(pattern, to));
}

export async function measureRebuilding(bench: Bench): Promise<Measured> {
  const rows: Row[] = [];
  for (const site of bench.sites) rows.push(...(await rebuildTimes(bench, site)));
  return {
    method:
      '生成以后改一处，再生成一次，各3次，大的1次。对照：同样的内容全部重新生成。结果与全部重新生成的逐字节相同，由测试证明。',
    rows,
  };
}

async function rebuildTimes(
  { folder, log }: Bench,
  { name, content, projects, times }: BenchSite,
): Promise<readonly Row[]> {
  const [project] = projects;
  if (project === undefined) return [];
  const [copy, out] = [join(folder, 'rebuilt-content'), join(folder, 'rebuilt-site')];
  cpSync(content, copy, { recursive: true });
  const { year, departmentCode, record } = project;
  const file = join(copy, String(year), departmentCode, 'projects', `${record}.yaml`);
  const build = () =>
    timeOf(async () => {
      const line = ['build', '--content', copy, '--out', out];
      await startProcess(['src/cli/mingzhang.mjs', ...line], { options: heapOptions(projects.length) }).ended;
    });
  try {
    await build();
    const rows: Row[] = [];
    let turn = 0;
    for (const [what, change] of CHANGES) {
      log(`正在测量${what}以后重新生成${name}……`);
      const own: number[] = [];
      while (own.length < runsFor(projects.length)) {
        change(file, (turn += 1));
        own.push(await build());
      }
      rows.push({ what: `${name}：${what}`, unit: 'ms', own, peer: times.own });
    }
    return rows;
  } finally {
    [copy, out].forEach(setAside);
  }
}
