import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, type CellObject, type WorkBook } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Published } from '../../src/files/finding.ts';
import { add, parseDecimal, toText, trim, ZERO } from '../../src/model/decimal.ts';
import { readAmount } from '../../src/model/money.ts';
import type { Project } from '../../src/model/project.ts';
import { totalsOf } from '../../src/model/totals.ts';
import { openDataOf } from '../../src/open-data/data-files.ts';
import { scopesOf } from '../../src/open-data/scope.ts';
import type { Table } from '../../src/open-data/table.ts';
import { TABLES } from '../../src/open-data/tables.ts';
import { PROJECTS } from '../../src/open-data/tables/projects.ts';
import { tableSheets } from '../../src/open-data/workbook/table-sheets.ts';
import { madeUpDepartment } from '../setup/made-up-content.ts';
import { budgetOf, sampleProject } from '../setup/sample.ts';
import { bytesOf, publishedFrom } from './published.ts';

const PLACE = { base: '/', host: 'https://example.gov.cn' };

/** What a cell shows, and of which type it is; as another program reads it. */
function rowsOf(book: WorkBook, name: string): readonly (readonly (CellObject | undefined)[])[] {
  const sheet = (book.Sheets[name] ?? expect.fail(name)) as unknown as {
    readonly '!data': readonly (readonly (CellObject | undefined)[])[];
  };
  return sheet['!data'];
}
const bookOf = (bytes: Uint8Array) => read(bytes, { type: 'buffer', cellNF: true, dense: true });
const shown = ({ t, w, v }: CellObject) => (t === 'n' ? w : v);

function expectTables(book: WorkBook, published: Published, folder: string): void {
  const { departments } =
    scopesOf(published.site).find((one) => one.folder === folder) ?? expect.fail(folder);
  const data = openDataOf(published, PLACE);
  for (const table of TABLES) {
    const [head = [], ...rows] = rowsOf(book, table.title);
    expect(head.map((cell) => cell?.v)).toEqual(table.columns.map(({ header }) => header));
    const expected = [...table.rowsOf(departments, data)];
    expect(rows).toHaveLength(expected.length);
    expected.forEach((cells, index) => {
      cells.forEach((cell, place) => {
        const own = rows[index]?.[place];
        expect(own === undefined ? undefined : shown(own), table.columns[place]?.name).toBe(cell);
      });
    });
  }
}

describe.each(['content', 'tests/fixtures/three-departments'])('the workbooks of %s', (directory) => {
  it('hold all tables of their scope cell by cell, each number and date as one, and no formula', async () => {
    const published = await publishedFrom(directory);
    for (const { folder } of scopesOf(published.site)) {
      const book = bookOf(bytesOf(published, `${folder}data.xlsx`, PLACE));
      expectTables(book, published, folder);
      for (const { title, columns } of TABLES) {
        for (const cell of rowsOf(book, title).slice(1).flat()) expect(cell?.f).toBeUndefined();
        for (const row of rowsOf(book, title).slice(1)) {
          columns.forEach(({ type }, place) => {
            const cell = row[place];
            if (cell === undefined) return;
            const isNumber = ['decimal', 'share', 'integer', 'date'].includes(type);
            expect([type, cell.t]).toEqual([type, isNumber ? 'n' : 's']);
          });
        }
      }
    }
  });

  it('add up to the totals of the site', async () => {
    const published = await publishedFrom(directory);
    for (const { folder, departments } of scopesOf(published.site).slice(1)) {
      const book = bookOf(bytesOf(published, `${folder}data.xlsx`, PLACE));
      const place = PROJECTS.columns.findIndex(({ name }) => name === 'totalWan');
      const sum = rowsOf(book, '项目')
        .slice(1)
        .reduce((all, row) => add(all, parseDecimal(row[place]?.w ?? '0') ?? expect.fail()), ZERO);
      const totals = totalsOf(departments.flatMap(({ projects }) => projects));
      expect(toText(trim(sum))).toBe(toText(trim(totals.budget ?? ZERO)));
    }
  });

  it('are the same bytes for the same content', async () => {
    const [one, other] = [await publishedFrom(directory), await publishedFrom(directory)];
    expect(bytesOf(one, 'data/data.xlsx').equals(bytesOf(other, 'data/data.xlsx'))).toBe(true);
  });
});

