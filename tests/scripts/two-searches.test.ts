import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeMadeUpContent } from '../../scripts/bench/made-up-content.ts';
import { twoSearches } from '../../scripts/bench/two-searches.ts';

it('both searches are asked the same, and the exact one finds everything, before all else', async () => {
  const content = mkdtempSync(join(tmpdir(), 'mingzhang-two-searches-'));
  try {
    await writeMadeUpContent(content, 60);
    const { tables = [] } = await twoSearches([{ name: '虚构内容', content }]);
    expect(tables).toHaveLength(1);
    const [table] = tables;
    expect(table?.head).toEqual([expect.stringMatching(/^虚构内容，\d+个检索词$/), '逐字的索引', 'Pagefind']);
    expect(table?.rows.map(([what]) => what)).toEqual([
      '查全率',
      '逐字的都在前面',
      '首次检索取来',
      '建立索引',
      '全部文件',
    ]);
    expect(table?.rows.slice(0, 2).map(([, exact]) => exact)).toEqual(['100.0%', '100.0%']);
    for (const [, exact, ranked] of table?.rows.slice(2) ?? []) {
      expect(exact).toMatch(/^[\d,.]*[1-9]/);
      expect(ranked).toMatch(/^[\d,.]*[1-9]/);
    }
  } finally {
    rmSync(content, { recursive: true });
  }
});
