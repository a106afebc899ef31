import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { DocumentBody } from '../../src/documents/grid/grid.ts';
import { labelWords } from '../../src/documents/forms/labels.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { readFile, rowsOf, workbookFile, type MadeSheet } from './made-documents.ts';

const sheet = (...rows: readonly string[]): MadeSheet => ({ xml: `<sheetData>${rows.join('')}</sheetData>` });
const text = (address: string, value: string) =>
  `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
const row = (number: number, ...cells: readonly string[]) => `<row r="${number}">${cells.join('')}</row>`;
const read = (sheets: readonly MadeSheet[], parts: Parameters<typeof workbookFile>[1] = {}): DocumentBody =>
  readFile(workbookFile(sheets, parts), 'made-up.xlsx');
const rows = (...args: Parameters<typeof read>) => rowsOf(read(...args));

describe('a cell of a sheet is read as it is shown', () => {
  it.each([
    ['0.25', '0%', '25%'],
    ['0.56999999999999995', '0%', '57%'],
    ['0.28999999999999998', '0.0%', '29.0%'],
    ['4500', '0.00', '4500.00'],
    ['1900000', '#,##0.00', '1,900,000.00'],
    ['44562', 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', '2022年1月1日'],
    ['44562', 'yyyy-mm-dd', '2022-01-01'],
    ['44926.9999', 'yyyy-mm', '2022-12'],
  ])('%s in the format %s as %s', (value, format, shown) => {
    expect(rows([sheet(row(1, `<c r="A1" s="1"><v>${value}</v></c>`))], { formats: [format] })).toEqual([
      [shown],
    ]);
  });

  it.each([
    ['0.1', '0.1'],
    ['0.30000000000000004', '0.3'],
    ['190', '190'],
    ['123456789012345', '123456789012345'],
    ['1E-5', '0.00001'],
  ])('%s without a format as %s', (value, shown) => {
    expect(rows([sheet(row(1, `<c r="A1"><v>${value}</v></c>`))])).toEqual([[shown]]);
  });

  it('with text in several looks whole, and without its phonetic help', () => {
    const shared = [
      '<r><rPr><b/></rPr><t>其中：</t></r><r><t xml:space="preserve">财政 资金</t></r><rPh sb="0" eb="1"><t>qi</t></rPh>',
      '<t>第一行_x000D_\n第二行</t>',
      '<t>编码_x0041_</t>',
    ];
    const cells = shared.map((_, place) => `<c r="${'ABC'[place] ?? ''}1" t="s"><v>${place}</v></c>`);
    expect(rows([sheet(row(1, ...cells))], { shared })).toEqual([
      ['其中：财政 资金', '第一行\n第二行', '编码A'],
    ]);
  });

  it('with fewer digits than were typed, which is told', () => {
    const cells = [
      ['A1', 90.25],
      ['B1', 0.125],
      ['C1', 4500],
    ].map(([address, value], place) => `<c r="${address}" s="${place + 1}"><v>${value}</v></c>`);
    const body = read([sheet(row(1, ...cells))], { formats: ['0.0', '0%', '#,##0'] });
    expect(rowsOf(body)).toEqual([['90.3', '13%', '4,500']]);
    expect(body.remarks).toEqual([
      '工作表“表0”里显示的数比存的短，照显示的读：A1存的是90.25，显示“90.3”；B1存的是0.125，显示“13%”',
    ]);
  });

  it('with a formula as the value that was stored, which is told', () => {
    const body = read([sheet(row(1, text('A1', '预算数'), '<c r="B1"><f>1+1</f><v>3</v></c>'))]);
    expect(rowsOf(body)).toEqual([['预算数', '3']]);
    expect(body.remarks).toEqual([expect.stringMatching(/1个公式（B1），取文件中存下的值/)]);
  });

  it('that holds an error or nothing as what is seen', () => {
    const cells = ['<c r="A1" t="e"><v>#REF!</v></c>', '<c r="B1"/>', '<c r="C1" t="b"><v>1</v></c>'];
    expect(rows([sheet(row(1, ...cells))])).toEqual(
      [['#REF!', '', 'TRUE']].map((one) => expect.arrayContaining(one.filter(Boolean)) as unknown),
    );
  });
});

describe('a sheet is read whole and without what is not seen', () => {
  it('whatever its stated dimension', () => {
    const { xml } = sheet(row(1, text('A1', '甲'), text('B1', '乙')), row(2, text('B2', '丙')));
    expect(rows([{ xml: `<dimension ref="A1:A1"/>${xml}` }])).toEqual([['甲', '乙'], ['丙']]);
  });

  it('with dates and amounts in formats that it names by number alone, as Chinese Excel shows them', () => {
    const shown = (id: number, value: string) => {
      const book = unzipSync(
        workbookFile([sheet(`<row r="1"><c r="A1" s="1"><v>${value}</v></c></row>`)], { formats: ['0'] }),
      );
      const styles = strFromU8(book['xl/styles.xml'] ?? new Uint8Array());
      const numbered = styles.replace(/<numFmts>.*<\/numFmts>/, '').replace('"164"', `"${String(id)}"`);
      return rowsOf(readFile(zipSync({ ...book, 'xl/styles.xml': strToU8(numbered) }), 'made-up.xlsx'));
    };
    expect(shown(31, '46023')).toEqual([['2026年1月1日']]);
    expect(shown(57, '46023')).toEqual([['2026年1月']]);
    expect(shown(43, '46023.5')).toEqual([['46,023.50']]);
    expect(shown(10, '0.5')).toEqual([['50.00%']]);
  });

  it('without hidden rows, columns and sheets, which are told', () => {
    const body = read([
      {
        xml: `<cols><col min="2" max="2" width="9" hidden="1"/></cols><sheetData><row r="1">${text('A1', '甲')}${text('B1', '藏')}</row><row r="2" hidden="1">${text('A2', '隐')}</row><row r="3" hidden="1">${text('A3', '并')}</row></sheetData><mergeCells><mergeCell ref="A3:C3"/></mergeCells>`,
      },
      { ...sheet(row(1, text('A1', '密'))), state: 'hidden' },
      { ...sheet(row(1, text('A1', '密'))), state: 'veryHidden' },
    ]);
    expect(rowsOf(body)).toEqual([['甲']]);
    expect(body.remarks.join('；')).toMatch(
      /表0.*B列、第2行、第3行.*；工作表“表1”是隐藏的.*；工作表“表2”是隐藏的/,
    );
  });

  it('with a merged cell once, and nothing of what it covers', () => {
    const body = read([
      {
        xml: `<sheetData>${row(1, text('A1', '甲'), text('B1', '盖住'))}${row(2, text('C2', '乙'))}</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`,
      },
    ]);
    expect(body.blocks).toMatchObject([
      {
        cells: [
          { text: '甲', row: 0, column: 0, rows: 2, columns: 2 },
          { text: '乙', row: 1, column: 2 },
        ],
      },
    ]);
  });
});

describe('a project whose code was stored as a number of more digits than a sheet keeps', () => {
  const form = (code: string) =>
    sheet(
      row(1, text('A1', '2026年项目绩效目标表（单位：万元）')),
      row(2, text('A2', '项目名称'), text('B2', `示例项目${code.length}`)),
      row(3, text('A3', '项目编码'), code),
      row(4, text('A4', '预算单位'), text('B4', '999001示例局')),
      row(5, text('A5', '预算数'), text('B5', '1.00')),
    );

  it('is left out with what to do, and the others are read', () => {
    const words = labelWords();
    const lost = '<c r="B3"><v>5.3012621000000004E+20</v></c>';
    const kept = text('B3', '530126210000000012345');
    const reading = readDocument(read([form(lost), form(kept)]), 'made-up.xlsx', words);
    if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
    expect(reading.departments.map(({ projects }) => projects.map(({ code }) => code))).toEqual([
      ['530126210000000012345'],
    ]);
    expect(reading.lost).toMatchObject([
      { message: expect.stringMatching(/15位以后的数字已经丢失.*改为文本/) as string },
    ]);
  });
});
