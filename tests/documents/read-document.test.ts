import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/documents/read-document.ts';
import { labelWords, readPeriod, readUnit } from '../../src/documents/forms/labels.ts';
import { splitGoals } from '../../src/model/goals.ts';
import { readTextDump } from '../../src/documents/grid/text-dump.ts';
import { toText } from '../../src/model/decimal.ts';
import { totalsOf } from '../../src/model/totals.ts';

const source = readFileSync('content/2022/313001/sources/000_d071826548224e33.txt', 'utf8');
const lines = source.split('\n');

const words = labelWords();
const read = (text: string) => readDocument(readTextDump(text, words), 'real.txt', words);

/** Reads a changed copy of the real document; gives its problems, or none. */
function problemsOf(text: string): readonly { origin: string; message: string }[] {
  const reading = read(text);
  return 'problems' in reading ? reading.problems : [];
}

/** The line (from 1) of the n-th line that is exactly this text. */
const lineOf = (text: string, nth = 1) => {
  let seen = 0;
  return 1 + lines.findIndex((line) => line === text && ++seen === nth);
};

describe('the real document', () => {
  const reading = read(source);
  const department = 'departments' in reading ? reading.departments[0] : undefined;

  it('adds up to the figures that the department published', () => {
    const totals = totalsOf(department?.projects ?? []);
    expect(totals.projects).toBe(40);
    expect(totals.indicators).toBe(316);
    expect(totals.budget && toText(totals.budget)).toBe('4425.72');
    const fiscal = totals.parts.find(({ field }) => field === 'fiscal')?.amount;
    expect(fiscal && toText(fiscal)).toBe('4425.72');
    expect(
      totals.plan.map(({ amount, share, notStated }) => [
        Number(toText(amount)),
        Number(share && toText(share)),
        notStated.count,
        Number(toText(notStated.amount)),
      ]),
    ).toEqual([
      [649.2725, 14.67, 11, 2368.63],
      [1209.41, 27.33, 10, 2273.87],
      [3123.9425, 70.59, 8, 797.73],
      [4425.72, 100, 0, 0],
    ]);
  });

  it.each([
    ['CRLF', '\r\n'],
    ['CR alone', '\r'],
  ])('reads the same with lines that end in %s', (_what, lineEnd) => {
    const copy = read(source.replaceAll('\n', lineEnd));
    expect(copy).toEqual(reading);
  });

  it('gives year, code, name and unit', () => {
    expect(department).toMatchObject({
      year: 2022,
      code: '313001',
      name: '保定白沟新城管理委员会组织人事局（本级）',
      unit: '万元',
    });
  });

  it('reads the same with Windows line ends', () => {
    expect(read(source.replaceAll('\n', '\r\n'))).toEqual(reading);
  });
});

describe('goals', () => {
  it('lose the number that the form sets, and only that', () => {
    expect(splitGoals('1.做好保障。\n2.提高水平。')).toEqual(['做好保障。', '提高水平。']);
    expect(splitGoals('1.1.做好经费保障工作')).toEqual(['1.做好经费保障工作']);
  });
  it('keep lines that begin with no number or not the next one', () => {
    expect(splitGoals('1.第一条\n续写\n3.不是第二条\n2.第二条')).toEqual([
      '第一条',
      '续写',
      '3.不是第二条',
      '第二条',
    ]);
    expect(splitGoals('没有编号')).toEqual(['没有编号']);
    expect(splitGoals('')).toEqual([]);
  });
});

