import { describe, expect, it } from 'vitest';
import { add, parseDecimal, toText, trim, ZERO } from '../../src/model/decimal.ts';
import { totalsOf } from '../../src/model/totals.ts';
import { yearsOf } from '../../src/model/years.ts';
import { scopesOf } from '../../src/open-data/scope.ts';
import type { ColumnType } from '../../src/open-data/table.ts';
import { TABLES } from '../../src/open-data/tables.ts';
import { filesOf, publishedFrom } from './published.ts';
import { readCsv } from './read-csv.ts';

type Row = Readonly<Record<string, string | number | boolean | null>>;

const REAL = 'content';
const published = new Map(
  await Promise.all(
    [REAL, 'tests/fixtures/three-departments', 'tests/fixtures/over-the-years'].map(
      async (name) => [name, await publishedFrom(name)] as const,
    ),
  ),
);

const SHAPES: Readonly<Record<ColumnType, RegExp>> = {
  text: /^[^\0]+$/s,
  code: /^[0-9A-Za-z-]+$/,
  decimal: /^-?\d+(\.\d+)?$/,
  share: /^-?\d+(\.\d+)?%$/,
  integer: /^\d+$/,
  date: /^\d{4}-\d\d-\d\d$/,
  boolean: /^[是否]$/,
  address: /^\/\S+$/,
};

const sumOf = (rows: readonly Row[], column: string) =>
  rows.reduce((sum, row) => {
    const text = row[column] ?? '0';
    return add(sum, parseDecimal(String(text)) ?? expect.fail(`${String(text)} is no decimal`));
  }, ZERO);
const text = (amount: Parameters<typeof trim>[0] | undefined) => toText(trim(amount ?? ZERO));

