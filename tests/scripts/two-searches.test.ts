import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeMadeUpContent } from '../../scripts/bench/made-up-content.ts';
import { measureBothSearches } from '../../scripts/bench/two-searches.ts';
import { readContent } from '../../src/files/read-content.ts';

it('both searches are asked the same, and the exact one finds everything, before all else', async () => {
  const content = mkdtempSync(join(tmpdir(), 'mingzhang-two-searches-'));
  try {
    await writeMadeUpContent(content, 60);
    const { departments } = (await readContent(content)).site;
    const projects = departments.flatMap((department) => department.projects);
    const { rows } = await measureBothSearches({
      sites: [{ name: '虚构内容', content, projects }],
      log: () => undefined,
    });
    expect(rows.map(({ what }) => what)).toEqual(
      ['查全率', '逐字的都在前面', '首次检索取来', '建立索引', '全部文件'].map((what) => `虚构内容：${what}`),
    );
    expect(rows.slice(0, 2).map(({ own }) => own)).toEqual([[100], [100]]);
    for (const { own, peer = [] } of rows.slice(2)) expect(Math.min(...own, ...peer)).toBeGreaterThan(0);
  } finally {
    rmSync(content, { recursive: true });
  }
});
