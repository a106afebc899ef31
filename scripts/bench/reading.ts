import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { checkContent } from '../../src/checks/check-content.ts';
import { readContent } from '../../src/files/read-content.ts';
import type { Bench } from './frame.ts';
import { inTurns, timeOf } from './measure.ts';
import type { Measured, Row } from './report.ts';

const RUNS = 5;

export async function measureReading({ sites }: Bench): Promise<Measured> {
  const rows: Row[] = [];
  for (const { name, content } of sites) {
    const files = globSync('*/*/projects/*.yaml', { cwd: content });
    const own = () => timeOf(async () => checkContent(await readContent(content)));
    const peer = () =>
      timeOf(() => {
        for (const file of files) parseDocument(readFileSync(join(content, file), 'utf8'));
        return Promise.resolve();
      });
    // Once before it counts: the first run also compiles the program.
    await own();
    await peer();
    rows.push({ what: name, unit: 'ms', ...(await inTurns(RUNS, own, peer)) });
  }
  return {
    method: `读取并检查全部内容，各${RUNS}次。对照：对同样的项目文件只作 yaml 的 parseDocument。`,
    rows,
  };
}