describe.each([...published])('the tables of %s', (name, content) => {
  const files = filesOf(content);
  const csv = (path: string) => readCsv(files.get(`${path}.csv`) ?? '');
  const rowsOf = (path: string) => JSON.parse(files.get(`${path}.json`) ?? '') as readonly Row[];
  const scopes = scopesOf(content.site);

  it.each(TABLES)(
    '$name: CSV and JSON say the same, each cell of its column’s type',
    ({ name: table, columns }) => {
      for (const { folder } of scopes) {
        const [head, ...rows] = csv(`${folder}${table}`);
        expect(head).toEqual(columns.map(({ header }) => header));
        const objects = rowsOf(`${folder}${table}`);
        expect(rows).toHaveLength(objects.length);
        rows.forEach((row, index) => {
          columns.forEach((column, place) => {
            const [cell = '', value] = [row[place], objects[index]?.[column.name]];
            if (cell === '') {
              expect([column.name, value, column.required]).toEqual([column.name, null, undefined]);
              return;
            }
            expect(cell, column.name).toMatch(SHAPES[column.type]);
            if (column.pattern !== undefined) expect(cell).toMatch(new RegExp(`^(?:${column.pattern})$`));
            if (column.values !== undefined) expect(column.values).toContain(cell);
            expect(value).toBe(
              column.type === 'integer' ? Number(cell) : column.type === 'boolean' ? cell === '是' : cell,
            );
          });
        });
      }
    },
  );

  it.each(TABLES)(
    '$name: its key names each row, and what it refers to is there',
    ({ name: table, ...own }) => {
      const keysOf = (path: string, columns: readonly string[]) =>
        rowsOf(path).map((row) =>
          JSON.stringify(columns.map((column) => row[column] ?? expect.fail(column))),
        );
      const keys = keysOf(`data/${table}`, own.key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { columns, table: other } of own.references) {
        const { key = [] } = TABLES.find((one) => one.name === other) ?? {};
        const there = new Set(keysOf(`data/${other}`, key));
        expect(keysOf(`data/${table}`, columns).filter((one) => !there.has(one))).toEqual([]);
      }
    },
  );

  it('columns of money add up to the totals of the site, for each year and department', () => {
    for (const { folder, departments } of scopes) {
      if (yearsOf({ ...content.site, departments }).length > 1) continue;
      const totals = totalsOf(departments.flatMap(({ projects }) => projects));
      const [projects, sums] = [rowsOf(`${folder}projects`), rowsOf(`${folder}departments`)];
      expect(projects).toHaveLength(totals.projects);
      expect(rowsOf(`${folder}indicators`)).toHaveLength(totals.indicators);
      for (const rows of [projects, sums]) {
        expect(text(sumOf(rows, 'totalWan'))).toBe(text(totals.budget));
        for (const { field, amount } of totals.parts)
          expect(text(sumOf(rows, `${field}Wan`))).toBe(text(amount));
      }
      for (const { period, amount } of totals.plan) {
        const rows = rowsOf(`${folder}disbursement-plan`).filter((row) => row.period === period);
        expect(rows).toHaveLength(totals.projects);
        expect(text(sumOf(rows, 'countedWan'))).toBe(text(amount));
      }
    }
  });

  it('every value of a project stands in its row as the content has it', () => {
    const rows = new Map(rowsOf('data/projects').map((row) => [row.address, row]));
    for (const { projects } of content.site.departments) {
      for (const project of projects) {
        const row = rows.get(`/${String(project.year)}/${project.departmentCode}/${project.record}/`);
        const { total } = project.budget;
        expect(row).toMatchObject({
          record: project.record,
          code: project.code || null,
          name: project.name,
          unit: project.unit,
          total: total.value === undefined ? null : total.text,
          purpose: project.purpose || null,
          goals: project.goals.join('\n') || null,
          indicatorCount: project.indicators.length,
        });
        if (total.value === undefined && total.text !== '')
          expect(row?.unreadAmounts).toContain(`预算数：${total.text}`);
      }
    }
  });

  it('each month-end of a plan stands as the content has it, also what sums refuse', () => {
    const rows = rowsOf('data/disbursement-plan');
    for (const { year, departmentCode, record, disbursementPlan } of content.site.departments.flatMap(
      ({ projects }) => projects,
    )) {
      const own = rows.filter(
        (row) => row.year === year && row.department === departmentCode && row.record === record,
      );
      const onForm = own.filter(({ status }) => status !== '表上没有');
      expect(onForm.map(({ period, share, unreadShare }) => [period, share ?? unreadShare ?? ''])).toEqual(
        disbursementPlan.map(({ period, stated }) => [period, stated.text]),
      );
    }
  });

  it('is the same to the byte each time', () => {
    expect(filesOf(content)).toEqual(files);
  });

  it('names its columns once each', () => {
    for (const { columns } of TABLES) {
      expect(new Set(columns.map(({ header }) => header)).size).toBe(columns.length);
      expect(new Set(columns.map((column) => column.name)).size).toBe(columns.length);
    }
    expect(name).toBeTruthy();
  });
});

describe('the real content', () => {
  const files = filesOf(published.get(REAL) ?? expect.fail());
  const rowsOf = (table: string) => JSON.parse(files.get(`data/2022/${table}.json`) ?? '') as readonly Row[];

  it('is the money of the official document', () => {
    expect(rowsOf('departments')).toMatchObject([
      { projectCount: 40, indicatorCount: 316, totalWan: '4425.72', fiscalWan: '4425.72', otherWan: null },
    ]);
    const plan = rowsOf('disbursement-plan');
    const sums = ['3月底', '6月底', '10月底', '12月底'].map((period) =>
      text(
        sumOf(
          plan.filter((row) => row.period === period),
          'countedWan',
        ),
      ),
    );
    expect(sums).toEqual(['649.2725', '1209.41', '3123.9425', '4425.72']);
  });

  it('keeps what cannot be true, says so and does not count it', () => {
    const row = rowsOf('disbursement-plan').find(({ share }) => share === '750000%');
    expect(row).toMatchObject({
      ...{ period: '10月底', date: '2022-10-31', status: '超过100%', amount: null },
      ...{ countedShare: '50%', countedWan: '2.55' },
    });
  });

  it('says what a target says, beside its text', () => {
    expect(rowsOf('indicators')[0]).toMatchObject({
      ...{ row: 1, target: '≤190万元', targetType: '数', comparator: '≤', number: '190', targetUnit: '万元' },
      address: '/2022/313001/13060522P004064100019/#indicator-1',
    });
  });
});
