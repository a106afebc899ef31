import type { Bench } from './frame.ts';
import type { Measured } from './report.ts';

export function measureBuilding({ sites }: Bench): Promise<Measured> {
  return Promise.resolve({
    method:
      '在单独的进程里运行 mingzhang build，含检查、网页和检索索引；内存是 Node.js 进程的峰值。对照：把生成的文件再复制一遍，这是下限。',
    rows: sites.flatMap(({ name, pages, times, memory }) => [
      { what: `${name}，${pages.length}个网页`, unit: 'ms' as const, ...times },
      { what: `${name}：内存`, unit: 'bytes' as const, own: memory },
    ]),
  });
}
