import { expect, it } from 'vitest';
import { openDataOf } from '../../src/open-data/data-files.ts';
import { sampleOf } from '../../src/open-data/sample.ts';
import { TABLES } from '../../src/open-data/tables.ts';
import { publishedFrom } from './published.ts';

it('what is shown of a table are its number of rows, its first ones and a stated text of each column', async () => {
  const published = await publishedFrom('tests/fixtures/three-departments');
  const data = openDataOf(published, { base: '/', host: undefined });
  const { departments } = published.site;
  for (const table of TABLES) {
    const all = [...table.rowsOf(departments, data)];
    const { rows, first, examples } = sampleOf(table, departments, data, 2);
    expect(rows).toBe(all.length);
    expect(first).toEqual(all.slice(0, 2));
    table.columns.forEach(({ required }, place) => {
      const stated = all.map((row) => row[place]).filter((cell) => cell !== undefined);
      expect(examples[place]).toBe(stated[0]);
      if (required && rows > 0) expect(examples[place]).toBeDefined();
    });
  }
});
