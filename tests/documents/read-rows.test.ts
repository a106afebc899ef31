import { describe, expect, it } from 'vitest';
import { readPastedTable } from '../../src/documents/pasted-table.ts';
import { readRows } from '../../src/documents/read-rows.ts';

const HEADER = '一级指标\t二级指标\t三级指标\t绩效指标描述\t指标值\t指标值确定依据';

/** The rows of a table in short, or what could not be placed. */
function read(...lines: readonly string[]): readonly string[] {
  const reading = readRows(lines.join('\n'));
  if ('problems' in reading) return reading.problems.map(({ origin, message }) => `${origin} ${message}`);
  return reading.indicators.map(({ category, kind, name, description, target, basis }) =>
    [category, kind, name, description, target.text, basis].join('|'),
  );
}

describe('a table as Excel copies it', () => {
  it('has cells in quotes where they have lines, tabs or quotes in them', () => {
    const rows = readPastedTable('甲\t"第一行\n第二行 ""引号"""\r\n\r\n5"\t乙\u3000\r\n');
    expect(rows).toEqual([
      [
        { text: '甲', line: 1 },
        { text: '第一行\n第二行 "引号"', line: 1 },
      ],
      [
        { text: '5"', line: 4 },
        { text: '乙', line: 4 },
      ],
    ]);
  });

  it('keeps a quote that is never closed', () => {
    expect(readPastedTable('"甲\t"乙').map((row) => row.map(({ text }) => text))).toEqual([['"甲', '"乙']]);
  });
});

describe('rows of indicators from a table', () => {
  it('go on with the levels of the row above where these are blank', () => {
    expect(
      read(
        HEADER,
        '产出指标\t数量指标\t甲\t说明\t≥10次\t计划',
        '\t\t乙\t\t20次\t',
        '\t质量指标\t丙\t\t100%\t',
        '效益指标\t社会效益指标\t丁\t\t提高\t',
      ),
    ).toEqual([
      '产出指标|数量指标|甲|说明|≥10次|计划',
      '产出指标|数量指标|乙||20次|',
      '产出指标|质量指标|丙||100%|',
      '效益指标|社会效益指标|丁||提高|',
    ]);
  });

  it('are read without a header by what stands in the columns', () => {
    expect(read('产出指标\t数量指标\t甲\t说明\t≥10次\t计划')).toEqual([
      '产出指标|数量指标|甲|说明|≥10次|计划',
    ]);
    expect(read('\t数量指标\t甲\t≥10次\t', '\t社会效益指标\t乙\t提高\t')).toEqual([
      '产出指标|数量指标|甲||≥10次|',
      '效益指标|社会效益指标|乙||提高|',
    ]);
  });

  it('know the first level by the second where it is left out', () => {
    expect(read('二级指标\t三级指标\t指标值', '满意度指标\t甲\t1')).toEqual([
      '第1行第1列 看不出这一行属于哪个一级指标'.replace('1', '2'),
    ]);
    expect(read('二级指标\t三级指标\t指标值', '成本指标\t甲\t1元', '服务对象满意度指标\t乙\t≥90%')).toEqual([
      '产出指标|成本指标|甲||1元|',
      '满意度指标|服务对象满意度指标|乙||≥90%|',
    ]);
  });

  it('join comparator, value and unit that stand in three columns', () => {
    const expected = ['产出指标|数量指标|甲||≥10次|计划', '产出指标|数量指标|乙||<5%|'];
    expect(
      read(
        '二级指标\t三级指标\t运算符\t指标值\t计量单位\t确定依据',
        '数量指标\t甲\t≥\t10\t次\t计划',
        '\t乙\t<\t5\t%\t',
      ),
    ).toEqual(expected);
    expect(read('数量指标\t甲\t≥\t10\t次\t计划', '\t乙\t<\t5\t%\t')).toEqual(expected);
  });

  it('know headings and levels in other words, widths and with blanks, and a header that is repeated', () => {
    const header = '一级\u3000指标\t二级指标\t指标名称\t指标说明\t目标值\t分值';
    expect(read(header, '产 出 指 标\t"数量\n指标"\t甲\t说明\t１０次\t5', header, '\t\t乙\t\t1\t')).toEqual([
      '产出指标|数量指标|甲|说明|１０次|',
      '产出指标|数量指标|乙||1|',
    ]);
  });

  it.each([
    ['nothing', [''], '第1行 没有读到任何内容'],
    ['a header alone', [HEADER], ' 只有表头，没有指标'],
    ['no tabs', ['数量指标,甲,1次'], /^第1行 没有制表符/],
    [
      'columns without header that may be several things',
      ['数量指标\t甲\t乙\t丙1'],
      /^第1行 没有表头，看不出后面3列/,
    ],
    ['columns that begin with no level', ['甲\t乙\t丙'], /^第1行 没有表头，第1列又不全是/],
    [
      'a misspelt heading',
      [HEADER.replace('指标值\t', '指标直\t'), '产出指标\t数量指标\t甲\t\t1'],
      /第5列的列名“指标直”不认识，是不是“指标值”/,
    ],
    [
      'a column for which there is no field',
      [`${HEADER}\t备注`, '产出指标\t数量指标\t甲\t\t1\t\t注'],
      /第7列的列名“备注”不认识；不需要的列请先删去/,
    ],
    [
      'the same column twice',
      [`${HEADER}\t目标值`, '产出指标\t数量指标\t甲\t\t1\t\t2'],
      '第1行 第5列和第7列是同一栏“目标值”，请删去一列',
    ],
    [
      'an unknown second level without first',
      ['二级指标\t三级指标\t指标值', '数量指标\t甲\t1', '其他指标\t乙\t1'],
      '第3行第1列 看不出这一行属于哪个一级指标',
    ],
    ['a title above', ['附件1\t', HEADER, '产出指标\t数量指标\t甲\t\t1\t'], /^第1行 表头上面的“附件1”/],
    ['no name', [HEADER, '产出指标\t数量指标\t\t\t1\t'], '第2行第3列 没有三级指标'],
    ['a cell too many', [HEADER, '产出指标\t数量指标\t甲\t\t1\t\t多'], '第2行第7列 “多”在表格的各列之外'],
    [
      'an unknown first level',
      [HEADER, '产值指标\t数量指标\t甲\t\t1\t'],
      /^第2行第1列 “产值指标”不是一级指标/,
    ],
    [
      'a first level without second',
      [HEADER, '产出指标\t\t甲\t\t1\t'],
      '第2行第2列 “产出指标”的第一行没有写二级指标',
    ],
    [
      'a second level of another first',
      [HEADER, '产出指标\t数量指标\t甲\t\t1\t', '\t社会效益指标\t乙\t\t1\t'],
      /^第3行第2列 “社会效益指标”不在“产出指标”之下/,
    ],
    [
      'a sign that is none',
      ['二级指标\t三级指标\t符号\t指标值', '数量指标\t甲\t定性\t好'],
      /^第2行第3列 “定性”不是/,
    ],
  ])('are refused where there is %s', (_what, lines, message) => {
    const said = read(...lines);
    expect(said).toHaveLength(1);
    if (typeof message === 'string') expect(said[0]).toBe(message);
    else expect(said[0]).toMatch(message);
  });

  it('say all that is wrong at once', () => {
    expect(read(HEADER, '产出指标\t数量指标\t\t\t1\t', '\t\t\t\t2\t')).toHaveLength(2);
  });
});
