import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { parseDecimal, toText, trim, ZERO, type Decimal } from '../../src/model/decimal.ts';
import { readShare } from '../../src/model/disbursement-plan.ts';
import { readAmount } from '../../src/model/money.ts';
import { MONEY_UNITS } from '../../src/model/money-unit.ts';
import { totalsOf } from '../../src/model/totals.ts';
import { microYuan, tableName } from '../../src/open-data/database/database-table.ts';
import { openDataOf } from '../../src/open-data/data-files.ts';
import { TABLES } from '../../src/open-data/tables.ts';
import { madeUpDepartment } from '../setup/made-up-content.ts';
import { budgetOf, sampleProject } from '../setup/sample.ts';
import { bytesOf, publishedFrom } from './published.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingzhang-database-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let number = 0;
function fileOf(bytes: Uint8Array): string {
  const file = join(folder, `${String((number += 1))}.sqlite`);
  writeFileSync(file, bytes);
  return file;
}
const PLACE = { base: '/', host: undefined };
const text = (amount: Decimal | undefined) => toText(trim(amount ?? ZERO));

describe.each(['content', 'tests/fixtures/three-departments'])('the database of %s', async (directory) => {
  const published = await publishedFrom(directory);
  const bytes = bytesOf(published, 'data/data.sqlite');
  const file = fileOf(bytes);
  const database = new DatabaseSync(file, { readBigInts: true });
  const all = (sql: string) => database.prepare(sql).all();

  it('is whole, and each reference leads to a row', () => {
    expect(all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(all('PRAGMA foreign_key_check')).toEqual([]);
    for (const { name, references } of TABLES) {
      const keys = all(`PRAGMA foreign_key_list(${tableName(name)})`);
      expect(new Set(keys.map(({ table }) => table))).toEqual(new Set(references.map(({ table }) => table)));
    }
  });

  it('holds every table cell by cell', () => {
    const data = openDataOf(published, PLACE);
    for (const { name, columns, rowsOf } of TABLES) {
      const rows = all(`SELECT * FROM ${tableName(name)}`);
      const expected = [...rowsOf(published.site.departments, data)].map((row) =>
        Object.fromEntries(
          columns.map((column, place) => {
            const cell = row[place];
            if (cell === undefined) return [column.name, null];
            if (column.type === 'integer') return [column.name, BigInt(cell)];
            return [column.name, column.type === 'boolean' ? BigInt(Number(cell === '是')) : cell];
          }),
        ),
      );
      expect(rows).toHaveLength(expected.length);
      expected.forEach((row, index) => {
        expect(rows[index]).toMatchObject(row);
      });
    }
  });

  it('has views whose sums are the totals of the site, exactly', () => {
    for (const { year, code, projects } of published.site.departments) {
      const totals = totalsOf(projects);
      const where = `WHERE year = ${String(year)} AND department = '${code}'`;
      const [sums] = all(`SELECT * FROM department_totals ${where}`);
      expect(sums).toMatchObject({ projects: BigInt(totals.projects), notInSums: 0n });
      expect(sums?.totalMicroYuan ?? 0n).toBe(microYuan(text(totals.budget)));
      for (const { field, amount } of totals.parts)
        expect(sums?.[`${field}MicroYuan`] ?? 0n).toBe(microYuan(text(amount)));
      const plan = all(`SELECT * FROM planned_payments ${where}`);
      for (const { period, amount, payment } of totals.plan) {
        const row = plan.find((one) => one.period === period);
        expect(row?.cumulativeMicroYuan ?? 0n).toBe(microYuan(text(amount)));
        expect(row?.paymentMicroYuan ?? 0n).toBe(microYuan(text(payment)));
        expect(row?.notInSums).toBe(0n);
      }
      const kinds = all(`SELECT sum(indicators) AS indicators FROM indicators_by_kind ${where}`);
      expect(kinds[0]?.indicators ?? 0n).toBe(BigInt(totals.indicators));
    }
  });

  it('has sums in 万元 that are those of the table of departments', () => {
    const rows = all(
      `SELECT v.totalWan AS sum, d.totalWan AS own FROM department_totals v JOIN departments d USING (year, department)`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { sum, own } of rows)
      expect(text(parseDecimal(String(sum)))).toBe(text(parseDecimal(String(own))));
  });

  it('explains each of its columns', () => {
    for (const { name } of TABLES) {
      const own = all(`PRAGMA table_info(${tableName(name)})`).map((column) => column.name);
      const explained = all(`SELECT name FROM columns WHERE tableName = '${tableName(name)}'`);
      expect(explained.map((column) => column.name)).toEqual(own);
    }
    expect(all(`SELECT value FROM meta WHERE name = 'formatVersion'`)).toHaveLength(1);
  });

  it('is the same bytes for the same content', async () => {
    expect(bytesOf(await publishedFrom(directory), 'data/data.sqlite').equals(bytes)).toBe(true);
  });

  it.runIf(spawnSync('sqlite3', ['--version']).status === 0)('is read by the sqlite3 command', () => {
    const sql =
      'PRAGMA integrity_check; SELECT count(*) FROM projects; SELECT count(*) FROM planned_payments;';
    const { stdout, stderr } = spawnSync('sqlite3', ['-readonly', file, sql], { encoding: 'utf8' });
    expect(stderr).toBe('');
    const projects = published.site.departments.flatMap((department) => department.projects);
    expect(stdout).toMatch(new RegExp(`^ok\n${String(projects.length)}\n[1-9]\\d*\n$`));
  });
});

describe('the database', async () => {
  const real = await publishedFrom('content');
  const open = (bytes: Uint8Array) => new DatabaseSync(fileOf(bytes), { readBigInts: true });

  it.each([
    [`projects`, `total = '约190'`],
    [`projects`, `totalMicroYuan = '很多'`],
    [`projects`, `unit = '美元'`],
    [`projects`, `year = 2000`],
    [`disbursement_plan`, `date = '2022-02-30'`],
    [`disbursement_plan`, `share = '一半'`],
    [`findings`, `isExplained = 2`],
    [`departments`, `department = '三'`],
  ])('refuses what cannot stand in %s: %s', (table, change) => {
    const database = open(bytesOf(real, 'data/data.sqlite'));
    expect(() => {
      database.exec(`UPDATE ${table} SET ${change} WHERE rowid = 1`);
    }).toThrow(/constraint/i);
  });

  it('says which amounts are in no sum, because no whole number holds them', () => {
    const projects = [
      sampleProject({
        amount: '0.000001',
        disbursementPlan: [{ period: '6月底', stated: readShare('0.000001%') }],
      }),
      sampleProject({ code: '99990099P00000010002A', budget: budgetOf('999999999999999.999999') }),
      sampleProject({ code: '99990099P00000010003A', amount: '5.10' }),
    ];
    const department = madeUpDepartment({ year: 2099, code: '999001', projects });
    const published = { ...real, site: { ...real.site, departments: [department] }, findings: [] };
    const database = open(bytesOf(published, 'data/data.sqlite'));
    expect(database.prepare('SELECT totalWan, totalMicroYuan FROM projects').all()).toEqual([
      { totalWan: '0.000001', totalMicroYuan: 10_000n },
      { totalWan: '999999999999999.999999', totalMicroYuan: null },
      { totalWan: '5.10', totalMicroYuan: 51_000_000_000n },
    ]);
    expect(database.prepare('SELECT totalWan, notInSums FROM department_totals').all()).toEqual([
      { totalWan: '5.100001', notInSums: 1n },
    ]);
    expect(database.prepare(`SELECT notInSums FROM planned_payments WHERE period = '6月底'`).all()).toEqual([
      { notInSums: 2n },
    ]);
  });
});

describe('a whole number for an amount in 万元', () => {
  it.each([
    ['0.0000000001', 1n],
    ['0', 0n],
    ['190.00', 1_900_000_000_000n],
    ['922337203.6854775807', 2n ** 63n - 1n],
    ['922337203.6854775808', null],
    ['0.00000000001', null],
  ])('%s is %s', (wan, whole) => {
    expect(microYuan(wan)).toBe(whole);
  });

  it.each(MONEY_UNITS)('is there for the smallest amount in %s', (unit) => {
    const { value } = readAmount('0.000001', unit);
    expect(microYuan(text(value))).toBe({ 元: 1n, 万元: 10_000n, 亿元: 100_000_000n }[unit]);
  });

  it('is missing where no amount is stated', () => {
    expect(microYuan(undefined)).toBeNull();
  });
});