describe('a workbook of the data', async () => {
  const real = await publishedFrom('content');
  /** The workbook of one made-up project. */
  const bookOfOne = (change: Partial<Project>) => {
    const department = madeUpDepartment({
      ...{ year: 2099, code: '999001', projects: [sampleProject(change)] },
      source: {
        ...{ files: ['虚构.pdf'], title: undefined, address: undefined, approval: undefined },
        published: '2099-01-31',
      },
    });
    const published = { ...real, site: { ...real.site, departments: [department] }, findings: [] };
    return bookOf(bytesOf(published, 'data/2099/999001/data.xlsx', PLACE));
  };
  const cellOf = (book: WorkBook, column: string) =>
    rowsOf(book, '项目')[1]?.[PROJECTS.columns.findIndex(({ name }) => name === column)];
  const textsOf = (book: WorkBook, name: string) =>
    rowsOf(book, name).map((row) => row.map((cell) => cell?.v));

  it('says first what it is, whose and from where', () => {
    const book = bookOfOne({});
    expect(book.SheetNames).toEqual(['封面', '目录', '说明', ...TABLES.map(({ title }) => title)]);
    const cover = textsOf(book, '封面');
    expect(cover[0]?.[0]).toMatch(/（演示站点）：开放数据（2099年，虚构部门999001）$/);
    for (const fact of [
      ['站点性质', '演示'],
      ['年度', '2099'],
      ['部门', '虚构部门999001'],
      ['项目', '1个'],
      ['来源', '虚构.pdf'],
      ['官方文件公开日期', '2099-01-31'],
      ['网址', 'https://example.gov.cn/data/2099/999001/'],
    ])
      expect(cover).toContainEqual(fact);
  });

  it('lists its tables with their rows, each leading to its sheet', () => {
    const [, first] = rowsOf(bookOfOne({}), '目录');
    expect(first?.map((cell) => cell?.v)).toEqual([
      ...['项目', '1', PROJECTS.description],
      'https://example.gov.cn/data/2099/999001/projects.csv',
    ]);
    expect(first?.[0]?.l?.Target).toBe("#'项目'!A1");
  });

  it('explains every column of every table', () => {
    const rows = textsOf(bookOfOne({}), '说明');
    for (const { title, columns } of TABLES) {
      for (const { header, name, description } of columns)
        expect(rows).toContainEqual(expect.arrayContaining([title, header, name, description]));
    }
  });

  it.each(['=8个', '+86', '-cmd', '@x', '＝1', '_x000D_', '190.00', 'TRUE'])(
    'holds the text %s as this text',
    (purpose) => {
      expect(cellOf(bookOfOne({ purpose }), 'purpose')).toMatchObject({ t: 's', v: purpose });
    },
  );

  it('keeps a number that no number of Excel holds as text', () => {
    const total = '123456789012345.678901';
    const book = bookOfOne({ budget: { ...budgetOf(''), total: readAmount(total, '万元') } });
    expect(cellOf(book, 'total')).toMatchObject({ t: 's', v: total });
  });

  it('says where a text is whole that is longer than a cell', () => {
    const book = bookOfOne({ purpose: '长'.repeat(32_768) });
    expect(cellOf(book, 'purpose')?.v).toBe(
      '全文有32768个字，Excel的一格放不下，见https://example.gov.cn/data/2099/999001/projects.csv。',
    );
    expect(cellOf(bookOfOne({ purpose: '长'.repeat(32_767) }), 'purpose')?.v).toHaveLength(32_767);
  });

  it.each(['普通', '长'.repeat(32_768)])(
    'of an only year is the same, whether that of all years was written before it, after it or not at all',
    (purpose) => {
      const department = madeUpDepartment({
        ...{ year: 2099, code: '999001', projects: [sampleProject({ purpose })] },
      });
      const written = (...folders: readonly string[]) => {
        const published = { ...real, site: { ...real.site, departments: [department] }, findings: [] };
        return folders.map((folder) => bytesOf(published, `${folder}data.xlsx`, PLACE).toString('base64'));
      };
      const [[whole], [year]] = [written('data/'), written('data/2099/')];
      expect(written('data/', 'data/2099/', 'data/2099/')).toEqual([whole, year, year]);
      expect(written('data/2099/', 'data/', 'data/2099/')).toEqual([year, whole, year]);
    },
  );

  it('goes on in another sheet where a table is longer than a sheet', () => {
    const rows = 1_048_575 + 2;
    const long: Table = {
      ...{ name: 'projects', title: '虚构的长表', description: '', key: [], references: [] },
      columns: [{ name: 'number', header: '数', type: 'integer', description: '' }],
      *rowsOf() {
        for (let row = 1; row <= rows; row += 1) yield [String(row)];
      },
      countOf: () => rows,
    };
    const [scope = expect.fail()] = scopesOf(real.site);
    const sheets = tableSheets(long, scope, openDataOf(real, PLACE));
    expect(sheets.map((one) => [one.sheet.name, one.rows])).toEqual([
      ['虚构的长表', 1_048_575],
      ['虚构的长表（2）', 2],
    ]);
    const [first, second] = sheets.map(({ sheet }) => [...(sheet.rows ?? [])]);
    expect([first?.length, first?.at(-1)?.[0]?.text]).toEqual([1_048_575, '1048575']);
    expect(second?.map(([cell]) => cell?.text)).toEqual(['1048576', '1048577']);
  });

  const isThere = process.env.TEST_FULL === '1' && spawnSync('soffice', ['--version']).status === 0;
  it.runIf(isThere)('is the same after LibreOffice has opened and saved it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mingzhang-office-'));
    try {
      writeFileSync(join(folder, 'data.xlsx'), bytesOf(real, 'data/data.xlsx', PLACE));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      spawnSync(
        'soffice',
        [profile, '--headless', '--convert-to', 'xlsx', '--outdir', 'saved', 'data.xlsx'],
        {
          cwd: folder,
        },
      );
      expectTables(bookOf(readFileSync(join(folder, 'saved', 'data.xlsx'))), real, 'data/');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
