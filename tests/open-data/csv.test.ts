import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvOf } from '../../src/open-data/csv.ts';
import { cellsOf, readCsv } from './read-csv.ts';

/** Texts made of what CSV and spreadsheets give a meaning. */
const text = fc.string({ unit: fc.constantFrom(...Array.from(`'"=+-@＝＋－＠,;\t\r\n 5%个文`)) });

it('any text is read back as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text, text), { minLength: 1 }), (rows) => {
      expect(readCsv(csvOf(rows))).toEqual(rows);
    }),
  );
});

it('no cell is a formula to a spreadsheet', () => {
  fc.assert(
    fc.property(text, (own) => {
      const cell = cellsOf(csvOf([[own, 'x']]))[0]?.[0];
      expect(cell).toMatch(/^(?![=+\-@＝＋－＠].|[\t\r\n])|^-\d+(\.\d+)?%?$/s);
    }),
  );
});

it('an honest value stays readable, and a number a number', () => {
  const cells = ['=8个', "'=8个", '-5%', '-0.5', '+5', '=', '-', "'甲'", '≥95%', 'a@b.cn', ''];
  expect(csvOf([cells])).toBe(`\uFEFF'=8个,''=8个,-5%,-0.5,'+5,=,-,'甲',≥95%,a@b.cn,\r\n`);
});
