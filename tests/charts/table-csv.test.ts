import { expect, it } from 'vitest';
import { fileName } from '../../src/charts/file-name.ts';
import { tableCsv } from '../../src/charts/table-csv.ts';

it('a table becomes a file that Excel reads: with its mark, its line ends, its head with units', () => {
  expect(
    tableCsv([
      ['项目', '预算数（万元）'],
      ['甲', '1,392.00'],
    ]),
  ).toBe('\uFEFF项目,预算数（万元）\r\n甲,1392.00\r\n');
});

it('numbers are plain, blanks are blank, and other texts stay as they are', () => {
  const [, row] = tableCsv([['截至'], ['3月底', '未列', '750000%', '-1,234.5', '不足0.01', '1,23']]).split(
    '\r\n',
  );
  expect(row).toBe('3月底,,750000%,-1234.5,不足0.01,"1,23"');
});

it('the heading of a column with blanks says what a blank means', () => {
  const [heading] = tableCsv([
    ['截至', '累计金额（万元）', '比例', '个数（个）'],
    ['未列', '未列', '5%', '3'],
    ['6月底', '1.00', '未列', '4'],
  ]).split('\r\n');
  expect(heading).toBe('\uFEFF截至,累计金额（万元，空白为未列）,比例（空白为未列）,个数（个）');
});

it('the name of a row stays as it is, but does nothing in a spreadsheet', () => {
  const rows = tableCsv([['项目'], ['1,000'], ['未列'], ['=1+1'], ['甲,"乙"']])
    .split('\r\n')
    .slice(1, -1);
  expect(rows).toEqual(['"1,000"', '未列', "'=1+1", '"甲,""乙"""']);
});

it('a file is named for what it shows, without what no system allows in names', () => {
  expect(fileName(['计划累计支出', '某局/本级：“一”'], 'png')).toBe('计划累计支出-某局本级：“一”.png');
  expect(fileName(['图', ' ', '甲*乙?\n'], 'csv')).toBe('图-甲乙.csv');
  expect([...fileName(['图', '𠮷'.repeat(100)], 'svg')]).toHaveLength(60 + '.svg'.length);
});