describe('a label', () => {
  it('is known in any width, with other blanks, colons and brackets, and by its other names', () => {
    const changed = source
      .replaceAll('\t单位：万元', '\t( 单位 : 万元 )')
      .replaceAll('\t其中：财政    资金', '\t其中:财政资金')
      .replaceAll('\t资金支出计划（%）', '\t资金支出 计划(％)')
      .replaceAll('\t绩效目标\n', '\t年度目标\n')
      .replaceAll('\t一级指标\n', '\t一级\u3000指标\n')
      .replaceAll('\t绩效指标描述\n', '\t指标说明\n')
      .replaceAll('\t产出指标\n', '\t产出 指标\n');
    expect(changed).not.toBe(source);
    expect(read(changed)).toEqual(read(source));
  });

  it.each([
    ['9月底', '9月底'],
    ['９月末', '9月底'],
    ['9月30日', '9月底'],
    ['截至9月底', '9月底'],
    ['一季度', '3月底'],
    ['第三季度末', '9月底'],
    ['上半年', '6月底'],
    ['年底', '12月底'],
    ['13月底', undefined],
    ['五季度', undefined],
    ['合计', undefined],
  ])('of a month-end: %s', (label, period) => {
    expect(readPeriod(label)).toBe(period);
  });

  it.each([
    ['金额单位：元', '元'],
    ['单位:人民币万元', '万元'],
    ['单位：万圆', '万元'],
    ['单位：万', undefined],
    ['单位：千元', undefined],
    ['元', undefined],
  ])('of the unit: %s', (label, unit) => {
    expect(readUnit(label)).toBe(unit);
  });
});

describe('what cannot be placed', () => {
  it.each([
    [
      'a label that is missing',
      lines.filter((_, i) => i !== lineOf('\t预算数') - 1).join('\n'),
      lineOf('\t预算数'),
    ],
    ['an unknown first level', source.replace('\n\t产出指标\n', '\n\t产生指标\n'), lineOf('\t产出指标')],
    ['a cell too many in a row', source.replace('\n\t≤190万元\n', '\n\t≤190万元\n\t多出的一格\n'), undefined],
    ['a unit that is none', source.replace('\t单位：万元', '\t单位：万'), lineOf('\t单位：万元')],
    [
      'a name that differs from its heading',
      source.replace('\t2022-医疗救助资金', '\t2022-医疗救助基金'),
      undefined,
    ],
    ['text below the last table', `${source}\n\n注：本表由财政局汇总。`, lines.length + 2],
    ['a file that ends in its last cell', source.trimEnd().slice(0, -2), source.trimEnd().split('\n').length],
    ['a file cut after a line', `${source.trimEnd()}\n`, source.trimEnd().split('\n').length],
    [
      'a form that ends in its last cell',
      source.replace(/(\n\t[^\n]+)\n\n[^\t]*(\[bookmark: _Toc_4_4_0000000006\])/, '$1\n$2'),
      undefined,
    ],
    ['a code that stands twice', source.replace('13060522P00406910001M', '13060522P004064100019'), undefined],
  ])('stops the import for %s', (_what, text, line) => {
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    if (line !== undefined) expect(problems[0]?.origin).toBe(`第${String(line)}行`);
  });

  it('is named where a document has no form at all', () => {
    expect(problemsOf('今天天气很好')[0]?.message).toContain('没有找到绩效目标表');
    expect(problemsOf('')[0]?.message).toContain('没有找到绩效目标表');
  });
});

describe('what a document has in a shape of its own', () => {
  const firstOf = (text: string) => {
    const reading = read(text);
    return 'departments' in reading ? reading.departments[0]?.projects[0] : undefined;
  };

  it('is imported as it stands, for its editor to confirm: a code that no address can hold', () => {
    for (const code of ['示例〔2022〕1号', '13060522P004064100019\u200b']) {
      const project = firstOf(source.replace('13060522P004064100019', code));
      expect(project?.code).toBe(code);
      expect(project?.record).toBe('001');
    }
  });

  it('is imported as it stands: an amount that is no number', () => {
    for (const text of ['（190.00）', '１９０万元', '待定']) {
      expect(firstOf(source.replace('\t190.00\n', `\t${text}\n`))?.budget.total).toEqual({ text });
    }
  });
});
