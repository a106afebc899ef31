import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, BenchSite } from './frame.ts';
import type { Measured, Row } from './report.ts';
import { startProcess } from './run-process.ts';

/** What is written, by the endings of its files. */
const FORMATS = [
  { what: 'CSV和JSON', endings: 'csv|json' },
  { what: 'Excel工作簿', endings: 'xlsx', peer: 'peer' },
  { what: 'SQLite数据库', endings: 'sqlite' },
] as const satisfies readonly { what: string; endings: string; peer?: string }[];

/** What `write-open-data.ts` says. */
interface Written {
  readonly time: number;
  readonly memory: number;
  readonly size: number;
}

export async function measureOpenData({ folder, sites, log }: Bench): Promise<Measured> {
  const rows: Row[] = [];
  const out = mkdtempSync(join(folder, 'open-data-'));
  const write = async ({ content }: BenchSite, endings: string): Promise<Written> => {
    const { ended } = startProcess(['scripts/bench/write-open-data.ts', content, out, endings]);
    return JSON.parse((await ended).output) as Written;
  };
  for (const site of sites) {
    log(`正在写出${site.name}的开放数据……`);
    for (const format of FORMATS) {
      const own = await write(site, format.endings);
      const peer = 'peer' in format ? await write(site, format.peer) : undefined;
      const row = (what: string, unit: Row['unit'], name: keyof Written): Row => ({
        ...{ what: `${site.name}：${format.what}${what}`, unit, own: [own[name]] },
        ...(peer === undefined ? {} : { peer: [peer[name]] }),
      });
      rows.push(row('', 'ms', 'time'), row('，内存', 'bytes', 'memory'), row('，大小', 'bytes', 'size'));
    }
  }
  return {
    method:
      '在单独的进程里读取内容，再写出含全部年度和部门的开放数据；内存是写的时候比读完之后多占的最大值（在Linux上）。对照：SheetJS 把同样的表写成工作簿。',
    rows,
  };
}
