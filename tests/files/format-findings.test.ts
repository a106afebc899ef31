import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/files/finding.ts';
import { cellWidth, formatFindings } from '../../src/files/format-findings.ts';

const text = '序号: 37\n资金支出计划:\n  6月底: 50%\n  10月底: 750000%\n  12月底: 100%\n';
const start = text.indexOf('750000%');
const finding: Finding = {
  file: { path: 'content/2022/313001/projects/13060522P00416610001C.yaml', text },
  range: { start, end: start + 7 },
  severity: 'warning',
  rule: 'plan/range',
  message: '资金支出计划“10月底”应在 0% 到 100% 之间，现为“750000%”。',
  hint: '疑为“75%”。若原文如此，请在“核对说明”中说明，数值按原文公开。',
  value: '750000%',
};

describe('a finding', () => {
  it('is printed as one line, an excerpt with the caret under the value, and a hint', () => {
    expect(formatFindings([finding], 'text')).toBe(
      [
        'content/2022/313001/projects/13060522P00416610001C.yaml:4:9 警告 plan/range',
        '  资金支出计划“10月底”应在 0% 到 100% 之间，现为“750000%”。',
        '  3 |   6月底: 50%',
        '  4 |   10月底: 750000%',
        '    |           ^^^^^^^',
        '  提示：疑为“75%”。若原文如此，请在“核对说明”中说明，数值按原文公开。',
        '',
        '共 0 个错误、1 个警告、0 条提示。',
        '',
      ].join('\n'),
    );
  });

  it('is a record for programs, columns in code points, the end exclusive', () => {
    expect(JSON.parse(formatFindings([finding], 'json'))).toEqual([
      {
        file: finding.file.path,
        line: 4,
        column: 9,
        endLine: 4,
        endColumn: 16,
        severity: 'warning',
        rule: 'plan/range',
        message: finding.message,
        hint: finding.hint,
        value: '750000%',
      },
    ]);
    expect(JSON.parse(formatFindings([], 'json'))).toEqual([]);
  });

  it('is an annotation in a pull request', () => {
    expect(formatFindings([finding], 'github')).toMatch(
      /^::warning file=content\/2022.*,line=4,col=9,endLine=4,endColumn=16,title=plan\/range::资金支出计划.*0%25 到.*%0A提示：/,
    );
  });

  it('begins no line that a pipeline takes for a command, neither by the name of a file nor by its text', () => {
    const hostile = { path: 'projects/a\n::error file=x::b.yaml', text: '::warning::危险\n' };
    const message = '读不出这一行：\n  ::set-output name=x::y';
    const printed = formatFindings(
      [{ ...finding, file: hostile, range: { start: 0, end: 1 }, message }],
      'text',
    );
    expect(printed).not.toMatch(/^\s*::/m);
    expect(printed.split('\n')[0]).toBe('projects/a\ufffd\ufffd:error file=x::b.yaml:1:1 警告 plan/range');
  });

  it('cannot send control characters of a hostile file to the terminal', () => {
    const hostile = '项目名称: \u001b[2J\u202e危险\n';
    const printed = formatFindings(
      [
        {
          ...finding,
          file: { path: 'a\u001b.yaml', text: hostile },
          range: { start: 6, end: 10 },
          message: 'x\u0007',
        },
      ],
      'text',
    );

    expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  it('keeps its value in view in a long line', () => {
    const long = `资金用途: ${'很'.repeat(400)}此处有误${'长'.repeat(400)}\n`;
    const at = long.indexOf('此处有误');
    const printed = formatFindings(
      [{ ...finding, file: { path: 'a.yaml', text: long }, range: { start: at, end: at + 4 } }],
      'text',
    );
    const [excerpt = '', carets = ''] = printed.split('\n').slice(2, 4);
    expect(excerpt).toContain('此处有误');
    expect(cellWidth(excerpt)).toBeLessThan(120);
    expect(cellWidth(carets.slice(0, carets.indexOf('^')))).toBe(
      cellWidth(excerpt.slice(0, excerpt.indexOf('此处有误'))),
    );
  });

  it('says so where there is none', () => {
    expect(formatFindings([], 'text')).toBe('没有发现问题。\n');
  });
});

/** Made-up findings of one rule, one a line of a file. */
const many = (count: number, said: (place: number) => Partial<Finding>): readonly Finding[] =>
  Array.from({ length: count }, (_, place) => ({
    ...finding,
    file: { path: 'a.yaml', text: '甲: 1\n'.repeat(count) },
    range: { start: 5 * place, end: 5 * place + 1 },
    ...said(place),
  }));

describe('findings for people', () => {
  it('stand with the errors first, then the warnings, then what is worth knowing', () => {
    const severities = ['information', 'warning', 'error', 'warning'] as const;
    const printed = formatFindings(
      many(4, (place) => ({
        severity: severities[place] ?? 'error',
        message: `第${'一二三四'[place] ?? ''}句`,
      })),
      'text',
    );
    expect(printed.match(/第.句/g)).toEqual(['第三句', '第二句', '第四句', '第一句']);
    const records = JSON.parse(
      formatFindings(
        many(2, (place) => ({ severity: severities[place] ?? 'error' })),
        'json',
      ),
    ) as {
      severity: string;
    }[];
    expect(records.map(({ severity }) => severity)).toEqual(['information', 'warning']);
  });

  it('say one sentence once, with the other places', () => {
    const printed = formatFindings(
      many(3, () => ({ message: '同一句话。' })),
      'text',
    );
    expect(printed.match(/同一句话/g)).toHaveLength(1);
    expect(printed).toContain(
      '  同样的共 3 处，其余在：\n    a.yaml:2:1 同样的警告\n    a.yaml:3:1 同样的警告\n\n共 0 个错误、3 个警告',
    );
    const differing = formatFindings(
      many(2, (place) => ({ hint: `改为${String(place)}。` })),
      'text',
    );
    expect(differing).not.toContain('同样的');
  });

  it('say what is wrong ten thousand times in few lines, with the count', () => {
    const equal = formatFindings(
      many(10_000, () => ({ severity: 'error', message: '同一句话。' })),
      'text',
    );
    expect(equal.split('\n').length).toBeLessThan(20);
    expect(equal).toContain('同样的共 10000 处');
    expect(equal).toContain('……还有 9994 处');
    const alike = formatFindings(
      many(10_000, (place) => ({ message: `“值${String(place)}”不对。` })),
      'text',
    );
    expect(alike.split('\n').length).toBeLessThan(30);
    expect(alike).toContain('同类的警告 plan/range 还有 9997 处');
    expect(alike).toContain('共 0 个错误、10000 个警告');
    expect(
      JSON.parse(
        formatFindings(
          many(200, () => ({})),
          'json',
        ),
      ),
    ).toHaveLength(200);
  });

  it('show up to a hundred values of one cause, each with what is to be done', () => {
    const printed = formatFindings(
      many(60, (place) => ({ message: `“值${String(place)}”不对。` })),
      'text',
    );
    expect(printed.match(/不对/g)).toHaveLength(60);
  });

  it('count those that were not asked for', () => {
    const elsewhere = many(3, () => ({ severity: 'error' }));
    expect(formatFindings([], 'text', { elsewhere })).toBe(
      '别的文件里的没有列出，也不算在结果里：共 3 个错误、0 个警告、0 条提示。\n没有发现问题。\n',
    );
    expect(formatFindings([], 'json', { elsewhere })).toBe('[]\n');
  });
});
